package dev.netwright.runtime.loss;

import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Targets;
import org.junit.jupiter.api.Test;

/** The examples in the documentation of Keras and scikit-learn, to the digits that they print. */
class PublishedLossesTest {
    private static final Targets BITS = Targets.ofValues(new float[] {0, 1, 0, 0}, 2);
    private static final Targets SIGNS = Targets.ofValues(new float[] {-1, 1, -1, -1}, 2);

    @Test
    void kerasMeanSquaredAndMeanAbsoluteError() {
        assertThat(Measured.of(Loss.MEAN_SQUARED_ERROR, IDENTITY, BITS, 1, 1, 1, 0)
                        .mean())
                .isEqualTo(0.5);
        assertThat(Measured.of(Loss.MEAN_ABSOLUTE_ERROR, IDENTITY, BITS, 1, 1, 1, 0)
                        .mean())
                .isEqualTo(0.5);
    }

    @Test
    void kerasHuber() {
        assertThat(Measured.of(Loss.HUBER, IDENTITY, BITS, 0.6f, 0.4f, 0.4f, 0.6f)
                        .mean())
                .isCloseTo(0.155, within(5e-4));
    }

    @Test
    void kerasLogCosh() {
        assertThat(Measured.of(Loss.LOG_COSH, IDENTITY, BITS, 1, 1, 0, 0).mean())
                .isCloseTo(0.108, within(5e-4));
    }

    @Test
    void kerasBinaryCrossEntropyFromLogits() {
        assertThat(Measured.of(Loss.BINARY_CROSS_ENTROPY, SIGMOID, BITS, -18.6f, 0.51f, 2.94f, -12.8f)
                        .mean())
                .isCloseTo(0.865, within(5e-4));
    }

    @Test
    void kerasCategoricalCrossEntropy() {
        float[] logits = logarithms(0.05f, 0.95f, 1e-30f, 0.1f, 0.8f, 0.1f);
        Targets oneHot = Targets.ofValues(new float[] {0, 1, 0, 0, 0, 1}, 3);
        Targets labels = Targets.ofLabels(new int[] {1, 2}, 3);
        for (Targets targets : new Targets[] {oneHot, labels}) {
            assertThat(Measured.of(Loss.CROSS_ENTROPY, SOFTMAX, targets, logits).mean())
                    .isCloseTo(1.177, within(5e-4));
            assertThat(Measured.of(Loss.CROSS_ENTROPY, LOG_SOFTMAX, targets, logits)
                            .mean())
                    .isCloseTo(1.177, within(5e-4));
        }
    }

    @Test
    void kerasPoisson() {
        assertThat(Measured.of(Loss.POISSON, RELU, BITS, 1, 1, 0, 0).mean()).isCloseTo(0.5, within(5e-4));
    }

    @Test
    void kerasHinge() {
        assertThat(Measured.of(Loss.HINGE, IDENTITY, SIGNS, 0.6f, 0.4f, 0.4f, 0.6f)
                        .mean())
                .isCloseTo(1.3, within(1e-6));
    }

    @Test
    void scikitLearnLogLoss() {
        Targets spam = Targets.ofLabels(new int[] {1, 0, 0, 1}, 2);
        float[] logits = logarithms(0.1f, 0.9f, 0.9f, 0.1f, 0.8f, 0.2f, 0.35f, 0.65f);
        assertThat(Measured.of(Loss.CROSS_ENTROPY, SOFTMAX, spam, logits).mean())
                .isCloseTo(0.21616, within(5e-6));
    }

    /** Table 1 of Szegedy et al. 2016 has no numbers: these are from its formula, by hand, for a third each way. */
    @Test
    void smoothedLabelsByHand() {
        // t = (0.8, 0.1, 0.1) with logits log(1/2), log(1/4), log(1/4).
        float[] logits = logarithms(0.5f, 0.25f, 0.25f);
        double expected = 0.8 * Math.log(2) + 0.2 * Math.log(4);
        Targets first = Targets.ofLabels(new int[] {0}, 3);
        assertThat(Measured.of(Loss.CROSS_ENTROPY.labelSmoothing(0.3f), SOFTMAX, first, logits)
                        .mean())
                .isCloseTo(expected, within(1e-6));
    }

    private static float[] logarithms(float... probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(probabilities[i]);
        }
        return logits;
    }
}
