package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Embeddings: features that are whole numbers each pick a row of a table of parameters, {@code vocabulary x width} (Bengio and others
 * 2003). The product of a one-hot row with the table, without the multiplications by 0.
 *
 * <p>A sample's {@code indices} features lie side by side in its row of {@code x}, from {@code firstColumn}; all pick from one table, and
 * the rows that they pick lie side by side in the result. Floats hold every whole number up to 2²⁴, so a table may have as many rows.
 * Sizes and offsets come from generated code and are not checked here beyond the arrays' own bounds.
 */
public final class Embeddings {
    private Embeddings() {}

    /**
     * Checks every index; to be called before anything changes, since the other methods do not.
     *
     * @param x            {@code rows x inputColumns}, from {@code xOffset}
     * @param firstColumn  the first of the features that are indices
     * @param indices      how many features of every row are
     * @param vocabulary   rows of the table
     * @throws IllegalArgumentException if one of them is no whole number from 0 to {@code vocabulary - 1}; rows are counted from 0 at
     *                                  {@code xOffset}
     */
    public static void check(
            float[] x, int xOffset, int inputColumns, int firstColumn, int indices, int vocabulary, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = xOffset + row * inputColumns + firstColumn;
            for (int i = 0; i < indices; i++) {
                float value = x[at + i];
                if (!(value >= 0f && value < vocabulary && value == (int) value)) {
                    throw new IllegalArgumentException("Row " + row + ", column " + (firstColumn + i) + " is " + value
                            + ", which is no index of a table of " + vocabulary
                            + " rows: it must be a whole number from 0 to " + (vocabulary - 1) + ".");
                }
            }
        }
    }

    /**
     * {@code out = the rows that are picked}, side by side.
     *
     * @param x           {@code rows x inputColumns}, from {@code xOffset}, whose indices are right as {@link #check} says
     * @param firstColumn the first of the features that are indices
     * @param indices     how many features of every row are
     * @param parameters  the table, {@code vocabulary x width}, from {@code tableOffset}
     * @param out         receives {@code rows x (indices·width)}
     */
    public static void forward(
            float[] x,
            int xOffset,
            int inputColumns,
            int firstColumn,
            int indices,
            float[] parameters,
            int tableOffset,
            int vocabulary,
            int width,
            float[] out,
            int rows) {
        int to = 0;
        for (int row = 0; row < rows; row++) {
            int at = xOffset + row * inputColumns + firstColumn;
            for (int i = 0; i < indices; i++) {
                int index = (int) x[at + i];
                int picked = tableOffset + index * width;
                for (int column = 0; column < width; column++) {
                    out[to + column] = parameters[picked + column];
                }
                to += width;
            }
        }
    }

    /**
     * {@code dTable}: to the gradient of every row that is picked, what comes back to where it went is added, in ascending order of
     * the samples and, within one, of its indices.
     *
     * <p>Where sums begin, all of the share's part of the table is set to 0 first, so rows that nobody picked have gradients of 0.
     * Where sums go on, rows that nobody picked are not touched at all: a caller who keeps the gradients of a table at 0 between
     * steps (by setting those rows to 0 again that the last step picked) may always go on, and then pays for what is picked alone.
     *
     * @param x           as for {@link #forward}
     * @param firstColumn the first of the features that are indices
     * @param indices     how many features of every row are
     * @param dOut        {@code rows x (indices·width)}
     * @param gradients   receives {@code vocabulary x width} from {@code tableOffset}
     * @param share       which of the table's rows, and whether sums go on
     */
    public static void tableGradients(
            float[] x,
            int xOffset,
            int inputColumns,
            int firstColumn,
            int indices,
            float[] dOut,
            float[] gradients,
            int tableOffset,
            int vocabulary,
            int width,
            int rows,
            GradientShare share) {
        int from = share.from(vocabulary);
        int to = share.to(vocabulary);
        if (!share.continues()) {
            Arrays.fill(gradients, tableOffset + from * width, tableOffset + to * width, 0f);
        }
        int back = 0;
        for (int row = 0; row < rows; row++) {
            int at = xOffset + row * inputColumns + firstColumn;
            for (int i = 0; i < indices; i++) {
                int index = (int) x[at + i];
                if (index >= from && index < to) {
                    int picked = tableOffset + index * width;
                    for (int column = 0; column < width; column++) {
                        gradients[picked + column] += dOut[back + column];
                    }
                }
                back += width;
            }
        }
    }
}
