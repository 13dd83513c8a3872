package dev.netwright.runtime.kernel;

/**
 * The right matrices of convolutions in panels as wide as a register tile, one after the other. Columns that no panel divides make a
 * last one that overlaps; only a matrix of fewer columns than lanes has lanes without a column.
 */
final class SimdConvolutionPanels {
    private static final int LANES = SimdTiles.LANES;

    private SimdConvolutionPanels() {}

    /** Tiles are one vector by eight rows, or two by six: whichever leaves less over; two load less. */
    static int mostVectors(int columns, int rows) {
        int ofTwo = (rows + 5) / 6 * 6;
        int ofOne = (rows + 7) / 8 * 8;
        return columns > LANES && ofTwo <= ofOne ? 2 : 1;
    }

    /** At most so many vectors, but never less than one. */
    static int width(int columnsLeft, int vectors) {
        return Math.max(LANES, Math.min(vectors * LANES, columnsLeft));
    }

    /** Where the panel begins: earlier than where the one before ends if it is wider than what is left. */
    static int start(int from, int width, int columns) {
        return Math.max(0, Math.min(from, columns - width));
    }

    /** Room for all panels. */
    static int size(int depth, int columns) {
        return depth * (columns + LANES);
    }

    /** Copies a matrix of {@code depth x columns} into panels, one after the other; lanes without a column are 0. */
    static void copy(
            float[] source,
            int at,
            int depthStride,
            int columnStride,
            int depth,
            int columns,
            int vectors,
            float[] panels) {
        int panelAt = 0;
        int width;
        for (int j = 0; j < columns; j += width) {
            width = width(columns - j, vectors);
            j = start(j, width, columns);
            for (int i = 0; i < width; i++) {
                int to = panelAt + i;
                int from = at + (j + i) * columnStride;
                boolean isInside = j + i < columns;
                for (int k = 0; k < depth; k++) {
                    panels[to] = isInside ? source[from] : 0f;
                    to += width;
                    from += isInside ? depthStride : 0;
                }
            }
            panelAt += width * depth;
        }
    }
}
