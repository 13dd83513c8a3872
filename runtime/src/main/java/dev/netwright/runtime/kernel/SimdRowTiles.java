package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of one row, for a single sample: bound by the memory that the weights come from where there are eight vectors, and
 * by the latency of one chain of multiply-adds for each vector where there are fewer. The last vector begins {@code last}
 * columns after the first, so that it ends at the last column; vectors before it that would end later begin there as well.
 * So some columns are computed twice, which is harmless because every sum is loaded before any is stored.
 */
final class SimdRowTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private SimdRowTiles() {}

    /** 1 row x 8 vectors, for 5 to 8 vectors of columns. */
    static void oneByEight(
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
        int column4 = Math.min(4 * LANES, last);
        int column5 = Math.min(5 * LANES, last);
        int column6 = Math.min(6 * LANES, last);
        FloatVector sum0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, start, startAt + 2 * LANES);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, start, startAt + 3 * LANES);
        FloatVector sum4 = FloatVector.fromArray(SPECIES, start, startAt + column4);
        FloatVector sum5 = FloatVector.fromArray(SPECIES, start, startAt + column5);
        FloatVector sum6 = FloatVector.fromArray(SPECIES, start, startAt + column6);
        FloatVector sum7 = FloatVector.fromArray(SPECIES, start, startAt + last);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, left[l]);
            sum0 = x.fma(FloatVector.fromArray(SPECIES, right, w), sum0);
            sum1 = x.fma(FloatVector.fromArray(SPECIES, right, w + LANES), sum1);
            sum2 = x.fma(FloatVector.fromArray(SPECIES, right, w + 2 * LANES), sum2);
            sum3 = x.fma(FloatVector.fromArray(SPECIES, right, w + 3 * LANES), sum3);
            sum4 = x.fma(FloatVector.fromArray(SPECIES, right, w + column4), sum4);
            sum5 = x.fma(FloatVector.fromArray(SPECIES, right, w + column5), sum5);
            sum6 = x.fma(FloatVector.fromArray(SPECIES, right, w + column6), sum6);
            sum7 = x.fma(FloatVector.fromArray(SPECIES, right, w + last), sum7);
            l += leftStride;
            w += rightStride;
        }
        sum0.intoArray(out, outAt);
        sum1.intoArray(out, outAt + LANES);
        sum2.intoArray(out, outAt + 2 * LANES);
        sum3.intoArray(out, outAt + 3 * LANES);
        sum4.intoArray(out, outAt + column4);
        sum5.intoArray(out, outAt + column5);
        sum6.intoArray(out, outAt + column6);
        sum7.intoArray(out, outAt + last);
    }

    /** 1 row x 4 vectors, for 3 or 4 vectors of columns. */
    static void oneByFour(
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
        int column2 = Math.min(2 * LANES, last);
        FloatVector sum0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, start, startAt + column2);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, start, startAt + last);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, left[l]);
            sum0 = x.fma(FloatVector.fromArray(SPECIES, right, w), sum0);
            sum1 = x.fma(FloatVector.fromArray(SPECIES, right, w + LANES), sum1);
            sum2 = x.fma(FloatVector.fromArray(SPECIES, right, w + column2), sum2);
            sum3 = x.fma(FloatVector.fromArray(SPECIES, right, w + last), sum3);
            l += leftStride;
            w += rightStride;
        }
        sum0.intoArray(out, outAt);
        sum1.intoArray(out, outAt + LANES);
        sum2.intoArray(out, outAt + column2);
        sum3.intoArray(out, outAt + last);
    }

    /** 1 row x 2 vectors. */
    static void oneByTwo(
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
        FloatVector sum0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, start, startAt + last);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, left[l]);
            sum0 = x.fma(FloatVector.fromArray(SPECIES, right, w), sum0);
            sum1 = x.fma(FloatVector.fromArray(SPECIES, right, w + last), sum1);
            l += leftStride;
            w += rightStride;
        }
        sum0.intoArray(out, outAt);
        sum1.intoArray(out, outAt + last);
    }

    /** 1 row x 1 vector. */
    static void oneByOne(
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
            int depth) {
        FloatVector sum0 = FloatVector.fromArray(SPECIES, start, startAt);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, left[l]);
            sum0 = x.fma(FloatVector.fromArray(SPECIES, right, w), sum0);
            l += leftStride;
            w += rightStride;
        }
        sum0.intoArray(out, outAt);
    }
}
