package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles for gradients of the weights of convolutions: those of {@link SimdGradientTiles}, with a depth of whole columns of
 * {@link ConvolutionColumns}, and always whole: what they compute behind the last row goes where nobody looks.
 * Columns are no loop of their own: C2 keeps sums in registers through one loop, not through two.
 */
final class SimdColumnTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Rows of the largest tile. */
    static final int MOST_ROWS = 8;

    private SimdColumnTiles() {}

    /**
     * 8 rows x 1 vector of sums that go on from what the result holds.
     *
     * @param leftColumn  from one column of the left matrix to the next
     * @param rightColumn from one column of the right matrix to the next
     */
    static void eightByOne(SimdBlock block, int leftColumn, int rightColumn, int columns, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] out = block.out;
        int leftDepthStride = block.leftDepthStride;
        int rightStride = block.rightStride;
        int depth = block.depth;
        int all = columns * depth;
        int leftJump = leftColumn - depth * leftDepthStride;
        int rightJump = rightColumn - depth * rightStride;
        for (int row = 0; row < rows; row += 8) {
            int out0 = block.outAt + row * LANES;
            FloatVector sum0 = FloatVector.fromArray(SPECIES, out, out0);
            FloatVector sum1 = FloatVector.fromArray(SPECIES, out, out0 + LANES);
            FloatVector sum2 = FloatVector.fromArray(SPECIES, out, out0 + 2 * LANES);
            FloatVector sum3 = FloatVector.fromArray(SPECIES, out, out0 + 3 * LANES);
            FloatVector sum4 = FloatVector.fromArray(SPECIES, out, out0 + 4 * LANES);
            FloatVector sum5 = FloatVector.fromArray(SPECIES, out, out0 + 5 * LANES);
            FloatVector sum6 = FloatVector.fromArray(SPECIES, out, out0 + 6 * LANES);
            FloatVector sum7 = FloatVector.fromArray(SPECIES, out, out0 + 7 * LANES);
            int l = block.leftAt + row;
            int r = block.rightAt;
            int leftInColumn = depth;
            for (int k = 0; k < all; k++) {
                FloatVector right0 = FloatVector.fromArray(SPECIES, right, r);
                sum0 = FloatVector.broadcast(SPECIES, left[l]).fma(right0, sum0);
                sum1 = FloatVector.broadcast(SPECIES, left[l + 1]).fma(right0, sum1);
                sum2 = FloatVector.broadcast(SPECIES, left[l + 2]).fma(right0, sum2);
                sum3 = FloatVector.broadcast(SPECIES, left[l + 3]).fma(right0, sum3);
                sum4 = FloatVector.broadcast(SPECIES, left[l + 4]).fma(right0, sum4);
                sum5 = FloatVector.broadcast(SPECIES, left[l + 5]).fma(right0, sum5);
                sum6 = FloatVector.broadcast(SPECIES, left[l + 6]).fma(right0, sum6);
                sum7 = FloatVector.broadcast(SPECIES, left[l + 7]).fma(right0, sum7);
                l += leftDepthStride;
                r += rightStride;
                leftInColumn--;
                if (leftInColumn == 0) {
                    leftInColumn = depth;
                    l += leftJump;
                    r += rightJump;
                }
            }
            sum0.intoArray(out, out0);
            sum1.intoArray(out, out0 + LANES);
            sum2.intoArray(out, out0 + 2 * LANES);
            sum3.intoArray(out, out0 + 3 * LANES);
            sum4.intoArray(out, out0 + 4 * LANES);
            sum5.intoArray(out, out0 + 5 * LANES);
            sum6.intoArray(out, out0 + 6 * LANES);
            sum7.intoArray(out, out0 + 7 * LANES);
        }
    }

    /** 6 rows x 2 vectors; otherwise as {@link #eightByOne}. */
    static void sixByTwo(SimdBlock block, int leftColumn, int rightColumn, int columns, int rows) {
        float[] left = block.left;
        float[] right = block.right;
        float[] out = block.out;
        int leftDepthStride = block.leftDepthStride;
        int rightStride = block.rightStride;
        int depth = block.depth;
        int all = columns * depth;
        int leftJump = leftColumn - depth * leftDepthStride;
        int rightJump = rightColumn - depth * rightStride;
        for (int row = 0; row < rows; row += 6) {
            int out0 = block.outAt + row * 2 * LANES;
            FloatVector sum00 = FloatVector.fromArray(SPECIES, out, out0);
            FloatVector sum01 = FloatVector.fromArray(SPECIES, out, out0 + LANES);
            FloatVector sum10 = FloatVector.fromArray(SPECIES, out, out0 + 2 * LANES);
            FloatVector sum11 = FloatVector.fromArray(SPECIES, out, out0 + 3 * LANES);
            FloatVector sum20 = FloatVector.fromArray(SPECIES, out, out0 + 4 * LANES);
            FloatVector sum21 = FloatVector.fromArray(SPECIES, out, out0 + 5 * LANES);
            FloatVector sum30 = FloatVector.fromArray(SPECIES, out, out0 + 6 * LANES);
            FloatVector sum31 = FloatVector.fromArray(SPECIES, out, out0 + 7 * LANES);
            FloatVector sum40 = FloatVector.fromArray(SPECIES, out, out0 + 8 * LANES);
            FloatVector sum41 = FloatVector.fromArray(SPECIES, out, out0 + 9 * LANES);
            FloatVector sum50 = FloatVector.fromArray(SPECIES, out, out0 + 10 * LANES);
            FloatVector sum51 = FloatVector.fromArray(SPECIES, out, out0 + 11 * LANES);
            int l = block.leftAt + row;
            int r = block.rightAt;
            int leftInColumn = depth;
            for (int k = 0; k < all; k++) {
                FloatVector right0 = FloatVector.fromArray(SPECIES, right, r);
                FloatVector right1 = FloatVector.fromArray(SPECIES, right, r + LANES);
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
                r += rightStride;
                leftInColumn--;
                if (leftInColumn == 0) {
                    leftInColumn = depth;
                    l += leftJump;
                    r += rightJump;
                }
            }
            sum00.intoArray(out, out0);
            sum01.intoArray(out, out0 + LANES);
            sum10.intoArray(out, out0 + 2 * LANES);
            sum11.intoArray(out, out0 + 3 * LANES);
            sum20.intoArray(out, out0 + 4 * LANES);
            sum21.intoArray(out, out0 + 5 * LANES);
            sum30.intoArray(out, out0 + 6 * LANES);
            sum31.intoArray(out, out0 + 7 * LANES);
            sum40.intoArray(out, out0 + 8 * LANES);
            sum41.intoArray(out, out0 + 9 * LANES);
            sum50.intoArray(out, out0 + 10 * LANES);
            sum51.intoArray(out, out0 + 11 * LANES);
        }
    }
}
