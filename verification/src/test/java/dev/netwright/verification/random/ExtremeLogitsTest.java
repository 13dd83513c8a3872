package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.CrossEntropy;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.verification.reference.ReferenceLosses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logits of ±10,000 and up to the end of the floats: finite losses, and gradients that are right to the last bit. */
class ExtremeLogitsTest {
    private static final int UNITS = 3;
    private static final float[] LOGITS = {0f, 0.5f, -1f, 30f, -90f, 1e4f, -1e4f, 3e38f, -3e38f};
    private static final int ROWS = LOGITS.length * LOGITS.length * LOGITS.length;

    @Input(UNITS)
    @Layer(size = UNITS, activation = Activation.SOFTMAX)
    interface Softmax extends Network {}

    @Input(UNITS)
    @Layer(size = UNITS, activation = Activation.LOG_SOFTMAX)
    interface LogSoftmax extends Network {}

    @Input(UNITS)
    @Layer(size = UNITS, activation = Activation.SIGMOID)
    interface Sigmoid extends Network {}

    @Input(UNITS)
    @Layer(size = UNITS)
    interface Identity extends Network {}

    @Input(UNITS)
    @Layer(size = UNITS, activation = Activation.SOFTMAX)
    @Layer(size = UNITS)
    @SuppressWarnings("netwright") // A hidden softmax is what is tested.
    interface HiddenSoftmax extends Network {}

    private final float[] logits = everyRow();

    /** What losses may miss that compute in double precision. */
    private double valueTolerance = 1e-11;

    private int ulps = 1;

    @ParameterizedTest
    @ValueSource(floats = {0f, 0.1f})
    void crossEntropyAfterSoftmax(float smoothing) {
        startFromProbabilities(smoothing);
        checkCrossEntropy(Loss.CROSS_ENTROPY, smoothing, ExtremeLogitsTest_SoftmaxNetwork.of(identity()));
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, 0.1f})
    void crossEntropyAfterLogSoftmax(float smoothing) {
        checkCrossEntropy(Loss.CROSS_ENTROPY, smoothing, ExtremeLogitsTest_LogSoftmaxNetwork.of(identity()));
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, 0.1f})
    void divergenceAfterSoftmax(float smoothing) {
        startFromProbabilities(smoothing);
        checkCrossEntropy(Loss.KULLBACK_LEIBLER, smoothing, ExtremeLogitsTest_SoftmaxNetwork.of(identity()));
    }

    @Test
    void binaryCrossEntropyAfterSigmoid() {
        Network network = ExtremeLogitsTest_SigmoidNetwork.of(identity());
        int[] labels = labels();
        check(
                network,
                Loss.BINARY_CROSS_ENTROPY,
                Targets.ofLabels(labels, UNITS),
                (row, z) -> ExactLoss.binaryCrossEntropy(z, oneHot(labels[row])));
        double[][] smoothed = values(0.05, 0.95);
        check(
                network,
                Loss.BINARY_CROSS_ENTROPY,
                Targets.ofValues(Floats.flat(smoothed), UNITS),
                (row, z) -> ExactLoss.binaryCrossEntropy(z, smoothed[row]));
    }

    @Test
    void smoothedBinaryCrossEntropyAfterSigmoid() {
        double[][] targets = values(0, 1);
        check(
                ExtremeLogitsTest_SigmoidNetwork.of(identity()),
                Loss.BINARY_CROSS_ENTROPY.labelSmoothing(0.25f),
                Targets.ofValues(Floats.flat(targets), UNITS),
                (row, z) -> ExactLoss.binaryCrossEntropy(
                        z,
                        Arrays.stream(targets[row]).map(t -> 0.75 * t + 0.125).toArray()));
    }

    @Test
    void squaredErrorAfterTheIdentity() {
        double[][] targets = values(-3e38, 3e38);
        check(
                ExtremeLogitsTest_IdentityNetwork.of(identity()),
                Loss.MEAN_SQUARED_ERROR,
                Targets.ofValues(Floats.flat(targets), UNITS),
                (row, z) -> ExactLoss.meanSquaredError(z, targets[row]));
    }

    @Test
    void outputsAreTheNearestFloats() {
        float[] softmax = ExtremeLogitsTest_SoftmaxNetwork.of(identity()).predict(logits, ROWS);
        float[] logSoftmax = ExtremeLogitsTest_LogSoftmaxNetwork.of(identity()).predict(logits, ROWS);
        for (int row = 0; row < ROWS; row++) {
            double[] p = ExactLoss.softmax(row(row));
            BigDecimal[] logarithms = ExactLoss.logSoftmax(row(row));
            for (int j = 0; j < UNITS; j++) {
                near("softmax", row, softmax[row * UNITS + j], p[j]);
                near("log-softmax", row, logSoftmax[row * UNITS + j], logarithms[j].doubleValue());
            }
        }
    }

    @Test
    void gradientsThroughAHiddenSoftmaxAreItsJacobian() {
        float[] parameters = new float[2 * (UNITS * UNITS + UNITS)];
        System.arraycopy(identity(), 0, parameters, 0, parameters.length / 2);
        System.arraycopy(identity(), 0, parameters, parameters.length / 2, parameters.length / 2);
        Pass pass = ExtremeLogitsTest_HiddenSoftmaxNetwork.of(parameters).newPass(ROWS);
        pass.forward(logits, ROWS);
        float[] da = Floats.normal(new Random(5), ROWS * UNITS, 1);
        pass.backward(da);
        float[] dx = pass.inputGradients();
        for (int row = 0; row < ROWS; row++) {
            double[] p = ExactLoss.softmax(row(row));
            for (int j = 0; j < UNITS; j++) {
                near("a", row, pass.outputs()[row * UNITS + j], p[j]);
                double dz = 0;
                for (int i = 0; i < UNITS; i++) {
                    dz += da[row * UNITS + i] * p[i] * ((i == j ? 1 : 0) - p[j]);
                }
                assertThat((double) dx[row * UNITS + j])
                        .as("dL/dz%d for logits %s", j, Arrays.toString(row(row)))
                        .isCloseTo(dz, within(1e-6));
            }
        }
    }

    /** With labels alone the loss starts from the probabilities of softmax, which are floats. */
    private void startFromProbabilities(float smoothing) {
        if (smoothing == 0f) {
            valueTolerance = 4e-7;
            ulps = 6;
        }
    }

    private void checkCrossEntropy(CrossEntropy loss, float smoothing, Network network) {
        int[] labels = labels();
        double entropy = 0;
        for (double target : ReferenceLosses.smoothed(oneHot(0), smoothing)) {
            entropy -= target == 0 ? 0 : target * Math.log(target);
        }
        double constant = loss == Loss.KULLBACK_LEIBLER ? entropy : 0;
        check(network, loss.labelSmoothing(smoothing), Targets.ofLabels(labels, UNITS), (row, z) -> {
            ExactLoss.Row exact = ExactLoss.crossEntropy(z, ReferenceLosses.smoothed(oneHot(labels[row]), smoothing));
            return new ExactLoss.Row(exact.value() - constant, exact.gradient());
        });
    }

    /** One row after the other: the loss, its gradient, and what the backward pass hands on of it. */
    private void check(
            Network network, Loss loss, Targets targets, BiFunction<Integer, double[], ExactLoss.Row> definition) {
        Pass pass = network.newPass(1);
        float[] gradients = new float[UNITS];
        double[] losses = new double[1];
        for (int row = 0; row < ROWS; row++) {
            pass.forward(logits, row, 1);
            loss.evaluate(pass.predictions(0), targets, row, 1, gradients, losses);
            double value = losses[0];
            ExactLoss.Row exact = definition.apply(row, row(row));
            assertThat(value)
                    .as("%s of logits %s, %s", loss, Arrays.toString(row(row)), targets)
                    .isFinite()
                    .isCloseTo(exact.value(), within(valueTolerance * Math.max(1, Math.abs(exact.value()))));
            for (int j = 0; j < UNITS; j++) {
                near(loss.name(), row, gradients[j], exact.gradient()[j]);
            }
            if (Floats.areFinite(gradients)) {
                pass.backwardFromLogits(gradients);
                assertThat(pass.inputGradients()).containsExactly(gradients);
                assertThat(Arrays.copyOfRange(pass.gradients(), UNITS * UNITS, UNITS * UNITS + UNITS))
                        .containsExactly(gradients);
            }
        }
    }

    /** The nearest float, which is infinite beyond the largest, or one that is near. */
    private void near(String what, int row, float found, double expected) {
        double tolerance = Math.max(1e-15, ulps * Math.ulp((float) expected));
        boolean isNear = found == (float) expected || Math.abs(found - expected) <= tolerance;
        assertThat(isNear)
                .as("%s for logits %s: found %s, expected %s", what, Arrays.toString(row(row)), found, expected)
                .isTrue();
    }

    private double[] row(int row) {
        return Doubles.rows(logits, row, 1, UNITS)[0];
    }

    private static float[] everyRow() {
        float[] rows = new float[ROWS * UNITS];
        for (int row = 0; row < ROWS; row++) {
            rows[row * UNITS] = LOGITS[row % LOGITS.length];
            rows[row * UNITS + 1] = LOGITS[row / LOGITS.length % LOGITS.length];
            rows[row * UNITS + 2] = LOGITS[row / LOGITS.length / LOGITS.length];
        }
        return rows;
    }

    /** Weights that hand inputs on as they are, and no bias. */
    private static float[] identity() {
        float[] parameters = new float[UNITS * UNITS + UNITS];
        for (int i = 0; i < UNITS; i++) {
            parameters[i * UNITS + i] = 1f;
        }
        return parameters;
    }

    private static int[] labels() {
        return new Random(1).ints(ROWS, 0, UNITS).toArray();
    }

    private static double[] oneHot(int label) {
        double[] targets = new double[UNITS];
        targets[label] = 1;
        return targets;
    }

    /** Targets that are one of two values, as floats hold them. */
    private static double[][] values(double low, double high) {
        Random random = new Random(2);
        double[][] values = new double[ROWS][UNITS];
        for (double[] row : values) {
            Arrays.setAll(row, j -> (float) (random.nextBoolean() ? low : high));
        }
        return values;
    }
}
