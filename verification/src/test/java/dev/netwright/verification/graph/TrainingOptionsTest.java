package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.AdamW;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.TrainingResult;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that are not trained, and layers whose weights have a price. */
class TrainingOptionsTest {
    private static final int ROWS = 24;
    private static final int FROZEN = 4 * 6 + 6;
    private static final float RATE = 0.5f;

    private final Network network = RegularizedNetwork.create(3);
    private final float[] before = network.parameters().clone();

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Adam(1e-2f),
                new Sgd(1e-2f).weightDecay(0.1f),
                new Adam(1e-2f).clipNorm(0.01f).weightDecay(0.1f),
                new AdamW(1e-2f),
                new Lbfgs().weightDecay(0.1f));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aFrozenLayerStaysAsItIsAndTheOthersLearn(Optimizer optimizer) {
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(optimizer)
                .epochs(5)
                .batchSize(ROWS)
                .fit(data());

        assertThat(Arrays.copyOf(network.parameters(), FROZEN)).isEqualTo(Arrays.copyOf(before, FROZEN));
        for (int i = FROZEN; i < before.length; i++) {
            assertThat(network.parameters()[i]).as("parameter %d", i).isNotEqualTo(before[i]);
        }
    }

    @Test
    void aFrozenLayerHasNoGradientsAndHandsThemOn() {
        Network plain = UnregularizedNetwork.of(before);
        float[] outputGradients = new float[2 * ROWS];
        Arrays.fill(outputGradients, 1f);
        Pass pass = backward(network, outputGradients);
        Pass expected = backward(plain, outputGradients);

        assertThat(Arrays.copyOf(pass.gradients(), FROZEN)).containsOnly(0f);
        assertThat(Arrays.copyOfRange(pass.gradients(), FROZEN, before.length))
                .isEqualTo(Arrays.copyOfRange(expected.gradients(), FROZEN, before.length));
        assertThat(pass.inputGradients()).isEqualTo(expected.inputGradients());
    }

    private static Pass backward(Network of, float[] outputGradients) {
        Pass pass = of.newPass(ROWS);
        pass.forward(data().features(), ROWS);
        pass.backward(outputGradients);
        return pass;
    }

    /** Batches of one row and a last short one, in steps of a caller's own as well. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, ROWS})
    void everySizeOfBatchLeavesAFrozenLayerAlone(int batchSize) {
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(1e-2f))
                .batchSize(batchSize)
                .threads(2)
                .fit(data());
        try (StepwiseTraining steps = Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(1e-2f))
                .batchSize(batchSize)
                .stepwise()) {
            steps.step(data());
        }

        assertThat(Arrays.copyOf(network.parameters(), FROZEN)).isEqualTo(Arrays.copyOf(before, FROZEN));
        assertThat(network.parameters()).isNotEqualTo(before);
    }

    @Test
    void aPenaltyMovesWeightsTowardsZeroAndIsAPartOfTheLoss() {
        Network plain = UnregularizedNetwork.of(before);
        TrainingResult penalized = step(network);
        TrainingResult unpenalized = step(plain);

        WeightedLayer layer = network.topology().weighted().get(1);
        double price = 0;
        for (int i = FROZEN; i < before.length; i++) {
            float w = before[i];
            boolean isPenalized = i < layer.biasesOffset();
            double pull = isPenalized ? 0.01 * Math.signum(w) + 2 * 0.1 * w : 0;
            price += isPenalized ? 0.01 * Math.abs(w) + 0.1 * w * w : 0;
            assertThat((double) network.parameters()[i])
                    .as("parameter %d", i)
                    .isCloseTo(plain.parameters()[i] - RATE * pull, within(1e-6));
        }
        assertThat(penalized.epochs().get(0).trainingLoss()
                        - unpenalized.epochs().get(0).trainingLoss())
                .isCloseTo(price, within(1e-7));
    }

    private static TrainingResult step(Network trained) {
        return Trainer.of(trained)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(RATE))
                .batchSize(ROWS)
                .fit(data());
    }

    private static Dataset data() {
        SeededRandom random = new SeededRandom(11);
        float[] features = new float[ROWS * 4];
        float[] targets = new float[ROWS * 2];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextDouble(-1, 1);
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) random.nextDouble(-1, 1);
        }
        return Dataset.of(features, 4, targets, 2);
    }
}
