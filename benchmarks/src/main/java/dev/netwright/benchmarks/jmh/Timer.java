package dev.netwright.benchmarks.jmh;

import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.work.Work;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Lets JMH time one contender at one work in a JVM of its own. */
public final class Timer {
    private static final String CLASS_PATH = "java.class.path";
    /** The heap of every fork. */
    public static final List<String> HEAP = List.of("-Xms1g", "-Xmx4g");

    private static final int TIMEOUT_SECONDS = 120;

    private final Pace pace;
    private final String ownClassPath = System.getProperty(CLASS_PATH);
    private final Path quietLog = createFile(".properties");

    /** With this pace. */
    public Timer(Pace pace) throws IOException {
        this.pace = pace;
        // What forks log would stand between the lines of progress.
        Files.writeString(quietLog, ".level=SEVERE\n");
    }

    /** Times it, or says why that could not be done. */
    public Timing time(Contender contender, Work work) {
        Path log = createFile(".log");
        // JMH gives its forks the class path that this property has; each peer needs one of its own.
        System.setProperty(CLASS_PATH, classPath(contender));
        try {
            Collection<RunResult> results = new Runner(options(contender, work, log)).run();
            return results.isEmpty()
                    ? Timing.none(contender.title(), reason(log))
                    : timing(contender, results.iterator().next());
        } catch (RunnerException e) {
            return Timing.none(contender.title(), reason(log));
        } finally {
            System.setProperty(CLASS_PATH, ownClassPath);
        }
    }

    private String classPath(Contender contender) {
        List<String> entries = new ArrayList<>(List.of(ownClassPath));
        contender.libraries().forEach(library -> entries.add(library.toString()));
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private Options options(Contender contender, Work work, Path log) {
        List<String> jvm = new ArrayList<>(HEAP);
        jvm.addAll(contender.options());
        jvm.add("-Djava.util.logging.config.file=" + quietLog);
        return new OptionsBuilder()
                .include(Operation.class.getName() + ".run")
                .param("work", work.id())
                .param("peer", contender.peer())
                .forks(1)
                .warmupIterations(pace.warmups())
                .warmupTime(TimeValue.milliseconds(pace.warmupMillis(work)))
                .measurementIterations(pace.measured())
                .measurementTime(TimeValue.milliseconds(pace.millis()))
                .timeout(TimeValue.seconds(TIMEOUT_SECONDS))
                .addProfiler(GCProfiler.class)
                .jvmArgs(jvm.toArray(String[]::new))
                .shouldFailOnError(true)
                .output(log.toString())
                .build();
    }

    @SuppressWarnings("rawtypes") // JMH's own signature.
    private static Timing timing(Contender contender, RunResult result) {
        Result time = result.getPrimaryResult();
        double bytes = result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
        return Timing.of(contender.title(), time.getScore(), time.getScoreError(), bytes);
    }

    /** The words of the refusal, or else the line of the log that names what was thrown. */
    private static String reason(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            String refusal = Refusal.class.getName() + ": ";
            return lines.stream()
                    .filter(line -> line.contains(refusal))
                    .map(line -> line.substring(line.indexOf(refusal) + refusal.length()))
                    .findFirst()
                    .orElseGet(() -> lines.stream()
                            .filter(line -> line.matches(".*(Exception|Error).*"))
                            .findFirst()
                            .map(line -> "failed: " + line.strip())
                            .orElse("failed without a word"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path createFile(String suffix) {
        try {
            Path file = Files.createTempFile("netwright-jmh", suffix);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
