package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles four vectors wide, for AVX-512 with its 32 registers: each vector of the right matrix that is loaded
 * serves every row of the tile, and there are sums enough to hide the latency of a fused multiply-add (4 cycles, two at a
 * time: 8 sums at least).
 *
 * <p>All tiles of this package work alike. Every sum begins at its element of the start values and adds the depth in
 * ascending order. Here and in {@link SimdNarrowTiles} every matrix is read by its strides, and where fewer rows are left
 * than a tile has, {@code lastRow} says how many more than one there are: the rows after it compute the last one again,
 * which is harmless because every sum is loaded before any is stored.
 */
final class SimdWideTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private SimdWideTiles() {}

    /** 6 rows x 4 vectors: 24 sums, 4 vectors of the right matrix and 1 of the left are 29 registers. */
    static void sixByFour(SimdBlock block, int row, int lastRow) {
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
        int start0 = block.startAt + row * startStride;
        int start1 = start0 + row1 * startStride;
        int start2 = start0 + row2 * startStride;
        int start3 = start0 + row3 * startStride;
        int start4 = start0 + row4 * startStride;
        int start5 = start0 + row5 * startStride;
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
        int left1 = row1 * leftRowStride;
        int left2 = row2 * leftRowStride;
        int left3 = row3 * leftRowStride;
        int left4 = row4 * leftRowStride;
        int left5 = row5 * leftRowStride;
        int l = block.leftAt + row * leftRowStride;
        int w = block.rightAt;
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
            FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + left1]);
            sum10 = x1.fma(right0, sum10);
            sum11 = x1.fma(right1, sum11);
            sum12 = x1.fma(right2, sum12);
            sum13 = x1.fma(right3, sum13);
            FloatVector x2 = FloatVector.broadcast(SPECIES, left[l + left2]);
            sum20 = x2.fma(right0, sum20);
            sum21 = x2.fma(right1, sum21);
            sum22 = x2.fma(right2, sum22);
            sum23 = x2.fma(right3, sum23);
            FloatVector x3 = FloatVector.broadcast(SPECIES, left[l + left3]);
            sum30 = x3.fma(right0, sum30);
            sum31 = x3.fma(right1, sum31);
            sum32 = x3.fma(right2, sum32);
            sum33 = x3.fma(right3, sum33);
            FloatVector x4 = FloatVector.broadcast(SPECIES, left[l + left4]);
            sum40 = x4.fma(right0, sum40);
            sum41 = x4.fma(right1, sum41);
            sum42 = x4.fma(right2, sum42);
            sum43 = x4.fma(right3, sum43);
            FloatVector x5 = FloatVector.broadcast(SPECIES, left[l + left5]);
            sum50 = x5.fma(right0, sum50);
            sum51 = x5.fma(right1, sum51);
            sum52 = x5.fma(right2, sum52);
            sum53 = x5.fma(right3, sum53);
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

    /** 4 rows x 4 vectors, so that rows which six does not divide are not computed in vain. */
    static void fourByFour(SimdBlock block, int row, int lastRow) {
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
        int start0 = block.startAt + row * startStride;
        int start1 = start0 + row1 * startStride;
        int start2 = start0 + row2 * startStride;
        int start3 = start0 + row3 * startStride;
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
        int left1 = row1 * leftRowStride;
        int left2 = row2 * leftRowStride;
        int left3 = row3 * leftRowStride;
        int l = block.leftAt + row * leftRowStride;
        int w = block.rightAt;
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
            FloatVector x1 = FloatVector.broadcast(SPECIES, left[l + left1]);
            sum10 = x1.fma(right0, sum10);
            sum11 = x1.fma(right1, sum11);
            sum12 = x1.fma(right2, sum12);
            sum13 = x1.fma(right3, sum13);
            FloatVector x2 = FloatVector.broadcast(SPECIES, left[l + left2]);
            sum20 = x2.fma(right0, sum20);
            sum21 = x2.fma(right1, sum21);
            sum22 = x2.fma(right2, sum22);
            sum23 = x2.fma(right3, sum23);
            FloatVector x3 = FloatVector.broadcast(SPECIES, left[l + left3]);
            sum30 = x3.fma(right0, sum30);
            sum31 = x3.fma(right1, sum31);
            sum32 = x3.fma(right2, sum32);
            sum33 = x3.fma(right3, sum33);
            l += leftDepthStride;
            w += rightStride;
        }
        int out0 = block.outAt + row * outStride;
        int out1 = out0 + row1 * outStride;
        int out2 = out0 + row2 * outStride;
        int out3 = out0 + row3 * outStride;
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
    }
}
