package dev.netwright.runtime.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The product of one row with a matrix, which is what a single sample needs: the weights are read once, in place. A last
 * vector that is only partly inside reads on into what follows in memory and keeps its valid lanes alone; masks are slow on
 * JDK 17.
 */
final class SimdRow {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final int MOST_VECTORS = 8;

    private static final ThreadLocal<SimdRow> ROWS = ThreadLocal.withInitial(SimdRow::new);

    /** Where a tile that is only partly inside the result is computed. */
    private final float[] edge = new float[MOST_VECTORS * LANES];

    /** One row of the right matrix, where what follows it in memory is too short. */
    private final float[] lastRow = new float[MOST_VECTORS * LANES];

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
        int width;
        for (int column = 0; column < columns; column += width) {
            int vectors = tileVectors(columns - column);
            width = vectors * LANES;
            boolean isWhole = width <= columns - column;
            if (isWhole && startOffset != MatrixProduct.NO_START) {
                tile(
                        vectors,
                        left,
                        leftAt,
                        leftStride,
                        right,
                        rightOffset + column,
                        columns,
                        start,
                        startOffset + column,
                        out,
                        outOffset + column,
                        depth);
            } else {
                ROWS.get()
                        .edgeTile(
                                vectors,
                                Math.min(width, columns - column),
                                left,
                                leftAt,
                                leftStride,
                                right,
                                rightOffset + column,
                                columns,
                                start,
                                startOffset == MatrixProduct.NO_START ? startOffset : startOffset + column,
                                out,
                                outOffset + column,
                                depth);
            }
        }
    }

    /** The narrowest tile that holds all columns that are left, or the widest. */
    private static int tileVectors(int columnsLeft) {
        int vectors = (columnsLeft + LANES - 1) / LANES;
        return vectors > 4 ? MOST_VECTORS : vectors > 2 ? 4 : vectors;
    }

    private void edgeTile(
            int vectors,
            int inside,
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            int columns,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth) {
        int width = vectors * LANES;
        if (startAt == MatrixProduct.NO_START) {
            Arrays.fill(edge, 0, width, 0f);
        } else {
            System.arraycopy(start, startAt, edge, 0, inside);
        }
        int room = right.length - width - rightAt;
        int safeDepth = room < 0 ? 0 : Math.min(depth, room / columns + 1);
        tile(vectors, left, leftAt, leftStride, right, rightAt, columns, edge, 0, edge, 0, safeDepth);
        for (int k = safeDepth; k < depth; k++) {
            System.arraycopy(right, rightAt + k * columns, lastRow, 0, inside);
            tile(vectors, left, leftAt + k * leftStride, leftStride, lastRow, 0, columns, edge, 0, edge, 0, 1);
        }
        System.arraycopy(edge, 0, out, outAt, inside);
    }

    private static void tile(
            int vectors,
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            int rightStride,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth) {
        switch (vectors) {
            case 8 ->
                SimdRowTiles.oneByEight(
                        left, leftAt, leftStride, right, rightAt, rightStride, start, startAt, out, outAt, depth);
            case 4 ->
                SimdRowTiles.oneByFour(
                        left, leftAt, leftStride, right, rightAt, rightStride, start, startAt, out, outAt, depth);
            case 2 ->
                SimdRowTiles.oneByTwo(
                        left, leftAt, leftStride, right, rightAt, rightStride, start, startAt, out, outAt, depth);
            default ->
                SimdRowTiles.oneByOne(
                        left, leftAt, leftStride, right, rightAt, rightStride, start, startAt, out, outAt, depth);
        }
    }
}
