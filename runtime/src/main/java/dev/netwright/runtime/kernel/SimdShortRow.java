package dev.netwright.runtime.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of one row with a matrix of fewer columns than a vector has lanes: one vector for each row of the matrix, whose
 * lanes beyond the columns hold what follows in memory and are thrown away. Rows at the end of the array, behind which
 * too little follows, are copied first.
 *
 * <p>Shorter vectors would do without copies. But a JVM that has seen vectors of several widths no longer knows which one a call
 * means, and then keeps all vectors in objects: several times slower, and never without allocations. So all of this package
 * keeps to the preferred width.
 */
final class SimdShortRow {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final ThreadLocal<SimdShortRow> ROWS = ThreadLocal.withInitial(SimdShortRow::new);

    /** Start values, and later the result. */
    private final float[] scratch = new float[LANES];

    private final float[] copiedRow = new float[LANES];

    private SimdShortRow() {}

    /**
     * Multiplies; arguments are those of {@link MatrixProduct}.
     *
     * @param xStride 1 where there is more than one part
     * @param parts   1, 2 or 4
     */
    static void multiply(
            float[] x,
            int xAt,
            int xStride,
            float[] right,
            int rightAt,
            float[] start,
            int startOffset,
            float[] out,
            int outAt,
            int depth,
            int columns,
            int parts) {
        SimdShortRow row = ROWS.get();
        if (startOffset == MatrixProduct.NO_START) {
            Arrays.fill(row.scratch, 0f);
        } else {
            System.arraycopy(start, startOffset, row.scratch, 0, columns);
        }
        switch (parts) {
            case 1 -> row.one(x, xAt, xStride, right, rightAt, depth, columns);
            case 2 -> row.two(x, xAt, right, rightAt, depth, columns);
            default -> row.four(x, xAt, right, rightAt, depth, columns);
        }
        System.arraycopy(row.scratch, 0, out, outAt, columns);
    }

    /** How many rows, the first from {@code at} on, may be read as whole vectors. */
    private static int rowsInBounds(float[] right, int at, int columns) {
        int room = right.length - LANES - at;
        return room < 0 ? 0 : room / columns + 1;
    }

    private void copyRow(float[] right, int at, int columns) {
        System.arraycopy(right, at, copiedRow, 0, columns);
    }

    private void one(float[] x, int xAt, int xStride, float[] right, int rightAt, int depth, int columns) {
        int length = depth;
        int inBounds = Math.min(length, rowsInBounds(right, rightAt, columns));
        FloatVector a = FloatVector.fromArray(SPECIES, scratch, 0);
        int w = rightAt;
        int k = 0;
        for (; k < inBounds; k++) {
            a = FloatVector.broadcast(SPECIES, x[xAt + k * xStride]).fma(FloatVector.fromArray(SPECIES, right, w), a);
            w += columns;
        }
        for (; k < length; k++) {
            copyRow(right, w, columns);
            a = FloatVector.broadcast(SPECIES, x[xAt + k * xStride])
                    .fma(FloatVector.fromArray(SPECIES, copiedRow, 0), a);
            w += columns;
        }
        a.intoArray(scratch, 0);
    }

    private void two(float[] x, int xAt, float[] right, int rightAt, int depth, int columns) {
        int length = depth / 2;
        int next = length * columns;
        int inBounds = Math.min(length, rowsInBounds(right, rightAt + next, columns));
        FloatVector a = FloatVector.fromArray(SPECIES, scratch, 0);
        FloatVector b = FloatVector.broadcast(SPECIES, 0f);
        int w = rightAt;
        int k = 0;
        for (; k < inBounds; k++) {
            a = FloatVector.broadcast(SPECIES, x[xAt + k]).fma(FloatVector.fromArray(SPECIES, right, w), a);
            b = FloatVector.broadcast(SPECIES, x[xAt + length + k])
                    .fma(FloatVector.fromArray(SPECIES, right, w + next), b);
            w += columns;
        }
        for (; k < length; k++) {
            a = FloatVector.broadcast(SPECIES, x[xAt + k]).fma(FloatVector.fromArray(SPECIES, right, w), a);
            copyRow(right, w + next, columns);
            b = FloatVector.broadcast(SPECIES, x[xAt + length + k])
                    .fma(FloatVector.fromArray(SPECIES, copiedRow, 0), b);
            w += columns;
        }
        for (k = 2 * length; k < depth; k++) {
            copyRow(right, rightAt + k * columns, columns);
            b = FloatVector.broadcast(SPECIES, x[xAt + k]).fma(FloatVector.fromArray(SPECIES, copiedRow, 0), b);
        }
        a.add(b).intoArray(scratch, 0);
    }

    private void four(float[] x, int xAt, float[] right, int rightAt, int depth, int columns) {
        int length = depth / 4;
        int next = length * columns;
        int inBounds = Math.min(length, rowsInBounds(right, rightAt + 3 * next, columns));
        FloatVector a = FloatVector.fromArray(SPECIES, scratch, 0);
        FloatVector b = FloatVector.broadcast(SPECIES, 0f);
        FloatVector c = FloatVector.broadcast(SPECIES, 0f);
        FloatVector d = FloatVector.broadcast(SPECIES, 0f);
        int w = rightAt;
        int k = 0;
        for (; k < inBounds; k++) {
            a = FloatVector.broadcast(SPECIES, x[xAt + k]).fma(FloatVector.fromArray(SPECIES, right, w), a);
            b = FloatVector.broadcast(SPECIES, x[xAt + length + k])
                    .fma(FloatVector.fromArray(SPECIES, right, w + next), b);
            c = FloatVector.broadcast(SPECIES, x[xAt + 2 * length + k])
                    .fma(FloatVector.fromArray(SPECIES, right, w + 2 * next), c);
            d = FloatVector.broadcast(SPECIES, x[xAt + 3 * length + k])
                    .fma(FloatVector.fromArray(SPECIES, right, w + 3 * next), d);
            w += columns;
        }
        for (; k < length; k++) {
            a = FloatVector.broadcast(SPECIES, x[xAt + k]).fma(FloatVector.fromArray(SPECIES, right, w), a);
            b = FloatVector.broadcast(SPECIES, x[xAt + length + k])
                    .fma(FloatVector.fromArray(SPECIES, right, w + next), b);
            c = FloatVector.broadcast(SPECIES, x[xAt + 2 * length + k])
                    .fma(FloatVector.fromArray(SPECIES, right, w + 2 * next), c);
            copyRow(right, w + 3 * next, columns);
            d = FloatVector.broadcast(SPECIES, x[xAt + 3 * length + k])
                    .fma(FloatVector.fromArray(SPECIES, copiedRow, 0), d);
            w += columns;
        }
        for (k = 4 * length; k < depth; k++) {
            copyRow(right, rightAt + k * columns, columns);
            d = FloatVector.broadcast(SPECIES, x[xAt + k]).fma(FloatVector.fromArray(SPECIES, copiedRow, 0), d);
        }
        a.add(b).add(c).add(d).intoArray(scratch, 0);
    }
}
