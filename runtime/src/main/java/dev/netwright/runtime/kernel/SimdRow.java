package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * The product of one row with a matrix, which is what a single sample needs: the weights are read once, in place, and
 * almost nothing is copied. Columns that vectors do not divide are computed by vectors that overlap.
 */
final class SimdRow {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final int MOST_VECTORS = 8;

    /** Fewer columns are computed one by one. */
    static final int SHORT = 4;

    private static final float[] ZEROS = new float[MOST_VECTORS * LANES];

    private SimdRow() {}

    static void multiply(
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightOffset,
            float[] start,
            int startOffset,
            float[] out,
            int outOffset,
            int depth,
            int columns) {
        if (columns < SHORT) {
            ShortRows.multiply(
                    left, leftAt, leftStride, right, rightOffset, start, startOffset, out, outOffset, depth, columns);
            return;
        }
        if (columns < LANES) {
            SimdShortRow.multiply(
                    left,
                    leftAt,
                    leftStride,
                    right,
                    rightOffset,
                    start,
                    startOffset,
                    out,
                    outOffset,
                    depth,
                    columns,
                    1);
            return;
        }
        int width;
        for (int column = 0; column < columns; column += width) {
            width = panelWidth(columns - column);
            boolean isZero = startOffset == MatrixProduct.NO_START;
            float[] from = isZero ? ZEROS : start;
            int fromAt = isZero ? 0 : startOffset + column;
            int w = rightOffset + column;
            int o = outOffset + column;
            int last = width - LANES;
            if (last == 0) {
                SimdRowTiles.oneByOne(left, leftAt, leftStride, right, w, columns, from, fromAt, out, o, depth);
            } else if (width <= 2 * LANES) {
                SimdRowTiles.oneByTwo(left, leftAt, leftStride, right, w, columns, from, fromAt, out, o, depth, last);
            } else if (width <= 4 * LANES) {
                SimdRowTiles.oneByFour(left, leftAt, leftStride, right, w, columns, from, fromAt, out, o, depth, last);
            } else {
                SimdRowTiles.oneByEight(left, leftAt, leftStride, right, w, columns, from, fromAt, out, o, depth, last);
            }
        }
    }

    /** As many columns as eight vectors hold, but fewer where less than a vector would be left over. */
    private static int panelWidth(int columnsLeft) {
        int most = MOST_VECTORS * LANES;
        if (columnsLeft <= most) {
            return columnsLeft;
        }
        return columnsLeft >= most + LANES ? most : most / 2;
    }
}
