package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Gradients of the weights of convolutions. Their sums are kept in panels as wide as a register tile for the whole batch. Lanes are filters;
 * where that is less work they are values of the patch, which lie together in the copies of columns just as well: six filters would
 * leave most lanes of a wide vector without work.
 */
final class SimdConvolutionWeights {
    private static final int LANES = SimdTiles.LANES;

    /** What tiles read behind the gradients of a result at most. */
    private static final int BEHIND = Math.max(LANES, SimdColumnTiles.MOST_ROWS);

    private SimdConvolutionWeights() {}

    static void gradients(
            ConvolutionColumns of,
            SimdBlock block,
            float[] x,
            int xOffset,
            float[] dz,
            float[] gradients,
            int weightsOffset,
            int rows,
            GradientShare share) {
        int filters = of.filters;
        int from = share.from(of.patchSize);
        int count = share.to(of.patchSize) - from;
        int sumsAt = weightsOffset + from * filters;
        if (!share.continues()) {
            Arrays.fill(gradients, sumsAt, sumsAt + count * filters, 0f);
        }
        if (count == 0) {
            return;
        }
        boolean isTurned = work(filters, count) < work(count, filters);
        int sumsRows = isTurned ? filters : count;
        int width = vectors(isTurned ? count : filters) * LANES;
        int panelHeight = sumsRows + SimdColumnTiles.MOST_ROWS;
        float[] sums = of.sums(panelHeight * width);
        Arrays.fill(sums, 0, panelHeight * width, 0f);
        copySums(gradients, sumsAt, count, filters, sums, sumsRows, isTurned, /* isBegin= */ true);
        int columnSize = of.columnSize();
        int deltasRow = of.outputWidth * filters;
        int chunk = Math.max(1, Math.min(of.outputWidth, SimdConvolutions.BLOCK / columnSize));
        float[] copies = of.columns(chunk);
        for (int row = 0; row < rows; row++) {
            float[] deltas = dz;
            int deltasAt = row * of.outputSize;
            if (deltasAt + of.outputSize + BEHIND > dz.length) {
                deltas = of.patches(of.outputSize + BEHIND);
                System.arraycopy(dz, deltasAt, deltas, 0, of.outputSize);
                deltasAt = 0;
            }
            for (int column = 0; column < of.outputWidth; column += chunk) {
                int columns = Math.min(chunk, of.outputWidth - column);
                SimdColumnLoops.copyColumns(of, x, xOffset + row * of.inputSize, column, columns, copies);
                int deltaAt = deltasAt + column * filters;
                if (isTurned) {
                    block.setLeft(deltas, deltaAt, 1, deltasRow);
                    block.setRight(copies, from, of.patchStep, of.outputHeight);
                    addColumns(block, filters, columnSize, columns, sums, sumsRows, width);
                } else {
                    block.setLeft(copies, from, 1, of.patchStep);
                    block.setRight(deltas, deltaAt, deltasRow, of.outputHeight);
                    addColumns(block, columnSize, filters, columns, sums, sumsRows, width);
                }
            }
        }
        copySums(gradients, sumsAt, count, filters, sums, sumsRows, isTurned, /* isBegin= */ false);
    }

    private static int vectors(int columns) {
        return (columns + LANES - 1) / LANES;
    }

    /** Half cycles of a tile: six rows by two vectors multiply twelve times, eight by one load nine, of each two in a cycle. */
    private static int workOfTwo(int rows) {
        return (rows + 5) / 6 * 12;
    }

    private static int workOfOne(int rows) {
        return (rows + 7) / 8 * 9;
    }

    private static boolean isByTwo(int rows) {
        return workOfTwo(rows) <= 2 * workOfOne(rows);
    }

    /** For one pixel of the result and sums of {@code rows x columns}. */
    private static int work(int rows, int columns) {
        int pairs = vectors(columns) / 2;
        int single = vectors(columns) - 2 * pairs;
        return pairs * Math.min(workOfTwo(rows), 2 * workOfOne(rows)) + single * workOfOne(rows);
    }

    /** The width of the panel that begins at a column. */
    private static int panelWidth(int column, int width, int rows) {
        return isByTwo(rows) ? Math.min(2 * LANES, width - column) : LANES;
    }

    /** Adds the products of some columns to all panels. */
    private static void addColumns(
            SimdBlock block, int leftColumn, int rightColumn, int columns, float[] sums, int rows, int width) {
        int rightAt = block.rightAt;
        int panelWidth;
        for (int j = 0; j < width; j += panelWidth) {
            panelWidth = panelWidth(j, width, rows);
            block.rightAt = rightAt + j;
            block.setOut(sums, (rows + SimdColumnTiles.MOST_ROWS) * j, panelWidth);
            if (panelWidth > LANES) {
                SimdColumnTiles.sixByTwo(block, leftColumn, rightColumn, columns, rows);
            } else {
                SimdColumnTiles.eightByOne(block, leftColumn, rightColumn, columns, rows);
            }
        }
    }

    /** Between gradients of {@code count x filters} and panels of sums: into the sums, or back. */
    private static void copySums(
            float[] gradients,
            int at,
            int count,
            int filters,
            float[] sums,
            int rows,
            boolean isTurned,
            boolean isBegin) {
        int columns = isTurned ? count : filters;
        int width = vectors(columns) * LANES;
        int rowStride = isTurned ? 1 : filters;
        int columnStride = isTurned ? filters : 1;
        int panelWidth;
        for (int j = 0; j < width; j += panelWidth) {
            panelWidth = panelWidth(j, width, rows);
            int inPanel = Math.min(panelWidth, columns - j);
            for (int row = 0; row < rows; row++) {
                int gradient = at + row * rowStride + j * columnStride;
                int sum = (rows + SimdColumnTiles.MOST_ROWS) * j + row * panelWidth;
                for (int i = 0; i < inPanel; i++) {
                    if (isBegin) {
                        sums[sum + i] = gradients[gradient];
                    } else {
                        gradients[gradient] = sums[sum + i];
                    }
                    gradient += columnStride;
                }
            }
        }
    }
}
