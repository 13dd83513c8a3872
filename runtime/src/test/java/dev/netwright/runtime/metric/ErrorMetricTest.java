package dev.netwright.runtime.metric;

import static dev.netwright.annotations.Activation.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Targets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** MAE, RMSE and R² against their definitions, in two passes over the data. */
class ErrorMetricTest {
    @Property(tries = 500)
    void errorsAndShareExplainedAreTheirDefinitions(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int columns,
            @ForAll @IntRange(min = 1, max = 30) int rows) {
        Random random = new Random(seed);
        float shift = random.nextInt(3) * 1000;
        float[] outputs = new float[rows * columns];
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = shift + (float) random.nextGaussian();
            outputs[i] = values[i] + (float) random.nextGaussian() * 0.5f;
        }
        Predictions predictions = Predictions.of(IDENTITY, Targets.ofValues(values, columns), outputs)
                .weighted(random);
        double weights = 0;
        int counted = 0;
        for (int row = 0; row < rows; row++) {
            weights += predictions.weight(row);
            counted += predictions.weight(row) > 0 ? 1 : 0;
        }
        double absolute = 0;
        double root = 0;
        double explained = 0;
        for (int j = 0; j < columns; j++) {
            double mean = 0;
            for (int row = 0; row < rows; row++) {
                mean += predictions.weight(row) * values[row * columns + j] / weights;
            }
            double squares = 0;
            double deviations = 0;
            for (int row = 0; row < rows; row++) {
                double error = (double) outputs[row * columns + j] - values[row * columns + j];
                absolute += predictions.weight(row) * Math.abs(error) / weights / columns;
                squares += predictions.weight(row) * error * error;
                deviations += predictions.weight(row) * Math.pow(values[row * columns + j] - mean, 2);
            }
            root += Math.sqrt(squares / weights) / columns;
            explained += (1 - squares / deviations) / columns;
        }
        assertMeasured(predictions, Metric.MEAN_ABSOLUTE_ERROR, weights == 0 ? Double.NaN : absolute);
        assertMeasured(predictions, Metric.ROOT_MEAN_SQUARED_ERROR, weights == 0 ? Double.NaN : root);
        assertMeasured(predictions, Metric.R_SQUARED, counted < 2 ? Double.NaN : explained);
    }

    private static void assertMeasured(Predictions predictions, Metric metric, double expected) {
        for (double value : new double[] {
            predictions.measure(metric), predictions.measure(metric, 7), predictions.measureBackwards(metric)
        }) {
            if (Double.isNaN(expected)) {
                assertThat(value).as(metric.name()).isNaN();
            } else {
                assertThat(value).as(metric.name()).isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
            }
        }
    }

    /** The examples in scikit-learn's documentation of its metrics. */
    @Test
    void scikitLearnsExamples() {
        Targets one = Targets.ofValues(new float[] {3, -0.5f, 2, 7}, 1);
        Predictions single = Predictions.of(IDENTITY, one, 2.5f, 0, 2, 8);
        assertThat(single.measure(Metric.MEAN_ABSOLUTE_ERROR)).isEqualTo(0.5);
        assertThat(single.measure(Metric.ROOT_MEAN_SQUARED_ERROR)).isCloseTo(0.612, within(5e-4));
        assertThat(single.measure(Metric.R_SQUARED)).isCloseTo(0.948, within(1e-3));
        Targets two = Targets.ofValues(new float[] {0.5f, 1, -1, 1, 7, -6}, 2);
        Predictions pair = Predictions.of(IDENTITY, two, 0, 2, -1, 2, 8, -5);
        assertThat(pair.measure(Metric.MEAN_ABSOLUTE_ERROR)).isEqualTo(0.75);
        assertThat(pair.measure(Metric.ROOT_MEAN_SQUARED_ERROR)).isCloseTo(0.8227, within(5e-5));
        assertThat(pair.measure(Metric.R_SQUARED)).isCloseTo(0.936, within(1e-3));
    }

    @Test
    void equalTargetsAreExplainedAllOrNotAtAll() {
        Targets targets = Targets.ofValues(new float[] {0.1f, 0.1f, 0.1f}, 1).weighted(new float[] {0.3f, 0.7f, 0.11f});
        assertThat(Predictions.of(IDENTITY, targets, 0.1f, 0.1f, 0.1f).measure(Metric.R_SQUARED))
                .isEqualTo(1);
        assertThat(Predictions.of(IDENTITY, targets, 0.1f, 0.1f, 0.2f).measure(Metric.R_SQUARED))
                .isZero();
    }

    @Test
    void outputsThatAreNotANumberOrInfiniteAreNotHidden() {
        Targets targets = Targets.ofValues(new float[] {1, 2, 1, 2}, 2);
        float[] outputs = {1, 2, 1, Float.NaN};
        Predictions predictions = Predictions.of(IDENTITY, targets, outputs);
        assertThat(predictions.measure(Metric.MEAN_ABSOLUTE_ERROR)).isNaN();
        assertThat(predictions.measure(Metric.ROOT_MEAN_SQUARED_ERROR)).isNaN();
        assertThat(predictions.measure(Metric.R_SQUARED)).isNaN();
        outputs[3] = Float.POSITIVE_INFINITY;
        assertThat(predictions.measure(Metric.MEAN_ABSOLUTE_ERROR)).isInfinite();
    }

    @Test
    void aLargeMeanCostsNoDigits() {
        // 1e8 and its float neighbours, 8 apart.
        Targets targets = Targets.ofValues(new float[] {1e8f, 1e8f + 8, 1e8f - 8, 1e8f}, 1);
        assertThat(Predictions.of(IDENTITY, targets, 1e8f, 1e8f, 1e8f, 1e8f + 8).measure(Metric.R_SQUARED))
                .isCloseTo(1 - 192.0 / 128, within(1e-9));
    }
}
