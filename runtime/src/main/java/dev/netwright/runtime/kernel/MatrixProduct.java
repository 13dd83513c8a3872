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
     * Multiplies, with sums in two or four {@linkplain SumParts parts}.
     *
     * @param left        its element [r][k] is at {@code leftOffset + r·depth + k}
     * @param right       its element [k][j] is at {@code rightOffset + k·columns + j}
     * @param start       one row of start values for all rows, from {@code startOffset}, {@link #NO_START} to begin at 0
     * @param out         its element [r][j] is at {@code r·columns + j}; no other argument's array
     * @param depth       at least 24
     * @param parts       2 or 4
     */
    default void multiplyInParts(
            float[] left,
            int leftOffset,
            float[] right,
            int rightOffset,
            float[] start,
            int startOffset,
            float[] out,
            int rows,
            int depth,
            int columns,
            int parts) {
        if (rows == 1) {
            RowParts.multiply(left, leftOffset, right, rightOffset, start, startOffset, out, 0, depth, columns, parts);
            return;
        }
        int length = depth / parts;
        multiply(left, leftOffset, depth, 1, right, rightOffset, start, startOffset, 0, out, 0, rows, length, columns);
        float[] further = Scratch.ofAtLeast(rows * columns);
        for (int part = 1; part < parts; part++) {
            int from = part * length;
            int to = part == parts - 1 ? depth : from + length;
            int rightAt = rightOffset + from * columns;
            multiply(
                    left,
                    leftOffset + from,
                    depth,
                    1,
                    right,
                    rightAt,
                    start,
                    NO_START,
                    0,
                    further,
                    0,
                    rows,
                    to - from,
                    columns);
            for (int i = 0; i < rows * columns; i++) {
                out[i] += further[i];
            }
        }
    }

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
