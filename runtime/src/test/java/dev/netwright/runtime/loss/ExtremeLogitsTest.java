package dev.netwright.runtime.loss;

import static dev.netwright.annotations.Activation.EXPONENTIAL;
import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.data.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logits far beyond what an exponential can hold: losses stay finite and gradients right. */
class ExtremeLogitsTest {
    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "LOG_SOFTMAX"})
    void crossEntropyIsTheDistanceFromTheLargestLogit(Activation activation) {
        for (float size : new float[] {1e4f, 3e38f}) {
            Targets wrong = Targets.ofLabels(new int[] {1}, 3);
            Measured measured = Measured.of(Loss.CROSS_ENTROPY, activation, wrong, size, -size, 0);
            assertThat(measured.sum()).isEqualTo(2.0 * size);
            assertThat(measured.gradients()).containsExactly(1, -1, 0);

            Targets right = Targets.ofLabels(new int[] {0}, 3);
            measured = Measured.of(Loss.CROSS_ENTROPY, activation, right, size, -size, 0);
            assertThat(measured.sum()).isZero();
            assertThat(measured.gradients()).containsExactly(0, 0, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {1e4f, 3e38f})
    void equalExtremesShareTheProbability(float size) {
        Targets labels = Targets.ofLabels(new int[] {0}, 3);
        for (float sign : new float[] {1, -1}) {
            float[] logits = {sign * size, sign * size, sign * size};
            Measured measured = Measured.of(Loss.CROSS_ENTROPY, SOFTMAX, labels, logits);
            assertThat(measured.sum()).isCloseTo(Math.log(3), within(1e-7));
            assertThat(measured.gradients()).containsExactly(new float[] {-2 / 3f, 1 / 3f, 1 / 3f}, within(1e-7f));
        }
    }

    @Test
    void smoothedTargetsAndDistributionsPayForEveryClass() {
        Targets labels = Targets.ofLabels(new int[] {0}, 2);
        Measured measured = Measured.of(Loss.CROSS_ENTROPY.labelSmoothing(0.5f), SOFTMAX, labels, 1e4f, -1e4f);
        assertThat(measured.sum()).isCloseTo(0.25 * 2e4, within(1e-6));
        assertThat(measured.gradients()).containsExactly(0.25f, -0.25f);

        Targets halves = Targets.ofValues(new float[] {0.5f, 0.5f}, 2);
        measured = Measured.of(Loss.KULLBACK_LEIBLER, LOG_SOFTMAX, halves, 3e38f, -3e38f);
        assertThat(measured.sum()).isCloseTo((double) 3e38f, within(1e24));
        assertThat(measured.gradients()).containsExactly(0.5f, -0.5f);
    }

    @ParameterizedTest
    @ValueSource(floats = {1e4f, 3e38f})
    void binaryCrossEntropyIsTheLogitWhereItIsWrong(float size) {
        Targets targets = Targets.ofValues(new float[] {1, 0, 1, 0, 0.25f, 0.25f}, 6);
        Measured measured =
                Measured.of(Loss.BINARY_CROSS_ENTROPY, SIGMOID, targets, size, size, -size, -size, size, -size);
        double sum = 0.0 + size + size + 0.0 + 0.75 * size + 0.25 * size;
        assertThat(measured.sum()).isCloseTo(sum / 6, within(1e-7 * sum));
        assertThat(measured.gradients())
                .containsExactly(new float[] {0, 1 / 6f, -1 / 6f, 0, 0.125f, -1 / 24f}, within(1e-7f));
    }

    @Test
    void regressionLossesAreStraightFarOff() {
        Targets targets = Targets.ofValues(new float[] {-3e38f, 5}, 2);
        Measured huber = Measured.of(Loss.HUBER, IDENTITY, targets, 3e38f, -3e38f);
        assertThat(huber.sum()).isCloseTo(1.5 * 3e38f, within(1e31));
        assertThat(huber.gradients()).containsExactly(0.5f, -0.5f);
        Measured logCosh = Measured.of(Loss.LOG_COSH, IDENTITY, targets, 3e38f, -3e38f);
        assertThat(logCosh.sum()).isCloseTo(1.5 * 3e38f, within(1e31));
        assertThat(logCosh.gradients()).containsExactly(0.5f, -0.5f);
        Measured absolute = Measured.of(Loss.MEAN_ABSOLUTE_ERROR, IDENTITY, targets, 3e38f, -3e38f);
        assertThat(absolute.gradients()).containsExactly(0.5f, -0.5f);
        Measured squared = Measured.of(Loss.MEAN_SQUARED_ERROR, IDENTITY, targets, 1e4f, -1e4f);
        assertThat(squared.sum()).isCloseTo(0.5 * (3e38 * 3e38 + 10_005.0 * 10_005), within(1e70));
        assertThat(squared.gradients()[1]).isEqualTo(-10_005f);
    }

    @Test
    void poissonIsFiniteForSmallRatesAndInfiniteOnlyWhereTheRateIs() {
        Targets targets = Targets.ofValues(new float[] {5, 0}, 2);
        Measured small = Measured.of(Loss.POISSON, EXPONENTIAL, targets, -1e4f, -3e38f);
        assertThat(small.sum()).isCloseTo(0.5 * 5e4, within(1e-6));
        assertThat(small.gradients()).containsExactly(-2.5f, 0);
        Measured large = Measured.of(Loss.POISSON, EXPONENTIAL, targets, 80, 60);
        assertThat(large.sum()).isCloseTo(0.5 * (Math.exp(80) - 400 + Math.exp(60)), within(1e24));
        assertThat((double) large.gradients()[0]).isCloseTo(0.5 * Math.exp(80), within(1e28));
        Measured infinite = Measured.of(Loss.POISSON, EXPONENTIAL, targets, 1e4f, 0);
        assertThat(infinite.sum()).isInfinite();
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "LOG_SOFTMAX", "SIGMOID", "IDENTITY", "EXPONENTIAL"})
    void aLogitThatIsNotANumberGivesALossThatIsNone(Activation activation) {
        Targets targets = Targets.ofValues(new float[] {0, 1, 0}, 3);
        Loss loss = switch (activation) {
            case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
            case IDENTITY -> Loss.HUBER;
            case EXPONENTIAL -> Loss.POISSON;
            default -> Loss.CROSS_ENTROPY;
        };
        assertThat(Measured.of(loss, activation, targets, 1, 2, Float.NaN).sum())
                .isNaN();
    }
}
