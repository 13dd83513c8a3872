package dev.netwright.benchmarks.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        return new ProcessingTime(
                title, networks, median(networks, layers, true, runs), median(networks, layers, false, runs));
    }

    /** In this JVM, after as many runs that do not count. */
    public static ProcessingTime warm(int warmups, int runs) {
        try {
            double[] with = new double[runs];
            double[] without = new double[runs];
            for (int run = -warmups; run < runs; run++) {
                int slot = Math.max(run, 0);
                with[slot] = Compilation.millis(WARM_NETWORKS, 2, true);
                without[slot] = Compilation.millis(WARM_NETWORKS, 2, false);
            }
            return new ProcessingTime(
                    WARM_NETWORKS + " networks of 2 layers, warm", WARM_NETWORKS, median(with), median(without));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(int networks, int layers, boolean withProcessor, int runs) {
        double[] millis = new double[runs];
        for (int run = 0; run < runs; run++) {
            millis[run] = fork(networks, layers, withProcessor);
        }
        return median(millis);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double fork(int networks, int layers, boolean withProcessor) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Compilation.class.getName(),
                String.valueOf(networks),
                String.valueOf(layers),
                String.valueOf(withProcessor));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Double.parseDouble(answer) : Double.NaN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
