package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of one row, for a single sample: bound by the memory that the weights come from where there are eight vectors, and
 * by the latency of one chain of multiply-adds for each vector where there are fewer. {@link SimdWideTiles} says how tiles
 * work.
 */
final class SimdRowTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private SimdRowTiles() {}

    /** 1 row x 8 vectors. */
    static void oneByEight(
            float[] left,
            int leftAt,
            int leftDepthStride,
            float[] right,
            int rightAt,
            int rightStride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth) {
        FloatVector sum00 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector sum01 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
        FloatVector sum02 = FloatVector.fromArray(SPECIES, start, startAt + 2 * LANES);
        FloatVector sum03 = FloatVector.fromArray(SPECIES, start, startAt + 3 * LANES);
        FloatVector sum04 = FloatVector.fromArray(SPECIES, start, startAt + 4 * LANES);
        FloatVector sum05 = FloatVector.fromArray(SPECIES, start, startAt + 5 * LANES);
        FloatVector sum06 = FloatVector.fromArray(SPECIES, start, startAt + 6 * LANES);
        FloatVector sum07 = FloatVector.fromArray(SPECIES, start, startAt + 7 * LANES);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + LANES);
            FloatVector right2 = FloatVector.fromArray(SPECIES, right, w + 2 * LANES);
            FloatVector right3 = FloatVector.fromArray(SPECIES, right, w + 3 * LANES);
            FloatVector right4 = FloatVector.fromArray(SPECIES, right, w + 4 * LANES);
            FloatVector right5 = FloatVector.fromArray(SPECIES, right, w + 5 * LANES);
            FloatVector right6 = FloatVector.fromArray(SPECIES, right, w + 6 * LANES);
            FloatVector right7 = FloatVector.fromArray(SPECIES, right, w + 7 * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
            sum00 = x0.fma(right0, sum00);
            sum01 = x0.fma(right1, sum01);
            sum02 = x0.fma(right2, sum02);
            sum03 = x0.fma(right3, sum03);
            sum04 = x0.fma(right4, sum04);
            sum05 = x0.fma(right5, sum05);
            sum06 = x0.fma(right6, sum06);
            sum07 = x0.fma(right7, sum07);
            l += leftDepthStride;
            w += rightStride;
        }
        sum00.intoArray(out, outAt);
        sum01.intoArray(out, outAt + LANES);
        sum02.intoArray(out, outAt + 2 * LANES);
        sum03.intoArray(out, outAt + 3 * LANES);
        sum04.intoArray(out, outAt + 4 * LANES);
        sum05.intoArray(out, outAt + 5 * LANES);
        sum06.intoArray(out, outAt + 6 * LANES);
        sum07.intoArray(out, outAt + 7 * LANES);
    }

    /** 1 row x 4 vectors. */
    static void oneByFour(
            float[] left,
            int leftAt,
            int leftDepthStride,
            float[] right,
            int rightAt,
            int rightStride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth) {
        FloatVector sum00 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector sum01 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
        FloatVector sum02 = FloatVector.fromArray(SPECIES, start, startAt + 2 * LANES);
        FloatVector sum03 = FloatVector.fromArray(SPECIES, start, startAt + 3 * LANES);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + LANES);
            FloatVector right2 = FloatVector.fromArray(SPECIES, right, w + 2 * LANES);
            FloatVector right3 = FloatVector.fromArray(SPECIES, right, w + 3 * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
            sum00 = x0.fma(right0, sum00);
            sum01 = x0.fma(right1, sum01);
            sum02 = x0.fma(right2, sum02);
            sum03 = x0.fma(right3, sum03);
            l += leftDepthStride;
            w += rightStride;
        }
        sum00.intoArray(out, outAt);
        sum01.intoArray(out, outAt + LANES);
        sum02.intoArray(out, outAt + 2 * LANES);
        sum03.intoArray(out, outAt + 3 * LANES);
    }

    /** 1 row x 2 vectors. */
    static void oneByTwo(
            float[] left,
            int leftAt,
            int leftDepthStride,
            float[] right,
            int rightAt,
            int rightStride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth) {
        FloatVector sum00 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector sum01 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
            sum00 = x0.fma(right0, sum00);
            sum01 = x0.fma(right1, sum01);
            l += leftDepthStride;
            w += rightStride;
        }
        sum00.intoArray(out, outAt);
        sum01.intoArray(out, outAt + LANES);
    }

    /** 1 row x 1 vector. */
    static void oneByOne(
            float[] left,
            int leftAt,
            int leftDepthStride,
            float[] right,
            int rightAt,
            int rightStride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth) {
        FloatVector sum00 = FloatVector.fromArray(SPECIES, start, startAt);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            sum00 = FloatVector.broadcast(SPECIES, left[l]).fma(right0, sum00);
            l += leftDepthStride;
            w += rightStride;
        }
        sum00.intoArray(out, outAt);
    }
}
