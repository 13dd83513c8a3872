package dev.netwright.runtime.metric;

import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Targets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Accuracy, precision, recall, F1 and top-k against counts of every row. */
class ClassificationMetricTest {
    /** Counts of one class: right ones, wrongly predicted ones and missed ones. */
    private static double[] counts(Predictions predictions, int[] predicted, int[] actual, int c) {
        double[] counts = new double[3];
        for (int row = 0; row < actual.length; row++) {
            double weight = predictions.weight(row);
            counts[0] += predicted[row] == c && actual[row] == c ? weight : 0;
            counts[1] += predicted[row] == c && actual[row] != c ? weight : 0;
            counts[2] += predicted[row] != c && actual[row] == c ? weight : 0;
        }
        return counts;
    }

    private static double[] scores(double[] counts) {
        double precision = counts[0] + counts[1] == 0 ? 0 : counts[0] / (counts[0] + counts[1]);
        double recall = counts[0] + counts[2] == 0 ? 0 : counts[0] / (counts[0] + counts[2]);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new double[] {precision, recall, f1};
    }

    @Property(tries = 500)
    void manyClassesAreAveragedOverThoseThatOccur(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 6) int classes,
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll boolean labels) {
        Random random = new Random(seed);
        int[] actual = new int[rows];
        int[] predicted = new int[rows];
        float[] outputs = new float[rows * classes];
        float[] values = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            actual[row] = random.nextInt(classes);
            values[row * classes + actual[row]] = 1;
            for (int c = 0; c < classes; c++) {
                outputs[row * classes + c] = random.nextInt(5) / 4f;
                predicted[row] =
                        outputs[row * classes + c] > outputs[row * classes + predicted[row]] ? c : predicted[row];
            }
        }
        Targets targets = labels ? Targets.ofLabels(actual, classes) : Targets.ofValues(values, classes);
        Predictions predictions = Predictions.of(SOFTMAX, targets, outputs).weighted(random);
        double[] means = new double[3];
        int occurring = 0;
        double right = 0;
        double all = 0;
        for (int c = 0; c < classes; c++) {
            double[] counts = counts(predictions, predicted, actual, c);
            right += counts[0];
            all += counts[0] + counts[2];
            if (counts[0] + counts[1] + counts[2] > 0) {
                occurring++;
                for (int i = 0; i < 3; i++) {
                    means[i] += scores(counts)[i];
                }
            }
        }
        assertMeasured(predictions, Metric.ACCURACY, all == 0 ? Double.NaN : right / all);
        assertMeasured(predictions, Metric.PRECISION, means[0] / occurring);
        assertMeasured(predictions, Metric.RECALL, means[1] / occurring);
        assertMeasured(predictions, Metric.F1, means[2] / occurring);
    }

    @Property(tries = 500)
    void ofTwoClassesTheSecondIsMeasured(
            @ForAll long seed, @ForAll boolean oneOutput, @ForAll @IntRange(min = 1, max = 30) int rows) {
        Random random = new Random(seed);
        int[] actual = new int[rows];
        int[] predicted = new int[rows];
        float[] outputs = new float[oneOutput ? rows : 2 * rows];
        for (int row = 0; row < rows; row++) {
            actual[row] = random.nextInt(2);
            float probability = random.nextInt(5) / 4f;
            predicted[row] = probability > 0.5f ? 1 : 0;
            if (oneOutput) {
                outputs[row] = probability;
            } else {
                outputs[2 * row] = 1 - probability;
                outputs[2 * row + 1] = probability;
            }
        }
        Predictions predictions = Predictions.of(oneOutput ? SIGMOID : SOFTMAX, Targets.ofLabels(actual, 2), outputs)
                .weighted(random);
        double[] counts = counts(predictions, predicted, actual, 1);
        double[] zero = counts(predictions, predicted, actual, 0);
        double all = counts[0] + counts[2] + zero[0] + zero[2];
        double nothing = all == 0 ? Double.NaN : 0;
        assertMeasured(predictions, Metric.ACCURACY, (counts[0] + zero[0]) / all);
        assertMeasured(predictions, Metric.PRECISION, scores(counts)[0] + nothing);
        assertMeasured(predictions, Metric.RECALL, scores(counts)[1] + nothing);
        assertMeasured(predictions, Metric.F1, scores(counts)[2] + nothing);
    }

    @Property(tries = 500)
    void topKCountsTheRightClassAmongTheLargest(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 6) int classes,
            @ForAll @IntRange(min = 1, max = 6) int choice,
            @ForAll @IntRange(min = 1, max = 30) int rows) {
        Random random = new Random(seed);
        int k = 1 + choice % classes;
        int[] actual = new int[rows];
        float[] outputs = new float[rows * classes];
        for (int i = 0; i < outputs.length; i++) {
            actual[i / classes] = random.nextInt(classes);
            outputs[i] = random.nextInt(4);
        }
        Predictions predictions = Predictions.of(SOFTMAX, Targets.ofLabels(actual, classes), outputs)
                .weighted(random);
        double right = 0;
        double all = 0;
        for (int row = 0; row < rows; row++) {
            float[] left = Arrays.copyOfRange(outputs, row * classes, (row + 1) * classes);
            boolean isAmong = false;
            for (int pick = 0; pick < k; pick++) {
                int largest = 0;
                for (int c = 0; c < classes; c++) {
                    largest = left[c] > left[largest] ? c : largest;
                }
                isAmong |= largest == actual[row];
                left[largest] = Float.NEGATIVE_INFINITY;
            }
            right += isAmong ? predictions.weight(row) : 0;
            all += predictions.weight(row);
        }
        assertMeasured(predictions, Metric.topK(k), all == 0 ? Double.NaN : right / all);
        if (k == 1) {
            assertMeasured(predictions, Metric.ACCURACY, all == 0 ? Double.NaN : right / all);
        }
    }

    /** In one go, in blocks and in another order. */
    private static void assertMeasured(Predictions predictions, Metric metric, double expected) {
        double[] found = {
            predictions.measure(metric), predictions.measure(metric, 7), predictions.measureBackwards(metric)
        };
        for (double value : found) {
            assertThat(value)
                    .as(metric.name())
                    .satisfiesAnyOf(
                            v -> assertThat(v).isCloseTo(expected, within(1e-12)),
                            v -> assertThat(v + expected).isNaN());
            assertThat(Double.isNaN(value)).isEqualTo(Double.isNaN(expected));
        }
    }

    /** The example in scikit-learn's documentation of its precision, recall and F1, whose numbers are these. */
    @Test
    void scikitLearnsExample() {
        int[] actual = {0, 1, 2, 0, 1, 2};
        int[] predicted = {0, 2, 1, 0, 0, 1};
        float[] outputs = new float[18];
        for (int row = 0; row < 6; row++) {
            outputs[3 * row + predicted[row]] = 1;
        }
        Predictions predictions = Predictions.of(SOFTMAX, Targets.ofLabels(actual, 3), outputs);
        assertThat(predictions.measure(Metric.PRECISION)).isCloseTo(0.22, within(5e-3));
        assertThat(predictions.measure(Metric.RECALL)).isCloseTo(0.33, within(5e-3));
        assertThat(predictions.measure(Metric.F1)).isCloseTo(0.27, within(5e-3));
    }

    @Test
    void aThresholdIsLeftBehindNotReached() {
        Targets targets = Targets.ofLabels(new int[] {1, 1, 0, 0}, 2);
        Predictions predictions = Predictions.of(SIGMOID, targets, 0.5f, 0.8f, 0.5f, 0.1f);
        assertThat(predictions.measure(Metric.ACCURACY)).isEqualTo(0.75);
        assertThat(predictions.measure(Metric.ACCURACY.threshold(0.4f))).isEqualTo(0.75);
        assertThat(predictions.measure(Metric.RECALL.threshold(0.4f))).isEqualTo(1);
        assertThat(predictions.measure(Metric.RECALL.threshold(0.9f))).isZero();
        assertThat(predictions.measure(Metric.PRECISION.threshold(0.05f))).isEqualTo(0.5);
    }

    @Test
    void theMiddleOfTheLastActivationIsTheThreshold() {
        Targets signs = Targets.ofValues(new float[] {1, -1, 1, -1}, 1);
        assertThat(Predictions.of(TANH, signs, 0.1f, -0.1f, -0.1f, -0.9f).measure(Metric.ACCURACY))
                .isEqualTo(0.75);
        assertThat(Predictions.of(IDENTITY, signs, 3, -2, -1, -9).measure(Metric.ACCURACY.threshold(0)))
                .isEqualTo(0.75);
    }

    @Test
    void outputsThatAreNotANumberAreWrong() {
        Targets labels = Targets.ofLabels(new int[] {0, 1}, 2);
        for (float[] outputs : new float[][] {{Float.NaN, 0, 0.2f, 0.8f}, {1, Float.NaN, 0.2f, 0.8f}}) {
            Predictions predictions = Predictions.of(SOFTMAX, labels, outputs);
            assertThat(predictions.measure(Metric.ACCURACY)).isEqualTo(0.5);
            assertThat(predictions.measure(Metric.topK(1))).isEqualTo(0.5);
            assertThat(predictions.measure(Metric.PRECISION)).isEqualTo(1);
        }
        assertThat(Predictions.of(SIGMOID, labels, Float.NaN, Float.NaN).measure(Metric.ACCURACY))
                .isZero();
    }

    @Test
    void nothingPredictedOrNothingThereIsZero() {
        Predictions noneThere = Predictions.of(SIGMOID, Targets.ofLabels(new int[] {0, 0}, 2), 0.9f, 0.1f);
        assertThat(noneThere.measure(Metric.RECALL)).isZero();
        assertThat(noneThere.measure(Metric.F1)).isZero();
        Predictions nonePredicted = Predictions.of(SIGMOID, Targets.ofLabels(new int[] {1, 1}, 2), 0.2f, 0.1f);
        assertThat(nonePredicted.measure(Metric.PRECISION)).isZero();
        assertThat(nonePredicted.measure(Metric.RECALL)).isZero();
    }
}
