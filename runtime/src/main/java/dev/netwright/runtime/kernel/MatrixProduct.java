package dev.netwright.runtime.kernel;

/**
 * The one operation behind the door: a matrix product whose every sum has one defined order, so that all
 * implementations give the same bits.
 */
interface MatrixProduct {
    /** Stands for "no start values": sums start at 0. */
    int NO_START = -1;

    /**
     * For every row r and column j: {@code out[r][j] = start[j]}, and then for k = 0, 1, ... depth - 1, in this order,
     * {@code out[r][j] = fma(left[r][k], right[k][j], out[r][j])}. {@code out} must be no other argument's array.
     *
     * @param left            its element [r][k] is at {@code leftOffset + r·leftRowStride + k·leftDepthStride}, so that
     *                        a matrix and its transpose are read alike
     * @param right           its element [k][j] is at {@code rightOffset + k·columns + j}
     * @param start           where the start values are, at {@code startOffset + j}
     * @param startOffset     {@link #NO_START} to start at 0
     * @param out             its element [r][j] is at {@code outOffset + r·columns + j}
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
            float[] out,
            int outOffset,
            int rows,
            int depth,
            int columns);

    /** What this is, for the log. */
    String description();
}
