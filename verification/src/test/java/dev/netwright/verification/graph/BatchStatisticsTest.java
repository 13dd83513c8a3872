package dev.netwright.verification.graph;

import static dev.netwright.verification.graph.BatchNetworks.BATCH;
import static dev.netwright.verification.graph.BatchNetworks.ROWS;
import static dev.netwright.verification.graph.BatchNetworks.data;
import static dev.netwright.verification.graph.BatchNetworks.features;
import static dev.netwright.verification.graph.BatchNetworks.filled;
import static dev.netwright.verification.graph.BatchNetworks.many;
import static dev.netwright.verification.graph.BatchNetworks.near;
import static dev.netwright.verification.graph.BatchNetworks.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How training moves running means and variances: once a step, and by the evaluation that the step ends with. */
class BatchStatisticsTest {
    private final Network network = BatchNetworks_NormalizedNetwork.create(3);

    @Test
    void aStepMovesStatisticsOnceAndAFrozenLayersToo() {
        float[] before = network.parameters().clone();
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.1f))
                .batchSize(ROWS)
                .fit(data());
        Pass pass = BatchNetworks_NormalizedNetwork.of(before, new float[22]).newPass(ROWS);
        pass.forwardTraining(data().features(), 0, ROWS, 0, 0, 0);
        Network expected = BatchNetworks_NormalizedNetwork.create(3);
        Pass alike = expected.newPass(ROWS);
        alike.forwardTraining(data().features(), 0, ROWS, 0, 0, 0);
        alike.updateStatistics();
        assertThat(network.statistics()).isEqualTo(expected.statistics());
        assertThat(Arrays.copyOfRange(network.statistics(), 12, 22)).doesNotContain(0f, 1f);
        int frozen = 24 + 12;
        assertThat(Arrays.copyOfRange(network.parameters(), frozen, frozen + 40))
                .isEqualTo(Arrays.copyOfRange(before, frozen, frozen + 40));
        assertThat(Arrays.copyOfRange(network.parameters(), 24, 36)).isNotEqualTo(Arrays.copyOfRange(before, 24, 36));
    }

    @Test
    void severalEvaluationsOfAStepMoveStatisticsOnce() {
        Network constant = BatchNetworks_AloneNetwork.create(1);
        Trainer.of(constant)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Lbfgs())
                .fit(Dataset.of(BATCH, 2, Targets.ofValues(new float[6], 2)));
        near(constant.statistics(), 0.4, 0.4, 2.2, 1.3);
    }

    /** The statistics that a step of several evaluations leaves are those at the parameters that it ends with. */
    @Test
    void aStepMovesStatisticsByTheEvaluationItEndsWith() {
        Network trained = network.copy();
        try (StepwiseTraining training = Trainer.of(trained)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Lbfgs())
                .stepwise()) {
            training.step(data(), 1f);
        }
        Network after = BatchNetworks_NormalizedNetwork.of(trained.parameters(), network.statistics());
        Pass pass = after.newPass(ROWS);
        pass.forwardTraining(data().features(), 0, ROWS, 0, 0, 0);
        pass.updateStatistics();
        assertThat(trained.statistics()).isEqualTo(after.statistics());
    }

    @Test
    void aStepThatWentBackToWhereItBeganMovesNoStatistics() {
        float[] parameters = network.parameters().clone();
        float[] statistics = network.statistics().clone();
        try (StepwiseTraining training = Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Lbfgs().weightDecay(1e-3f))
                .stepwise()) {
            training.step(data(), 1e20f);
            assertThat(network.parameters()).isEqualTo(parameters);
            assertThat(network.statistics()).isEqualTo(statistics);
            training.step(data(), 1f);
            assertThat(network.parameters()).isNotEqualTo(parameters);
            assertThat(network.statistics()).isNotEqualTo(statistics);
        }
    }

    @Test
    void aStepThatFailsMovesNoStatistics() {
        float[] before = network.statistics().clone();
        Dataset data = data();
        try (StepwiseTraining training = Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.1f))
                .stepwise()) {
            int weight = network.parameters().length - 3;
            float kept = network.parameters()[weight];
            network.parameters()[weight] = 3e38f;
            assertThatThrownBy(() -> training.step(data)).isInstanceOf(NonFiniteLossException.class);
            assertThat(network.statistics()).isEqualTo(before);
            network.parameters()[weight] = kept;
            training.step(data);
            assertThat(network.statistics()).isNotEqualTo(before);
        }
    }

    @Test
    void earlyStoppingRestoresStatisticsWithTheParameters() {
        Dataset data = data();
        float[][] best = new float[2][];
        // The loss of the validation data becomes worse with each epoch, as they are of other targets.
        Dataset other = Dataset.of(features(4 * ROWS), 4, Targets.ofValues(filled(2 * ROWS, -9f), 2));
        Trainer trainer = Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.5f))
                .batchSize(ROWS)
                .epochs(6)
                .earlyStopping(3);
        var result = trainer.fit(data, other);
        Network oneByOne = BatchNetworks_NormalizedNetwork.create(3);
        for (int epoch = 0; epoch < result.bestEpoch(); epoch++) {
            step(oneByOne, data, 0.5f);
        }
        best[0] = oneByOne.parameters();
        best[1] = oneByOne.statistics();
        assertThat(result.bestEpoch()).isLessThan(6);
        assertThat(network.parameters()).isEqualTo(best[0]);
        assertThat(network.statistics()).isEqualTo(best[1]);
    }

    /** Batches that are larger than any before, or than the trainer was told, need larger passes and give the same bits. */
    @Test
    void stepsTakeBatchesOfAnySize() {
        Dataset data = data();
        Network other = network.copy();
        try (StepwiseTraining training = Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.1f))
                .batchSize(2)
                .threads(3)
                .stepwise()) {
            Dataset many = many(3_500);
            training.step(data);
            training.step(many);
            step(other, data, 0.1f);
            step(other, many, 0.1f);
        }
        assertThat(network.parameters()).isEqualTo(other.parameters());
        assertThat(network.statistics()).isEqualTo(other.statistics());
    }
}
