package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of one row with fewer columns than a vector has lanes: two shorter vectors, of which the second begins {@code last}
 * columns after the first and ends at the last column. All are bound by the latency of a chain of multiply-adds.
 */
final class SimdShortRows {
    private SimdShortRows() {}

    /** 8 to 15 columns. */
    static void eightToFifteen(
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            int rightStride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        FloatVector sum0 = FloatVector.fromArray(FloatVector.SPECIES_256, start, startAt);
        FloatVector sum1 = FloatVector.fromArray(FloatVector.SPECIES_256, start, startAt + last);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(FloatVector.SPECIES_256, left[l]);
            sum0 = x.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w), sum0);
            sum1 = x.fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, w + last), sum1);
            l += leftStride;
            w += rightStride;
        }
        sum0.intoArray(out, outAt);
        sum1.intoArray(out, outAt + last);
    }

    /** 4 to 7 columns. */
    static void fourToSeven(
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            int rightStride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        FloatVector sum0 = FloatVector.fromArray(FloatVector.SPECIES_128, start, startAt);
        FloatVector sum1 = FloatVector.fromArray(FloatVector.SPECIES_128, start, startAt + last);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(FloatVector.SPECIES_128, left[l]);
            sum0 = x.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w), sum0);
            sum1 = x.fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, w + last), sum1);
            l += leftStride;
            w += rightStride;
        }
        sum0.intoArray(out, outAt);
        sum1.intoArray(out, outAt + last);
    }
}
