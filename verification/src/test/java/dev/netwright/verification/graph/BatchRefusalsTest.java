package dev.netwright.verification.graph;

import static dev.netwright.verification.graph.BatchNetworks.BATCH;
import static dev.netwright.verification.graph.BatchNetworks.data;
import static dev.netwright.verification.graph.BatchNetworks.features;
import static dev.netwright.verification.graph.BatchNetworks.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused around batches and their statistics, and that a refusal changes nothing. */
class BatchRefusalsTest {
    private final Network alone = BatchNetworks_AloneNetwork.create(1);
    private final Network network = BatchNetworks_NormalizedNetwork.create(3);

    @Test
    void aSingleRowIsRefusedBeforeAnythingChanges() {
        float[] before = network.parameters().clone();
        Pass pass = network.newPass(2);
        assertThatThrownBy(() -> pass.forwardTraining(new float[4], 0, 1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The batch has 1 row, but Normalized has layers that are normalised over the batch, and a single"
                                + " row has no variance; give 2 rows at least.");
        Trainer trainer = Trainer.of(network).loss(Loss.MEAN_SQUARED_ERROR).optimizer(new Sgd(0.1f));
        assertThatThrownBy(() -> trainer.batchSize(23).fit(data()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("24 rows in batches of 23 leave a last batch of 1 row, but Normalized has layers that are"
                        + " normalised over the batch, and a single row has no variance; use batchSize(22).");
        assertThatThrownBy(() -> trainer.batchSize(1).fit(data()))
                .hasMessageStartingWith("A batch has 1 row")
                .hasMessageEndingWith("use batchSize(2).");
        assertThatThrownBy(() -> trainer.batchSize(2).fit(many(3))).hasMessageEndingWith("use batchSize(3).");
        assertThatThrownBy(() -> trainer.fit(many(1))).hasMessageEndingWith("give more rows.");
        assertThat(network.parameters()).isEqualTo(before);
        trainer.batchSize(22).fit(data());
    }

    /** Whatever the pass did last, and of however many rows. */
    @Test
    void aBatchThatIsRefusedLeavesThePassAsItWas() {
        float[] gradients = features(2 * 5);
        Pass pass = network.newPass(5);
        pass.forwardTraining(features(20), 0, 5, 0, 0, 0);
        refuse(pass);
        pass.backward(gradients);
        pass.updateStatistics();
        Network alike = BatchNetworks_NormalizedNetwork.create(3);
        Pass undisturbed = alike.newPass(5);
        undisturbed.forwardTraining(features(20), 0, 5, 0, 0, 0);
        undisturbed.backward(gradients);
        undisturbed.updateStatistics();
        assertThat(pass.rows()).isEqualTo(5);
        assertThat(pass.gradients()).isEqualTo(undisturbed.gradients());
        assertThat(network.statistics()).isEqualTo(alike.statistics());

        pass.forward(features(20), 5);
        refuse(pass);
        pass.backward(gradients);
        undisturbed.forward(features(20), 5);
        undisturbed.backward(gradients);
        assertThat(pass.gradients()).isEqualTo(undisturbed.gradients());
        assertThat(Arrays.copyOfRange(pass.gradients(), 24, 30)).doesNotContain(0f);
    }

    private static void refuse(Pass pass) {
        float[] withNaN = features(12);
        withNaN[1] = Float.NaN;
        assertThatThrownBy(() -> pass.forwardTraining(withNaN, 0, 3, 0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The scaling of features is a part of the computation, and may be what fails. */
    @Test
    void aPassThatFailedMidwayHasNoStatistics() {
        Pass pass = network.newPass(2);
        pass.forwardTraining(features(8), 0, 2, 0, 0, 0);
        float[] small = features(8);
        for (int i = 0; i < small.length; i++) {
            small[i] *= 0.01f;
        }
        network.standardize(Standardizer.fit(Dataset.of(small, 4, Targets.ofValues(new float[4], 2))));
        float[] tooLarge = features(8);
        tooLarge[3] = Float.MAX_VALUE;
        assertThatThrownBy(() -> pass.forwardTraining(tooLarge, 0, 2, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(pass::updateStatistics)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call forwardTraining(...) before updateStatistics()");
        assertThat(network.statistics()).startsWith(0f, 0f, 0f, 0f, 0f, 0f, 1f);
    }

    @Test
    void onlyAPassOfTrainingHasStatistics() {
        Pass pass = network.newPass(2);
        assertThatThrownBy(pass::updateStatistics)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call forwardTraining(...) before updateStatistics()");
        pass.forwardTraining(features(8), 0, 2, 0, 0, 0);
        pass.updateStatistics();
        pass.forward(features(8), 2);
        assertThatThrownBy(pass::updateStatistics).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBatchsStatisticsCountOnce() {
        Pass pass = network.newPass(2);
        pass.forwardTraining(features(8), 0, 2, 0, 0, 0);
        pass.backward(new float[4]);
        pass.updateStatistics();
        float[] once = network.statistics().clone();
        assertThatThrownBy(pass::updateStatistics)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The statistics of this batch have moved the network's already; call forwardTraining(...)"
                        + " before updateStatistics() again.");
        pass.backward(new float[4]);
        assertThatThrownBy(pass::updateStatistics).isInstanceOf(IllegalStateException.class);
        assertThat(network.statistics()).isEqualTo(once);
        pass.forwardTraining(features(8), 0, 2, 0, 1, 0);
        pass.updateStatistics();
    }

    /** Squared deviations of 3e19 are infinite, while what is normalised with them is 0 and the loss finite. */
    @Test
    void aVarianceThatIsNotFiniteChangesNothing() {
        float[] large = {3e19f, 1f, -3e19f, 2f, 3e19f, 3f};
        Dataset data = Dataset.of(large, 2, Targets.ofValues(new float[6], 2));
        float[] parameters = alone.parameters().clone();
        float[] statistics = alone.statistics().clone();
        for (Optimizer optimizer : List.of(new Sgd(0.1f), new Lbfgs())) {
            try (StepwiseTraining training = Trainer.of(alone)
                    .loss(Loss.MEAN_SQUARED_ERROR)
                    .optimizer(optimizer)
                    .stepwise()) {
                assertThatThrownBy(() -> training.step(data))
                        .isInstanceOf(NonFiniteLossException.class)
                        .hasMessageStartingWith("The variance of column 0 of layer output over the batch is Infinity");
                assertThat(alone.parameters()).isEqualTo(parameters);
                assertThat(alone.statistics()).isEqualTo(statistics);
                training.step(Dataset.of(BATCH, 2, Targets.ofValues(new float[6], 2)));
                assertThat(alone.statistics()).isNotEqualTo(statistics);
            }
            System.arraycopy(parameters, 0, alone.parameters(), 0, parameters.length);
            System.arraycopy(statistics, 0, alone.statistics(), 0, statistics.length);
        }
        Pass pass = alone.newPass(3);
        pass.forwardTraining(large, 0, 3, 0, 0, 0);
        assertThatThrownBy(pass::updateStatistics).isInstanceOf(ArithmeticException.class);
        assertThat(alone.statistics()).isEqualTo(statistics);
    }

    @Test
    void statisticsAreFiniteAndVariancesNotNegative() {
        float[] parameters = alone.parameters();
        assertThatThrownBy(() -> BatchNetworks_AloneNetwork.of(parameters, new float[] {0f, Float.NaN, 1f, 1f}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statistics has the mean NaN for column 1 of layer output of Alone; it must be finite.");
        for (float variance : new float[] {-1f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> BatchNetworks_AloneNetwork.of(parameters, new float[] {0f, 0f, variance, 1f}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("statistics has the variance " + variance + " for column 0 of layer output of Alone;"
                            + " it must be finite and at least 0.");
        }
        BatchNetworks_AloneNetwork.of(parameters, new float[] {-5f, 0f, 0f, 1f});
    }
}
