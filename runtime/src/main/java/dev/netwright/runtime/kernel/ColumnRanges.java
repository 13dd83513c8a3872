package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Sums over the rows for some neighbouring columns of a matrix, in ascending order of the rows. Four rows at a time, so that a sum is
 * read and written once for four additions. C2 puts none of these loops into vectors: they take as long with
 * {@code -XX:-UseSuperWord}.
 */
interface ColumnRanges {
    /**
     * {@code Σ (x - origin)} for an origin of each column, in which a sum of what is far from 0 and near to each other stays small.
     *
     * @param x         {@code rows x columns} from {@code xFrom} on
     * @param origins   {@code 1 x columns}
     * @param sums      receives {@code 1 x columns}, where only {@code from} to {@code to - 1} change
     * @param continues whether sums go on from what is there, or begin at 0
     */
    default void addDistances(
            float[] x,
            int xFrom,
            float[] origins,
            float[] sums,
            int rows,
            int columns,
            int from,
            int to,
            boolean continues) {
        start(sums, 0, from, to, continues);
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int row0 = xFrom + row * columns;
            int row1 = row0 + columns;
            int row2 = row1 + columns;
            int row3 = row2 + columns;
            for (int c = from; c < to; c++) {
                float origin = origins[c];
                float sum = sums[c] + (x[row0 + c] - origin);
                sum += x[row1 + c] - origin;
                sum += x[row2 + c] - origin;
                sums[c] = sum + (x[row3 + c] - origin);
            }
        }
        for (; row < rows; row++) {
            int row0 = xFrom + row * columns;
            for (int c = from; c < to; c++) {
                sums[c] += x[row0 + c] - origins[c];
            }
        }
    }

    /** {@code Σ x·y}, each with one fused multiply-add, of matrices from {@code valuesFrom} on; otherwise as {@link #addDistances}. */
    default void addProducts(
            float[] x,
            float[] y,
            int valuesFrom,
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
            int row0 = valuesFrom + row * columns;
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
            int row0 = valuesFrom + row * columns;
            for (int c = from; c < to; c++) {
                sums[sumsAt + c] = Math.fma(x[row0 + c], y[row0 + c], sums[sumsAt + c]);
            }
        }
    }

    /** {@code Σ (x - mean)²}, each with one fused multiply-add, for a mean of each column; otherwise as {@link #addDistances}. */
    default void addSquares(
            float[] x,
            int xFrom,
            float[] means,
            float[] sums,
            int rows,
            int columns,
            int from,
            int to,
            boolean continues) {
        start(sums, 0, from, to, continues);
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int row0 = xFrom + row * columns;
            int row1 = row0 + columns;
            int row2 = row1 + columns;
            int row3 = row2 + columns;
            for (int c = from; c < to; c++) {
                float mean = means[c];
                float away0 = x[row0 + c] - mean;
                float away1 = x[row1 + c] - mean;
                float away2 = x[row2 + c] - mean;
                float away3 = x[row3 + c] - mean;
                float sum = Math.fma(away0, away0, sums[c]);
                sum = Math.fma(away1, away1, sum);
                sum = Math.fma(away2, away2, sum);
                sums[c] = Math.fma(away3, away3, sum);
            }
        }
        for (; row < rows; row++) {
            int row0 = xFrom + row * columns;
            for (int c = from; c < to; c++) {
                float away = x[row0 + c] - means[c];
                sums[c] = Math.fma(away, away, sums[c]);
            }
        }
    }

    /**
     * {@code Σ x·y} from {@code productsAt}, as {@link #addProducts}, and {@code Σ x} from {@code sumsAt}.
     */
    default void addProductsAndSums(
            float[] x,
            float[] y,
            int valuesFrom,
            float[] sums,
            int productsAt,
            int sumsAt,
            int rows,
            int columns,
            int from,
            int to,
            boolean continues) {
        addProducts(x, y, valuesFrom, sums, productsAt, rows, columns, from, to, continues);
        start(sums, sumsAt, from, to, continues);
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int row0 = valuesFrom + row * columns;
            int row1 = row0 + columns;
            int row2 = row1 + columns;
            int row3 = row2 + columns;
            for (int c = from; c < to; c++) {
                sums[sumsAt + c] = sums[sumsAt + c] + x[row0 + c] + x[row1 + c] + x[row2 + c] + x[row3 + c];
            }
        }
        for (; row < rows; row++) {
            int row0 = valuesFrom + row * columns;
            for (int c = from; c < to; c++) {
                sums[sumsAt + c] += x[row0 + c];
            }
        }
    }

    private static void start(float[] sums, int sumsAt, int from, int to, boolean continues) {
        if (!continues) {
            Arrays.fill(sums, sumsAt + from, sumsAt + to, 0f);
        }
    }
}
