package dev.netwright.runtime.loss;

import static dev.netwright.annotations.Activation.HARD_SIGMOID;
import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.SOFTPLUS;
import static dev.netwright.annotations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Topologies;
import dev.netwright.runtime.data.Targets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What losses refuse before anything is computed, and how they say it. */
class LossChecksTest {
    private static final List<Loss> ALL = List.of(
            Loss.MEAN_SQUARED_ERROR,
            Loss.MEAN_ABSOLUTE_ERROR,
            Loss.HUBER,
            Loss.LOG_COSH,
            Loss.BINARY_CROSS_ENTROPY,
            Loss.CROSS_ENTROPY,
            Loss.KULLBACK_LEIBLER,
            Loss.POISSON,
            Loss.HINGE);

    @Test
    void widthsMustFit() {
        for (Loss loss : ALL) {
            Activation activation = suitable(loss);
            refuses(
                    () -> check(loss, activation, 3, Targets.ofValues(new float[4], 2)),
                    "The targets have 2 columns, but Given has 3 outputs; the loss " + loss.name() + " needs as many.");
            refuses(
                    () -> check(loss, activation, 3, Targets.ofLabels(new int[4], 2)),
                    "The targets have 2 classes, but Given has 3 outputs; the loss " + loss.name() + " needs as many.");
        }
    }

    @Test
    void probabilitiesGoFromZeroToOne() {
        for (float value : new float[] {-0.25f, 1.5f}) {
            Targets targets = Targets.ofValues(new float[] {0, 1, 0.5f, value}, 2);
            refuses(
                    () -> check(Loss.BINARY_CROSS_ENTROPY, SIGMOID, 2, targets),
                    "The target in row 1, column 1 is " + value
                            + ", but the loss binary cross-entropy needs targets from 0 to 1.");
        }
        Targets opposite = Targets.ofValues(new float[] {0, 1, -0.5f, 1.5f}, 2);
        refuses(
                () -> check(Loss.CROSS_ENTROPY, SOFTMAX, 2, opposite),
                "The target in row 1, column 0 is -0.5, but the loss cross-entropy needs targets from 0 to 1.");
    }

    @Test
    void distributionsSumToOne() {
        Targets targets = Targets.ofValues(new float[] {0.5f, 0.5f, 0.5f, 0.25f}, 2);
        for (Loss loss : new Loss[] {Loss.CROSS_ENTROPY, Loss.KULLBACK_LEIBLER}) {
            refuses(
                    () -> check(loss, LOG_SOFTMAX, 2, targets),
                    "The targets of row 1 sum to 0.75, but the loss " + loss.name()
                            + " needs a distribution, which sums to 1.");
            Targets rounded = Targets.ofValues(new float[] {0.333f, 0.333f, 0.333f}, 3);
            assertThatCode(() -> check(loss, SOFTMAX, 3, rounded)).doesNotThrowAnyException();
        }
    }

    @Test
    void countsAreNotNegative() {
        Targets targets = Targets.ofValues(new float[] {0, 2.5f, -1}, 1);
        refuses(
                () -> check(Loss.POISSON, SOFTPLUS, 1, targets),
                "The target in row 2, column 0 is -1.0, but the loss Poisson needs targets at least 0.");
    }

    @Test
    void hingeTargetsAreSignsOrLabels() {
        for (float value : new float[] {0, 2, -1.5f}) {
            Targets targets = Targets.ofValues(new float[] {1, -1, value, 1}, 2);
            refuses(
                    () -> check(Loss.HINGE, IDENTITY, 2, targets),
                    "The target in row 1, column 0 is " + value + ", but the hinge loss needs -1 or 1, or labels.");
        }
    }

    @Test
    void distributionsNeedASoftmax() {
        Targets targets = Targets.ofLabels(new int[1], 2);
        refuses(
                () -> check(Loss.CROSS_ENTROPY, SIGMOID, 2, targets),
                "The loss cross-entropy is not defined for what Given gives: its last activation is SIGMOID; let the outputs be one of "
                        + "[SOFTMAX, LOG_SOFTMAX], or use another loss.");
        for (Activation activation : Activation.values()) {
            boolean isSuitable = activation == SOFTMAX || activation == LOG_SOFTMAX;
            assertThat(suits(Loss.CROSS_ENTROPY, activation)).isEqualTo(isSuitable);
            assertThat(suits(Loss.KULLBACK_LEIBLER, activation)).isEqualTo(isSuitable);
        }
    }

    @Test
    void binaryCrossEntropyNeedsProbabilitiesAndPoissonNoNegativeOutputs() {
        for (Activation activation : Activation.values()) {
            boolean areProbabilities = activation == SIGMOID || activation == HARD_SIGMOID || activation == SOFTMAX;
            assertThat(suits(Loss.BINARY_CROSS_ENTROPY, activation)).isEqualTo(areProbabilities);
            boolean areNotNegative = switch (activation) {
                case SIGMOID, HARD_SIGMOID, SOFTMAX, RELU, SOFTPLUS, EXPONENTIAL -> true;
                default -> false;
            };
            assertThat(suits(Loss.POISSON, activation)).as(activation.name()).isEqualTo(areNotNegative);
        }
    }

    @Test
    void errorsOfOutputsAreDefinedForEveryActivation() {
        for (Activation activation : Activation.values()) {
            for (Loss loss : List.of(Loss.MEAN_SQUARED_ERROR, Loss.MEAN_ABSOLUTE_ERROR, Loss.HUBER, Loss.LOG_COSH)) {
                assertThat(suits(loss, activation)).isTrue();
            }
        }
    }

    @Test
    void eachFusesWithTheActivationsThatBelongToIt() {
        for (Activation activation : Activation.values()) {
            assertThat(ALL.stream().filter(loss -> loss.fusesWith(activation)).toList())
                    .isEqualTo(
                            switch (activation) {
                                case IDENTITY -> ALL.subList(0, 4);
                                case SIGMOID -> List.of(Loss.BINARY_CROSS_ENTROPY);
                                case SOFTMAX, LOG_SOFTMAX -> List.of(Loss.CROSS_ENTROPY, Loss.KULLBACK_LEIBLER);
                                case EXPONENTIAL -> List.of(Loss.POISSON);
                                default -> List.of();
                            });
        }
    }

    @Test
    void thereIsAClassWeightForEachOutput() {
        Targets targets = Targets.ofLabels(new int[1], 3);
        refuses(
                () -> check(Loss.CROSS_ENTROPY.classWeights(1, 2), SOFTMAX, 3, targets),
                "There are 2 class weights, but Given has 3 outputs; give one for each.");
        refuses(Loss.CROSS_ENTROPY::classWeights, "Give a weight for each class.");
        refuses(
                () -> check(Loss.BINARY_CROSS_ENTROPY.classWeights(1, 2), SIGMOID, 2, Targets.ofLabels(new int[1], 2)),
                "With class weights and labels of two classes, the loss binary cross-entropy needs one output, but Given has "
                        + "2; use one output, or cross-entropy after a softmax.");
    }

    @Test
    void badNumbersAreRefusedWithTheirValues() {
        for (float weight : new float[] {Float.NaN, -1, Float.POSITIVE_INFINITY}) {
            String text = "The weight of class 1 is " + weight + "; it must be finite and at least 0.";
            refuses(() -> Loss.CROSS_ENTROPY.classWeights(0, weight), text);
            refuses(() -> Loss.BINARY_CROSS_ENTROPY.classWeights(0, weight), text);
        }
        for (float smoothing : new float[] {Float.NaN, -0.1f, 1, Float.POSITIVE_INFINITY}) {
            String text = "Label smoothing must be at least 0 and less than 1, but is " + smoothing + ".";
            refuses(() -> Loss.CROSS_ENTROPY.labelSmoothing(smoothing), text);
            refuses(() -> Loss.BINARY_CROSS_ENTROPY.labelSmoothing(smoothing), text);
        }
        for (float delta : new float[] {Float.NaN, -1, 0, Float.POSITIVE_INFINITY}) {
            refuses(
                    () -> Loss.huber(delta),
                    "delta of the Huber loss must be positive and finite, but is " + delta + ".");
        }
    }

    @Test
    void classWeightsAreCopied() {
        float[] weights = {1, 2};
        Loss loss = Loss.CROSS_ENTROPY.classWeights(weights);
        weights[1] = 7;
        assertThat(loss.weight(Targets.ofLabels(new int[] {1}, 2), 0)).isEqualTo(2);
    }

    private static Activation suitable(Loss loss) {
        return loss instanceof CrossEntropy
                ? SOFTMAX
                : loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.POISSON ? SIGMOID : TANH;
    }

    private static boolean suits(Loss loss, Activation activation) {
        try {
            check(loss, activation, 2, Targets.ofLabels(new int[1], 2));
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e)
                    .hasMessageStartingWith("The loss " + loss.name()
                            + " is not defined for what Given gives: its last activation is ");
            return false;
        }
    }

    private static void check(Loss loss, Activation activation, int outputs, Targets targets) {
        loss.check(Topologies.head(activation, outputs), targets);
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
