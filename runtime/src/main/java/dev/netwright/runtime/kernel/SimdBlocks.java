package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Cuts a product of two rows or more into register tiles. The columns are cut into panels as wide as a tile, the depth into
 * blocks, and the rows into tiles:
 *
 * <pre>{@code
 * for each panel of columns
 *     for each block of the depth
 *         copy the block's part of the right matrix together, where that pays
 *         for each tile of rows
 *             sums = start, or what the block before left
 *             sums += left·right
 * }</pre>
 *
 * <p>A copied panel lies in consecutive memory and stays in the second cache while all rows pass over it. Read in place,
 * rows that are a power of two apart would push one another out of the cache. The copy pays from {@value #PACKED_ROWS} rows
 * on; it is needed where the right matrix is a transpose, and where the last vector is only partly inside.
 *
 * <p>One thread's: it holds the arguments of the current product, and scratch.
 */
final class SimdBlocks {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    /** AVX-512 has 32 registers, which hold the sums of four vectors by six rows; others have 16. */
    private static final int MOST_VECTORS = LANES >= 16 ? 4 : 2;

    private static final int MOST_ROWS = 8;
    private static final int BLOCK_DEPTH = 512;

    /** From so many rows on copying a panel costs less than reading it in place. */
    private static final int PACKED_ROWS = 48;

    private static final float[] ZEROS = new float[MOST_VECTORS * LANES];

    private final float[] panel = new float[BLOCK_DEPTH * MOST_VECTORS * LANES];

    /** Where a tile that is only partly inside the result is computed: its rows, each as wide as the tile. */
    private final float[] edge = new float[MOST_ROWS * MOST_VECTORS * LANES];

    private float[] left = {};
    private int leftOffset;
    private int leftRowStride;
    private int leftDepthStride;
    private float[] right = {};
    private int rightOffset;
    private int rightDepthStride;
    private int rightColumnStride;
    private float[] start = {};
    private int startOffset;
    private int startRowStride;
    private float[] out = {};
    private int outOffset;
    private int rows;
    private int columns;

    void setLeft(float[] array, int offset, int rowStride, int depthStride) {
        left = array;
        leftOffset = offset;
        leftRowStride = rowStride;
        leftDepthStride = depthStride;
    }

    /** One of the strides is 1: that of the columns, or for a transpose that of the depth. */
    void setRight(float[] array, int offset, int depthStride, int columnStride) {
        right = array;
        rightOffset = offset;
        rightDepthStride = depthStride;
        rightColumnStride = columnStride;
    }

    void setStart(float[] array, int offset, int rowStride) {
        start = array;
        startOffset = offset;
        startRowStride = rowStride;
    }

    void multiply(float[] result, int resultOffset, int rows, int depth, int columns) {
        this.out = result;
        this.outOffset = resultOffset;
        this.rows = rows;
        this.columns = columns;
        int width;
        for (int column = 0; column < columns; column += width) {
            int vectors = tileVectors(columns - column);
            width = vectors * LANES;
            int inside = Math.min(width, columns - column);
            boolean isPacked =
                    rightColumnStride != 1 || inside < width || (rows >= PACKED_ROWS && rightDepthStride > width);
            if (isPacked) {
                multiplyPacked(column, vectors, inside, depth);
            } else {
                multiplyRows(column, vectors, inside, right, rightOffset + column, rightDepthStride, 0, depth);
            }
        }
    }

    /** As wide as the columns that are left allow: three vectors are two and one. */
    private static int tileVectors(int columnsLeft) {
        int vectors = (columnsLeft + LANES - 1) / LANES;
        return vectors >= MOST_VECTORS ? MOST_VECTORS : Math.min(2, vectors);
    }

    private void multiplyPacked(int column, int vectors, int inside, int depth) {
        int width = vectors * LANES;
        for (int k = 0; k < depth; k += BLOCK_DEPTH) {
            int height = Math.min(BLOCK_DEPTH, depth - k);
            if (rightColumnStride == 1) {
                copyPanel(rightOffset + k * rightDepthStride + column, width, inside, height);
            } else {
                transposePanel(rightOffset + k + column * rightColumnStride, width, inside, height);
            }
            multiplyRows(column, vectors, inside, panel, 0, width, k, height);
        }
    }

    private void copyPanel(int from, int width, int inside, int height) {
        for (int k = 0; k < height; k++) {
            System.arraycopy(right, from + k * rightDepthStride, panel, k * width, inside);
        }
    }

    /** Eight columns at a time: each is a run of consecutive floats, and eight runs fit the registers and the cache. */
    private void transposePanel(int from, int width, int inside, int height) {
        int stride = rightColumnStride;
        int column = 0;
        for (; column + 8 <= inside; column += 8) {
            int source = from + column * stride;
            int target = column;
            for (int k = 0; k < height; k++) {
                panel[target] = right[source];
                panel[target + 1] = right[source + stride];
                panel[target + 2] = right[source + 2 * stride];
                panel[target + 3] = right[source + 3 * stride];
                panel[target + 4] = right[source + 4 * stride];
                panel[target + 5] = right[source + 5 * stride];
                panel[target + 6] = right[source + 6 * stride];
                panel[target + 7] = right[source + 7 * stride];
                source++;
                target += width;
            }
        }
        for (; column < inside; column++) {
            int source = from + column * stride;
            for (int k = 0; k < height; k++) {
                panel[k * width + column] = right[source + k];
            }
        }
    }

    /** All rows over one block of the depth, from {@code k} on. */
    private void multiplyRows(
            int column, int vectors, int inside, float[] block, int blockAt, int blockStride, int k, int height) {
        int tileRows;
        for (int row = 0; row < rows; row += tileRows) {
            tileRows = tileRows(rows - row, vectors);
            int lastRow = Math.min(tileRows, rows - row) - 1;
            int leftAt = leftOffset + row * leftRowStride + k * leftDepthStride;
            int outAt = outOffset + row * columns + column;
            float[] from = k == 0 ? start : out;
            int fromAt = k == 0 ? startOffset + row * startRowStride + column : outAt;
            int fromStride = k == 0 ? startRowStride : columns;
            if (k == 0 && startOffset == MatrixProduct.NO_START) {
                from = ZEROS;
                fromAt = 0;
                fromStride = 0;
            }
            if (inside == vectors * LANES) {
                tile(
                        tileRows,
                        vectors,
                        leftAt,
                        block,
                        blockAt,
                        blockStride,
                        from,
                        fromAt,
                        fromStride,
                        out,
                        outAt,
                        columns,
                        height,
                        lastRow);
            } else {
                edgeTile(
                        tileRows,
                        vectors,
                        inside,
                        leftAt,
                        block,
                        blockAt,
                        blockStride,
                        from,
                        fromAt,
                        fromStride,
                        outAt,
                        height,
                        lastRow);
            }
        }
    }

    /** Six rows, and four for what six leaves over, so that at most one row is computed in vain. */
    private static int tileRows(int rowsLeft, int vectors) {
        if (vectors == 1) {
            return 8;
        }
        boolean isFour = vectors == 4 && (rowsLeft <= 4 || rowsLeft == 7 || rowsLeft == 8);
        return isFour ? 4 : 6;
    }

    /** A tile whose last columns are outside the result: computed in scratch, from which its valid columns are copied. */
    private void edgeTile(
            int tileRows,
            int vectors,
            int inside,
            int leftAt,
            float[] block,
            int blockAt,
            int blockStride,
            float[] from,
            int fromAt,
            int fromStride,
            int outAt,
            int height,
            int lastRow) {
        int width = vectors * LANES;
        for (int r = 0; r <= lastRow; r++) {
            System.arraycopy(from, fromAt + r * fromStride, edge, r * width, inside);
        }
        tile(tileRows, vectors, leftAt, block, blockAt, blockStride, edge, 0, width, edge, 0, width, height, lastRow);
        for (int r = 0; r <= lastRow; r++) {
            System.arraycopy(edge, r * width, out, outAt + r * columns, inside);
        }
    }

    private void tile(
            int tileRows,
            int vectors,
            int leftAt,
            float[] block,
            int blockAt,
            int blockStride,
            float[] from,
            int fromAt,
            int fromStride,
            float[] to,
            int toAt,
            int toStride,
            int height,
            int lastRow) {
        if (vectors == 4 && tileRows == 6) {
            SimdWideTiles.sixByFour(
                    left,
                    leftAt,
                    leftRowStride,
                    leftDepthStride,
                    block,
                    blockAt,
                    blockStride,
                    from,
                    fromAt,
                    fromStride,
                    to,
                    toAt,
                    toStride,
                    height,
                    lastRow);
        } else if (vectors == 4) {
            SimdWideTiles.fourByFour(
                    left,
                    leftAt,
                    leftRowStride,
                    leftDepthStride,
                    block,
                    blockAt,
                    blockStride,
                    from,
                    fromAt,
                    fromStride,
                    to,
                    toAt,
                    toStride,
                    height,
                    lastRow);
        } else if (vectors == 2) {
            SimdNarrowTiles.sixByTwo(
                    left,
                    leftAt,
                    leftRowStride,
                    leftDepthStride,
                    block,
                    blockAt,
                    blockStride,
                    from,
                    fromAt,
                    fromStride,
                    to,
                    toAt,
                    toStride,
                    height,
                    lastRow);
        } else {
            SimdNarrowTiles.eightByOne(
                    left,
                    leftAt,
                    leftRowStride,
                    leftDepthStride,
                    block,
                    blockAt,
                    blockStride,
                    from,
                    fromAt,
                    fromStride,
                    to,
                    toAt,
                    toStride,
                    height,
                    lastRow);
        }
    }
}
