package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles of one or two vectors, which fit the 16 registers of AVX2 as well; {@link SimdWideTiles} says how tiles
 * work, and {@link SimdBlock} where the second of two vectors is.
 */
final class SimdNarrowTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private SimdNarrowTiles() {}

    /** 6 rows x 2 vectors: 12 sums, 2 vectors of the right matrix and 1 of the left are 15 registers. */
    static void sixByTwo(SimdBlock block, int row, int lastRow) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int leftDepthStride = block.leftDepthStride;
        int rightStride = block.rightStride;
        int second = block.second;
        int startStride = block.startStride;
        int outStride = block.outStride;
        int depth = block.depth;
        int row1 = Math.min(1, lastRow);
        int row2 = Math.min(2, lastRow);
        int row3 = Math.min(3, lastRow);
        int row4 = Math.min(4, lastRow);
        int row5 = Math.min(5, lastRow);
        int start0 = block.startAt + row * startStride;
        int start1 = start0 + row1 * startStride;
        int start2 = start0 + row2 * startStride;
        int start3 = start0 + row3 * startStride;
        int start4 = start0 + row4 * startStride;
        int start5 = start0 + row5 * startStride;
        FloatVector sum00 = FloatVector.fromArray(SPECIES, start, start0);
        FloatVector sum01 = FloatVector.fromArray(SPECIES, start, start0 + second);
        FloatVector sum10 = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum11 = FloatVector.fromArray(SPECIES, start, start1 + second);
        FloatVector sum20 = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector sum21 = FloatVector.fromArray(SPECIES, start, start2 + second);
        FloatVector sum30 = FloatVector.fromArray(SPECIES, start, start3);
        FloatVector sum31 = FloatVector.fromArray(SPECIES, start, start3 + second);
        FloatVector sum40 = FloatVector.fromArray(SPECIES, start, start4);
        FloatVector sum41 = FloatVector.fromArray(SPECIES, start, start4 + second);
        FloatVector sum50 = FloatVector.fromArray(SPECIES, start, start5);
        FloatVector sum51 = FloatVector.fromArray(SPECIES, start, start5 + second);
        int left1 = row1 * leftRowStride;
        int left2 = row2 * leftRowStride;
        int left3 = row3 * leftRowStride;
        int left4 = row4 * leftRowStride;
        int left5 = row5 * leftRowStride;
        int l = block.leftAt + row * leftRowStride;
        int w = block.rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + second);
            FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
            sum00 = x0.fma(right0, sum00);
            sum01 = x0.fma(right1, sum01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + left1]);
            sum10 = x1.fma(right0, sum10);
            sum11 = x1.fma(right1, sum11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, left[l + left2]);
            sum20 = x2.fma(right0, sum20);
            sum21 = x2.fma(right1, sum21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, left[l + left3]);
            sum30 = x3.fma(right0, sum30);
            sum31 = x3.fma(right1, sum31);
            FloatVector x4 = FloatVector.broadcast(SPECIES, left[l + left4]);
            sum40 = x4.fma(right0, sum40);
            sum41 = x4.fma(right1, sum41);
            FloatVector x5 = FloatVector.broadcast(SPECIES, left[l + left5]);
            sum50 = x5.fma(right0, sum50);
            sum51 = x5.fma(right1, sum51);
            l += leftDepthStride;
            w += rightStride;
        }
        int out0 = block.outAt + row * outStride;
        int out1 = out0 + row1 * outStride;
        int out2 = out0 + row2 * outStride;
        int out3 = out0 + row3 * outStride;
        int out4 = out0 + row4 * outStride;
        int out5 = out0 + row5 * outStride;
        sum00.intoArray(out, out0);
        sum01.intoArray(out, out0 + second);
        sum10.intoArray(out, out1);
        sum11.intoArray(out, out1 + second);
        sum20.intoArray(out, out2);
        sum21.intoArray(out, out2 + second);
        sum30.intoArray(out, out3);
        sum31.intoArray(out, out3 + second);
        sum40.intoArray(out, out4);
        sum41.intoArray(out, out4 + second);
        sum50.intoArray(out, out5);
        sum51.intoArray(out, out5 + second);
    }

    /** 8 rows x 1 vector, for layers of few units. */
    static void eightByOne(SimdBlock block, int row, int lastRow) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftRowStride = block.leftRowStride;
        int leftDepthStride = block.leftDepthStride;
        int rightStride = block.rightStride;
        int startStride = block.startStride;
        int outStride = block.outStride;
        int depth = block.depth;
        int row1 = Math.min(1, lastRow);
        int row2 = Math.min(2, lastRow);
        int row3 = Math.min(3, lastRow);
        int row4 = Math.min(4, lastRow);
        int row5 = Math.min(5, lastRow);
        int row6 = Math.min(6, lastRow);
        int row7 = Math.min(7, lastRow);
        int start0 = block.startAt + row * startStride;
        int start1 = start0 + row1 * startStride;
        int start2 = start0 + row2 * startStride;
        int start3 = start0 + row3 * startStride;
        int start4 = start0 + row4 * startStride;
        int start5 = start0 + row5 * startStride;
        int start6 = start0 + row6 * startStride;
        int start7 = start0 + row7 * startStride;
        FloatVector sum00 = FloatVector.fromArray(SPECIES, start, start0);
        FloatVector sum10 = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum20 = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector sum30 = FloatVector.fromArray(SPECIES, start, start3);
        FloatVector sum40 = FloatVector.fromArray(SPECIES, start, start4);
        FloatVector sum50 = FloatVector.fromArray(SPECIES, start, start5);
        FloatVector sum60 = FloatVector.fromArray(SPECIES, start, start6);
        FloatVector sum70 = FloatVector.fromArray(SPECIES, start, start7);
        int left1 = row1 * leftRowStride;
        int left2 = row2 * leftRowStride;
        int left3 = row3 * leftRowStride;
        int left4 = row4 * leftRowStride;
        int left5 = row5 * leftRowStride;
        int left6 = row6 * leftRowStride;
        int left7 = row7 * leftRowStride;
        int l = block.leftAt + row * leftRowStride;
        int w = block.rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            sum00 = FloatVector.broadcast(SPECIES, left[l]).fma(right0, sum00);
            sum10 = FloatVector.broadcast(SPECIES, left[l + left1]).fma(right0, sum10);
            sum20 = FloatVector.broadcast(SPECIES, left[l + left2]).fma(right0, sum20);
            sum30 = FloatVector.broadcast(SPECIES, left[l + left3]).fma(right0, sum30);
            sum40 = FloatVector.broadcast(SPECIES, left[l + left4]).fma(right0, sum40);
            sum50 = FloatVector.broadcast(SPECIES, left[l + left5]).fma(right0, sum50);
            sum60 = FloatVector.broadcast(SPECIES, left[l + left6]).fma(right0, sum60);
            sum70 = FloatVector.broadcast(SPECIES, left[l + left7]).fma(right0, sum70);
            l += leftDepthStride;
            w += rightStride;
        }
        int out0 = block.outAt + row * outStride;
        int out1 = out0 + row1 * outStride;
        int out2 = out0 + row2 * outStride;
        int out3 = out0 + row3 * outStride;
        int out4 = out0 + row4 * outStride;
        int out5 = out0 + row5 * outStride;
        int out6 = out0 + row6 * outStride;
        int out7 = out0 + row7 * outStride;
        sum00.intoArray(out, out0);
        sum10.intoArray(out, out1);
        sum20.intoArray(out, out2);
        sum30.intoArray(out, out3);
        sum40.intoArray(out, out4);
        sum50.intoArray(out, out5);
        sum60.intoArray(out, out6);
        sum70.intoArray(out, out7);
    }
}
