package dev.netwright.benchmarks.start;

import dev.netwright.benchmarks.jmh.Contender;
import dev.netwright.benchmarks.jmh.Contenders;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Starts JVMs and waits for their first prediction with 784-128-10. */
public final class StartTimer {
    private static final Work WORK = new Work(Kind.ONE_SAMPLE, Works.DIGITS, 1, Rule.NONE, 1);

    private StartTimer() {}

    /** The median of as many starts. */
    public static StartTime time(Contender contender, int starts) {
        double[] millis = new double[starts];
        for (int start = 0; start < starts; start++) {
            millis[start] = millis(contender);
        }
        Arrays.sort(millis);
        return new StartTime(contender.title(), millis[starts / 2], bytes(contender));
    }

    private static double millis(Contender contender) {
        String classPath = System.getProperty("java.class.path");
        for (Path library : contender.libraries()) {
            classPath += File.pathSeparator + library;
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(contender.options());
        command.addAll(List.of("-cp", classPath, FirstPrediction.class.getName(), contender.peer(), WORK.id()));
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    if (line.startsWith(FirstPrediction.DONE)) {
                        double elapsed = (System.nanoTime() - start) / 1e6;
                        process.waitFor();
                        return elapsed;
                    }
                }
            }
            return Double.NaN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For Netwright its two jars, and for a library all of its own; nothing that only the benchmarks need. */
    private static long bytes(Contender contender) {
        if (contender.peer().startsWith("netwright")) {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .flatMap(entry -> Stream.of(entry, entry.resolveSibling("lib")))
                    .filter(Files::isDirectory)
                    .flatMap(folder -> Contenders.jars(folder).stream())
                    .filter(jar -> jar.getFileName().toString().matches("netwright-(runtime|annotations)-.*"))
                    .distinct()
                    .mapToLong(StartTimer::size)
                    .sum();
        }
        return contender.libraries().stream()
                .filter(Files::isRegularFile)
                .mapToLong(StartTimer::size)
                .sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
