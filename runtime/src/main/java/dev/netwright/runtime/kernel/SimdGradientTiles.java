package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles for whole tiles of rows where neighbouring rows of the left matrix are neighbours in memory, as they are
 * for gradients of weights: its elements are read at constant distances from one place, so that one check of bounds and one
 * address serve them all. {@link SimdWideTiles} says how tiles work. The class is long because each of its five tiles is a straight line of code.
 */
final class SimdGradientTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private SimdGradientTiles() {}

    /** 8 rows x 1 vector. */
    static void eightByOne(SimdBlock block, int firstRow, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftAt = block.leftAt;
        int leftDepthStride = block.leftDepthStride;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int startAt = block.startAt;
        int startStride = block.startStride;
        int outAt = block.outAt;
        int outStride = block.outStride;
        int depth = block.depth;
        for (int row = firstRow; row + 8 <= rows; row += 8) {
            int start0 = startAt + row * startStride;
            int start1 = start0 + startStride;
            int start2 = start1 + startStride;
            int start3 = start2 + startStride;
            int start4 = start3 + startStride;
            int start5 = start4 + startStride;
            int start6 = start5 + startStride;
            int start7 = start6 + startStride;
            FloatVector sum00 = FloatVector.fromArray(SPECIES, start, start0);
            FloatVector sum10 = FloatVector.fromArray(SPECIES, start, start1);
            FloatVector sum20 = FloatVector.fromArray(SPECIES, start, start2);
            FloatVector sum30 = FloatVector.fromArray(SPECIES, start, start3);
            FloatVector sum40 = FloatVector.fromArray(SPECIES, start, start4);
            FloatVector sum50 = FloatVector.fromArray(SPECIES, start, start5);
            FloatVector sum60 = FloatVector.fromArray(SPECIES, start, start6);
            FloatVector sum70 = FloatVector.fromArray(SPECIES, start, start7);
            int l = leftAt + row;
            int w = rightAt;
            for (int k = 0; k < depth; k++) {
                FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
                sum00 = FloatVector.broadcast(SPECIES, left[l]).fma(right0, sum00);
                sum10 = FloatVector.broadcast(SPECIES, left[l + 1]).fma(right0, sum10);
                sum20 = FloatVector.broadcast(SPECIES, left[l + 2]).fma(right0, sum20);
                sum30 = FloatVector.broadcast(SPECIES, left[l + 3]).fma(right0, sum30);
                sum40 = FloatVector.broadcast(SPECIES, left[l + 4]).fma(right0, sum40);
                sum50 = FloatVector.broadcast(SPECIES, left[l + 5]).fma(right0, sum50);
                sum60 = FloatVector.broadcast(SPECIES, left[l + 6]).fma(right0, sum60);
                sum70 = FloatVector.broadcast(SPECIES, left[l + 7]).fma(right0, sum70);
                l += leftDepthStride;
                w += rightStride;
            }
            int out0 = outAt + row * outStride;
            int out1 = out0 + outStride;
            int out2 = out1 + outStride;
            int out3 = out2 + outStride;
            int out4 = out3 + outStride;
            int out5 = out4 + outStride;
            int out6 = out5 + outStride;
            int out7 = out6 + outStride;
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

    /** 4 rows x 1 vector. */
    static void fourByOne(SimdBlock block, int firstRow, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftAt = block.leftAt;
        int leftDepthStride = block.leftDepthStride;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int startAt = block.startAt;
        int startStride = block.startStride;
        int outAt = block.outAt;
        int outStride = block.outStride;
        int depth = block.depth;
        for (int row = firstRow; row + 4 <= rows; row += 4) {
            int start0 = startAt + row * startStride;
            int start1 = start0 + startStride;
            int start2 = start1 + startStride;
            int start3 = start2 + startStride;
            FloatVector sum00 = FloatVector.fromArray(SPECIES, start, start0);
            FloatVector sum10 = FloatVector.fromArray(SPECIES, start, start1);
            FloatVector sum20 = FloatVector.fromArray(SPECIES, start, start2);
            FloatVector sum30 = FloatVector.fromArray(SPECIES, start, start3);
            int l = leftAt + row;
            int w = rightAt;
            for (int k = 0; k < depth; k++) {
                FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
                sum00 = FloatVector.broadcast(SPECIES, left[l]).fma(right0, sum00);
                sum10 = FloatVector.broadcast(SPECIES, left[l + 1]).fma(right0, sum10);
                sum20 = FloatVector.broadcast(SPECIES, left[l + 2]).fma(right0, sum20);
                sum30 = FloatVector.broadcast(SPECIES, left[l + 3]).fma(right0, sum30);
                l += leftDepthStride;
                w += rightStride;
            }
            int out0 = outAt + row * outStride;
            int out1 = out0 + outStride;
            int out2 = out1 + outStride;
            int out3 = out2 + outStride;
            sum00.intoArray(out, out0);
            sum10.intoArray(out, out1);
            sum20.intoArray(out, out2);
            sum30.intoArray(out, out3);
        }
    }

    /** 6 rows x 2 vectors. */
    static void sixByTwo(SimdBlock block, int firstRow, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftAt = block.leftAt;
        int leftDepthStride = block.leftDepthStride;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int second = block.second;
        int startAt = block.startAt;
        int startStride = block.startStride;
        int outAt = block.outAt;
        int outStride = block.outStride;
        int depth = block.depth;
        for (int row = firstRow; row + 6 <= rows; row += 6) {
            int start0 = startAt + row * startStride;
            int start1 = start0 + startStride;
            int start2 = start1 + startStride;
            int start3 = start2 + startStride;
            int start4 = start3 + startStride;
            int start5 = start4 + startStride;
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
            int l = leftAt + row;
            int w = rightAt;
            for (int k = 0; k < depth; k++) {
                FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
                FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + second);
                FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
                sum00 = x0.fma(right0, sum00);
                sum01 = x0.fma(right1, sum01);
                FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + 1]);
                sum10 = x1.fma(right0, sum10);
                sum11 = x1.fma(right1, sum11);
                FloatVector x2 = FloatVector.broadcast(SPECIES, left[l + 2]);
                sum20 = x2.fma(right0, sum20);
                sum21 = x2.fma(right1, sum21);
                FloatVector x3 = FloatVector.broadcast(SPECIES, left[l + 3]);
                sum30 = x3.fma(right0, sum30);
                sum31 = x3.fma(right1, sum31);
                FloatVector x4 = FloatVector.broadcast(SPECIES, left[l + 4]);
                sum40 = x4.fma(right0, sum40);
                sum41 = x4.fma(right1, sum41);
                FloatVector x5 = FloatVector.broadcast(SPECIES, left[l + 5]);
                sum50 = x5.fma(right0, sum50);
                sum51 = x5.fma(right1, sum51);
                l += leftDepthStride;
                w += rightStride;
            }
            int out0 = outAt + row * outStride;
            int out1 = out0 + outStride;
            int out2 = out1 + outStride;
            int out3 = out2 + outStride;
            int out4 = out3 + outStride;
            int out5 = out4 + outStride;
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
    }

    /** 4 rows x 2 vectors. */
    static void fourByTwo(SimdBlock block, int firstRow, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftAt = block.leftAt;
        int leftDepthStride = block.leftDepthStride;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int second = block.second;
        int startAt = block.startAt;
        int startStride = block.startStride;
        int outAt = block.outAt;
        int outStride = block.outStride;
        int depth = block.depth;
        for (int row = firstRow; row + 4 <= rows; row += 4) {
            int start0 = startAt + row * startStride;
            int start1 = start0 + startStride;
            int start2 = start1 + startStride;
            int start3 = start2 + startStride;
            FloatVector sum00 = FloatVector.fromArray(SPECIES, start, start0);
            FloatVector sum01 = FloatVector.fromArray(SPECIES, start, start0 + second);
            FloatVector sum10 = FloatVector.fromArray(SPECIES, start, start1);
            FloatVector sum11 = FloatVector.fromArray(SPECIES, start, start1 + second);
            FloatVector sum20 = FloatVector.fromArray(SPECIES, start, start2);
            FloatVector sum21 = FloatVector.fromArray(SPECIES, start, start2 + second);
            FloatVector sum30 = FloatVector.fromArray(SPECIES, start, start3);
            FloatVector sum31 = FloatVector.fromArray(SPECIES, start, start3 + second);
            int l = leftAt + row;
            int w = rightAt;
            for (int k = 0; k < depth; k++) {
                FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
                FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + second);
                FloatVector x0 = FloatVector.broadcast(SPECIES, left[l]);
                sum00 = x0.fma(right0, sum00);
                sum01 = x0.fma(right1, sum01);
                FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + 1]);
                sum10 = x1.fma(right0, sum10);
                sum11 = x1.fma(right1, sum11);
                FloatVector x2 = FloatVector.broadcast(SPECIES, left[l + 2]);
                sum20 = x2.fma(right0, sum20);
                sum21 = x2.fma(right1, sum21);
                FloatVector x3 = FloatVector.broadcast(SPECIES, left[l + 3]);
                sum30 = x3.fma(right0, sum30);
                sum31 = x3.fma(right1, sum31);
                l += leftDepthStride;
                w += rightStride;
            }
            int out0 = outAt + row * outStride;
            int out1 = out0 + outStride;
            int out2 = out1 + outStride;
            int out3 = out2 + outStride;
            sum00.intoArray(out, out0);
            sum01.intoArray(out, out0 + second);
            sum10.intoArray(out, out1);
            sum11.intoArray(out, out1 + second);
            sum20.intoArray(out, out2);
            sum21.intoArray(out, out2 + second);
            sum30.intoArray(out, out3);
            sum31.intoArray(out, out3 + second);
        }
    }

    /** 6 rows x 4 vectors. */
    static void sixByFour(SimdBlock block, int firstRow, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftAt = block.leftAt;
        int leftDepthStride = block.leftDepthStride;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int startAt = block.startAt;
        int startStride = block.startStride;
        int outAt = block.outAt;
        int outStride = block.outStride;
        int depth = block.depth;
        for (int row = firstRow; row + 6 <= rows; row += 6) {
            int start0 = startAt + row * startStride;
            int start1 = start0 + startStride;
            int start2 = start1 + startStride;
            int start3 = start2 + startStride;
            int start4 = start3 + startStride;
            int start5 = start4 + startStride;
            FloatVector sum00 = FloatVector.fromArray(SPECIES, start, start0);
            FloatVector sum01 = FloatVector.fromArray(SPECIES, start, start0 + LANES);
            FloatVector sum02 = FloatVector.fromArray(SPECIES, start, start0 + 2 * LANES);
            FloatVector sum03 = FloatVector.fromArray(SPECIES, start, start0 + 3 * LANES);
            FloatVector sum10 = FloatVector.fromArray(SPECIES, start, start1);
            FloatVector sum11 = FloatVector.fromArray(SPECIES, start, start1 + LANES);
            FloatVector sum12 = FloatVector.fromArray(SPECIES, start, start1 + 2 * LANES);
            FloatVector sum13 = FloatVector.fromArray(SPECIES, start, start1 + 3 * LANES);
            FloatVector sum20 = FloatVector.fromArray(SPECIES, start, start2);
            FloatVector sum21 = FloatVector.fromArray(SPECIES, start, start2 + LANES);
            FloatVector sum22 = FloatVector.fromArray(SPECIES, start, start2 + 2 * LANES);
            FloatVector sum23 = FloatVector.fromArray(SPECIES, start, start2 + 3 * LANES);
            FloatVector sum30 = FloatVector.fromArray(SPECIES, start, start3);
            FloatVector sum31 = FloatVector.fromArray(SPECIES, start, start3 + LANES);
            FloatVector sum32 = FloatVector.fromArray(SPECIES, start, start3 + 2 * LANES);
            FloatVector sum33 = FloatVector.fromArray(SPECIES, start, start3 + 3 * LANES);
            FloatVector sum40 = FloatVector.fromArray(SPECIES, start, start4);
            FloatVector sum41 = FloatVector.fromArray(SPECIES, start, start4 + LANES);
            FloatVector sum42 = FloatVector.fromArray(SPECIES, start, start4 + 2 * LANES);
            FloatVector sum43 = FloatVector.fromArray(SPECIES, start, start4 + 3 * LANES);
            FloatVector sum50 = FloatVector.fromArray(SPECIES, start, start5);
            FloatVector sum51 = FloatVector.fromArray(SPECIES, start, start5 + LANES);
            FloatVector sum52 = FloatVector.fromArray(SPECIES, start, start5 + 2 * LANES);
            FloatVector sum53 = FloatVector.fromArray(SPECIES, start, start5 + 3 * LANES);
            int l = leftAt + row;
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
                FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + 1]);
                sum10 = x1.fma(right0, sum10);
                sum11 = x1.fma(right1, sum11);
                sum12 = x1.fma(right2, sum12);
                sum13 = x1.fma(right3, sum13);
                FloatVector x2 = FloatVector.broadcast(SPECIES, left[l + 2]);
                sum20 = x2.fma(right0, sum20);
                sum21 = x2.fma(right1, sum21);
                sum22 = x2.fma(right2, sum22);
                sum23 = x2.fma(right3, sum23);
                FloatVector x3 = FloatVector.broadcast(SPECIES, left[l + 3]);
                sum30 = x3.fma(right0, sum30);
                sum31 = x3.fma(right1, sum31);
                sum32 = x3.fma(right2, sum32);
                sum33 = x3.fma(right3, sum33);
                FloatVector x4 = FloatVector.broadcast(SPECIES, left[l + 4]);
                sum40 = x4.fma(right0, sum40);
                sum41 = x4.fma(right1, sum41);
                sum42 = x4.fma(right2, sum42);
                sum43 = x4.fma(right3, sum43);
                FloatVector x5 = FloatVector.broadcast(SPECIES, left[l + 5]);
                sum50 = x5.fma(right0, sum50);
                sum51 = x5.fma(right1, sum51);
                sum52 = x5.fma(right2, sum52);
                sum53 = x5.fma(right3, sum53);
                l += leftDepthStride;
                w += rightStride;
            }
            int out0 = outAt + row * outStride;
            int out1 = out0 + outStride;
            int out2 = out1 + outStride;
            int out3 = out2 + outStride;
            int out4 = out3 + outStride;
            int out5 = out4 + outStride;
            sum00.intoArray(out, out0);
            sum01.intoArray(out, out0 + LANES);
            sum02.intoArray(out, out0 + 2 * LANES);
            sum03.intoArray(out, out0 + 3 * LANES);
            sum10.intoArray(out, out1);
            sum11.intoArray(out, out1 + LANES);
            sum12.intoArray(out, out1 + 2 * LANES);
            sum13.intoArray(out, out1 + 3 * LANES);
            sum20.intoArray(out, out2);
            sum21.intoArray(out, out2 + LANES);
            sum22.intoArray(out, out2 + 2 * LANES);
            sum23.intoArray(out, out2 + 3 * LANES);
            sum30.intoArray(out, out3);
            sum31.intoArray(out, out3 + LANES);
            sum32.intoArray(out, out3 + 2 * LANES);
            sum33.intoArray(out, out3 + 3 * LANES);
            sum40.intoArray(out, out4);
            sum41.intoArray(out, out4 + LANES);
            sum42.intoArray(out, out4 + 2 * LANES);
            sum43.intoArray(out, out4 + 3 * LANES);
            sum50.intoArray(out, out5);
            sum51.intoArray(out, out5 + LANES);
            sum52.intoArray(out, out5 + 2 * LANES);
            sum53.intoArray(out, out5 + 3 * LANES);
        }
    }
}
