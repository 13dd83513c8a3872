package dev.netwright.benchmarks.processing;

import dev.netwright.benchmarks.processing.Compilation.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Times the processor: cold, in JVMs of their own, and warm, in this one. */
public final class ProcessingTimer {
    private static final int WARM_NETWORKS = 100;

    private ProcessingTimer() {}

    /** A fresh JVM for each run; the median of as many. */
    public static ProcessingTime cold(int networks, int layers, int runs) {
        String title = networks + (networks == 1 ? " network" : " networks") + " of " + layers + " layers, cold";
        return time(title, networks, layers, 0, runs, ProcessingTimer::fork);
    }

    /** In this JVM, after as many runs that do not count. */
    public static ProcessingTime warm(int warmups, int runs) {
        String title = WARM_NETWORKS + " networks of 2 layers, warm";
        return time(title, WARM_NETWORKS, 2, warmups, runs, Compilation::millis);
    }

    /** The modes take turns, so that a disturbance meets all of them. */
    private static ProcessingTime time(
            String title, int networks, int layers, int warmups, int runs, Stopwatch stopwatch) {
        double[] declarations = new double[runs];
        double[] classes = new double[runs];
        double[] processor = new double[runs];
        try {
            Path generated = Files.createTempDirectory("netwright-generated");
            Compilation.generate(networks, layers, generated);
            for (int run = -warmups; run < runs; run++) {
                int slot = Math.max(run, 0);
                declarations[slot] = stopwatch.millis(networks, layers, Mode.DECLARATIONS, generated);
                classes[slot] = stopwatch.millis(networks, layers, Mode.CLASSES, generated);
                processor[slot] = stopwatch.millis(networks, layers, Mode.PROCESSOR, generated);
            }
            Compilation.delete(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProcessingTime(title, networks, median(processor), median(classes), median(declarations));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double fork(int networks, int layers, Mode mode, Path generated) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Compilation.class.getName(),
                String.valueOf(networks),
                String.valueOf(layers),
                mode.name(),
                generated.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Double.parseDouble(answer) : Double.NaN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One compilation, wherever it runs. */
    private interface Stopwatch {
        double millis(int networks, int layers, Mode mode, Path generated) throws IOException;
    }
}
