package dev.netwright.runtime.kernel;

/**
 * The way back through {@link BatchNormalization}, and the gradients of what is learnt. Once dy of all blocks is there: {@link #gradientSums} of
 * every block, then {@link #gradients}; when all threads are through, {@link #backward} of each block, which needs both gradients.
 *
 * <p>Matrices, sums, shares, sizes and offsets are as there.
 */
public final class BatchNormalizationGradients {
    private static final ColumnRanges RANGES = KernelChoice.KERNELS.columnRanges();
    private static final NormalizedColumns COLUMNS = KernelChoice.KERNELS.normalizedColumns();

    private BatchNormalizationGradients() {}

    /**
     * {@code dgain = Σ dy·normalized} and {@code dshift = Σ dy} over the rows, in ascending order from 0, or from what is there; the
     * former each with one fused multiply-add.
     *
     * @param dy         {@code rows x columns}
     * @param normalized as {@link BatchNormalization#normalize} left it
     * @param gradients  receives gains' and shifts', {@code 1 x columns} each, from their offsets
     * @param share      which of the columns, and whether sums go on from an earlier block
     */
    public static void parameterGradients(
            float[] dy,
            float[] normalized,
            float[] gradients,
            int gainsOffset,
            int shiftsOffset,
            int rows,
            int columns,
            GradientShare share) {
        RANGES.addProductsAndSums(
                dy,
                normalized,
                0,
                gradients,
                gainsOffset,
                shiftsOffset,
                rows,
                columns,
                share.from(columns),
                share.to(columns),
                share.continues());
    }

    /**
     * Goes on with the same sums of a batch.
     *
     * @param dy         {@code rows x columns}
     * @param normalized as {@link BatchNormalization#normalize} left it
     * @param sums       receives gains' and behind them shifts', {@code 1 x columns} each
     * @param batchRow   the number of the block's first row within the batch; with 0 sums begin
     * @param share      which of the columns
     */
    public static void gradientSums(
            float[] dy, float[] normalized, BatchSums sums, int batchRow, int rows, int columns, GradientShare share) {
        int from = share.from(columns);
        int to = share.to(columns);
        if (batchRow == 0) {
            sums.start(from, to);
            sums.start(columns + from, columns + to);
        }
        int count;
        for (int row = 0; row < rows; row += count) {
            count = BatchSums.rowsOfSegment(batchRow + row, rows - row);
            RANGES.addProductsAndSums(
                    dy,
                    normalized,
                    row * columns,
                    sums.open,
                    0,
                    columns,
                    count,
                    columns,
                    from,
                    to,
                    /* continues= */ true);
            sums.close(batchRow + row + count, from, to);
            sums.close(batchRow + row + count, columns + from, columns + to);
        }
    }

    /**
     * What the sums of a batch have come to.
     *
     * @param sums      as {@link #gradientSums} left them
     * @param gradients receives gains' and behind them shifts', {@code 1 x columns} each
     * @param share     which of the columns
     */
    public static void gradients(BatchSums sums, float[] gradients, int columns, GradientShare share) {
        int to = share.to(columns);
        for (int column = share.from(columns); column < to; column++) {
            gradients[column] = (float) sums.get(column);
            gradients[columns + column] = (float) sums.get(columns + column);
        }
    }

    /**
     * Takes sums that are complete as gradients, or adds them to what is there.
     *
     * @param sums      {@code 1 x columns} from {@code sumsOffset}
     * @param gradients receives {@code 1 x columns} from {@code offset}
     * @param share     which of the columns, and whether gradients go on from what is there
     */
    public static void takeOver(
            float[] sums, int sumsOffset, float[] gradients, int offset, int columns, GradientShare share) {
        int to = share.to(columns);
        for (int column = share.from(columns); column < to; column++) {
            float before = share.continues() ? gradients[offset + column] : 0f;
            gradients[offset + column] = before + sums[sumsOffset + column];
        }
    }

    /**
     * From dL/dy to dL/dx for a block of the batch, through the batch's mean and variance:
     *
     * <pre>{@code
     * dx = gain·(dy - dshift / n - normalized·(dgain / n)) / √(variance + ε)
     * }</pre>
     *
     * @param dy                {@code rows x columns}
     * @param normalized        as {@link BatchNormalization#normalize} left it
     * @param inverseDeviations {@code 1 x columns}, of the whole batch
     * @param parameters        gains, {@code 1 x columns}, from {@code gainsOffset}
     * @param gradients         sums of the whole batch as {@link #gradients} left them, from
     *                          {@code gainGradientsOffset} and {@code shiftGradientsOffset}; 0 where mean and variance are constants
     * @param batchRows         n, the rows of the whole batch
     * @param dx                receives {@code rows x columns}; may be dy
     */
    public static void backward(
            float[] dy,
            float[] normalized,
            float[] inverseDeviations,
            float[] parameters,
            int gainsOffset,
            float[] gradients,
            int gainGradientsOffset,
            int shiftGradientsOffset,
            int batchRows,
            float[] dx,
            int rows,
            int columns) {
        COLUMNS.backward(
                dy,
                normalized,
                inverseDeviations,
                parameters,
                gainsOffset,
                gradients,
                gainGradientsOffset,
                shiftGradientsOffset,
                batchRows,
                dx,
                rows,
                columns);
    }
}
