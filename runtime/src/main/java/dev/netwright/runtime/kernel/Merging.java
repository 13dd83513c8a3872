package dev.netwright.runtime.kernel;

/**
 * Makes one matrix of several, and takes it apart again. Every element is one operation, so there is no order of sums to keep.
 * Offsets and sizes come from generated code and are not checked here beyond the arrays' own bounds.
 */
public final class Merging {
    private Merging() {}

    /** {@code sum = x + y}, element by element; {@code sum} may be x or y, at the same place. */
    public static void add(float[] x, int xOffset, float[] y, int yOffset, float[] sum, int sumOffset, int count) {
        for (int i = 0; i < count; i++) {
            sum[sumOffset + i] = x[xOffset + i] + y[yOffset + i];
        }
    }

    /** {@code product = x·y}, element by element; {@code product} may be x or y, at the same place. */
    public static void multiply(
            float[] x, int xOffset, float[] y, int yOffset, float[] product, int productOffset, int count) {
        for (int i = 0; i < count; i++) {
            product[productOffset + i] = x[xOffset + i] * y[yOffset + i];
        }
    }

    /**
     * Copies some columns of every row into a matrix of another width.
     *
     * @param source       {@code rows x sourceColumns}, from {@code sourceOffset}
     * @param from         the first of the columns that are copied
     * @param target       {@code rows x targetColumns}, from {@code targetOffset}; no other argument's array
     * @param at           where the first of them goes
     * @param columns      how many
     */
    public static void copyColumns(
            float[] source,
            int sourceOffset,
            int sourceColumns,
            int from,
            float[] target,
            int targetOffset,
            int targetColumns,
            int at,
            int columns,
            int rows) {
        int s = sourceOffset + from;
        int t = targetOffset + at;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(source, s, target, t, columns);
            s += sourceColumns;
            t += targetColumns;
        }
    }

    /** As {@link #copyColumns}, adding to what is in the target. */
    public static void addColumns(
            float[] source,
            int sourceOffset,
            int sourceColumns,
            int from,
            float[] target,
            int targetOffset,
            int targetColumns,
            int at,
            int columns,
            int rows) {
        int s = sourceOffset + from;
        int t = targetOffset + at;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                target[t + column] += source[s + column];
            }
            s += sourceColumns;
            t += targetColumns;
        }
    }
}
