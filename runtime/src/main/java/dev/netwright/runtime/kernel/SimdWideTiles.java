package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.MatrixProduct.NO_START;
import static dev.netwright.runtime.kernel.SimdProduct.LANES;
import static dev.netwright.runtime.kernel.SimdProduct.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The tiles of {@link SimdProduct} that are four vectors wide. Every sum has a variable of its own, because that is what
 * the compiler keeps in a register; an array of vectors it would not.
 */
final class SimdWideTiles {
    private SimdWideTiles() {}

    /** 6 rows x 4 vectors: 24 sums, 4 vectors of the right matrix and 1 of the left are 29 of AVX-512's 32 registers. */
    static void sixRows(
            float[] left,
            int leftAt,
            int leftRowStride,
            int leftDepthStride,
            float[] right,
            int rightAt,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int columns) {
        FloatVector sum00 = start(start, startAt, 0);
        FloatVector sum01 = start(start, startAt, 1);
        FloatVector sum02 = start(start, startAt, 2);
        FloatVector sum03 = start(start, startAt, 3);
        FloatVector sum10 = sum00;
        FloatVector sum11 = sum01;
        FloatVector sum12 = sum02;
        FloatVector sum13 = sum03;
        FloatVector sum20 = sum00;
        FloatVector sum21 = sum01;
        FloatVector sum22 = sum02;
        FloatVector sum23 = sum03;
        FloatVector sum30 = sum00;
        FloatVector sum31 = sum01;
        FloatVector sum32 = sum02;
        FloatVector sum33 = sum03;
        FloatVector sum40 = sum00;
        FloatVector sum41 = sum01;
        FloatVector sum42 = sum02;
        FloatVector sum43 = sum03;
        FloatVector sum50 = sum00;
        FloatVector sum51 = sum01;
        FloatVector sum52 = sum02;
        FloatVector sum53 = sum03;
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + LANES);
            FloatVector right2 = FloatVector.fromArray(SPECIES, right, w + 2 * LANES);
            FloatVector right3 = FloatVector.fromArray(SPECIES, right, w + 3 * LANES);
            FloatVector left0 = FloatVector.broadcast(SPECIES, left[l]);
            sum00 = left0.fma(right0, sum00);
            sum01 = left0.fma(right1, sum01);
            sum02 = left0.fma(right2, sum02);
            sum03 = left0.fma(right3, sum03);
            FloatVector left1 = FloatVector.broadcast(SPECIES, left[l + leftRowStride]);
            sum10 = left1.fma(right0, sum10);
            sum11 = left1.fma(right1, sum11);
            sum12 = left1.fma(right2, sum12);
            sum13 = left1.fma(right3, sum13);
            FloatVector left2 = FloatVector.broadcast(SPECIES, left[l + 2 * leftRowStride]);
            sum20 = left2.fma(right0, sum20);
            sum21 = left2.fma(right1, sum21);
            sum22 = left2.fma(right2, sum22);
            sum23 = left2.fma(right3, sum23);
            FloatVector left3 = FloatVector.broadcast(SPECIES, left[l + 3 * leftRowStride]);
            sum30 = left3.fma(right0, sum30);
            sum31 = left3.fma(right1, sum31);
            sum32 = left3.fma(right2, sum32);
            sum33 = left3.fma(right3, sum33);
            FloatVector left4 = FloatVector.broadcast(SPECIES, left[l + 4 * leftRowStride]);
            sum40 = left4.fma(right0, sum40);
            sum41 = left4.fma(right1, sum41);
            sum42 = left4.fma(right2, sum42);
            sum43 = left4.fma(right3, sum43);
            FloatVector left5 = FloatVector.broadcast(SPECIES, left[l + 5 * leftRowStride]);
            sum50 = left5.fma(right0, sum50);
            sum51 = left5.fma(right1, sum51);
            sum52 = left5.fma(right2, sum52);
            sum53 = left5.fma(right3, sum53);
            l += leftDepthStride;
            w += columns;
        }
        sum00.intoArray(out, outAt);
        sum01.intoArray(out, outAt + LANES);
        sum02.intoArray(out, outAt + 2 * LANES);
        sum03.intoArray(out, outAt + 3 * LANES);
        sum10.intoArray(out, outAt + columns);
        sum11.intoArray(out, outAt + columns + LANES);
        sum12.intoArray(out, outAt + columns + 2 * LANES);
        sum13.intoArray(out, outAt + columns + 3 * LANES);
        sum20.intoArray(out, outAt + 2 * columns);
        sum21.intoArray(out, outAt + 2 * columns + LANES);
        sum22.intoArray(out, outAt + 2 * columns + 2 * LANES);
        sum23.intoArray(out, outAt + 2 * columns + 3 * LANES);
        sum30.intoArray(out, outAt + 3 * columns);
        sum31.intoArray(out, outAt + 3 * columns + LANES);
        sum32.intoArray(out, outAt + 3 * columns + 2 * LANES);
        sum33.intoArray(out, outAt + 3 * columns + 3 * LANES);
        sum40.intoArray(out, outAt + 4 * columns);
        sum41.intoArray(out, outAt + 4 * columns + LANES);
        sum42.intoArray(out, outAt + 4 * columns + 2 * LANES);
        sum43.intoArray(out, outAt + 4 * columns + 3 * LANES);
        sum50.intoArray(out, outAt + 5 * columns);
        sum51.intoArray(out, outAt + 5 * columns + LANES);
        sum52.intoArray(out, outAt + 5 * columns + 2 * LANES);
        sum53.intoArray(out, outAt + 5 * columns + 3 * LANES);
    }

    /** 1 row x 4 vectors, for the rows that six do not divide. */
    static void oneRow(
            float[] left,
            int leftAt,
            int leftDepthStride,
            float[] right,
            int rightAt,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int columns) {
        FloatVector sum00 = start(start, startAt, 0);
        FloatVector sum01 = start(start, startAt, 1);
        FloatVector sum02 = start(start, startAt, 2);
        FloatVector sum03 = start(start, startAt, 3);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + LANES);
            FloatVector right2 = FloatVector.fromArray(SPECIES, right, w + 2 * LANES);
            FloatVector right3 = FloatVector.fromArray(SPECIES, right, w + 3 * LANES);
            FloatVector left0 = FloatVector.broadcast(SPECIES, left[l]);
            sum00 = left0.fma(right0, sum00);
            sum01 = left0.fma(right1, sum01);
            sum02 = left0.fma(right2, sum02);
            sum03 = left0.fma(right3, sum03);
            l += leftDepthStride;
            w += columns;
        }
        sum00.intoArray(out, outAt);
        sum01.intoArray(out, outAt + LANES);
        sum02.intoArray(out, outAt + 2 * LANES);
        sum03.intoArray(out, outAt + 3 * LANES);
    }

    private static FloatVector start(float[] start, int startAt, int vector) {
        return startAt == NO_START
                ? FloatVector.zero(SPECIES)
                : FloatVector.fromArray(SPECIES, start, startAt + vector * LANES);
    }
}
