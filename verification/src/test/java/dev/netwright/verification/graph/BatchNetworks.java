package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.training.Trainer;
import java.util.Arrays;

/** Networks that are normalised over the batch, and data for them. */
final class BatchNetworks {
    static final int ROWS = 24;

    static final float[] BATCH = {1f, 2f, 3f, 6f, 8f, 4f};

    private BatchNetworks() {}

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

    static Dataset data() {
        return many(ROWS);
    }

    static Dataset many(int rows) {
        return Dataset.of(features(4 * rows), 4, Targets.ofValues(filled(2 * rows, 1f), 2));
    }

    static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    static float[] features(int count) {
        SeededRandom random = SeededRandom.of(1, 0);
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3f + (float) random.nextGaussian();
        }
        return values;
    }

    static Network trained(Network network) {
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.1f))
                .batchSize(8)
                .epochs(3)
                .fit(data());
        return network;
    }

    static void step(Network network, Dataset batch, float rate) {
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(rate))
                .batchSize(batch.rows())
                .fit(batch);
    }

    static void near(float[] found, double... expected) {
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("value %d", i).isCloseTo(expected[i], within(1e-6));
        }
    }
}
