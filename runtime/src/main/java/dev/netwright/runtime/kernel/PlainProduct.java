package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * The matrix product in plain Java: {@link PlainTiles}, whose sums are scalar variables, for one row and for few columns,
 * and for the rest loops that HotSpot's C2 vectorises. It does so only where every array is indexed by the bare loop
 * variable, as it can not rule out that two offsets into one array overlap, and on JDK 17 only where a loop is short. So a
 * block of the right matrix is copied into arrays of its own, one for each of its rows, and a row of the result as well;
 * the inner loop adds four rows of the block at a time. The copy of the block is shared by all rows of the result.
 */
final class PlainProduct implements MatrixProduct {
    private static final int BLOCK_COLUMNS = 512;
    private static final int BLOCK_DEPTH = 64;

    /** With fewer columns than these, what a loop costs before and after its vectors is more than scalar sums cost. */
    private static final int LEAST_COLUMNS = 16;

    private static final ThreadLocal<Block> BLOCKS = ThreadLocal.withInitial(Block::new);

    /** One thread's copies: rows of the right matrix and one of the result. */
    private static final class Block {
        final float[] sums = new float[BLOCK_COLUMNS];
        final float[][] right = new float[BLOCK_DEPTH][BLOCK_COLUMNS];
        final float[] together = new float[BLOCK_DEPTH * LEAST_COLUMNS];

        void copy(float[] source, int from, int stride, int height, int width) {
            for (int k = 0; k < height; k++) {
                System.arraycopy(source, from + k * stride, right[k], 0, width);
            }
        }

        void transpose(float[] source, int from, int stride, int height, int width) {
            for (int j = 0; j < width; j++) {
                int at = from + j * stride;
                for (int k = 0; k < height; k++) {
                    right[k][j] = source[at + k];
                }
            }
        }

        /** The few columns of a transpose, where one row follows the other. */
        void transposeTogether(float[] source, int from, int stride, int height, int width) {
            for (int j = 0; j < width; j++) {
                int at = from + j * stride;
                for (int k = 0; k < height; k++) {
                    together[k * width + j] = source[at + k];
                }
            }
        }

        /** Adds the products with the block's rows to {@code rows x width} elements of the result. */
        void addTo(
                float[] out,
                int outOffset,
                int outStride,
                float[] left,
                int leftOffset,
                int leftRowStride,
                int leftDepthStride,
                int rows,
                int height,
                int width) {
            for (int r = 0; r < rows; r++) {
                int l = leftOffset + r * leftRowStride;
                int outAt = outOffset + r * outStride;
                System.arraycopy(out, outAt, sums, 0, width);
                int k = 0;
                for (; k + 4 <= height; k += 4) {
                    addFourRows(
                            sums,
                            right[k],
                            right[k + 1],
                            right[k + 2],
                            right[k + 3],
                            left[l],
                            left[l + leftDepthStride],
                            left[l + 2 * leftDepthStride],
                            left[l + 3 * leftDepthStride],
                            width);
                    l += 4 * leftDepthStride;
                }
                for (; k < height; k++) {
                    addRow(sums, right[k], left[l], width);
                    l += leftDepthStride;
                }
                System.arraycopy(sums, 0, out, outAt, width);
            }
        }
    }

    @Override
    public String description() {
        return "plain Java";
    }

    @Override
    public void multiply(
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
            int columns) {
        for (int r = 0; r < rows; r++) {
            int outAt = outOffset + r * columns;
            if (startOffset == NO_START) {
                Arrays.fill(out, outAt, outAt + columns, 0f);
            } else if (start != out || startOffset + r * startRowStride != outAt) {
                System.arraycopy(start, startOffset + r * startRowStride, out, outAt, columns);
            }
        }
        if (rows == 1 || columns < LEAST_COLUMNS) {
            PlainTiles.addTo(
                    out,
                    outOffset,
                    left,
                    leftOffset,
                    leftRowStride,
                    leftDepthStride,
                    right,
                    rightOffset,
                    rows,
                    depth,
                    columns);
            return;
        }
        Block block = BLOCKS.get();
        for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
            int width = Math.min(BLOCK_COLUMNS, columns - j);
            for (int k = 0; k < depth; k += BLOCK_DEPTH) {
                int height = Math.min(BLOCK_DEPTH, depth - k);
                block.copy(right, rightOffset + k * columns + j, columns, height, width);
                int leftAt = leftOffset + k * leftDepthStride;
                block.addTo(
                        out, outOffset + j, columns, left, leftAt, leftRowStride, leftDepthStride, rows, height, width);
            }
        }
    }

    @Override
    public void multiplyTransposed(
            float[] left, float[] right, int rightOffset, float[] out, int rows, int depth, int columns) {
        Arrays.fill(out, 0, rows * columns, 0f);
        Block block = BLOCKS.get();
        if (columns < LEAST_COLUMNS) {
            for (int k = 0; k < depth; k += BLOCK_DEPTH) {
                int height = Math.min(BLOCK_DEPTH, depth - k);
                block.transposeTogether(right, rightOffset + k, depth, height, columns);
                PlainTiles.addTo(out, 0, left, k, depth, 1, block.together, 0, rows, height, columns);
            }
            return;
        }
        for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
            int width = Math.min(BLOCK_COLUMNS, columns - j);
            for (int k = 0; k < depth; k += BLOCK_DEPTH) {
                int height = Math.min(BLOCK_DEPTH, depth - k);
                block.transpose(right, rightOffset + j * depth + k, depth, height, width);
                block.addTo(out, j, columns, left, k, depth, 1, rows, height, width);
            }
        }
    }

    /** Four additions in their order for every element: one load and one store of the result for four rows. */
    private static void addFourRows(
            float[] sums,
            float[] row0,
            float[] row1,
            float[] row2,
            float[] row3,
            float x0,
            float x1,
            float x2,
            float x3,
            int width) {
        for (int j = 0; j < width; j++) {
            float sum = Math.fma(x0, row0[j], sums[j]);
            sum = Math.fma(x1, row1[j], sum);
            sum = Math.fma(x2, row2[j], sum);
            sums[j] = Math.fma(x3, row3[j], sum);
        }
    }

    private static void addRow(float[] sums, float[] row, float x, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] = Math.fma(x, row[j], sums[j]);
        }
    }
}
