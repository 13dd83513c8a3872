package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Sums over the rows for some neighbouring columns of a matrix, in ascending order of the rows. Four rows at a time, so that a sum is
 * read and written once for four additions. C2 puts none of these loops into vectors: they take as long with
 * {@code -XX:-UseSuperWord}.
 */
interface ColumnRanges {
    /**
     * {@code Σ x}.
     *
     * @param x         {@code rows x columns}
     * @param sums      receives {@code 1 x columns} from {@code sumsAt}, where only {@code from} to {@code to - 1} change
     * @param continues whether sums go on from what is there, or begin at 0
     */
    default void add(float[] x, float[] sums, int sumsAt, int rows, int columns, int from, int to, boolean continues) {
        start(sums, sumsAt, from, to, continues);
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int row0 = row * columns;
            int row1 = row0 + columns;
            int row2 = row1 + columns;
            int row3 = row2 + columns;
            for (int c = from; c < to; c++) {
                sums[sumsAt + c] = sums[sumsAt + c] + x[row0 + c] + x[row1 + c] + x[row2 + c] + x[row3 + c];
            }
        }
        for (; row < rows; row++) {
            int row0 = row * columns;
            for (int c = from; c < to; c++) {
                sums[sumsAt + c] += x[row0 + c];
            }
        }
    }

    /** {@code Σ x·y}, each with one fused multiply-add; otherwise as {@link #add}. */
    default void addProducts(
            float[] x,
            float[] y,
            float[] sums,
            int sumsAt,
            int rows,
            int columns,
            int from,
            int to,
            boolean continues) {
        start(sums, sumsAt, from, to, continues);
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int row0 = row * columns;
            int row1 = row0 + columns;
            int row2 = row1 + columns;
            int row3 = row2 + columns;
            for (int c = from; c < to; c++) {
                float sum = Math.fma(x[row0 + c], y[row0 + c], sums[sumsAt + c]);
                sum = Math.fma(x[row1 + c], y[row1 + c], sum);
                sum = Math.fma(x[row2 + c], y[row2 + c], sum);
                sums[sumsAt + c] = Math.fma(x[row3 + c], y[row3 + c], sum);
            }
        }
        for (; row < rows; row++) {
            int row0 = row * columns;
            for (int c = from; c < to; c++) {
                sums[sumsAt + c] = Math.fma(x[row0 + c], y[row0 + c], sums[sumsAt + c]);
            }
        }
    }

    /** {@code Σ (x - mean)²}, each with one fused multiply-add, for a mean of each column; otherwise as {@link #add}. */
    default void addSquares(
            float[] x,
            float[] means,
            float[] sums,
            int sumsAt,
            int rows,
            int columns,
            int from,
            int to,
            boolean continues) {
        start(sums, sumsAt, from, to, continues);
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int row0 = row * columns;
            int row1 = row0 + columns;
            int row2 = row1 + columns;
            int row3 = row2 + columns;
            for (int c = from; c < to; c++) {
                float mean = means[c];
                float away0 = x[row0 + c] - mean;
                float away1 = x[row1 + c] - mean;
                float away2 = x[row2 + c] - mean;
                float away3 = x[row3 + c] - mean;
                float sum = Math.fma(away0, away0, sums[sumsAt + c]);
                sum = Math.fma(away1, away1, sum);
                sum = Math.fma(away2, away2, sum);
                sums[sumsAt + c] = Math.fma(away3, away3, sum);
            }
        }
        for (; row < rows; row++) {
            int row0 = row * columns;
            for (int c = from; c < to; c++) {
                float away = x[row0 + c] - means[c];
                sums[sumsAt + c] = Math.fma(away, away, sums[sumsAt + c]);
            }
        }
    }

    /** {@code Σ x·y} from {@code productsAt} and {@code Σ x} from {@code sumsAt}, as {@link #addProducts} and {@link #add}. */
    default void addProductsAndSums(
            float[] x,
            float[] y,
            float[] sums,
            int productsAt,
            int sumsAt,
            int rows,
            int columns,
            int from,
            int to,
            boolean continues) {
        addProducts(x, y, sums, productsAt, rows, columns, from, to, continues);
        add(x, sums, sumsAt, rows, columns, from, to, continues);
    }

    private static void start(float[] sums, int sumsAt, int from, int to, boolean continues) {
        if (!continues) {
            Arrays.fill(sums, sumsAt + from, sumsAt + to, 0f);
        }
    }
}
