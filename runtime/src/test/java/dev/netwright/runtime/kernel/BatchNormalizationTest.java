package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.Samples;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against loops in double precision and central differences of these; blocks and threads to the bit. */
class BatchNormalizationTest {
    private static final float UNTOUCHED = 12345.678f;
    private static final int GAINS = 2;

    @Property(tries = 200)
    void normalizesEveryColumnAndKeepsRunningStatistics(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll long seed) {
        Batch batch = new Batch(rows, columns, 1, seed);
        batch.forward(1);
        double[] x = doubles(batch.x);
        double[] wanted = forward(x, batch.parameters, rows, columns);
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) batch.y(i)).isCloseTo(wanted[i], within(2e-4));
        }
        for (int column = 0; column < columns; column++) {
            double mean = mean(x, column, columns);
            double variance = squares(x, column, columns) / (rows - 1);
            assertThat((double) batch.running[1 + column]).isCloseTo(0.9 * 3 + 0.1 * mean, within(1e-5));
            assertThat((double) batch.running[1 + columns + column])
                    .isCloseTo(rows == 1 ? 3 : 0.9 * 3 + 0.1 * variance, within(1e-5));
        }
        assertThat(batch.running[0]).isEqualTo(3f);
    }

    @Property(tries = 100)
    void gradientsAreThoseOfCentralDifferences(
            @ForAll @IntRange(min = 2, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll long seed) {
        Batch batch = new Batch(rows, columns, 1, seed);
        batch.forward(1);
        batch.backward(1);
        double[] x = doubles(batch.x);
        for (int i = 0; i < x.length; i++) {
            double step = 1e-5;
            double before = x[i];
            x[i] = before + step;
            double above = loss(forward(x, batch.parameters, rows, columns), batch.dy);
            x[i] = before - step;
            double below = loss(forward(x, batch.parameters, rows, columns), batch.dy);
            x[i] = before;
            double deviation = 1 / batch.inverseDeviations[i % columns];
            assertThat(batch.dx(i) * deviation).isCloseTo((above - below) / (2 * step) * deviation, within(1e-4));
        }
        for (int column = 0; column < columns; column++) {
            double gain = 0;
            double shift = 0;
            for (int row = 0; row < rows; row++) {
                int i = row * columns + column;
                gain += batch.dy[i] * (x[i] - mean(x, column, columns)) * batch.inverseDeviations[column];
                shift += batch.dy[i];
            }
            assertThat((double) batch.gradients[column]).isCloseTo(gain, within(1e-3));
            assertThat((double) batch.gradients[columns + column]).isCloseTo(shift, within(1e-5));
        }
    }

    /** In one float a column's sum takes no more notice of what is added in the end. */
    @Test
    void manyRowsFarFromZeroSaturateNoSum() {
        int rows = 500_000;
        int columns = 3;
        Batch batch = new Batch(rows, columns, 3, 1);
        Random random = new Random(1);
        for (int row = 0; row < rows; row++) {
            batch.x[row * columns] = 100f + (float) random.nextGaussian();
            batch.x[row * columns + 1] = 1e6f + 1_000f * (float) random.nextGaussian();
            batch.x[row * columns + 2] = 0.1f;
        }
        Arrays.fill(batch.dy, 0.1f);
        batch.cutAgain();
        batch.forward(1);
        batch.backward(1);
        double[] x = doubles(batch.x);
        for (int column = 0; column < 2; column++) {
            double variance = squares(x, column, columns) / rows;
            assertThat((double) batch.means[column])
                    .isCloseTo(mean(x, column, columns), within(1e-4 * Math.sqrt(variance)));
            assertThat(batch.squares.get(column) / rows).isCloseTo(variance, withinPercentage(1e-3));
        }
        // A column of equal values is its mean, to the bit.
        assertThat(batch.means[2]).isEqualTo(0.1f);
        assertThat(batch.squares.get(2)).isZero();
        for (int column = 0; column < columns; column++) {
            assertThat((double) batch.gradients[columns + column]).isCloseTo(0.1f * rows, withinPercentage(1e-3));
        }
    }

    @Property(tries = 200)
    void blocksAndThreadsLeaveNoTrace(
            @ForAll @IntRange(min = 1, max = 1_100) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll @IntRange(min = 1, max = 5) int blocks,
            @ForAll @IntRange(min = 1, max = 4) int threads,
            @ForAll long seed) {
        Batch whole = new Batch(rows, columns, 1, seed);
        Batch cut = new Batch(rows, columns, Math.min(blocks, rows), seed);
        whole.forward(1);
        whole.backward(1);
        cut.forward(threads);
        cut.backward(threads);
        for (int i = 0; i < rows * columns; i++) {
            assertThat(cut.y(i)).isEqualTo(whole.y(i));
            assertThat(cut.dx(i)).isEqualTo(whole.dx(i));
        }
        assertThat(cut.gradients).isEqualTo(whole.gradients);
        assertThat(cut.running).isEqualTo(whole.running);
    }

    @Property(tries = 200)
    void sumsAreInTheOrderOfTheRows(
            @ForAll @IntRange(min = 1, max = 1_100) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll long seed) {
        Batch batch = new Batch(rows, columns, 1, seed);
        batch.forward(1);
        batch.backward(1);
        for (int column = 0; column < columns; column++) {
            double[] sums = new double[4];
            for (int first = 0; first < rows; first += BatchSums.SEGMENT) {
                float sum = 0f;
                float squares = 0f;
                float gain = 0f;
                float shift = 0f;
                for (int row = first; row < Math.min(rows, first + BatchSums.SEGMENT); row++) {
                    int i = row * columns + column;
                    float away = batch.x[i] - batch.means[column];
                    sum += batch.x[i] - batch.x[column];
                    squares = Math.fma(away, away, squares);
                    gain = Math.fma(batch.dy[i], batch.normalized[0][i], gain);
                    shift += batch.dy[i];
                }
                sums[0] += sum;
                sums[1] += squares;
                sums[2] += gain;
                sums[3] += shift;
            }
            assertThat(batch.means[column]).isEqualTo((float) (batch.x[column] + sums[0] / rows));
            assertThat(batch.squares.get(column)).isEqualTo(sums[1]);
            assertThat(batch.gradients[column]).isEqualTo((float) sums[2]);
            assertThat(batch.gradients[columns + column]).isEqualTo((float) sums[3]);
        }
    }

    @Property(tries = 300)
    void loopsOnVectorsAreThoseOfElements(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll long seed) {
        float[] x = Samples.random(rows, columns, seed);
        float[] means = Samples.random(1, columns, seed + 1);
        float[] inverse = Samples.random(1, columns, seed + 2);
        float[] parameters = Samples.random(1, 3 + 2 * columns, seed + 3);
        float[] gradients = Samples.random(1, 5 + 2 * columns, seed + 4);
        NormalizedColumns plain = new NormalizedColumns() {};
        float[] normalized = new float[x.length];
        float[] y = new float[x.length];
        plain.normalize(x, means, inverse, parameters, 3, 3 + columns, normalized, y, rows, columns);
        float[] dx = new float[x.length];
        plain.backward(x, normalized, inverse, parameters, 3, gradients, 5, 5 + columns, 7, dx, rows, columns);

        // Into arrays that end with the matrix and into longer ones, which keep what is behind it, and in place.
        for (int behind : new int[] {0, 5}) {
            int length = x.length + behind;
            float[] ofNormalized = Batch.filled(length, UNTOUCHED);
            float[] inPlace = Arrays.copyOf(x, length);
            BatchNormalization.normalize(
                    inPlace, means, inverse, parameters, 3, 3 + columns, ofNormalized, inPlace, rows, columns);
            assertThat(Arrays.copyOf(ofNormalized, x.length)).isEqualTo(normalized);
            assertThat(Arrays.copyOf(inPlace, x.length)).isEqualTo(y);
            assertThat(Arrays.copyOfRange(ofNormalized, x.length, length)).isEqualTo(Batch.filled(behind, UNTOUCHED));
            assertThat(Arrays.copyOfRange(inPlace, x.length, length)).isEqualTo(new float[behind]);

            float[] back = Arrays.copyOf(x, length);
            BatchNormalization.backward(
                    back, normalized, inverse, parameters, 3, gradients, 5, 5 + columns, 7, back, rows, columns);
            assertThat(Arrays.copyOf(back, x.length)).isEqualTo(dx);
            assertThat(Arrays.copyOfRange(back, x.length, length)).isEqualTo(new float[behind]);
        }
        float[] both = x.clone();
        float[] separate = new float[x.length];
        BatchNormalization.normalize(both, means, inverse, parameters, 3, 3 + columns, both, separate, rows, columns);
        assertThat(both).isEqualTo(normalized);
        assertThat(separate).isEqualTo(y);
    }

    @Property(tries = 100)
    void infersWithRunningStatistics(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll long seed) {
        float[] x = Samples.random(rows, columns, seed);
        float[] parameters = Samples.random(1, 1 + 2 * columns, seed + 1);
        float[] running = Samples.random(1, 2 + 2 * columns, seed + 2);
        for (int column = 0; column < columns; column++) {
            running[2 + columns + column] = Math.abs(running[2 + columns + column]);
        }
        float[] means = Arrays.copyOfRange(running, 2, 2 + columns);
        float[] inverse = new float[columns];
        BatchNormalization.inverseDeviations(running, 2 + columns, inverse, columns);
        float[] y = x.clone();
        float[] normalized = new float[y.length];
        BatchNormalization.normalize(y, means, inverse, parameters, 1, 1 + columns, normalized, y, rows, columns);
        for (int i = 0; i < y.length; i++) {
            int column = i % columns;
            double deviation = Math.sqrt(running[2 + columns + column] + 1e-5);
            double wanted = parameters[1 + column] * ((double) x[i] - running[2 + column]) / deviation
                    + parameters[1 + columns + column];
            assertThat((double) y[i]).isCloseTo(wanted, within(1e-5 + 1e-6 * Math.abs(wanted) + 1e-7 / deviation));
        }
    }

    @Test
    void takesSumsOverOrAddsThem() {
        float[] sums = {9, 1, 2, 3};
        float[] gradients = {7, 10, 20, 30};
        BatchNormalization.takeOver(sums, 1, gradients, 1, 3, new GradientShare(0, 2, false));
        assertThat(gradients).containsExactly(7, 1, 20, 30);
        BatchNormalization.takeOver(sums, 1, gradients, 1, 3, new GradientShare(1, 2, true));
        assertThat(gradients).containsExactly(7, 1, 22, 33);
    }

    @Test
    void allocatesNothing() {
        Batch batch = new Batch(30, 50, 2, 1);
        float[] scales = new float[50];
        float[] gradients = new float[GAINS + 2 * 50];
        Allocations.assertNoneOnceWarm(() -> {
            for (int block = 0; block < 2; block++) {
                batch.addSums(block, 15, GradientShare.ALL);
            }
            BatchNormalization.means(batch.sums, batch.means, 30, 50, GradientShare.ALL);
            for (int block = 0; block < 2; block++) {
                batch.addSquares(block, 15, GradientShare.ALL);
            }
            BatchNormalization.inverseDeviations(batch.squares, batch.inverseDeviations, 30, 50, GradientShare.ALL);
            BatchNormalization.updateRunning(batch.means, batch.squares, 30, batch.running, 1, 51, 50);
            batch.normalize(0, 15);
            batch.addGradientSums(0, 15, GradientShare.ALL);
            BatchNormalization.gradients(batch.gradientSums, batch.gradients, 50, GradientShare.ALL);
            batch.differentiate(0, 15);
            BatchNormalization.parameterGradients(
                    batch.blocks[0], batch.normalized[0], gradients, GAINS, GAINS + 50, 15, 50, GradientShare.ALL);
            BatchNormalization.inverseDeviations(batch.running, 51, scales, 50);
            BatchNormalization.takeOver(scales, 0, gradients, GAINS, 50, GradientShare.ALL_CONTINUED);
        });
    }

    private static double[] doubles(float[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i];
        }
        return result;
    }

    private static double mean(double[] x, int column, int columns) {
        double sum = 0;
        for (int i = column; i < x.length; i += columns) {
            sum += x[i];
        }
        return sum / (x.length / columns);
    }

    private static double squares(double[] x, int column, int columns) {
        double mean = mean(x, column, columns);
        double sum = 0;
        for (int i = column; i < x.length; i += columns) {
            sum += (x[i] - mean) * (x[i] - mean);
        }
        return sum;
    }

    private static double[] forward(double[] x, float[] parameters, int rows, int columns) {
        double[] y = new double[x.length];
        for (int column = 0; column < columns; column++) {
            double mean = mean(x, column, columns);
            double deviation = Math.sqrt(squares(x, column, columns) / rows + BatchNormalization.EPSILON);
            for (int i = column; i < x.length; i += columns) {
                y[i] = parameters[GAINS + column] * (x[i] - mean) / deviation + parameters[GAINS + columns + column];
            }
        }
        return y;
    }

    private static double loss(double[] y, float[] dy) {
        double sum = 0;
        for (int i = 0; i < dy.length; i++) {
            sum += y[i] * dy[i];
        }
        return sum;
    }

    /** A batch in blocks, each with arrays of its own, and the steps of a training in their order, last thread first. */
    private static final class Batch {
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

        Batch(int rows, int columns, int blocks, long seed) {
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

        private static float[] filled(int size, float value) {
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
                BatchNormalization.inverseDeviations(squares, inverseDeviations, rows, columns, share);
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
                BatchNormalization.gradients(gradientSums, gradients, columns, share);
            });
            for (int block = 0; block < blocks.length; block++) {
                differentiate(block, rowsOf(block));
            }
        }

        void addGradientSums(int block, int count, GradientShare share) {
            BatchNormalization.gradientSums(
                    dyBlocks[block], normalized[block], gradientSums, block * blockRows, count, columns, share);
        }

        void differentiate(int block, int count) {
            BatchNormalization.backward(
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
}
