package dev.netwright.runtime.kernel;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016): every row is shifted and scaled to mean 0 and variance 1 over its columns, and then
 * column by column by what is learnt. For one row x of n columns:
 *
 * <pre>{@code
 * mean = Σ x / n        variance = Σ (x - mean)² / n        normalized = (x - mean) / √(variance + ε)
 * y    = gain·normalized + shift
 * }</pre>
 *
 * <p>A row depends on no other, in training as in inference. Matrices are row-major, {@code rows x columns}; sums over the columns
 * have the one order of {@link RowSums}, sums over the rows are in ascending order. Sizes and offsets come from generated code and are
 * not checked here beyond the arrays' own bounds.
 */
public final class LayerNormalization {
    private static final NormalizedRows ROWS = KernelChoice.KERNELS.normalizedRows();
    private static final ColumnRanges RANGES = KernelChoice.KERNELS.columnRanges();

    private LayerNormalization() {}

    /**
     * {@code y = gain·normalized + shift}, and what the way back needs.
     *
     * @param x                 {@code rows x columns}
     * @param parameters        gains and shifts, {@code 1 x columns} each, at their offsets
     * @param epsilon           ε, which keeps a row of equal values finite
     * @param normalized        receives {@code (x - mean) / √(variance + ε)}, {@code rows x columns}; not x
     * @param inverseDeviations receives {@code 1 / √(variance + ε)}, one for each row
     * @param y                 receives {@code rows x columns}; may be x
     */
    public static void forward(
            float[] x,
            float[] parameters,
            int gainsOffset,
            int shiftsOffset,
            float epsilon,
            float[] normalized,
            float[] inverseDeviations,
            float[] y,
            int rows,
            int columns) {
        ROWS.forward(
                x, parameters, gainsOffset, shiftsOffset, epsilon, normalized, inverseDeviations, y, rows, columns);
    }

    /**
     * From dL/dy to dL/dx: with {@code g = dy·gain},
     *
     * <pre>{@code
     * dx = (g - Σ g / n - normalized·(Σ g·normalized / n)) / √(variance + ε)
     * }</pre>
     *
     * @param dy                {@code rows x columns}
     * @param normalized        as {@link #forward} left it
     * @param inverseDeviations as {@link #forward} left it
     * @param parameters        gains, {@code 1 x columns}, from {@code gainsOffset}
     * @param dx                receives {@code rows x columns}; may be dy
     */
    public static void backward(
            float[] dy,
            float[] normalized,
            float[] inverseDeviations,
            float[] parameters,
            int gainsOffset,
            float[] dx,
            int rows,
            int columns) {
        ROWS.backward(dy, normalized, inverseDeviations, parameters, gainsOffset, dx, rows, columns);
    }

    /**
     * {@code dgain = Σ dy·normalized} over the rows, in ascending order from 0, or from what is there, each with one fused multiply-add.
     *
     * @param dy         {@code rows x columns}
     * @param normalized as {@link #forward} left it
     * @param gradients  receives {@code 1 x columns} from {@code gainsOffset}
     * @param share      whether sums go on; the first of all shares has all gains
     */
    public static void gainGradients(
            float[] dy,
            float[] normalized,
            float[] gradients,
            int gainsOffset,
            int rows,
            int columns,
            GradientShare share) {
        if (share.part() == 0) {
            RANGES.addProducts(dy, normalized, 0, gradients, gainsOffset, rows, columns, 0, columns, share.continues());
        }
    }

    /**
     * {@code dshift = Σ dy} over the rows, in ascending order from 0, or from what is there.
     *
     * @param dy        {@code rows x columns}
     * @param gradients receives {@code 1 x columns} from {@code shiftsOffset}
     * @param share     whether sums go on; the first of all shares has all shifts
     */
    public static void shiftGradients(
            float[] dy, float[] gradients, int shiftsOffset, int rows, int columns, GradientShare share) {
        Kernels.biasGradients(dy, gradients, shiftsOffset, rows, columns, share);
    }
}
