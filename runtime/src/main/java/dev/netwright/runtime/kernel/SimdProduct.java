package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix product on {@code jdk.incubator.vector}: register tiles with all of the depth inside. The lanes of a vector
 * are neighbouring columns of the result, never parts of one sum, so every width gives the same bits. No other class
 * names this one: it is loaded only where the module is present.
 *
 * <p>The body of the result is covered by tiles of 6 rows x 4 vectors (24 independent sums hide the latency of a fused
 * multiply-add, and each vector of the right matrix is used six times); what is left at the bottom and on the right by
 * smaller ones. A last vector that is only partly inside reads on into what follows in memory and stores its valid lanes
 * alone; masks are slow on JDK 17.
 */
final class SimdProduct implements MatrixProduct {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TILE_ROWS = 6;
    private static final int TILE_COLUMNS = 4 * LANES;

    /** One thread's staging place for a vector that is only partly inside an array. */
    private static final ThreadLocal<float[]> EDGES = ThreadLocal.withInitial(() -> new float[LANES]);

    @Override
    public String description() {
        return "SIMD, " + SPECIES.vectorBitSize() + " bits";
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
            float[] out,
            int outOffset,
            int rows,
            int depth,
            int columns) {
        float[] edge = EDGES.get();
        int wideColumns = columns - columns % TILE_COLUMNS;
        int tallRows = rows - rows % TILE_ROWS;
        for (int j = 0; j < wideColumns; j += TILE_COLUMNS) {
            int startAt = startOffset == NO_START ? NO_START : startOffset + j;
            for (int r = 0; r < rows; r += r < tallRows ? TILE_ROWS : 1) {
                int leftAt = leftOffset + r * leftRowStride;
                int outAt = outOffset + r * columns + j;
                if (r < tallRows) {
                    sixRowsFourVectors(
                            left,
                            leftAt,
                            leftRowStride,
                            leftDepthStride,
                            right,
                            rightOffset + j,
                            start,
                            startAt,
                            out,
                            outAt,
                            depth,
                            columns);
                } else {
                    oneRowFourVectors(
                            left,
                            leftAt,
                            leftDepthStride,
                            right,
                            rightOffset + j,
                            start,
                            startAt,
                            out,
                            outAt,
                            depth,
                            columns);
                }
            }
        }
        for (int j = wideColumns; j < columns; j += LANES) {
            int valid = Math.min(LANES, columns - j);
            int startAt = startOffset == NO_START ? NO_START : startOffset + j;
            int safeDepth = safeDepth(right, rightOffset + j, depth, columns);
            for (int r = 0; r < rows; r += r < tallRows ? TILE_ROWS : 1) {
                int leftAt = leftOffset + r * leftRowStride;
                int outAt = outOffset + r * columns + j;
                if (r < tallRows) {
                    sixRowsOneVector(
                            left,
                            leftAt,
                            leftRowStride,
                            leftDepthStride,
                            right,
                            rightOffset + j,
                            start,
                            startAt,
                            out,
                            outAt,
                            depth,
                            columns,
                            valid,
                            safeDepth,
                            edge);
                } else {
                    oneRowOneVector(
                            left,
                            leftAt,
                            leftDepthStride,
                            right,
                            rightOffset + j,
                            start,
                            startAt,
                            out,
                            outAt,
                            depth,
                            columns,
                            valid,
                            safeDepth,
                            edge);
                }
            }
        }
    }

    /** How many rows of the right matrix have a whole vector of the array from this column on. */
    private static int safeDepth(float[] right, int rightAt, int depth, int columns) {
        int room = right.length - LANES - rightAt;
        return room < 0 ? 0 : Math.min(depth, room / columns + 1);
    }

    private static FloatVector start(float[] start, int startAt, int vector) {
        return startAt == NO_START
                ? FloatVector.zero(SPECIES)
                : FloatVector.fromArray(SPECIES, start, startAt + vector * LANES);
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

    /** 6 rows x 4 vectors: 24 sums, 4 vectors of the right matrix and 1 of the left are 29 of AVX-512's 32 registers. */
    private static void sixRowsFourVectors(
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
            int columns) {
        FloatVector sum00 = start(start, startAt, 0);
        FloatVector sum01 = start(start, startAt, 1);
        FloatVector sum02 = start(start, startAt, 2);
        FloatVector sum03 = start(start, startAt, 3);
        FloatVector sum10 = sum00;
        FloatVector sum11 = sum01;
        FloatVector sum12 = sum02;
        FloatVector sum13 = sum03;
        FloatVector sum20 = sum00;
        FloatVector sum21 = sum01;
        FloatVector sum22 = sum02;
        FloatVector sum23 = sum03;
        FloatVector sum30 = sum00;
        FloatVector sum31 = sum01;
        FloatVector sum32 = sum02;
        FloatVector sum33 = sum03;
        FloatVector sum40 = sum00;
        FloatVector sum41 = sum01;
        FloatVector sum42 = sum02;
        FloatVector sum43 = sum03;
        FloatVector sum50 = sum00;
        FloatVector sum51 = sum01;
        FloatVector sum52 = sum02;
        FloatVector sum53 = sum03;
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + LANES);
            FloatVector right2 = FloatVector.fromArray(SPECIES, right, w + 2 * LANES);
            FloatVector right3 = FloatVector.fromArray(SPECIES, right, w + 3 * LANES);
            FloatVector left0 = FloatVector.broadcast(SPECIES, left[l]);
            sum00 = left0.fma(right0, sum00);
            sum01 = left0.fma(right1, sum01);
            sum02 = left0.fma(right2, sum02);
            sum03 = left0.fma(right3, sum03);
            FloatVector left1 = FloatVector.broadcast(SPECIES, left[l + leftRowStride]);
            sum10 = left1.fma(right0, sum10);
            sum11 = left1.fma(right1, sum11);
            sum12 = left1.fma(right2, sum12);
            sum13 = left1.fma(right3, sum13);
            FloatVector left2 = FloatVector.broadcast(SPECIES, left[l + 2 * leftRowStride]);
            sum20 = left2.fma(right0, sum20);
            sum21 = left2.fma(right1, sum21);
            sum22 = left2.fma(right2, sum22);
            sum23 = left2.fma(right3, sum23);
            FloatVector left3 = FloatVector.broadcast(SPECIES, left[l + 3 * leftRowStride]);
            sum30 = left3.fma(right0, sum30);
            sum31 = left3.fma(right1, sum31);
            sum32 = left3.fma(right2, sum32);
            sum33 = left3.fma(right3, sum33);
            FloatVector left4 = FloatVector.broadcast(SPECIES, left[l + 4 * leftRowStride]);
            sum40 = left4.fma(right0, sum40);
            sum41 = left4.fma(right1, sum41);
            sum42 = left4.fma(right2, sum42);
            sum43 = left4.fma(right3, sum43);
            FloatVector left5 = FloatVector.broadcast(SPECIES, left[l + 5 * leftRowStride]);
            sum50 = left5.fma(right0, sum50);
            sum51 = left5.fma(right1, sum51);
            sum52 = left5.fma(right2, sum52);
            sum53 = left5.fma(right3, sum53);
            l += leftDepthStride;
            w += columns;
        }
        sum00.intoArray(out, outAt);
        sum01.intoArray(out, outAt + LANES);
        sum02.intoArray(out, outAt + 2 * LANES);
        sum03.intoArray(out, outAt + 3 * LANES);
        sum10.intoArray(out, outAt + columns);
        sum11.intoArray(out, outAt + columns + LANES);
        sum12.intoArray(out, outAt + columns + 2 * LANES);
        sum13.intoArray(out, outAt + columns + 3 * LANES);
        sum20.intoArray(out, outAt + 2 * columns);
        sum21.intoArray(out, outAt + 2 * columns + LANES);
        sum22.intoArray(out, outAt + 2 * columns + 2 * LANES);
        sum23.intoArray(out, outAt + 2 * columns + 3 * LANES);
        sum30.intoArray(out, outAt + 3 * columns);
        sum31.intoArray(out, outAt + 3 * columns + LANES);
        sum32.intoArray(out, outAt + 3 * columns + 2 * LANES);
        sum33.intoArray(out, outAt + 3 * columns + 3 * LANES);
        sum40.intoArray(out, outAt + 4 * columns);
        sum41.intoArray(out, outAt + 4 * columns + LANES);
        sum42.intoArray(out, outAt + 4 * columns + 2 * LANES);
        sum43.intoArray(out, outAt + 4 * columns + 3 * LANES);
        sum50.intoArray(out, outAt + 5 * columns);
        sum51.intoArray(out, outAt + 5 * columns + LANES);
        sum52.intoArray(out, outAt + 5 * columns + 2 * LANES);
        sum53.intoArray(out, outAt + 5 * columns + 3 * LANES);
    }

    /** 1 row x 4 vectors, for the rows that six do not divide. */
    private static void oneRowFourVectors(
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
            int columns) {
        FloatVector sum00 = start(start, startAt, 0);
        FloatVector sum01 = start(start, startAt, 1);
        FloatVector sum02 = start(start, startAt, 2);
        FloatVector sum03 = start(start, startAt, 3);
        int l = leftAt;
        int w = rightAt;
        for (int k = 0; k < depth; k++) {
            FloatVector right0 = FloatVector.fromArray(SPECIES, right, w);
            FloatVector right1 = FloatVector.fromArray(SPECIES, right, w + LANES);
            FloatVector right2 = FloatVector.fromArray(SPECIES, right, w + 2 * LANES);
            FloatVector right3 = FloatVector.fromArray(SPECIES, right, w + 3 * LANES);
            FloatVector left0 = FloatVector.broadcast(SPECIES, left[l]);
            sum00 = left0.fma(right0, sum00);
            sum01 = left0.fma(right1, sum01);
            sum02 = left0.fma(right2, sum02);
            sum03 = left0.fma(right3, sum03);
            l += leftDepthStride;
            w += columns;
        }
        sum00.intoArray(out, outAt);
        sum01.intoArray(out, outAt + LANES);
        sum02.intoArray(out, outAt + 2 * LANES);
        sum03.intoArray(out, outAt + 3 * LANES);
    }

    /** 6 rows x 1 vector, of which {@code valid} lanes are columns. */
    private static void sixRowsOneVector(
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
    private static void oneRowOneVector(
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
}
