package dev.netwright.runtime.loss;

import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.SOFTPLUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.data.Targets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Labels, distributions, smoothing and class weights of the cross-entropies. */
class ClassTargetsTest {
    @Property(tries = 500)
    void smoothedAndWeightedCrossEntropyIsItsDefinition(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 6) int classes,
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll boolean labels,
            @ForAll boolean divergence,
            @ForAll boolean logarithms) {
        Random random = new Random(seed);
        float smoothing = random.nextInt(4) * 0.15f;
        float[] classWeights = floats(random, classes, 0, 3);
        classWeights[0] += 0.1f;
        float[] logits = floats(random, rows * classes, -6, 6);
        float[] distributions = labels ? oneHot(random, rows, classes) : distributions(random, rows, classes);
        float[] sampleWeights = floats(random, rows, 0.1f, 2);
        Targets targets = (labels ? asLabels(distributions, classes) : Targets.ofValues(distributions, classes))
                .weighted(sampleWeights);

        double sum = 0;
        double weights = 0;
        double[] gradients = new double[logits.length];
        for (int row = 0; row < rows; row++) {
            double total = 0;
            double weight = 0;
            for (int c = 0; c < classes; c++) {
                total += Math.exp(logits[row * classes + c]);
                weight += sampleWeights[row] * (double) classWeights[c] * distributions[row * classes + c];
            }
            double loss = 0;
            double mass = 0;
            double[] smoothed = new double[classes];
            for (int c = 0; c < classes; c++) {
                double p = Math.exp(logits[row * classes + c]) / total;
                smoothed[c] = distributions[row * classes + c] * (1.0 - smoothing) + smoothing / (double) classes;
                loss -= smoothed[c] * Math.log(p);
                loss += divergence && smoothed[c] > 0 ? smoothed[c] * Math.log(smoothed[c]) : 0;
                mass += smoothed[c];
            }
            for (int c = 0; c < classes; c++) {
                double p = Math.exp(logits[row * classes + c]) / total;
                gradients[row * classes + c] = weight * (p * mass - smoothed[c]);
            }
            sum += weight * loss;
            weights += weight;
        }

        Loss loss = (divergence ? Loss.KULLBACK_LEIBLER : Loss.CROSS_ENTROPY)
                .classWeights(classWeights)
                .labelSmoothing(smoothing);
        Measured measured = Measured.of(loss, logarithms ? LOG_SOFTMAX : SOFTMAX, targets, logits);
        assertThat(measured.sum()).isCloseTo(sum, within(3e-7 * (weights + sum)));
        assertThat(measured.weight()).isCloseTo(weights, within(1e-12 * (1 + weights)));
        for (int i = 0; i < gradients.length; i++) {
            assertThat((double) measured.gradients()[i]).isCloseTo(gradients[i], within(1e-6));
        }
    }

    @Property(tries = 500)
    void smoothedAndWeightedBinaryCrossEntropyIsItsDefinition(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll @IntRange(min = 1, max = 5) int rows) {
        Random random = new Random(seed);
        float smoothing = random.nextInt(4) * 0.15f;
        float negative = 0.1f + random.nextFloat();
        float positive = 3 * random.nextFloat();
        float[] logits = floats(random, rows * outputs, -8, 8);
        float[] values = floats(random, rows * outputs, 0, 1);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextBoolean() ? Math.round(values[i]) : values[i];
        }
        float[] sampleWeights = floats(random, rows, 0.1f, 2);
        Targets targets = Targets.ofValues(values, outputs).weighted(sampleWeights);

        double sum = 0;
        double weights = 0;
        double[] gradients = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            double t = values[i];
            double weight = sampleWeights[i / outputs] * ((1 - t) * negative + t * positive) / outputs;
            double smoothed = t * (1.0 - smoothing) + 0.5 * smoothing;
            double p = 1 / (1 + Math.exp(-logits[i]));
            sum -= weight * (smoothed * Math.log(p) + (1 - smoothed) * Math.log(1 - p));
            weights += weight;
            gradients[i] = weight * (p - smoothed);
        }

        Loss loss = Loss.BINARY_CROSS_ENTROPY.labelSmoothing(smoothing).classWeights(negative, positive);
        Measured measured = Measured.of(loss, SIGMOID, targets, logits);
        assertThat(measured.sum()).isCloseTo(sum, within(1e-9 * (1 + sum)));
        assertThat(measured.weight()).isCloseTo(weights, within(1e-6 * (1 + weights)));
        for (int i = 0; i < gradients.length; i++) {
            assertThat((double) measured.gradients()[i]).isCloseTo(gradients[i], within(1e-6));
        }
    }

    @Test
    void labelsAreOneHotTargets() {
        float[] logits = {0.5f, -1, 2, 1, 0.25f, -0.75f};
        Targets labels = Targets.ofLabels(new int[] {2, 0}, 3);
        Targets oneHot = Targets.ofValues(new float[] {0, 0, 1, 1, 0, 0}, 3);
        assertSame(Loss.CROSS_ENTROPY, LOG_SOFTMAX, labels, oneHot, logits);
        assertSame(Loss.KULLBACK_LEIBLER, LOG_SOFTMAX, labels, oneHot, logits);
        assertSame(Loss.BINARY_CROSS_ENTROPY.classWeights(1, 5), SIGMOID, labels, oneHot, logits);
        assertSame(Loss.MEAN_SQUARED_ERROR, IDENTITY, labels, oneHot, logits);
        assertSame(Loss.POISSON, SOFTPLUS, labels, oneHot, logits);
    }

    /** With labels the loss takes the probabilities that softmax has rounded to floats; with values it starts from the logits. */
    @Test
    void labelsAfterSoftmaxAreOneHotTargetsUpToRounding() {
        float[] logits = {0.5f, -1, 2, 1, 0.25f, -0.75f, 90, -90, 3, 40, 0, 20};
        Targets labels = Targets.ofLabels(new int[] {2, 0, 1, 0}, 3);
        Targets oneHot = Targets.ofValues(new float[] {0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0}, 3);
        for (int row = 0; row < 4; row++) {
            Measured fromLabels = measured(labels, logits, row);
            Measured fromValues = measured(oneHot, logits, row);
            assertThat(fromLabels.sum()).isCloseTo(fromValues.sum(), withinPercentage(3e-5));
            for (int c = 0; c < 3; c++) {
                assertThat(fromLabels.gradients()[c]).isCloseTo(fromValues.gradients()[c], withinPercentage(3e-5));
            }
        }
    }

    private static Measured measured(Targets targets, float[] logits, int row) {
        float[] ofRow = Arrays.copyOfRange(logits, 3 * row, 3 * row + 3);
        float[] gradients = new float[3];
        double sum = Measured.sum(Loss.CROSS_ENTROPY, GivenLogits.of(SOFTMAX, 3, ofRow), targets, row, 1, gradients);
        return new Measured(sum, 1, gradients);
    }

    @Test
    void labelsOfTwoClassesAreTargetsOfOneOutput() {
        float[] logits = {0.5f, -1, 2};
        Targets labels = Targets.ofLabels(new int[] {1, 0, 1}, 2);
        Targets values = Targets.ofValues(new float[] {1, 0, 1}, 1);
        Loss weighted = Loss.BINARY_CROSS_ENTROPY.classWeights(1, 5).labelSmoothing(0.1f);
        assertSame(weighted, SIGMOID, labels, values, logits);
        assertThat(weighted.weight(labels, 0)).isEqualTo(5);
        assertThat(weighted.weight(labels, 1)).isEqualTo(1);
        Targets signs = Targets.ofValues(new float[] {1, -1, 1}, 1);
        assertSame(Loss.HINGE, IDENTITY, labels, signs, logits);
    }

    private static void assertSame(Loss loss, Activation activation, Targets left, Targets right, float[] logits) {
        Measured first = Measured.of(loss, activation, left, logits);
        Measured second = Measured.of(loss, activation, right, logits);
        assertThat(first.sum()).isEqualTo(second.sum());
        assertThat(first.weight()).isEqualTo(second.weight());
        assertThat(first.gradients()).containsExactly(second.gradients());
    }

    @Test
    void optionsCombineInAnyOrderAndTheLastOfAKindCounts() {
        float[] logits = {0.5f, -1};
        Targets labels = Targets.ofLabels(new int[] {1}, 2);
        Loss expected = Loss.CROSS_ENTROPY.labelSmoothing(0.1f).classWeights(1, 5);
        Loss other = Loss.CROSS_ENTROPY
                .classWeights(7, 7)
                .labelSmoothing(0.9f)
                .classWeights(1, 5)
                .labelSmoothing(0.1f);
        assertThat(Measured.of(other, SOFTMAX, labels, logits).sum())
                .isEqualTo(Measured.of(expected, SOFTMAX, labels, logits).sum());
        assertThat(Measured.of(Loss.CROSS_ENTROPY.labelSmoothing(0), SOFTMAX, labels, logits)
                        .sum())
                .isEqualTo(
                        Measured.of(Loss.CROSS_ENTROPY, SOFTMAX, labels, logits).sum());
    }

    @Test
    void theDivergenceOfADistributionFromItselfIsZero() {
        float[] logits = {(float) Math.log(0.5), (float) Math.log(0.25), (float) Math.log(0.25), -1e4f};
        Targets same = Targets.ofValues(new float[] {0.5f, 0.25f, 0.25f, 0}, 4);
        Measured measured = Measured.of(Loss.KULLBACK_LEIBLER, SOFTMAX, same, logits);
        assertThat(measured.sum()).isCloseTo(0, within(1e-7));
        assertThat(measured.gradients()).containsExactly(new float[4], within(1e-7f));
    }

    private static float[] floats(Random random, int count, float least, float most) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = least + random.nextFloat() * (most - least);
        }
        return floats;
    }

    private static float[] oneHot(Random random, int rows, int classes) {
        float[] values = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            values[row * classes + random.nextInt(classes)] = 1;
        }
        return values;
    }

    /** Rows that sum to nearly 1, some with zeros. */
    private static float[] distributions(Random random, int rows, int classes) {
        float[] values = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            int hundredths = 100;
            for (int c = 0; c < classes; c++) {
                int share = c == classes - 1 ? hundredths : random.nextInt(hundredths + 1);
                hundredths -= share;
                values[row * classes + c] = share / 100f;
            }
        }
        return values;
    }

    private static Targets asLabels(float[] oneHot, int classes) {
        int[] labels = new int[oneHot.length / classes];
        for (int i = 0; i < oneHot.length; i++) {
            labels[i / classes] += oneHot[i] == 1 ? i % classes : 0;
        }
        return Targets.ofLabels(labels, classes);
    }
}
