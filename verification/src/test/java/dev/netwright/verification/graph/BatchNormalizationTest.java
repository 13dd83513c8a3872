package dev.netwright.verification.graph;

import static dev.netwright.verification.graph.BatchNetworks.BATCH;
import static dev.netwright.verification.graph.BatchNetworks.ROWS;
import static dev.netwright.verification.graph.BatchNetworks.data;
import static dev.netwright.verification.graph.BatchNetworks.features;
import static dev.netwright.verification.graph.BatchNetworks.near;
import static dev.netwright.verification.graph.BatchNetworks.trained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.testing.GradientCheck;
import dev.netwright.testing.GradientReport;
import org.junit.jupiter.api.Test;

/** Means and variances of a batch in training, and running ones everywhere else. */
class BatchNormalizationTest {
    private final Network alone = BatchNetworks_AloneNetwork.create(1);
    private final Network network = BatchNetworks_NormalizedNetwork.create(3);

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
        Network channels = BatchNetworks_ChannelsNetwork.create(2);
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
        Network pixels = BatchNetworks_PixelsNetwork.create(1);
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
        Network again = BatchNetworks_NormalizedNetwork.of(trained.parameters(), trained.statistics());
        assertThat(again.predict(data().features(), ROWS)).isEqualTo(trained.predict(data().features(), ROWS));
        assertThatThrownBy(() -> BatchNetworks_NormalizedNetwork.of(trained.parameters(), new float[21]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statistics has 21 values");
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
        GradientCheck.of(BatchNetworks_ChannelsNetwork.create(4)).check();
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
    void networksWithoutHaveNoStatistics() {
        assertThat(NormalizationTest_NormalizedNetwork.create(1).statistics()).isEmpty();
    }
}
