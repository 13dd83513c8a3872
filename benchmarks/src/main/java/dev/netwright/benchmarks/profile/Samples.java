package dev.netwright.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Samples of the JVM's own recorder, counted by the method that was running. */
public final class Samples {
    private static final String EVENT = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);

    private Samples() {}

    /**
     * Records while something runs.
     *
     * @param action   what runs
     * @param isOfUs   says of a method's name in full whether it is one to count under; frames above it count for it, such as
     *                 those of the Vector API
     * @return the share of each method, the largest first
     */
    public static Map<String, Double> of(Runnable action, Predicate<String> isOfUs) throws IOException {
        Path file = Files.createTempFile("netwright-profile", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(EVENT).withPeriod(PERIOD);
            recording.start();
            action.run();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        Files.delete(file);
        return shares(events, isOfUs);
    }

    private static Map<String, Double> shares(List<RecordedEvent> events, Predicate<String> isOfUs) {
        Map<String, Integer> counts = new HashMap<>();
        int all = 0;
        for (RecordedEvent event : events) {
            if (event.getEventType().getName().equals(EVENT) && event.getStackTrace() != null) {
                counts.merge(method(event.getStackTrace().getFrames(), isOfUs), 1, Integer::sum);
                all++;
            }
        }
        int total = all;
        Map<String, Double> shares = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> shares.put(entry.getKey(), (double) entry.getValue() / total));
        return shares;
    }

    private static String method(List<RecordedFrame> frames, Predicate<String> isOfUs) {
        for (RecordedFrame frame : frames) {
            String name = frame.getMethod().getType().getName() + "."
                    + frame.getMethod().getName();
            if (isOfUs.test(name)) {
                return name;
            }
        }
        return "other";
    }
}
