package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdColumnChains.BEHIND;
import static dev.netwright.runtime.kernel.SimdColumnChains.MOST;

import java.util.Arrays;

/**
 * {@link ColumnRanges} on vectors, whose lanes are columns; up to four vectors of columns go through all rows side by side ({@link
 * SimdColumnChains}). Lanes that are left over read on into what follows and add what nobody asks for. The last rows, where that would
 * be past the end of the matrix, are added element by element. A part's sums are in scratch meanwhile, so that no such lane reaches the
 * result.
 */
final class SimdColumnRanges implements ColumnRanges {
    private static final int SCRATCH = BEHIND + MOST;

    /** Fewer rows are not worth the copies. */
    private static final int FEW_ROWS = 4;

    @Override
    public void addDistances(
            float[] x,
            int xFrom,
            float[] origins,
            float[] sums,
            int rows,
            int columns,
            int from,
            int to,
            boolean continues) {
        if (rows < FEW_ROWS) {
            ColumnRanges.super.addDistances(x, xFrom, origins, sums, rows, columns, from, to, continues);
            return;
        }
        float[] chains = Scratch.ofAtLeast(SCRATCH);
        for (int column = from; column < to; column += MOST) {
            int count = Math.min(MOST, to - column);
            int vectors = vectorsFor(count);
            int fast = rowsOfVectors(x.length, rows, columns, xFrom + column, vectors);
            start(chains, 0, sums, column, count, continues);
            System.arraycopy(origins, column, chains, BEHIND, count);
            SimdColumnChains.addDistances(x, chains, fast, columns, xFrom + column, vectors);
            System.arraycopy(chains, 0, sums, column, count);
            int rest = xFrom + fast * columns;
            ColumnRanges.super.addDistances(
                    x, rest, origins, sums, rows - fast, columns, column, column + count, /* continues= */ true);
        }
    }

    @Override
    public void addSquares(
            float[] x,
            int xFrom,
            float[] means,
            float[] sums,
            int rows,
            int columns,
            int from,
            int to,
            boolean continues) {
        if (rows < FEW_ROWS) {
            ColumnRanges.super.addSquares(x, xFrom, means, sums, rows, columns, from, to, continues);
            return;
        }
        float[] chains = Scratch.ofAtLeast(SCRATCH);
        for (int column = from; column < to; column += MOST) {
            int count = Math.min(MOST, to - column);
            int vectors = vectorsFor(count);
            int fast = rowsOfVectors(x.length, rows, columns, xFrom + column, vectors);
            start(chains, 0, sums, column, count, continues);
            System.arraycopy(means, column, chains, BEHIND, count);
            SimdColumnChains.addSquares(x, chains, fast, columns, xFrom + column, vectors);
            System.arraycopy(chains, 0, sums, column, count);
            int rest = xFrom + fast * columns;
            ColumnRanges.super.addSquares(
                    x, rest, means, sums, rows - fast, columns, column, column + count, /* continues= */ true);
        }
    }

    @Override
    public void addProducts(
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
        if (rows < FEW_ROWS) {
            ColumnRanges.super.addProducts(x, y, valuesFrom, sums, sumsAt, rows, columns, from, to, continues);
            return;
        }
        float[] chains = Scratch.ofAtLeast(SCRATCH);
        for (int column = from; column < to; column += MOST) {
            int count = Math.min(MOST, to - column);
            int vectors = vectorsFor(count);
            int fast = rowsOfVectors(Math.min(x.length, y.length), rows, columns, valuesFrom + column, vectors);
            start(chains, BEHIND, sums, sumsAt + column, count, continues);
            // Adds up x besides, which costs nothing: a row takes as long as its products wait for each other.
            SimdColumnChains.addProductsAndSums(x, y, chains, fast, columns, valuesFrom + column, vectors);
            System.arraycopy(chains, BEHIND, sums, sumsAt + column, count);
            int rest = valuesFrom + fast * columns;
            ColumnRanges.super.addProducts(
                    x, y, rest, sums, sumsAt, rows - fast, columns, column, column + count, /* continues= */ true);
        }
    }

    @Override
    public void addProductsAndSums(
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
        if (rows < FEW_ROWS) {
            ColumnRanges.super.addProductsAndSums(
                    x, y, valuesFrom, sums, productsAt, sumsAt, rows, columns, from, to, continues);
            return;
        }
        float[] chains = Scratch.ofAtLeast(SCRATCH);
        for (int column = from; column < to; column += MOST) {
            int count = Math.min(MOST, to - column);
            int vectors = vectorsFor(count);
            int fast = rowsOfVectors(Math.min(x.length, y.length), rows, columns, valuesFrom + column, vectors);
            start(chains, 0, sums, sumsAt + column, count, continues);
            start(chains, BEHIND, sums, productsAt + column, count, continues);
            SimdColumnChains.addProductsAndSums(x, y, chains, fast, columns, valuesFrom + column, vectors);
            System.arraycopy(chains, 0, sums, sumsAt + column, count);
            System.arraycopy(chains, BEHIND, sums, productsAt + column, count);
            int rest = valuesFrom + fast * columns;
            ColumnRanges.super.addProductsAndSums(
                    x,
                    y,
                    rest,
                    sums,
                    productsAt,
                    sumsAt,
                    rows - fast,
                    columns,
                    column,
                    column + count,
                    /* continues= */ true);
        }
    }

    /** Three vectors take no less time than four. */
    private static int vectorsFor(int count) {
        return count <= LANES ? 1 : count <= 2 * LANES ? 2 : 4;
    }

    /** How many rows have these columns' vectors within the array. */
    private static int rowsOfVectors(int length, int rows, int columns, int first, int vectors) {
        int last = length - first - vectors * LANES;
        return last < 0 ? 0 : Math.min(rows, last / columns + 1);
    }

    private static void start(float[] chains, int at, float[] sums, int from, int count, boolean continues) {
        if (continues) {
            System.arraycopy(sums, from, chains, at, count);
        } else {
            Arrays.fill(chains, at, at + count, 0f);
        }
    }
}
