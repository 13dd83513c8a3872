package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.NormalizedBatch.GAINS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.netwright.runtime.Samples;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against loops in double precision and central differences of these. */
class BatchNormalizationTest {
    @Property(tries = 200)
    void normalizesEveryColumnAndKeepsRunningStatistics(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll long seed) {
        NormalizedBatch batch = new NormalizedBatch(rows, columns, 1, seed);
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
        NormalizedBatch batch = new NormalizedBatch(rows, columns, 1, seed);
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
        NormalizedBatch batch = new NormalizedBatch(rows, columns, 3, 1);
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
        BatchNormalization.inverseDeviations(running, 2 + columns, NormalizedBatch.EPSILON, inverse, columns);
        float[] y = x.clone();
        float[] normalized = new float[y.length];
        BatchNormalization.normalize(y, means, inverse, parameters, 1, 1 + columns, normalized, y, rows, columns);
        for (int i = 0; i < y.length; i++) {
            int column = i % columns;
            double deviation = Math.sqrt(running[2 + columns + column] + NormalizedBatch.EPSILON);
            double wanted = parameters[1 + column] * ((double) x[i] - running[2 + column]) / deviation
                    + parameters[1 + columns + column];
            assertThat((double) y[i]).isCloseTo(wanted, within(1e-5 + 1e-6 * Math.abs(wanted) + 1e-7 / deviation));
        }
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
            double deviation = Math.sqrt(squares(x, column, columns) / rows + NormalizedBatch.EPSILON);
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
}
