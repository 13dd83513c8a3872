package dev.netwright.runtime.kernel;

import dev.netwright.runtime.Samples;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** A batch in blocks, each with arrays of its own, and the steps of a training in their order, last thread first. */
final class NormalizedBatch {
    static final float UNTOUCHED = 12345.678f;

    /** Another than layers have that do not say. */
    static final float EPSILON = 1e-3f;

    /** Where the parameters have gains. */
    static final int GAINS = 2;

    final int rows;
    final int columns;
    final int blockRows;
    final float[] x;
    final float[] dy;
    float[][] blocks;
    float[][] dyBlocks;
    final float[][] normalized;
    final float[][] y;
    final float[][] dx;
    final float[] parameters;
    final BatchSums sums;
    final BatchSums gradientSums;
    final float[] means;
    final BatchSums squares;
    final float[] inverseDeviations;
    final float[] running;
    final float[] gradients;

    NormalizedBatch(int rows, int columns, int blocks, long seed) {
        this.rows = rows;
        this.columns = columns;
        blockRows = (rows + blocks - 1) / blocks;
        x = Samples.random(rows, columns, seed);
        dy = Samples.random(rows, columns, seed + 1);
        this.blocks = cut(x);
        dyBlocks = cut(dy);
        normalized = cut(new float[x.length]);
        y = cut(new float[x.length]);
        dx = cut(new float[x.length]);
        parameters = Samples.random(1, GAINS + 2 * columns, seed + 2);
        sums = new BatchSums(columns);
        gradientSums = new BatchSums(2 * columns);
        means = filled(columns, UNTOUCHED);
        squares = new BatchSums(columns);
        inverseDeviations = filled(columns, UNTOUCHED);
        running = filled(1 + 2 * columns, 3f);
        gradients = filled(2 * columns, UNTOUCHED);
    }

    /** After changes of x and dy. */
    void cutAgain() {
        blocks = cut(x);
        dyBlocks = cut(dy);
    }

    static float[] filled(int size, float value) {
        float[] array = new float[size];
        Arrays.fill(array, value);
        return array;
    }

    private float[][] cut(float[] all) {
        float[][] cut = new float[(rows + blockRows - 1) / blockRows][];
        for (int block = 0; block < cut.length; block++) {
            int from = block * blockRows;
            cut[block] = Arrays.copyOfRange(all, from * columns, (from + rowsOf(block)) * columns);
        }
        return cut;
    }

    private int rowsOf(int block) {
        return Math.min(blockRows, rows - block * blockRows);
    }

    float y(int i) {
        return y[i / columns / blockRows][i % (blockRows * columns)];
    }

    float dx(int i) {
        return dx[i / columns / blockRows][i % (blockRows * columns)];
    }

    void forward(int threads) {
        forEachShare(threads, part -> {
            GradientShare share = new GradientShare(part, threads, false);
            for (int block = 0; block < blocks.length; block++) {
                addSums(block, rowsOf(block), share);
            }
            BatchNormalization.means(sums, means, rows, columns, share);
            for (int block = 0; block < blocks.length; block++) {
                addSquares(block, rowsOf(block), share);
            }
            BatchNormalization.inverseDeviations(squares, inverseDeviations, rows, EPSILON, columns, share);
        });
        BatchNormalization.updateRunning(means, squares, rows, running, 1, 1 + columns, columns);
        for (int block = 0; block < blocks.length; block++) {
            normalize(block, rowsOf(block));
        }
    }

    void addSums(int block, int count, GradientShare share) {
        BatchNormalization.sums(blocks[block], means, sums, block * blockRows, count, columns, share);
    }

    void addSquares(int block, int count, GradientShare share) {
        BatchNormalization.squares(blocks[block], means, squares, block * blockRows, count, columns, share);
    }

    void normalize(int block, int count) {
        BatchNormalization.normalize(
                blocks[block],
                means,
                inverseDeviations,
                parameters,
                GAINS,
                GAINS + columns,
                normalized[block],
                y[block],
                count,
                columns);
    }

    void backward(int threads) {
        forEachShare(threads, part -> {
            GradientShare share = new GradientShare(part, threads, false);
            for (int block = 0; block < blocks.length; block++) {
                addGradientSums(block, rowsOf(block), share);
            }
            BatchNormalizationGradients.gradients(gradientSums, gradients, columns, share);
        });
        for (int block = 0; block < blocks.length; block++) {
            differentiate(block, rowsOf(block));
        }
    }

    void addGradientSums(int block, int count, GradientShare share) {
        BatchNormalizationGradients.gradientSums(
                dyBlocks[block], normalized[block], gradientSums, block * blockRows, count, columns, share);
    }

    void differentiate(int block, int count) {
        BatchNormalizationGradients.backward(
                dyBlocks[block],
                normalized[block],
                inverseDeviations,
                parameters,
                GAINS,
                gradients,
                0,
                columns,
                rows,
                dx[block],
                count,
                columns);
    }

    private static void forEachShare(int threads, IntConsumer work) {
        for (int part = threads - 1; part >= 0; part--) {
            work.accept(part);
        }
    }
}
