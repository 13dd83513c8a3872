package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix product on {@code jdk.incubator.vector}: register tiles with all of the depth inside. The lanes of a vector
 * are neighbouring columns of the result, never parts of one sum, so every width gives the same bits. No other class
 * names this one and its tiles: they are loaded only where the module is present.
 *
 * <p>The body of the result is covered by tiles of 6 rows x 4 vectors (24 independent sums hide the latency of a fused
 * multiply-add, and each vector of the right matrix is used six times); what is left at the bottom and on the right by
 * smaller ones. A last vector that is only partly inside reads on into what follows in memory and stores its valid lanes
 * alone; masks are slow on JDK 17.
 */
final class SimdProduct implements MatrixProduct {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
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
        int wideColumns = columns - columns % TILE_COLUMNS;
        int tallRows = rows - rows % TILE_ROWS;
        for (int j = 0; j < wideColumns; j += TILE_COLUMNS) {
            int rightAt = rightOffset + j;
            int startAt = startOffset == NO_START ? NO_START : startOffset + j;
            int leftAt = leftOffset;
            int outAt = outOffset + j;
            for (int r = 0; r < tallRows; r += TILE_ROWS) {
                SimdWideTiles.sixRows(
                        left,
                        leftAt,
                        leftRowStride,
                        leftDepthStride,
                        right,
                        rightAt,
                        start,
                        startAt,
                        out,
                        outAt,
                        depth,
                        columns);
                leftAt += TILE_ROWS * leftRowStride;
                outAt += TILE_ROWS * columns;
            }
            for (int r = tallRows; r < rows; r++) {
                SimdWideTiles.oneRow(
                        left, leftAt, leftDepthStride, right, rightAt, start, startAt, out, outAt, depth, columns);
                leftAt += leftRowStride;
                outAt += columns;
            }
        }
        float[] edge = EDGES.get();
        for (int j = wideColumns; j < columns; j += LANES) {
            int rightAt = rightOffset + j;
            int startAt = startOffset == NO_START ? NO_START : startOffset + j;
            int valid = Math.min(LANES, columns - j);
            int safeDepth = SimdEdgeTiles.safeDepth(right, rightAt, depth, columns);
            int leftAt = leftOffset;
            int outAt = outOffset + j;
            for (int r = 0; r < tallRows; r += TILE_ROWS) {
                SimdEdgeTiles.sixRows(
                        left,
                        leftAt,
                        leftRowStride,
                        leftDepthStride,
                        right,
                        rightAt,
                        start,
                        startAt,
                        out,
                        outAt,
                        depth,
                        columns,
                        valid,
                        safeDepth,
                        edge);
                leftAt += TILE_ROWS * leftRowStride;
                outAt += TILE_ROWS * columns;
            }
            for (int r = tallRows; r < rows; r++) {
                SimdEdgeTiles.oneRow(
                        left,
                        leftAt,
                        leftDepthStride,
                        right,
                        rightAt,
                        start,
                        startAt,
                        out,
                        outAt,
                        depth,
                        columns,
                        valid,
                        safeDepth,
                        edge);
                leftAt += leftRowStride;
                outAt += columns;
            }
        }
    }
}
