package dev.netwright.runtime.kernel;

/**
 * The operation behind the door: a matrix product whose every sum has one defined order, so that all implementations give
 * the same bits.
 *
 * <p>For every row r and column j the sum begins at its start value and then, for k = 0, 1, ... depth - 1 in this order,
 * becomes {@code fma(left[r][k], right[k][j], sum)}. So a long sum may be cut at any k, stored and continued: a product
 * whose start is its own result goes on where the last one ended.
 */
interface MatrixProduct {
    /** Stands for "no start values": sums begin at 0. */
    int NO_START = -1;

    /**
     * Multiplies.
     *
     * @param left        its element [r][k] is at {@code leftOffset + r·leftRowStride + k·leftDepthStride}, so that a
     *                    matrix and its transpose are read alike
     * @param right       its element [k][j] is at {@code rightOffset + k·columns + j}
     * @param start       its element [r][j] is at {@code startOffset + r·startRowStride + j}; a stride of 0 gives every row
     *                    the same start. May be {@code out} itself, at the same places.
     * @param startOffset {@link #NO_START} to begin at 0
     * @param out         its element [r][j] is at {@code outOffset + r·columns + j}; otherwise no other argument's array
     */
    void multiply(
            float[] left,
            int leftOffset,
            int leftRowStride,
            int leftDepthStride,
            float[] right,
            int rightOffset,
            float[] start,
            int startOffset,
            int startRowStride,
            float[] out,
            int outOffset,
            int rows,
            int depth,
            int columns);

    /**
     * Multiplies with the transpose of the right matrix; sums begin at 0.
     *
     * @param left  its element [r][k] is at {@code r·depth + k}
     * @param right its element [k][j] is at {@code rightOffset + j·depth + k}
     * @param out   its element [r][j] is at {@code r·columns + j}; no other argument's array
     */
    void multiplyTransposed(
            float[] left, float[] right, int rightOffset, float[] out, int rows, int depth, int columns);

    /** What this is, for the log. */
    String description();
}
