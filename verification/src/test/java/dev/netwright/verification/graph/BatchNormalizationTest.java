package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
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
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.testing.GradientCheck;
import dev.netwright.testing.GradientReport;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Means and variances of a batch in training, and running ones everywhere else. */
class BatchNormalizationTest {
    private static final int ROWS = 24;

    /** Shows what it is: nothing else. */
    @Input(2)
    @Layer(normalize = Normalization.BATCH)
    interface Alone extends Network {}

    @Input(4)
    @Layer(size = 6, normalize = Normalization.BATCH, activation = Activation.TANH)
    @Layer(size = 5, normalize = Normalization.BATCH, activation = Activation.TANH, trainable = false, name = "frozen")
    @Layer(size = 2)
    interface Normalized extends Network {}

    @Input(shape = {3, 2, 2})
    @Layer(size = 2, kernel = 1, normalize = Normalization.BATCH, init = Initializer.ORTHOGONAL)
    interface Channels extends Network {}

    @Input(shape = {64, 64, 1})
    @Layer(normalize = Normalization.BATCH)
    interface Pixels extends Network {}

    private static final float[] BATCH = {1f, 2f, 3f, 6f, 8f, 4f};

    private final Network alone = BatchNormalizationTest_AloneNetwork.create(1);
    private final Network network = BatchNormalizationTest_NormalizedNetwork.create(3);

    /** Means 4 and 4, variances 26/3 and 8/3, unbiased 13 and 4. */
    @Test
    void trainingNormalizesWithTheBatchAndMovesRunningStatisticsATenthOfTheWay() {
        assertThat(alone.statistics()).containsExactly(0f, 0f, 1f, 1f);
        Pass pass = alone.newPass(3);
        pass.forwardTraining(BATCH, 0, 3, 1, 0, 0);
        for (int i = 0; i < BATCH.length; i++) {
            double variance = i % 2 == 0 ? 26.0 / 3 : 8.0 / 3;
            assertThat((double) pass.outputs()[i]).isCloseTo((BATCH[i] - 4) / Math.sqrt(variance + 1e-5), within(1e-6));
        }
        assertThat(alone.statistics()).containsExactly(0f, 0f, 1f, 1f);
        pass.updateStatistics();
        near(alone.statistics(), 0.4, 0.4, 0.9 + 1.3, 0.9 + 0.4);
        near(alone.predict(new float[] {1f, 2f}), 0.6 / Math.sqrt(2.2 + 1e-5), 1.6 / Math.sqrt(1.3 + 1e-5));
    }

    @Test
    void channelsShareMeanAndVarianceOverAllPixelsOfAllRows() {
        Network channels = BatchNormalizationTest_ChannelsNetwork.create(2);
        Pass pass = channels.newPass(1);
        pass.forwardTraining(features(12), 0, 1, 1, 0, 0);
        for (int channel = 0; channel < 2; channel++) {
            double mean = 0;
            double squares = 0;
            for (int pixel = 0; pixel < 6; pixel++) {
                double value = pass.outputs()[2 * pixel + channel];
                mean += value / 6;
                squares += value * value / 6;
            }
            assertThat(mean).isCloseTo(0, within(1e-6));
            assertThat(squares).isCloseTo(1, within(1e-2));
        }
        assertThat(channels.statistics()).hasSize(4);
        assertThat(channels.topology().parameterCount()).isEqualTo(2 * 2 + 2 + 2);
    }

    /** One float would have lost a fortieth of the mean of so many values, and found eight times the variance. */
    @Test
    void largeBatchesOfImagesHaveTheirMeanAndVariance() {
        int rows = 512;
        float[] images = features(rows * 64 * 64);
        for (int i = 0; i < images.length; i++) {
            images[i] += 97f;
        }
        Network pixels = BatchNormalizationTest_PixelsNetwork.create(1);
        Pass pass = pixels.newPass(rows);
        pass.forwardTraining(images, 0, rows, 0, 0, 0);
        pass.updateStatistics();
        double mean = 0;
        for (float value : images) {
            mean += value / (double) images.length;
        }
        double variance = 0;
        for (float value : images) {
            variance += (value - mean) * (value - mean) / (images.length - 1);
        }
        assertThat(pixels.statistics()[0] * 10.0).isCloseTo(mean, within(1e-4));
        assertThat((pixels.statistics()[1] - 0.9) * 10).isCloseTo(variance, within(1e-5));
    }

    @Test
    void layersHaveNoBiasesAndStatisticsOneBehindTheOther() {
        Topology topology = network.topology();
        assertThat(topology.weighted()).extracting(WeightedLayer::bias).containsExactly(false, false, true);
        assertThat(topology.layers())
                .extracting(layer -> layer.treatment().statisticsOffset())
                .containsExactly(0, 12, 0);
        assertThat(network.statistics()).hasSize(22);
        assertThat(topology.parameterCount()).isEqualTo(4 * 6 + 12 + 6 * 5 + 10 + 5 * 2 + 2);
    }

    @Test
    void aStepMovesStatisticsOnceAndAFrozenLayersToo() {
        float[] before = network.parameters().clone();
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.1f))
                .batchSize(ROWS)
                .fit(data());
        Pass pass = BatchNormalizationTest_NormalizedNetwork.of(before, new float[22])
                .newPass(ROWS);
        pass.forwardTraining(data().features(), 0, ROWS, 0, 0, 0);
        Network expected = BatchNormalizationTest_NormalizedNetwork.create(3);
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

    /** The statistics of a batch that is seen again and again are in the end the batch's own. */
    @Test
    void predictionsComeToWhatTrainingComputes() {
        Pass pass = network.newPass(ROWS);
        for (int step = 0; step < 300; step++) {
            pass.forwardTraining(data().features(), 0, ROWS, 0, step, 0);
            pass.updateStatistics();
        }
        float[] predicted = network.predict(data().features(), ROWS);
        for (int i = 0; i < predicted.length; i++) {
            // Variances differ by 24 / 23.
            assertThat(predicted[i]).isCloseTo(pass.outputs()[i], within(0.05f));
        }
    }

    @Test
    void copiesAndFactoriesCarryStatistics() {
        Network trained = trained(network);
        assertThat(trained.copy().statistics()).isEqualTo(trained.statistics()).isNotSameAs(trained.statistics());
        Network again = BatchNormalizationTest_NormalizedNetwork.of(trained.parameters(), trained.statistics());
        assertThat(again.predict(data().features(), ROWS)).isEqualTo(trained.predict(data().features(), ROWS));
        assertThatThrownBy(() -> BatchNormalizationTest_NormalizedNetwork.of(trained.parameters(), new float[21]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statistics has 21 values");
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
        Network oneByOne = BatchNormalizationTest_NormalizedNetwork.create(3);
        for (int epoch = 0; epoch < result.bestEpoch(); epoch++) {
            step(oneByOne, data, 0.5f);
        }
        best[0] = oneByOne.parameters();
        best[1] = oneByOne.statistics();
        assertThat(result.bestEpoch()).isLessThan(6);
        assertThat(network.parameters()).isEqualTo(best[0]);
        assertThat(network.statistics()).isEqualTo(best[1]);
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
    void severalEvaluationsOfAStepMoveStatisticsOnce() {
        Network constant = BatchNormalizationTest_AloneNetwork.create(1);
        Trainer.of(constant)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Lbfgs())
                .fit(Dataset.of(BATCH, 2, Targets.ofValues(new float[6], 2)));
        near(constant.statistics(), 0.4, 0.4, 2.2, 1.3);
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
        Network after = BatchNormalizationTest_NormalizedNetwork.of(trained.parameters(), network.statistics());
        Pass pass = after.newPass(ROWS);
        pass.forwardTraining(data().features(), 0, ROWS, 0, 0, 0);
        pass.updateStatistics();
        assertThat(trained.statistics()).isEqualTo(after.statistics());
    }

    @Test
    void statisticsAreFiniteAndVariancesNotNegative() {
        float[] parameters = alone.parameters();
        assertThatThrownBy(
                        () -> BatchNormalizationTest_AloneNetwork.of(parameters, new float[] {0f, Float.NaN, 1f, 1f}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statistics has the mean NaN for column 1 of layer output of Alone; it must be finite.");
        for (float variance : new float[] {-1f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() ->
                            BatchNormalizationTest_AloneNetwork.of(parameters, new float[] {0f, 0f, variance, 1f}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("statistics has the variance " + variance + " for column 0 of layer output of Alone;"
                            + " it must be finite and at least 0.");
        }
        BatchNormalizationTest_AloneNetwork.of(parameters, new float[] {-5f, 0f, 0f, 1f});
    }

    /** A single row is no batch, and a plain pass of it is one all the same. */
    @Test
    void gradientsOfASingleRowAreCheckedInThePlainPass() {
        GradientReport report = GradientCheck.of(network).inputs(features(4), 1).run();
        assertThat(report.agrees()).as("%s", report).isTrue();
        assertThat(report.parts()).extracting(GradientReport.Part::name).contains("hidden1");
        assertThat(report.parts()).extracting(GradientReport.Part::name).doesNotContain("hidden1 in training");
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

    /** Whatever the pass did last, and of however many rows. */
    @Test
    void aBatchThatIsRefusedLeavesThePassAsItWas() {
        float[] gradients = features(2 * 5);
        Pass pass = network.newPass(5);
        pass.forwardTraining(features(20), 0, 5, 0, 0, 0);
        refuse(pass);
        pass.backward(gradients);
        pass.updateStatistics();
        Network alike = BatchNormalizationTest_NormalizedNetwork.create(3);
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

    /** In a pass that is not one of training mean and variance are constants; in training they are not. */
    @Test
    void gradientsAreRightInBothModes() {
        Network trained = trained(network);
        float[] statistics = trained.statistics().clone();
        GradientReport report = GradientCheck.of(trained).run();
        assertThat(report.agrees()).as("%s", report).isTrue();
        assertThat(report.parts()).extracting(GradientReport.Part::name).contains("hidden1", "hidden1 in training");
        assertThat(trained.statistics()).isEqualTo(statistics);
        GradientCheck.of(BatchNormalizationTest_ChannelsNetwork.create(4)).check();
    }

    @Test
    void networksWithoutHaveNoStatistics() {
        assertThat(NormalizationTest_NormalizedNetwork.create(1).statistics()).isEmpty();
    }

    private static Network trained(Network network) {
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.1f))
                .batchSize(8)
                .epochs(3)
                .fit(data());
        return network;
    }

    private static void step(Network network, Dataset batch, float rate) {
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(rate))
                .batchSize(batch.rows())
                .fit(batch);
    }

    private static void near(float[] found, double... expected) {
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("value %d", i).isCloseTo(expected[i], within(1e-6));
        }
    }

    private static Dataset data() {
        return many(ROWS);
    }

    private static Dataset many(int rows) {
        return Dataset.of(features(4 * rows), 4, Targets.ofValues(filled(2 * rows, 1f), 2));
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] features(int count) {
        SeededRandom random = SeededRandom.of(1, 0);
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3f + (float) random.nextGaussian();
        }
        return values;
    }
}
