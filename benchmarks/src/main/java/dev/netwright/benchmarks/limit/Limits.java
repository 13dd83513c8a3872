package dev.netwright.benchmarks.limit;

import dev.netwright.benchmarks.c.CPeak;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/**
 * The machine's own limit, of one core.
 *
 * @param peakGflops  fused multiply-adds in single precision, from Java; NaN without the incubator module
 * @param cPeakGflops the same from C; NaN without a compiler
 * @param bandwidths  GB/s of reading an array, by its size; empty without the incubator module
 */
public record Limits(double peakGflops, double cPeakGflops, Map<String, Double> bandwidths) {
    private static final int RUNS = 40;

    /** The size of an array by what holds it on most machines. */
    private static final Map<String, Integer> SIZES = sizes();

    private static Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("24 KiB", 24 << 10);
        sizes.put("512 KiB", 512 << 10);
        sizes.put("8 MiB", 8 << 20);
        sizes.put("512 MiB", 512 << 20);
        return sizes;
    }

    /** The larger of the two peaks, since neither way can exceed what the processor does. */
    public double peak() {
        return Double.isNaN(peakGflops)
                ? cPeakGflops
                : Double.isNaN(cPeakGflops) ? peakGflops : Math.max(peakGflops, cPeakGflops);
    }

    /** Measures in this JVM; takes some seconds. */
    public static Limits measure() {
        OptionalDouble c = CPeak.gflops();
        boolean hasModule =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        Map<String, Double> bandwidths = new LinkedHashMap<>();
        double peak = Double.NaN;
        if (hasModule) {
            peak = 0;
            DoubleSupplier runs = create("SimdPeak", DoubleSupplier.class);
            for (int run = 0; run < RUNS; run++) {
                peak = Math.max(peak, runs.getAsDouble());
            }
            IntToDoubleFunction reader = create("SimdBandwidth", IntToDoubleFunction.class);
            SIZES.forEach((size, bytes) -> bandwidths.put(size, reader.applyAsDouble(bytes)));
        }
        return new Limits(peak, c.orElse(Double.NaN), bandwidths);
    }

    /** By name, since these classes are compiled apart. */
    private static <T> T create(String name, Class<T> type) {
        try {
            return type.cast(Class.forName(Limits.class.getPackageName() + "." + name)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
