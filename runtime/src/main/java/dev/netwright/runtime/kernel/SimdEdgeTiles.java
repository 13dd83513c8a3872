package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.MatrixProduct.NO_START;
import static dev.netwright.runtime.kernel.SimdProduct.LANES;
import static dev.netwright.runtime.kernel.SimdProduct.SPECIES;

import jdk.incubator.vector.FloatVector;

/** The tiles of {@link SimdProduct} that are one vector wide, which may be only partly inside the result. */
final class SimdEdgeTiles {
    private SimdEdgeTiles() {}

    /** How many rows of the right matrix have a whole vector of the array from this column on. */
    static int safeDepth(float[] right, int rightAt, int depth, int columns) {
        int room = right.length - LANES - rightAt;
        return room < 0 ? 0 : Math.min(depth, room / columns + 1);
    }

    /** 6 rows x 1 vector, of which {@code valid} lanes are columns. */
    static void sixRows(
            float[] left,
            int leftAt,
            int leftRowStride,
            int leftDepthStride,
            float[] right,
            int rightAt,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int columns,
            int valid,
            int safeDepth,
            float[] edge) {
        FloatVector sum0 = edgeStart(start, startAt, valid, edge);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        FloatVector sum4 = sum0;
        FloatVector sum5 = sum0;
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector rightRow =
                    k < safeDepth ? FloatVector.fromArray(SPECIES, right, w) : edge(right, w, valid, edge);
            sum0 = FloatVector.broadcast(SPECIES, left[l]).fma(rightRow, sum0);
            sum1 = FloatVector.broadcast(SPECIES, left[l + leftRowStride]).fma(rightRow, sum1);
            sum2 = FloatVector.broadcast(SPECIES, left[l + 2 * leftRowStride]).fma(rightRow, sum2);
            sum3 = FloatVector.broadcast(SPECIES, left[l + 3 * leftRowStride]).fma(rightRow, sum3);
            sum4 = FloatVector.broadcast(SPECIES, left[l + 4 * leftRowStride]).fma(rightRow, sum4);
            sum5 = FloatVector.broadcast(SPECIES, left[l + 5 * leftRowStride]).fma(rightRow, sum5);
            l += leftDepthStride;
            w += columns;
        }
        store(sum0, out, outAt, valid, edge);
        store(sum1, out, outAt + columns, valid, edge);
        store(sum2, out, outAt + 2 * columns, valid, edge);
        store(sum3, out, outAt + 3 * columns, valid, edge);
        store(sum4, out, outAt + 4 * columns, valid, edge);
        store(sum5, out, outAt + 5 * columns, valid, edge);
    }

    /** 1 row x 1 vector, of which {@code valid} lanes are columns. */
    static void oneRow(
            float[] left,
            int leftAt,
            int leftDepthStride,
            float[] right,
            int rightAt,
            float[] start,
            int startAt,
            float[] out,
            int outAt,
            int depth,
            int columns,
            int valid,
            int safeDepth,
            float[] edge) {
        FloatVector sum0 = edgeStart(start, startAt, valid, edge);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector rightRow =
                    k < safeDepth ? FloatVector.fromArray(SPECIES, right, w) : edge(right, w, valid, edge);
            sum0 = FloatVector.broadcast(SPECIES, left[l]).fma(rightRow, sum0);
            l += leftDepthStride;
            w += columns;
        }
        store(sum0, out, outAt, valid, edge);
    }

    /** The valid lanes at a place of an array that may end before a whole vector does. */
    private static FloatVector edge(float[] array, int at, int valid, float[] edge) {
        System.arraycopy(array, at, edge, 0, valid);
        return FloatVector.fromArray(SPECIES, edge, 0);
    }

    private static FloatVector edgeStart(float[] start, int startAt, int valid, float[] edge) {
        return startAt == NO_START ? FloatVector.zero(SPECIES) : edge(start, startAt, valid, edge);
    }

    private static void store(FloatVector sum, float[] out, int outAt, int valid, float[] edge) {
        if (valid == LANES) {
            sum.intoArray(out, outAt);
        } else {
            sum.intoArray(edge, 0);
            System.arraycopy(edge, 0, out, outAt, valid);
        }
    }
}
