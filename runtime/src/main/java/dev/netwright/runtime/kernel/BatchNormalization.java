package dev.netwright.runtime.kernel;

/**
 * Batch normalisation (Ioffe and Szegedy 2015): every column is shifted and scaled to mean 0 and variance 1 over the rows of the
 * batch, and then by what is learnt. For a column x of n rows:
 *
 * <pre>{@code
 * mean = Σ x / n        variance = Σ (x - mean)² / n        normalized = (x - mean) / √(variance + ε)
 * y    = gain·normalized + shift
 * }</pre>
 *
 * <p>In inference the running mean and variance of the batches that were seen in training take the place of the batch's own, for
 * {@link #normalize} as well.
 *
 * <p>A batch lies in several blocks of rows, each in arrays of its own, so every sum over the batch is a step that goes on from one
 * block to the next. Sums are in ascending order of the rows ({@link BatchSums}), which leaves no trace of how the batch is cut. A
 * {@link GradientShare} says which of the columns a thread has; the steps for its columns need no other columns, so one thread may
 * do all of them before it waits for others. In training, once x of all blocks is there:
 *
 * <ol>
 *   <li>{@link #sums} of every block, then {@link #means};
 *   <li>{@link #squares} of every block, then {@link #inverseDeviations} and {@link #updateRunning};
 *   <li>when all threads are through: {@link #normalize} each block.
 * </ol>
 *
 * <p>{@link BatchNormalizationGradients} is the way back.
 *
 * <p>Matrices are row-major, {@code rows x columns}; for a convolution, rows are all places of all samples and columns the filters.
 * Sizes and offsets come from generated code and are not checked here beyond the arrays' own bounds.
 */
public final class BatchNormalization {
    /** How much of a batch's statistics goes into the running ones. */
    public static final float MOMENTUM = 0.1f;

    private static final ColumnRanges RANGES = KernelChoice.KERNELS.columnRanges();
    private static final NormalizedColumns COLUMNS = KernelChoice.KERNELS.normalizedColumns();

    private BatchNormalization() {}

    /**
     * Goes on with what {@link #means} needs of a block: sums of the distances from the batch's first row, which stay small where columns
     * are far from 0.
     *
     * @param x        {@code rows x columns}
     * @param origins  {@code 1 x columns}, which receives the batch's first row and keeps it until then
     * @param sums     receives {@code 1 x columns}
     * @param batchRow the number of the block's first row within the batch; with 0 all begins
     * @param share    which of the columns
     */
    public static void sums(
            float[] x, float[] origins, BatchSums sums, int batchRow, int rows, int columns, GradientShare share) {
        int from = share.from(columns);
        int to = share.to(columns);
        if (batchRow == 0) {
            System.arraycopy(x, from, origins, from, to - from);
            sums.start(from, to);
        }
        int count;
        for (int row = 0; row < rows; row += count) {
            count = BatchSums.rowsOfSegment(batchRow + row, rows - row);
            RANGES.addDistances(x, row * columns, origins, sums.open, count, columns, from, to, /* continues= */ true);
            sums.close(batchRow + row + count, from, to);
        }
    }

    /**
     * {@code mean = Σ x / n}.
     *
     * @param sums      of the whole batch
     * @param means     receives {@code 1 x columns}; the origins of the sums until then
     * @param batchRows n, the rows of the whole batch
     * @param share     which of the columns
     */
    public static void means(BatchSums sums, float[] means, int batchRows, int columns, GradientShare share) {
        int to = share.to(columns);
        for (int column = share.from(columns); column < to; column++) {
            means[column] = (float) (means[column] + sums.get(column) / batchRows);
        }
    }

    /**
     * Goes on with {@code Σ (x - mean)²}, each with one fused multiply-add.
     *
     * @param x        {@code rows x columns}
     * @param means    {@code 1 x columns}, of the whole batch
     * @param squares  receives {@code 1 x columns}
     * @param batchRow the number of the block's first row within the batch; with 0 sums begin
     * @param share    which of the columns
     */
    public static void squares(
            float[] x, float[] means, BatchSums squares, int batchRow, int rows, int columns, GradientShare share) {
        int from = share.from(columns);
        int to = share.to(columns);
        if (batchRow == 0) {
            squares.start(from, to);
        }
        int count;
        for (int row = 0; row < rows; row += count) {
            count = BatchSums.rowsOfSegment(batchRow + row, rows - row);
            RANGES.addSquares(x, row * columns, means, squares.open, count, columns, from, to, /* continues= */ true);
            squares.close(batchRow + row + count, from, to);
        }
    }

    /**
     * {@code 1 / √(variance + ε)} with {@code variance = Σ (x - mean)² / n}.
     *
     * @param squares           of the whole batch
     * @param inverseDeviations receives {@code 1 x columns}
     * @param batchRows         n, the rows of the whole batch
     * @param epsilon           ε, which keeps a column of equal values finite
     * @param share             which of the columns
     */
    public static void inverseDeviations(
            BatchSums squares,
            float[] inverseDeviations,
            int batchRows,
            float epsilon,
            int columns,
            GradientShare share) {
        int to = share.to(columns);
        for (int column = share.from(columns); column < to; column++) {
            inverseDeviations[column] = (float) (1 / Math.sqrt(squares.get(column) / batchRows + epsilon));
        }
    }

    /**
     * {@code running = running + 0.1·(batch - running)} for mean and variance. As in PyTorch, the variance that is kept is the
     * unbiased one, while the batch itself is normalised with the biased one. A batch of one row has no unbiased variance and leaves the
     * running one as it is.
     *
     * @param means     {@code 1 x columns}, of the whole batch
     * @param squares   of the whole batch
     * @param batchRows n, the rows of the whole batch
     * @param running   running means and variances, {@code 1 x columns} each, at their offsets
     */
    public static void updateRunning(
            float[] means,
            BatchSums squares,
            int batchRows,
            float[] running,
            int meansOffset,
            int variancesOffset,
            int columns) {
        for (int column = 0; column < columns; column++) {
            float old = running[meansOffset + column];
            running[meansOffset + column] = Math.fma(MOMENTUM, means[column] - old, old);
            if (batchRows > 1) {
                float before = running[variancesOffset + column];
                running[variancesOffset + column] =
                        Math.fma(MOMENTUM, unbiasedVariance(squares, column, batchRows) - before, before);
            }
        }
    }

    /** {@code Σ (x - mean)² / (n - 1)}, for two rows at least. */
    public static float unbiasedVariance(BatchSums squares, int column, int batchRows) {
        return (float) (squares.get(column) / (batchRows - 1.0));
    }

    /**
     * {@code y = gain·normalized + shift} for a block of the batch, and what the way back needs.
     *
     * @param x                 {@code rows x columns}
     * @param means             {@code 1 x columns}, of the whole batch
     * @param inverseDeviations {@code 1 x columns}, of the whole batch
     * @param parameters        gains and shifts, {@code 1 x columns} each, at their offsets
     * @param normalized        receives {@code (x - mean) / √(variance + ε)}, {@code rows x columns}; may be x
     * @param y                 receives {@code rows x columns}; may be x, but not normalized
     */
    public static void normalize(
            float[] x,
            float[] means,
            float[] inverseDeviations,
            float[] parameters,
            int gainsOffset,
            int shiftsOffset,
            float[] normalized,
            float[] y,
            int rows,
            int columns) {
        COLUMNS.normalize(
                x, means, inverseDeviations, parameters, gainsOffset, shiftsOffset, normalized, y, rows, columns);
    }

    /**
     * {@code 1 / √(running variance + ε)}, for inference.
     *
     * @param running           running variances, {@code 1 x columns}, from {@code variancesOffset}
     * @param epsilon           ε
     * @param inverseDeviations receives {@code 1 x columns}
     */
    public static void inverseDeviations(
            float[] running, int variancesOffset, float epsilon, float[] inverseDeviations, int columns) {
        for (int column = 0; column < columns; column++) {
            inverseDeviations[column] = 1f / (float) Math.sqrt(running[variancesOffset + column] + epsilon);
        }
    }
}
