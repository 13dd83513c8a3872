package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles for whole tiles of rows where the rows of the left matrix lie together in memory, as samples do, and all
 * sums begin at one row of start values: the loop over the depth counts by one through every row, so that C2 takes the
 * checks of bounds out of it. The loop over the tiles of rows is in here, since for shallow products a call for each tile
 * costs as much as the tile. Wider tiles gain nothing from this, and on JDK 25 they lose. {@link SimdWideTiles} says how tiles
 * work.
 */
final class SimdForwardTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private SimdForwardTiles() {}

    /** 8 rows x 1 vector. */
    static void eightByOne(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftAt = block.leftAt;
        int leftRowStride = block.leftRowStride;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int startAt = block.startAt;
        int outAt = block.outAt;
        int outStride = block.outStride;
        int depth = block.depth;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        for (int row = 0; row + 8 <= rows; row += 8) {
            int left0 = leftAt + row * leftRowStride;
            int left1 = left0 + leftRowStride;
            int left2 = left1 + leftRowStride;
            int left3 = left2 + leftRowStride;
            int left4 = left3 + leftRowStride;
            int left5 = left4 + leftRowStride;
            int left6 = left5 + leftRowStride;
            int left7 = left6 + leftRowStride;
            FloatVector sum00 = start0;
            FloatVector sum10 = start0;
            FloatVector sum20 = start0;
            FloatVector sum30 = start0;
            FloatVector sum40 = start0;
            FloatVector sum50 = start0;
            FloatVector sum60 = start0;
            FloatVector sum70 = start0;
            int w = rightAt;
            for (int k = 0; k < depth; k++) {
                FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
                sum00 = FloatVector.broadcast(SPECIES, left[left0 + k]).fma(right0, sum00);
                sum10 = FloatVector.broadcast(SPECIES, left[left1 + k]).fma(right0, sum10);
                sum20 = FloatVector.broadcast(SPECIES, left[left2 + k]).fma(right0, sum20);
                sum30 = FloatVector.broadcast(SPECIES, left[left3 + k]).fma(right0, sum30);
                sum40 = FloatVector.broadcast(SPECIES, left[left4 + k]).fma(right0, sum40);
                sum50 = FloatVector.broadcast(SPECIES, left[left5 + k]).fma(right0, sum50);
                sum60 = FloatVector.broadcast(SPECIES, left[left6 + k]).fma(right0, sum60);
                sum70 = FloatVector.broadcast(SPECIES, left[left7 + k]).fma(right0, sum70);
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

    /** 6 rows x 2 vectors. */
    static void sixByTwo(SimdBlock block, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] start = block.start;
        float[] out = block.out;
        int leftAt = block.leftAt;
        int leftRowStride = block.leftRowStride;
        int rightAt = block.rightAt;
        int rightStride = block.rightStride;
        int second = block.second;
        int startAt = block.startAt;
        int outAt = block.outAt;
        int outStride = block.outStride;
        int depth = block.depth;
        FloatVector start0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector start1 = FloatVector.fromArray(SPECIES, start, startAt + second);
        for (int row = 0; row + 6 <= rows; row += 6) {
            int left0 = leftAt + row * leftRowStride;
            int left1 = left0 + leftRowStride;
            int left2 = left1 + leftRowStride;
            int left3 = left2 + leftRowStride;
            int left4 = left3 + leftRowStride;
            int left5 = left4 + leftRowStride;
            FloatVector sum00 = start0;
            FloatVector sum01 = start1;
            FloatVector sum10 = start0;
            FloatVector sum11 = start1;
            FloatVector sum20 = start0;
            FloatVector sum21 = start1;
            FloatVector sum30 = start0;
            FloatVector sum31 = start1;
            FloatVector sum40 = start0;
            FloatVector sum41 = start1;
            FloatVector sum50 = start0;
            FloatVector sum51 = start1;
            int w = rightAt;
            for (int k = 0; k < depth; k++) {
                FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
                FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + second);
                FloatVector x0 = FloatVector.broadcast(SPECIES, left[left0 + k]);
                sum00 = x0.fma(right0, sum00);
                sum01 = x0.fma(right1, sum01);
                FloatVector x1 = FloatVector.broadcast(SPECIES, left[left1 + k]);
                sum10 = x1.fma(right0, sum10);
                sum11 = x1.fma(right1, sum11);
                FloatVector x2 = FloatVector.broadcast(SPECIES, left[left2 + k]);
                sum20 = x2.fma(right0, sum20);
                sum21 = x2.fma(right1, sum21);
                FloatVector x3 = FloatVector.broadcast(SPECIES, left[left3 + k]);
                sum30 = x3.fma(right0, sum30);
                sum31 = x3.fma(right1, sum31);
                FloatVector x4 = FloatVector.broadcast(SPECIES, left[left4 + k]);
                sum40 = x4.fma(right0, sum40);
                sum41 = x4.fma(right1, sum41);
                FloatVector x5 = FloatVector.broadcast(SPECIES, left[left5 + k]);
                sum50 = x5.fma(right0, sum50);
                sum51 = x5.fma(right1, sum51);
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
}
