package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.topology.CustomActivation;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.TrainingDivergedException;
import dev.netwright.testing.GradientCheck;
import org.junit.jupiter.api.Test;

/** Activations of the user's: they learn, losses meet them at their values, and what nobody can know of them is asked for. */
class FunctionTest {
    private static final int ROWS = 300;

    @Test
    void theSnakeLearnsAWave() {
        FunctionNetworks_WaveNetwork snakes = FunctionNetworks_WaveNetwork.create(1);
        double before = error(snakes, -6, 6);

        train(snakes);

        assertThat(error(snakes, -6, 6)).isLessThan(0.01).isLessThan(0.01 * before);
        GradientCheck.of(snakes).check();
    }

    /** y = sin²(x) + x / 2. */
    private static double wave(double x) {
        return Math.sin(x) * Math.sin(x) + x / 2;
    }

    private static void train(Network network) {
        float[] x = new float[ROWS];
        float[] y = new float[ROWS];
        SeededRandom random = new SeededRandom(7);
        for (int i = 0; i < ROWS; i++) {
            x[i] = (float) random.nextDouble(-6, 6);
            y[i] = (float) wave(x[i]);
        }
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(5e-3f))
                .epochs(400)
                .batchSize(50)
                .seed(3)
                .fit(Dataset.of(x, 1, Targets.ofValues(y, 1)));
    }

    private static double error(Network network, double from, double to) {
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            double x = from + (to - from) * i / ROWS;
            double difference = network.predict(new float[] {(float) x})[0] - wave(x);
            sum += difference * difference;
        }
        return sum / ROWS;
    }

    @Test
    void outputsAreTheFunctionOfTheLogitsToTheLastBit() {
        Network network = FunctionNetworks_SwishingNetwork.create(1);
        Pass pass = network.newPass(2);
        pass.forward(new float[] {1, 2, 3, -4, 5, -6}, 2);

        for (int i = 0; i < 4; i++) {
            assertThat(pass.outputs()[i]).isEqualTo(FunctionNetworks.Swish.f(pass.logits()[i]));
        }
        pass.backward(new float[] {1, 2, 3, 4});
        float[] fromOutputs = pass.gradients().clone();
        float[] atLogits = new float[4];
        for (int i = 0; i < 4; i++) {
            atLogits[i] = (i + 1) * FunctionNetworks.Swish.derivative(pass.logits()[i]);
        }
        pass.backwardFromLogits(atLogits);
        assertThat(pass.gradients()).isEqualTo(fromOutputs);
    }

    @Test
    void theTopologyNamesTheFunctionAndWeightsStartWithGlorot() {
        Network network = FunctionNetworks_SwishingNetwork.create(1);

        assertThat(network.topology().toString())
                .contains("  hidden1 ")
                .contains("  Snake ")
                .contains("  Swish ");
        assertThat(network.topology().weighted())
                .extracting(WeightedLayer::initializer)
                .containsOnly(Initializer.GLOROT_UNIFORM);
        assertThat(network.topology().heads().get(0).activation())
                .isInstanceOfSatisfying(CustomActivation.class, swish -> {
                    assertThat(swish.function().at(0.5f)).isEqualTo(FunctionNetworks.Swish.f(0.5f));
                    assertThat(swish.slope().at(0.5f)).isEqualTo(FunctionNetworks.Swish.derivative(0.5f));
                });
    }

    @Test
    void noLossBelongsTogetherWithAFunction() {
        Network network = FunctionNetworks_SwishingNetwork.create(1);
        for (Loss loss : new Loss[] {Loss.MEAN_SQUARED_ERROR, Loss.HINGE, Loss.CROSS_ENTROPY, Loss.POISSON}) {
            assertThat(loss.fusesWith(network.topology().heads().get(0))).isFalse();
        }
    }

    /** The step of gradient descent is that of dL/da, taken back through the function. */
    @Test
    void lossesStartFromWhatTheFunctionGives() {
        Network network = FunctionNetworks_HeadsNetwork.create(1);
        Pass pass = network.newPass(1);
        float[] x = {0.3f, -1, 2};
        pass.forward(x, 1);
        double[] a = {pass.outputs()[0], pass.outputs()[1], pass.outputs()[2]};
        float[] before = network.parameters().clone();
        pass.backward(new float[] {(float) (a[0] - 1), (float) (a[1] + 2), (float) ((a[2] - 1) / (a[2] * (1 - a[2])))});
        float[] gradients = pass.gradients().clone();

        Trainer.of(network)
                .loss("swish", Loss.MEAN_SQUARED_ERROR)
                .loss("chance", Loss.BINARY_CROSS_ENTROPY)
                .optimizer(new Sgd(0.125f))
                .epochs(1)
                .batchSize(1)
                .fit(Dataset.ofHeads(
                        x, 3, Targets.ofValues(new float[] {1, -2}, 2), Targets.ofValues(new float[] {1}, 1)));

        for (int i = 0; i < before.length; i++) {
            double expected = before[i] - 0.125 * gradients[i];
            assertThat((double) network.parameters()[i]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void whatNeedsARangeIsRefusedSinceNobodyKnowsIt() {
        Network network = FunctionNetworks_OneNetwork.create(1);
        Dataset data = Dataset.of(new float[3], 3, Targets.ofValues(new float[1], 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(network)
                        .loss(Loss.BINARY_CROSS_ENTROPY)
                        .optimizer(new Adam(1e-3f))
                        .fit(data))
                .withMessage(
                        "The loss binary cross-entropy is not defined for what One gives: its last activation is Swish, of"
                                + " whose range nothing is known; let the outputs be one of [SIGMOID, SOFTMAX, HARD_SIGMOID],"
                                + " or use another loss.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(network)
                        .loss(Loss.POISSON)
                        .optimizer(new Adam(1e-3f))
                        .fit(data))
                .withMessageContaining("Swish");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(network)
                        .loss(Loss.MEAN_SQUARED_ERROR)
                        .optimizer(new Adam(1e-3f))
                        .metrics(Metric.ACCURACY)
                        .fit(data))
                .withMessageContaining(
                        "its last activation is Swish, of whose range nothing is known; give one with threshold(...).");
    }

    @Test
    void whatIsNoNumberEndsTrainingBeforeAnythingChanges() {
        Network network = FunctionNetworks_RootedNetwork.create(1);
        float[] before = network.parameters().clone();

        assertThatThrownBy(() -> Trainer.of(network)
                        .loss(Loss.MEAN_SQUARED_ERROR)
                        .optimizer(new Adam(1e-2f))
                        .epochs(2)
                        .batchSize(2)
                        .fit(Dataset.of(new float[] {1, -2, -1, 2}, 2, Targets.ofValues(new float[2], 1))))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("NaN");
        assertThat(network.parameters()).isEqualTo(before);
    }
}
