package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Embeddings: features that are whole numbers each pick a row of a table of parameters, {@code vocabulary x width} (Bengio and others
 * 2003). The product of a one-hot row with the table, without the multiplications by 0.
 *
 * <p>All features of a row of {@code x} pick from one table, and the rows that they pick lie side by side in the result. Floats hold
 * every whole number up to 2²⁴, so a table may have as many rows. Sizes and offsets come from generated code, and indices have been
 * checked by whoever goes forward; neither is checked here.
 */
public final class Embeddings {
    private Embeddings() {}

    /**
     * {@code out = the rows that are picked}, side by side.
     *
     * @param x          {@code rows x indices}, from {@code xOffset}: whole numbers from 0 to {@code vocabulary - 1}
     * @param parameters the table, {@code vocabulary x width}, from {@code tableOffset}
     * @param out        receives {@code rows x (indices·width)}
     */
    public static void forward(
            float[] x,
            int xOffset,
            float[] parameters,
            int tableOffset,
            float[] out,
            int rows,
            int indices,
            int width) {
        int to = 0;
        for (int i = 0; i < rows * indices; i++) {
            int index = (int) x[xOffset + i];
            System.arraycopy(parameters, tableOffset + index * width, out, to, width);
            to += width;
        }
    }

    /**
     * {@code dTable}: to the gradient of every row that is picked, what comes back to where it went is added, in ascending order of
     * the samples and, within one, of its indices.
     *
     * <p>Where sums begin, all of the share's part of the table is set to 0 first, so rows that nobody picked have gradients of 0.
     * Where sums go on, or zeros are kept, rows that nobody picked are not touched at all: a caller who sets those rows to 0 again that
     * the last step picked pays for what is picked alone.
     *
     * @param x         as for {@link #forward}
     * @param dOut      {@code rows x (indices·width)}
     * @param gradients receives {@code vocabulary x width} from {@code tableOffset}
     * @param share     which of the table's rows, and whether sums go on
     */
    public static void tableGradients(
            float[] x,
            int xOffset,
            float[] dOut,
            float[] gradients,
            int tableOffset,
            int rows,
            int indices,
            int vocabulary,
            int width,
            GradientShare share) {
        int from = share.from(vocabulary);
        int to = share.to(vocabulary);
        if (!share.continues() && !share.keepsZeros()) {
            Arrays.fill(gradients, tableOffset + from * width, tableOffset + to * width, 0f);
        }
        int back = 0;
        for (int i = 0; i < rows * indices; i++) {
            int index = (int) x[xOffset + i];
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
