package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Products of fewer columns than a vector has lanes. The lanes that are left over compute what nobody asks for: they read on
 * into what follows a row in memory, and they are stored into the rows that follow, which are computed after and so are
 * stored over them. The last rows, which nothing follows, are computed in scratch, from which their columns are copied.
 * Masks would do the same, but are slow on JDK 17.
 *
 * <p>Sums that begin at the result itself would read what such lanes left there: they all go through scratch.
 */
final class SimdFewColumns {
    private static final int LANES = SimdTiles.LANES;
    private static final int TILE_ROWS = 8;
    private static final float[] NOTHING = {};

    private final SimdOperands operands;
    private final SimdBlock block;
    private final float[] panel;
    private final float[] startRow = new float[LANES];

    /** The rows of one tile, each as wide as a vector. */
    private final float[] scratch = new float[TILE_ROWS * LANES];

    private float[] out = NOTHING;
    private int outOffset;
    private int rows;
    private int columns;

    /** @param panel scratch for copies of the right matrix */
    SimdFewColumns(SimdOperands operands, SimdBlock block, float[] panel) {
        this.operands = operands;
        this.block = block;
        this.panel = panel;
    }

    void multiply(float[] result, int resultOffset, int rows, int depth, int columns) {
        out = result;
        outOffset = resultOffset;
        this.rows = rows;
        this.columns = columns;
        boolean isInPlace = !operands.isTransposed() && operands.rightAt(depth - 1, 0) + LANES <= operands.right.length;
        int blockDepth = isInPlace ? depth : Math.min(depth, panel.length / LANES);
        boolean isOneStart = operands.startOffset == MatrixProduct.NO_START || operands.startRowStride == 0;
        if (!isOneStart || blockDepth < depth) {
            for (int k = 0; k < depth; k += blockDepth) {
                setRight(isInPlace, k, Math.min(blockDepth, depth - k));
                multiplyInScratch(k);
            }
            return;
        }
        setRight(isInPlace, 0, depth);
        if (operands.startOffset == MatrixProduct.NO_START) {
            Arrays.fill(startRow, 0f);
        } else {
            System.arraycopy(operands.start, operands.startOffset, startRow, 0, columns);
        }
        block.setLeft(operands.left, operands.leftOffset, operands.leftRowStride, operands.leftDepthStride);
        block.setStart(startRow, 0, 0);
        block.setOut(out, outOffset, columns);
        int done = rowsThatAreFollowed();
        SimdTiles.multiply(block, 1, done);
        block.setOut(scratch, 0, LANES);
        for (; done < rows; done += TILE_ROWS) {
            int tileRows = Math.min(TILE_ROWS, rows - done);
            block.setLeft(operands.left, operands.leftAt(done, 0), operands.leftRowStride, operands.leftDepthStride);
            SimdTiles.multiply(block, 1, tileRows);
            copyToResult(done, tileRows);
        }
    }

    /** Lets go of the array of the last product. */
    void clear() {
        out = NOTHING;
    }

    private void setRight(boolean isInPlace, int k, int height) {
        int from = operands.rightAt(k, 0);
        if (isInPlace) {
            block.setRight(operands.right, from, columns, height);
            return;
        }
        if (operands.isTransposed()) {
            SimdPanel.transpose(operands.right, from, operands.rightColumnStride, panel, height, LANES, columns);
        } else {
            SimdPanel.spread(operands.right, from, panel, height, columns);
        }
        block.setRight(panel, 0, LANES, height);
    }

    /** How many rows may be stored as whole vectors; whole tiles of them, unless any number is as good. */
    private int rowsThatAreFollowed() {
        int size = rows * columns;
        int followed = size < LANES ? 0 : (size - LANES) / columns + 1;
        return SimdTiles.isShallow(block, 1) ? followed : followed - followed % TILE_ROWS;
    }

    private void multiplyInScratch(int k) {
        for (int row = 0; row < rows; row += TILE_ROWS) {
            int tileRows = Math.min(TILE_ROWS, rows - row);
            if (k > 0) {
                copyToScratch(out, outOffset + row * columns, columns, tileRows);
            } else if (operands.startOffset == MatrixProduct.NO_START) {
                Arrays.fill(scratch, 0f);
            } else {
                int from = operands.startOffset + row * operands.startRowStride;
                copyToScratch(operands.start, from, operands.startRowStride, tileRows);
            }
            block.setLeft(operands.left, operands.leftAt(row, k), operands.leftRowStride, operands.leftDepthStride);
            block.setStart(scratch, 0, LANES);
            block.setOut(scratch, 0, LANES);
            SimdTiles.multiply(block, 1, tileRows);
            copyToResult(row, tileRows);
        }
    }

    private void copyToScratch(float[] source, int from, int stride, int tileRows) {
        for (int r = 0; r < tileRows; r++) {
            System.arraycopy(source, from + r * stride, scratch, r * LANES, columns);
        }
    }

    private void copyToResult(int row, int tileRows) {
        int o = outOffset + row * columns;
        for (int r = 0; r < tileRows; r++) {
            for (int j = 0; j < columns; j++) {
                out[o + j] = scratch[r * LANES + j];
            }
            o += columns;
        }
    }
}
