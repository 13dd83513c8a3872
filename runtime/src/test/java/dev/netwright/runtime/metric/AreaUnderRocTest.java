package dev.netwright.runtime.metric;

import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Topologies;
import dev.netwright.runtime.data.Targets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AreaUnderRocTest {
    @Property(tries = 500)
    void isTheShareOfPairsInTheRightOrder(
            @ForAll long seed,
            @ForAll boolean oneOutput,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 50) int levels) {
        Random random = new Random(seed);
        int[] labels = new int[rows];
        float[] scores = new float[rows];
        float[] outputs = new float[oneOutput ? rows : 2 * rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(2);
            scores[row] = random.nextInt(levels) - levels / 2;
            if (oneOutput) {
                outputs[row] = scores[row];
            } else {
                outputs[2 * row] = random.nextInt(9);
                outputs[2 * row + 1] = outputs[2 * row] + scores[row];
            }
        }
        Predictions predictions =
                Predictions.of(IDENTITY, Targets.ofLabels(labels, 2), outputs).weighted(random);
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    double weight = predictions.weight(i) * predictions.weight(j);
                    pairs += weight;
                    won += weight * (scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0);
                }
            }
        }
        for (double value : new double[] {
            predictions.measure(Metric.AUC),
            predictions.measure(Metric.AUC, 7),
            predictions.measureBackwards(Metric.AUC)
        }) {
            if (pairs == 0) {
                assertThat(value).isNaN();
            } else {
                assertThat(value).isCloseTo(won / pairs, within(1e-12));
            }
        }
    }

    /** The example in scikit-learn's documentation of {@code roc_auc_score}. */
    @Test
    void scikitLearnsExample() {
        Targets targets = Targets.ofValues(new float[] {0, 0, 1, 1}, 1);
        assertThat(Predictions.of(SIGMOID, targets, 0.1f, 0.4f, 0.35f, 0.8f).measure(Metric.AUC))
                .isEqualTo(0.75);
    }

    @Test
    void tinyProbabilitiesAreStillRanked() {
        Targets targets = Targets.ofLabels(new int[] {0, 1, 0, 1}, 2);
        // As floats, 1 - 1e-20 is 1: only the tiny one of each pair tells the rows apart.
        float[] probabilities = {1, 1e-20f, 1, 1e-10f, 1e-10f, 1, 1e-20f, 1};
        assertThat(Predictions.of(SOFTMAX, targets, probabilities).measure(Metric.AUC))
                .isEqualTo(0.75);
        float[] logarithms = {0, -46, 0, -23, -23, 0, -46, 0};
        assertThat(Predictions.of(LOG_SOFTMAX, targets, logarithms).measure(Metric.AUC))
                .isEqualTo(0.75);
        assertThat(Predictions.of(SOFTMAX, targets, 1, 0, 0.5f, 0.5f, 1, 0, 0, 1)
                        .measure(Metric.AUC))
                .isEqualTo(1);
    }

    @Test
    void differencesThatOverflowAFloatAreStillRanked() {
        Targets targets = Targets.ofLabels(new int[] {0, 1}, 2);
        assertThat(Predictions.of(IDENTITY, targets, -3e38f, 2e38f, -3e38f, 3e38f)
                        .measure(Metric.AUC))
                .isEqualTo(1);
    }

    @Test
    void zerosOfBothSignsAreEqual() {
        Targets targets = Targets.ofLabels(new int[] {0, 1, 1}, 2);
        assertThat(Predictions.of(IDENTITY, targets, 0f, -0f, 0f).measure(Metric.AUC))
                .isEqualTo(0.5);
    }

    @Test
    void oneClassAloneOrAnOutputThatIsNotANumberGivesNone() {
        assertThat(Predictions.of(SIGMOID, Targets.ofLabels(new int[] {1, 1}, 2), 0.1f, 0.2f)
                        .measure(Metric.AUC))
                .isNaN();
        Targets both = Targets.ofLabels(new int[] {0, 1}, 2);
        assertThat(Predictions.of(SIGMOID, both, 0.1f, Float.NaN).measure(Metric.AUC))
                .isNaN();
        assertThat(Predictions.of(SIGMOID, both.weighted(new float[] {0, 1}), 0.1f, 0.2f)
                        .measure(Metric.AUC))
                .isNaN();
    }

    @Test
    void measuringGoesOnAfterAValueWasTaken() {
        Targets targets = Targets.ofLabels(new int[] {1, 0, 0, 1}, 2);
        Metric.Accumulator accumulator = Metric.AUC.start(Topologies.head(SIGMOID, 1));
        accumulator.add(new float[] {0.7f, 0.2f}, 2, targets, 0);
        assertThat(accumulator.value()).isEqualTo(1);
        accumulator.add(new float[] {0.8f, 0.9f}, 2, targets, 2);
        assertThat(accumulator.value()).isEqualTo(0.75);
        assertThat(accumulator.value()).isEqualTo(0.75);
    }
}
