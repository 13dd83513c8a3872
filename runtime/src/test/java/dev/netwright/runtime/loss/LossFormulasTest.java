package dev.netwright.runtime.loss;

import static dev.netwright.annotations.Activation.EXPONENTIAL;
import static dev.netwright.annotations.Activation.HARD_SIGMOID;
import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.SOFTPLUS;
import static dev.netwright.annotations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Topologies;
import dev.netwright.runtime.data.Targets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients against the definitions in double precision and their central differences. */
class LossFormulasTest {
    private static final int COLUMNS = 3;
    private static final int ROWS = 4;
    private static final float[] LOGITS = {0.3f, -1.2f, 2.1f, 0.05f, 0.6f, -0.4f, -2.2f, 1.7f, 0.9f, 2.9f, -0.7f, -1.6f
    };
    private static final float[] ANY = {1.5f, -0.3f, 0.2f, -2.4f, 0.1f, 0.7f, 1.1f, -1.9f, 2.6f, 0.35f, -0.8f, 1.25f};
    private static final float[] PROBABILITIES = {1, 0, 0.25f, 0.5f, 1, 0, 0.75f, 0, 1, 0.125f, 0.5f, 1};
    private static final float[] DISTRIBUTIONS = {1, 0, 0, 0.25f, 0.5f, 0.25f, 0, 0.5f, 0.5f, 0.125f, 0.125f, 0.75f};
    private static final float[] COUNTS = {0, 1, 5, 2, 0, 3, 1, 1, 12, 0, 7, 4};
    private static final float[] SIGNS = {1, -1, 1, -1, -1, 1, 1, 1, -1, -1, 1, -1};

    static Stream<Arguments> pairs() {
        return Stream.of(
                pair(Loss.MEAN_SQUARED_ERROR, IDENTITY, true, ANY, ReferenceLoss::meanSquaredError),
                pair(Loss.MEAN_SQUARED_ERROR, SIGMOID, false, PROBABILITIES, ReferenceLoss::meanSquaredError),
                pair(Loss.MEAN_SQUARED_ERROR, SOFTMAX, false, DISTRIBUTIONS, ReferenceLoss::meanSquaredError),
                pair(Loss.MEAN_ABSOLUTE_ERROR, IDENTITY, true, ANY, ReferenceLoss::meanAbsoluteError),
                pair(Loss.MEAN_ABSOLUTE_ERROR, TANH, false, ANY, ReferenceLoss::meanAbsoluteError),
                pair(Loss.HUBER, IDENTITY, true, ANY, ReferenceLoss.huber(1)),
                pair(Loss.huber(0.6f), TANH, false, ANY, ReferenceLoss.huber(0.6f)),
                pair(Loss.LOG_COSH, IDENTITY, true, ANY, ReferenceLoss::logCosh),
                pair(Loss.LOG_COSH, SOFTPLUS, false, ANY, ReferenceLoss::logCosh),
                pair(Loss.BINARY_CROSS_ENTROPY, SIGMOID, true, PROBABILITIES, ReferenceLoss::binaryCrossEntropy),
                pair(Loss.BINARY_CROSS_ENTROPY, HARD_SIGMOID, false, PROBABILITIES, ReferenceLoss::binaryCrossEntropy),
                pair(Loss.CROSS_ENTROPY, SOFTMAX, true, DISTRIBUTIONS, ReferenceLoss::crossEntropy),
                pair(Loss.CROSS_ENTROPY, LOG_SOFTMAX, true, DISTRIBUTIONS, ReferenceLoss::crossEntropyOfLogarithms),
                pair(Loss.KULLBACK_LEIBLER, SOFTMAX, true, DISTRIBUTIONS, ReferenceLoss::kullbackLeibler),
                pair(
                        Loss.KULLBACK_LEIBLER,
                        LOG_SOFTMAX,
                        true,
                        DISTRIBUTIONS,
                        ReferenceLoss::kullbackLeiblerOfLogarithms),
                pair(Loss.POISSON, EXPONENTIAL, true, COUNTS, ReferenceLoss::poisson),
                pair(Loss.POISSON, SOFTPLUS, false, COUNTS, ReferenceLoss::poisson),
                pair(Loss.HINGE, IDENTITY, false, SIGNS, ReferenceLoss::hinge),
                pair(Loss.HINGE, TANH, false, SIGNS, ReferenceLoss::hinge));
    }

    private static Arguments pair(
            Loss loss, Activation activation, boolean fused, float[] targets, ReferenceLoss reference) {
        return arguments(loss, activation, fused, targets, reference);
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("pairs")
    void theValueIsTheSumOfTheRowsLosses(
            Loss loss, Activation activation, boolean fused, float[] values, ReferenceLoss reference) {
        double expected = 0;
        for (int row = 0; row < ROWS; row++) {
            double[] outputs = ReferenceLoss.activate(activation, row(LOGITS, row));
            expected += reference.of(outputs, row(values, row));
        }
        Targets targets = Targets.ofValues(values, COLUMNS);
        loss.check(Topologies.head(activation, COLUMNS), targets);
        double found = Measured.sum(
                loss, GivenLogits.of(activation, COLUMNS, LOGITS), targets, 0, 1, new float[ROWS * COLUMNS]);
        assertThat(found).isCloseTo(expected, within(2e-6 * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("pairs")
    void theGradientIsTheCentralDifference(
            Loss loss, Activation activation, boolean fused, float[] values, ReferenceLoss reference) {
        double scale = 0.5;
        GivenLogits pass = GivenLogits.of(activation, COLUMNS, LOGITS);
        float[] gradients = new float[ROWS * COLUMNS];
        Measured.sum(loss, pass, Targets.ofValues(values, COLUMNS), 0, scale, gradients);
        assertThat(loss.fusesWith(activation)).isEqualTo(fused);
        for (int i = 0; i < gradients.length; i++) {
            double[] targets = row(values, i / COLUMNS);
            double expected = scale
                    * (fused
                            ? difference(z -> reference.of(ReferenceLoss.activate(activation, z), targets), LOGITS, i)
                            : difference(o -> reference.of(o, targets), pass.outputs(), i));
            assertThat((double) gradients[i])
                    .as("row %d, column %d", i / COLUMNS, i % COLUMNS)
                    .isCloseTo(expected, within(2e-6 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("pairs")
    void rowsStartAnywhereInTheTargetsAndAreScaledByTheirWeights(
            Loss loss, Activation activation, boolean fused, float[] values, ReferenceLoss reference) {
        Targets targets = Targets.ofValues(values, COLUMNS).weighted(new float[] {7, 7, 3, 0});
        GivenLogits pass = GivenLogits.of(activation, COLUMNS, rows(LOGITS, 2, 4));
        float[] gradients = new float[2 * COLUMNS];
        double found = Measured.sum(loss, pass, targets, 2, 0.25, gradients);

        float[] plain = new float[COLUMNS];
        double one = Measured.sum(
                loss,
                GivenLogits.of(activation, COLUMNS, rows(LOGITS, 2, 3)),
                Targets.ofValues(rows(values, 2, 3), COLUMNS),
                0,
                1,
                plain);
        assertThat(found).isCloseTo(3 * one, within(1e-12 * Math.abs(one)));
        for (int i = 0; i < COLUMNS; i++) {
            assertThat(gradients[i]).isCloseTo(0.75f * plain[i], within(1e-6f * Math.max(1, Math.abs(plain[i]))));
            assertThat(gradients[COLUMNS + i]).isZero();
        }
    }

    private interface Function {
        double of(double[] x);
    }

    private static double difference(Function function, float[] values, int index) {
        double[] x = row(values, index / COLUMNS);
        double middle = x[index % COLUMNS];
        double step = 1e-6;
        x[index % COLUMNS] = middle + step;
        double above = function.of(x);
        x[index % COLUMNS] = middle - step;
        return (above - function.of(x)) / (2 * step);
    }

    private static double[] row(float[] values, int row) {
        double[] copy = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            copy[i] = values[row * COLUMNS + i];
        }
        return copy;
    }

    private static float[] rows(float[] values, int from, int to) {
        return Arrays.copyOfRange(values, from * COLUMNS, to * COLUMNS);
    }
}
