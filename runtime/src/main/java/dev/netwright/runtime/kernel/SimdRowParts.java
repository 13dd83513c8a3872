package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of one row whose sums are taken in {@linkplain SumParts parts}: as many chains of multiply-adds side by side as
 * processors need to be busy. The last vector begins {@code last} columns after the first, so that it ends at the last column,
 * and one before it that would end later begins there as well; columns that are computed twice are stored alike. The right
 * matrix has {@code stride} columns.
 */
final class SimdRowParts {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final float[] ZEROS = new float[4 * LANES];

    private SimdRowParts() {}

    static void multiply(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            float[] start,
            int startOffset,
            float[] out,
            int outAt,
            int depth,
            int columns,
            int parts) {
        if (columns < SimdRow.SHORT) {
            RowParts.multiply(x, xAt, right, rightAt, start, startOffset, out, outAt, depth, columns, parts);
            return;
        }
        if (columns < LANES) {
            SimdShortRow.multiply(x, xAt, 1, right, rightAt, start, startOffset, out, outAt, depth, columns, parts);
            return;
        }
        boolean isZero = startOffset == MatrixProduct.NO_START;
        float[] from = isZero ? ZEROS : start;
        int most = (parts == 2 ? 4 : 2) * LANES;
        int width;
        for (int column = 0; column < columns; column += width) {
            width = panelWidth(columns - column, most);
            int fromAt = isZero ? 0 : startOffset + column;
            int w = rightAt + column;
            int o = outAt + column;
            int last = width - LANES;
            if (parts == 4) {
                twoVectorsInFour(x, xAt, right, w, columns, from, fromAt, out, o, depth, last);
            } else if (width <= 2 * LANES) {
                twoVectorsInTwo(x, xAt, right, w, columns, from, fromAt, out, o, depth, last);
            } else if (last == 3 * LANES) {
                fourWholeVectorsInTwo(x, xAt, right, w, columns, from, fromAt, out, o, depth);
            } else {
                fourVectorsInTwo(x, xAt, right, w, columns, from, fromAt, out, o, depth, last);
            }
        }
    }

    /** As many columns as fit a tile, but fewer where less than a vector would be left over. */
    private static int panelWidth(int columnsLeft, int most) {
        if (columnsLeft <= most) {
            return columnsLeft;
        }
        return columnsLeft >= most + LANES ? most : most / 2;
    }

    /** 3 or 4 vectors of columns, sums in two parts. */
    static void fourVectorsInTwo(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            int stride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        int column2 = Math.min(2 * LANES, last);
        int length = depth / 2;
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, start, startAt + column2);
        FloatVector a3 = FloatVector.fromArray(SPECIES, start, startAt + last);
        FloatVector b0 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b1 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b2 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b3 = FloatVector.broadcast(SPECIES, 0f);
        int w = rightAt;
        int next = length * stride;
        for (int k = 0; k < length; k++) {
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
            a0 = x0.fma(FloatVector.fromArray(SPECIES, right, w), a0);
            a1 = x0.fma(FloatVector.fromArray(SPECIES, right, w + LANES), a1);
            a2 = x0.fma(FloatVector.fromArray(SPECIES, right, w + column2), a2);
            a3 = x0.fma(FloatVector.fromArray(SPECIES, right, w + last), a3);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[xAt + length + k]);
            b0 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next), b0);
            b1 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next + LANES), b1);
            b2 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next + column2), b2);
            b3 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next + last), b3);
            w += stride;
        }
        for (int k = 2 * length; k < depth; k++) {
            FloatVector xLast = FloatVector.broadcast(SPECIES, x[xAt + k]);
            b0 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next), b0);
            b1 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next + LANES), b1);
            b2 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next + column2), b2);
            b3 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next + last), b3);
            w += stride;
        }
        a0.add(b0).intoArray(out, outAt);
        a1.add(b1).intoArray(out, outAt + LANES);
        a2.add(b2).intoArray(out, outAt + column2);
        a3.add(b3).intoArray(out, outAt + last);
    }

    /** 4 whole vectors of columns, sums in two parts: at constant distances, so that C2 joins the checks of their bounds. */
    static void fourWholeVectorsInTwo(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            int stride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth) {
        int length = depth / 2;
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, start, startAt + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, start, startAt + 3 * LANES);
        FloatVector b0 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b1 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b2 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b3 = FloatVector.broadcast(SPECIES, 0f);
        int w = rightAt;
        int next = length * stride;
        for (int k = 0; k < length; k++) {
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
            a0 = x0.fma(FloatVector.fromArray(SPECIES, right, w), a0);
            a1 = x0.fma(FloatVector.fromArray(SPECIES, right, w + LANES), a1);
            a2 = x0.fma(FloatVector.fromArray(SPECIES, right, w + 2 * LANES), a2);
            a3 = x0.fma(FloatVector.fromArray(SPECIES, right, w + 3 * LANES), a3);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[xAt + length + k]);
            b0 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next), b0);
            b1 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next + LANES), b1);
            b2 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next + 2 * LANES), b2);
            b3 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next + 3 * LANES), b3);
            w += stride;
        }
        for (int k = 2 * length; k < depth; k++) {
            FloatVector xLast = FloatVector.broadcast(SPECIES, x[xAt + k]);
            b0 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next), b0);
            b1 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next + LANES), b1);
            b2 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next + 2 * LANES), b2);
            b3 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next + 3 * LANES), b3);
            w += stride;
        }
        a0.add(b0).intoArray(out, outAt);
        a1.add(b1).intoArray(out, outAt + LANES);
        a2.add(b2).intoArray(out, outAt + 2 * LANES);
        a3.add(b3).intoArray(out, outAt + 3 * LANES);
    }

    /** 1 or 2 vectors of columns, sums in two parts. */
    static void twoVectorsInTwo(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            int stride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        int length = depth / 2;
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, startAt + last);
        FloatVector b0 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b1 = FloatVector.broadcast(SPECIES, 0f);
        int w = rightAt;
        int next = length * stride;
        for (int k = 0; k < length; k++) {
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
            a0 = x0.fma(FloatVector.fromArray(SPECIES, right, w), a0);
            a1 = x0.fma(FloatVector.fromArray(SPECIES, right, w + last), a1);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[xAt + length + k]);
            b0 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next), b0);
            b1 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next + last), b1);
            w += stride;
        }
        for (int k = 2 * length; k < depth; k++) {
            FloatVector xLast = FloatVector.broadcast(SPECIES, x[xAt + k]);
            b0 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next), b0);
            b1 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + next + last), b1);
            w += stride;
        }
        a0.add(b0).intoArray(out, outAt);
        a1.add(b1).intoArray(out, outAt + last);
    }

    /** 1 or 2 vectors of columns, sums in four parts. */
    static void twoVectorsInFour(
            float[] x,
            int xAt,
            float[] right,
            int rightAt,
            int stride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int last) {
        int length = depth / 4;
        FloatVector a0 = FloatVector.fromArray(SPECIES, start, startAt);
        FloatVector a1 = FloatVector.fromArray(SPECIES, start, startAt + last);
        FloatVector b0 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector b1 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector c0 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector c1 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector d0 = FloatVector.broadcast(SPECIES, 0f);
        FloatVector d1 = FloatVector.broadcast(SPECIES, 0f);
        int w = rightAt;
        int next = length * stride;
        for (int k = 0; k < length; k++) {
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
            a0 = x0.fma(FloatVector.fromArray(SPECIES, right, w), a0);
            a1 = x0.fma(FloatVector.fromArray(SPECIES, right, w + last), a1);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[xAt + length + k]);
            b0 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next), b0);
            b1 = x1.fma(FloatVector.fromArray(SPECIES, right, w + next + last), b1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, x[xAt + 2 * length + k]);
            c0 = x2.fma(FloatVector.fromArray(SPECIES, right, w + 2 * next), c0);
            c1 = x2.fma(FloatVector.fromArray(SPECIES, right, w + 2 * next + last), c1);
            FloatVector x3 = FloatVector.broadcast(SPECIES, x[xAt + 3 * length + k]);
            d0 = x3.fma(FloatVector.fromArray(SPECIES, right, w + 3 * next), d0);
            d1 = x3.fma(FloatVector.fromArray(SPECIES, right, w + 3 * next + last), d1);
            w += stride;
        }
        for (int k = 4 * length; k < depth; k++) {
            FloatVector xLast = FloatVector.broadcast(SPECIES, x[xAt + k]);
            d0 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + 3 * next), d0);
            d1 = xLast.fma(FloatVector.fromArray(SPECIES, right, w + 3 * next + last), d1);
            w += stride;
        }
        a0.add(b0).add(c0).add(d0).intoArray(out, outAt);
        a1.add(b1).add(c1).add(d1).intoArray(out, outAt + last);
    }
}
