package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies a block of a matrix together: {@code height} rows of {@code width} columns, one after the other. So it stays in the
 * second cache while rows pass over it; read in place, rows that are a power of two apart would push one another out.
 */
final class SimdPanel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private SimdPanel() {}

    /**
     * From {@code from} on, where rows are {@code stride} apart; the width is at least one vector. The loads of many rows are
     * under way at once, as they are where no call is between them.
     */
    static void copy(float[] source, int from, int stride, float[] panel, int height, int width) {
        if (width == 4 * LANES) {
            copyFourVectors(source, from, stride, panel, height);
            return;
        }
        int last = width - LANES;
        for (int k = 0; k < height; k++) {
            int s = from + k * stride;
            int p = k * width;
            for (int j = 0; j < last; j += LANES) {
                FloatVector.fromArray(SPECIES, source, s + j).intoArray(panel, p + j);
            }
            FloatVector.fromArray(SPECIES, source, s + last).intoArray(panel, p + last);
        }
    }

    private static void copyFourVectors(float[] source, int from, int stride, float[] panel, int height) {
        int s = from;
        int p = 0;
        for (int k = 0; k < height; k++) {
            FloatVector.fromArray(SPECIES, source, s).intoArray(panel, p);
            FloatVector.fromArray(SPECIES, source, s + LANES).intoArray(panel, p + LANES);
            FloatVector.fromArray(SPECIES, source, s + 2 * LANES).intoArray(panel, p + 2 * LANES);
            FloatVector.fromArray(SPECIES, source, s + 3 * LANES).intoArray(panel, p + 3 * LANES);
            s += stride;
            p += 4 * LANES;
        }
    }

    /**
     * Gives rows of fewer columns than lanes a vector each; the lanes beyond the columns stay what they are. Without vectors: steps
     * that are long call this too seldom for C2, and until then every vector is an object.
     */
    static void spread(float[] source, int from, float[] panel, int height, int columns) {
        for (int j = 0; j < columns; j++) {
            int s = from + j;
            int p = j;
            for (int k = 0; k < height; k++) {
                panel[p] = source[s];
                s += columns;
                p += LANES;
            }
        }
    }

    /**
     * Of the transpose: what becomes a row lies {@code stride} apart, what becomes a column lies together.
     *
     * @param inside how many columns of the {@code width} there are
     */
    static void transpose(float[] source, int from, int stride, float[] panel, int height, int width, int inside) {
        int squares = 0;
        int squaresHeight = 0;
        if (LANES == SimdTranspose.SIZE) {
            squares = inside - inside % LANES;
            squaresHeight = height - height % LANES;
            for (int column = 0; column < squares; column += LANES) {
                for (int k = 0; k < squaresHeight; k += LANES) {
                    SimdTranspose.transpose(
                            source, from + column * stride + k, stride, panel, k * width + column, width);
                }
            }
        }
        transposeColumns(source, from, stride, panel, squaresHeight, height, width, 0, squares);
        transposeColumns(source, from, stride, panel, 0, height, width, squares, inside);
    }

    /** Eight columns at a time: each is a run of consecutive floats, and eight runs fit the registers and the cache. */
    private static void transposeColumns(
            float[] source,
            int from,
            int stride,
            float[] panel,
            int firstRow,
            int height,
            int width,
            int firstColumn,
            int columns) {
        int column = firstColumn;
        for (; column + 8 <= columns; column += 8) {
            int s = from + column * stride + firstRow;
            int p = firstRow * width + column;
            for (int k = firstRow; k < height; k++) {
                panel[p] = source[s];
                panel[p + 1] = source[s + stride];
                panel[p + 2] = source[s + 2 * stride];
                panel[p + 3] = source[s + 3 * stride];
                panel[p + 4] = source[s + 4 * stride];
                panel[p + 5] = source[s + 5 * stride];
                panel[p + 6] = source[s + 6 * stride];
                panel[p + 7] = source[s + 7 * stride];
                s++;
                p += width;
            }
        }
        for (; column < columns; column++) {
            int s = from + column * stride;
            for (int k = firstRow; k < height; k++) {
                panel[k * width + column] = source[s + k];
            }
        }
    }
}
