package dev.netwright.runtime.kernel;

/**
 * Cuts a product of two rows or more into what the caches hold. The rows are cut into blocks, the depth into blocks, and
 * the columns into panels as wide as a register tile:
 *
 * <pre>{@code
 * for each block of rows
 *     for each block of the depth
 *         for each panel of columns
 *             copy the panel's part of the right matrix together, where that pays
 *             for each tile of rows
 *                 sums = start, or what the block before left
 *                 sums += left·right
 * }</pre>
 *
 * <p>So the block of the left matrix stays in the second cache while all panels pass over it, and the panel while all rows
 * do. The depth is cut only where a panel would not fit, since sums are then stored and read again. Copying a panel pays
 * from {@value #PACKED_ROWS} rows on where the matrix outgrows the first cache; it is needed where the right matrix is a
 * transpose. Fewer columns than a vector has lanes are the work of {@link SimdFewColumns}.
 *
 * <p>One thread's: it holds the arguments of the current product, and scratch.
 */
final class SimdBlocks {
    private static final int LANES = SimdTiles.LANES;

    /** Half of a second cache of a megabyte. */
    private static final int LEFT_BLOCK = 131_072;

    private static final int LEAST_BLOCK_ROWS = 192;

    /** Tiles of 6 and of 8 rows divide it. */
    private static final int TILE_ROWS = 24;

    /** Up to this depth sums need not be stored and continued, which costs more than a panel that is too large. */
    private static final int WHOLE_DEPTH = 1_024;

    private static final int BLOCK_DEPTH = 512;

    /** From so many rows on copying a panel costs less than reading it in place. */
    private static final int PACKED_ROWS = 48;

    /** A matrix of so few elements stays in the first cache wherever its rows lie. */
    private static final int FIRST_CACHE = 8_192;

    private static final float[] NOTHING = {};
    private static final float[] ZEROS = new float[SimdTiles.MOST_VECTORS * LANES];

    private final float[] panel = new float[WHOLE_DEPTH * SimdTiles.MOST_VECTORS * LANES];
    private final SimdOperands operands = new SimdOperands();
    private final SimdBlock block = new SimdBlock();
    private final SimdFewColumns fewColumns = new SimdFewColumns(operands, block, panel);

    private float[] out = NOTHING;
    private int outOffset;
    private int columns;

    /** The arguments of the next product, to be set before it. */
    SimdOperands operands() {
        return operands;
    }

    void multiply(float[] result, int resultOffset, int rows, int depth, int columns) {
        out = result;
        outOffset = resultOffset;
        this.columns = columns;
        if (columns < LANES) {
            fewColumns.multiply(result, resultOffset, rows, depth, columns);
            return;
        }
        int blockDepth = depth <= WHOLE_DEPTH ? depth : blockSize(depth, BLOCK_DEPTH, 1);
        int mostRows = Math.max(LEAST_BLOCK_ROWS, LEFT_BLOCK / blockDepth);
        int blockRows = rows <= mostRows ? rows : blockSize(rows, mostRows, TILE_ROWS);
        for (int row = 0; row < rows; row += blockRows) {
            for (int k = 0; k < depth; k += blockDepth) {
                multiplyBlock(row, Math.min(blockRows, rows - row), k, Math.min(blockDepth, depth - k));
            }
        }
    }

    /** Lets go of the arrays of the last product. */
    void clear() {
        out = NOTHING;
        operands.clear();
        block.clear();
        fewColumns.clear();
    }

    private void multiplyBlock(int row, int rows, int k, int height) {
        SimdOperands of = operands;
        block.setLeft(of.left, of.leftAt(row, k), of.leftRowStride, of.leftDepthStride);
        int mostVectors = of.leftDepthStride == 1 && height <= SimdTiles.SHALLOW ? 2 : SimdTiles.MOST_VECTORS;
        boolean isCopied =
                rows >= PACKED_ROWS && height * of.rightDepthStride > FIRST_CACHE && columns > mostVectors * LANES;
        int width;
        for (int column = 0; column < columns; column += width) {
            int vectors = panelVectors(columns - column, mostVectors);
            width = Math.min(columns - column, vectors * LANES);
            int from = of.rightAt(k, column);
            if (of.isTransposed()) {
                SimdPanel.transpose(of.right, from, of.rightColumnStride, panel, height, width, width);
                block.setRight(panel, 0, width, height);
            } else if (isCopied) {
                SimdPanel.copy(of.right, from, of.rightDepthStride, panel, height, width);
                block.setRight(panel, 0, width, height);
            } else {
                block.setRight(of.right, from, of.rightDepthStride, height);
            }
            int outAt = outOffset + row * columns + column;
            if (k > 0) {
                block.setStart(out, outAt, columns);
            } else if (of.startOffset == MatrixProduct.NO_START) {
                block.setStart(ZEROS, 0, 0);
            } else {
                block.setStart(of.start, of.startOffset + row * of.startRowStride + column, of.startRowStride);
            }
            block.setOut(out, outAt, columns);
            block.second = width - LANES;
            SimdTiles.multiply(block, vectors, rows);
        }
    }

    /** Cuts a size into as few blocks as may be, all about as large, and all but the last a multiple of {@code unit}. */
    private static int blockSize(int size, int most, int unit) {
        int blocks = (size + most - 1) / most;
        int even = (size + blocks - 1) / blocks;
        return (even + unit - 1) / unit * unit;
    }

    /**
     * As many vectors as fit a tile, but never so many that less than a vector is left over. A panel of two vectors may be
     * narrower than two, but not than one.
     */
    private static int panelVectors(int columnsLeft, int mostVectors) {
        if (mostVectors == 4 && isWholeAfter(columnsLeft - 4 * LANES)) {
            return 4;
        }
        boolean isTwo = columnsLeft > LANES && (columnsLeft <= 2 * LANES || isWholeAfter(columnsLeft - 2 * LANES));
        return isTwo ? 2 : 1;
    }

    private static boolean isWholeAfter(int columnsLeft) {
        return columnsLeft == 0 || columnsLeft >= LANES;
    }
}
