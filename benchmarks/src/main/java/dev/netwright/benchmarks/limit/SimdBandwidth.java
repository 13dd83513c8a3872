package dev.netwright.benchmarks.limit;

import java.util.function.IntToDoubleFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Reads an array over and over; eight sums, so that additions do not hold up the loads. */
final class SimdBandwidth implements IntToDoubleFunction {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int SUMS = 8;
    private static final double NANOSECONDS = 5e7;

    private float sink;

    SimdBandwidth() {}

    /** GB/s of reading an array of this many bytes; the best of some runs of 50 ms. */
    @Override
    public double applyAsDouble(int bytes) {
        float[] array = new float[bytes / Float.BYTES];
        double best = 0;
        for (int run = 0; run < 8; run++) {
            long repeats = 0;
            long start = System.nanoTime();
            long elapsed;
            do {
                sink += sum(array);
                repeats++;
                elapsed = System.nanoTime() - start;
            } while (elapsed < NANOSECONDS);
            best = Math.max(best, (double) repeats * bytes / elapsed);
        }
        return best;
    }

    private static float sum(float[] array) {
        int step = SPECIES.length();
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int i = 0; i + SUMS * step <= array.length; i += SUMS * step) {
            s0 = s0.add(FloatVector.fromArray(SPECIES, array, i));
            s1 = s1.add(FloatVector.fromArray(SPECIES, array, i + step));
            s2 = s2.add(FloatVector.fromArray(SPECIES, array, i + 2 * step));
            s3 = s3.add(FloatVector.fromArray(SPECIES, array, i + 3 * step));
            s4 = s4.add(FloatVector.fromArray(SPECIES, array, i + 4 * step));
            s5 = s5.add(FloatVector.fromArray(SPECIES, array, i + 5 * step));
            s6 = s6.add(FloatVector.fromArray(SPECIES, array, i + 6 * step));
            s7 = s7.add(FloatVector.fromArray(SPECIES, array, i + 7 * step));
        }
        return s0.add(s1).add(s2.add(s3)).add(s4.add(s5)).add(s6.add(s7)).lane(0);
    }
}
