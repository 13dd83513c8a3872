package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * {@link ColumnRanges} on vectors, whose lanes are columns; four vectors of columns go through all rows side by side. Lanes that are left
 * over read on into what follows and add what nobody asks for. The last rows, where that would be past the end of the matrix, are added
 * element by element. A part's sums are in scratch meanwhile, so that no such lane reaches the result.
 */
final class SimdColumnRanges implements ColumnRanges {
    /** Columns of one part. */
    private static final int MOST = 4 * LANES;

    /** Where the scratch has origins, means or the sums of products; sums are before. */
    private static final int MEANS = MOST;

    private static final int PRODUCTS = MOST;

    private static final int SCRATCH = 2 * MOST;

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
            int first = xFrom + column;
            System.arraycopy(origins, column, chains, MEANS, count);
            start(chains, 0, sums, column, count, continues);
            int fast = rowsOfVectors(x.length, rows, columns, first, vectors);
            addDistancesOfRows(x, chains, fast, columns, first, vectors);
            for (int row = fast; row < rows; row++) {
                int at = first + row * columns;
                for (int i = 0; i < count; i++) {
                    chains[i] += x[at + i] - chains[MEANS + i];
                }
            }
            System.arraycopy(chains, 0, sums, column, count);
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
            int first = xFrom + column;
            start(chains, 0, sums, column, count, continues);
            System.arraycopy(means, column, chains, MEANS, count);
            int fast = rowsOfVectors(x.length, rows, columns, first, vectors);
            addSquaresOfRows(x, chains, fast, columns, first, vectors);
            for (int row = fast; row < rows; row++) {
                int at = first + row * columns;
                for (int i = 0; i < count; i++) {
                    float away = x[at + i] - chains[MEANS + i];
                    chains[i] = Math.fma(away, away, chains[i]);
                }
            }
            System.arraycopy(chains, 0, sums, column, count);
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
            int first = valuesFrom + column;
            start(chains, 0, sums, sumsAt + column, count, continues);
            start(chains, PRODUCTS, sums, productsAt + column, count, continues);
            int fast = rowsOfVectors(Math.min(x.length, y.length), rows, columns, first, vectors);
            addProductsAndSumsOfRows(x, y, chains, fast, columns, first, vectors);
            for (int row = fast; row < rows; row++) {
                int at = first + row * columns;
                for (int i = 0; i < count; i++) {
                    chains[i] += x[at + i];
                    chains[PRODUCTS + i] = Math.fma(x[at + i], y[at + i], chains[PRODUCTS + i]);
                }
            }
            System.arraycopy(chains, 0, sums, sumsAt + column, count);
            System.arraycopy(chains, PRODUCTS, sums, productsAt + column, count);
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

    private static void addDistancesOfRows(float[] x, float[] chains, int rows, int stride, int from, int vectors) {
        int at = from;
        if (vectors == 1) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector origin0 = FloatVector.fromArray(SPECIES, chains, MEANS);
            for (int row = 0; row < rows; row++) {
                sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, at).sub(origin0));
                at += stride;
            }
            sum0.intoArray(chains, 0);
            return;
        }
        if (vectors == 2) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector origin0 = FloatVector.fromArray(SPECIES, chains, MEANS);
            FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
            FloatVector origin1 = FloatVector.fromArray(SPECIES, chains, MEANS + LANES);
            for (int row = 0; row < rows; row++) {
                sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, at).sub(origin0));
                sum1 = sum1.add(FloatVector.fromArray(SPECIES, x, at + LANES).sub(origin1));
                at += stride;
            }
            sum0.intoArray(chains, 0);
            sum1.intoArray(chains, LANES);
            return;
        }
        FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
        FloatVector origin0 = FloatVector.fromArray(SPECIES, chains, MEANS);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
        FloatVector origin1 = FloatVector.fromArray(SPECIES, chains, MEANS + LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, chains, 2 * LANES);
        FloatVector origin2 = FloatVector.fromArray(SPECIES, chains, MEANS + 2 * LANES);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, chains, 3 * LANES);
        FloatVector origin3 = FloatVector.fromArray(SPECIES, chains, MEANS + 3 * LANES);
        for (int row = 0; row < rows; row++) {
            sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, at).sub(origin0));
            sum1 = sum1.add(FloatVector.fromArray(SPECIES, x, at + LANES).sub(origin1));
            sum2 = sum2.add(FloatVector.fromArray(SPECIES, x, at + 2 * LANES).sub(origin2));
            sum3 = sum3.add(FloatVector.fromArray(SPECIES, x, at + 3 * LANES).sub(origin3));
            at += stride;
        }
        sum0.intoArray(chains, 0);
        sum1.intoArray(chains, LANES);
        sum2.intoArray(chains, 2 * LANES);
        sum3.intoArray(chains, 3 * LANES);
    }

    private static void addSquaresOfRows(float[] x, float[] chains, int rows, int stride, int from, int vectors) {
        int at = from;
        if (vectors == 1) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector mean0 = FloatVector.fromArray(SPECIES, chains, MEANS);
            for (int row = 0; row < rows; row++) {
                FloatVector away0 = FloatVector.fromArray(SPECIES, x, at).sub(mean0);
                sum0 = away0.fma(away0, sum0);
                at += stride;
            }
            sum0.intoArray(chains, 0);
            return;
        }
        if (vectors == 2) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
            FloatVector mean0 = FloatVector.fromArray(SPECIES, chains, MEANS);
            FloatVector mean1 = FloatVector.fromArray(SPECIES, chains, MEANS + LANES);
            for (int row = 0; row < rows; row++) {
                FloatVector away0 = FloatVector.fromArray(SPECIES, x, at).sub(mean0);
                FloatVector away1 =
                        FloatVector.fromArray(SPECIES, x, at + LANES).sub(mean1);
                sum0 = away0.fma(away0, sum0);
                sum1 = away1.fma(away1, sum1);
                at += stride;
            }
            sum0.intoArray(chains, 0);
            sum1.intoArray(chains, LANES);
            return;
        }
        FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
        FloatVector mean0 = FloatVector.fromArray(SPECIES, chains, MEANS);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
        FloatVector mean1 = FloatVector.fromArray(SPECIES, chains, MEANS + LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, chains, 2 * LANES);
        FloatVector mean2 = FloatVector.fromArray(SPECIES, chains, MEANS + 2 * LANES);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, chains, 3 * LANES);
        FloatVector mean3 = FloatVector.fromArray(SPECIES, chains, MEANS + 3 * LANES);
        for (int row = 0; row < rows; row++) {
            FloatVector away0 = FloatVector.fromArray(SPECIES, x, at).sub(mean0);
            sum0 = away0.fma(away0, sum0);
            FloatVector away1 = FloatVector.fromArray(SPECIES, x, at + LANES).sub(mean1);
            sum1 = away1.fma(away1, sum1);
            FloatVector away2 =
                    FloatVector.fromArray(SPECIES, x, at + 2 * LANES).sub(mean2);
            sum2 = away2.fma(away2, sum2);
            FloatVector away3 =
                    FloatVector.fromArray(SPECIES, x, at + 3 * LANES).sub(mean3);
            sum3 = away3.fma(away3, sum3);
            at += stride;
        }
        sum0.intoArray(chains, 0);
        sum1.intoArray(chains, LANES);
        sum2.intoArray(chains, 2 * LANES);
        sum3.intoArray(chains, 3 * LANES);
    }

    private static void addProductsAndSumsOfRows(
            float[] x, float[] y, float[] chains, int rows, int stride, int from, int vectors) {
        int at = from;
        if (vectors == 1) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector product0 = FloatVector.fromArray(SPECIES, chains, PRODUCTS);
            for (int row = 0; row < rows; row++) {
                FloatVector value0 = FloatVector.fromArray(SPECIES, x, at);
                sum0 = sum0.add(value0);
                product0 = value0.fma(FloatVector.fromArray(SPECIES, y, at), product0);
                at += stride;
            }
            sum0.intoArray(chains, 0);
            product0.intoArray(chains, PRODUCTS);
            return;
        }
        if (vectors == 2) {
            FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
            FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
            FloatVector product0 = FloatVector.fromArray(SPECIES, chains, PRODUCTS);
            FloatVector product1 = FloatVector.fromArray(SPECIES, chains, PRODUCTS + LANES);
            for (int row = 0; row < rows; row++) {
                FloatVector value0 = FloatVector.fromArray(SPECIES, x, at);
                FloatVector value1 = FloatVector.fromArray(SPECIES, x, at + LANES);
                sum0 = sum0.add(value0);
                sum1 = sum1.add(value1);
                product0 = value0.fma(FloatVector.fromArray(SPECIES, y, at), product0);
                product1 = value1.fma(FloatVector.fromArray(SPECIES, y, at + LANES), product1);
                at += stride;
            }
            sum0.intoArray(chains, 0);
            sum1.intoArray(chains, LANES);
            product0.intoArray(chains, PRODUCTS);
            product1.intoArray(chains, PRODUCTS + LANES);
            return;
        }
        FloatVector sum0 = FloatVector.fromArray(SPECIES, chains, 0);
        FloatVector product0 = FloatVector.fromArray(SPECIES, chains, PRODUCTS);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, chains, LANES);
        FloatVector product1 = FloatVector.fromArray(SPECIES, chains, PRODUCTS + LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, chains, 2 * LANES);
        FloatVector product2 = FloatVector.fromArray(SPECIES, chains, PRODUCTS + 2 * LANES);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, chains, 3 * LANES);
        FloatVector product3 = FloatVector.fromArray(SPECIES, chains, PRODUCTS + 3 * LANES);
        for (int row = 0; row < rows; row++) {
            FloatVector value0 = FloatVector.fromArray(SPECIES, x, at);
            sum0 = sum0.add(value0);
            product0 = value0.fma(FloatVector.fromArray(SPECIES, y, at), product0);
            FloatVector value1 = FloatVector.fromArray(SPECIES, x, at + LANES);
            sum1 = sum1.add(value1);
            product1 = value1.fma(FloatVector.fromArray(SPECIES, y, at + LANES), product1);
            FloatVector value2 = FloatVector.fromArray(SPECIES, x, at + 2 * LANES);
            sum2 = sum2.add(value2);
            product2 = value2.fma(FloatVector.fromArray(SPECIES, y, at + 2 * LANES), product2);
            FloatVector value3 = FloatVector.fromArray(SPECIES, x, at + 3 * LANES);
            sum3 = sum3.add(value3);
            product3 = value3.fma(FloatVector.fromArray(SPECIES, y, at + 3 * LANES), product3);
            at += stride;
        }
        sum0.intoArray(chains, 0);
        product0.intoArray(chains, PRODUCTS);
        sum1.intoArray(chains, LANES);
        product1.intoArray(chains, PRODUCTS + LANES);
        sum2.intoArray(chains, 2 * LANES);
        product2.intoArray(chains, PRODUCTS + 2 * LANES);
        sum3.intoArray(chains, 3 * LANES);
        product3.intoArray(chains, PRODUCTS + 3 * LANES);
    }
}
