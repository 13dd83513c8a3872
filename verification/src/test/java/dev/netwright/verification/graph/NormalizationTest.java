package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.training.Trainer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where gains and shifts are, how they start, and that they learn. */
class NormalizationTest {
    private static final int ROWS = 64;

    /** Normalises features, then a layer with weights, of which one is not trained. */
    @Input(4)
    @Layer(normalize = Normalization.LAYER, name = "features")
    @Layer(size = 6, normalize = Normalization.LAYER, activation = Activation.TANH, l2 = 0.5f, name = "penalized")
    @Layer(size = 5, normalize = Normalization.LAYER, activation = Activation.TANH, trainable = false, name = "frozen")
    @Layer(size = 2)
    interface Normalized extends Network {}

    private final Network network = NormalizationTest_NormalizedNetwork.create(3);

    @Test
    void gainsStartAtOneAndShiftsAtZeroBehindTheOtherParameters() {
        int offset = 0;
        for (NetworkLayer layer : network.topology().layers()) {
            int gains = offset + layer.parameterCount() - 2 * layer.gainCount();
            if (layer.treatment().normalizes()) {
                assertThat(layer.treatment().gainsOffset()).isEqualTo(gains);
                assertThat(layer.gainCount()).isEqualTo(layer.units());
            }
            assertThat(of(gains, layer.gainCount()))
                    .containsOnly(layer.gainCount() > 0 ? new float[] {1f} : new float[0]);
            offset += layer.parameterCount();
            assertThat(of(gains + layer.gainCount(), layer.gainCount()))
                    .containsOnly(layer.gainCount() > 0 ? new float[] {0f} : new float[0]);
        }
        assertThat(network.topology().parameterCount()).isEqualTo(offset).isEqualTo(8 + 42 + 45 + 12);
    }

    private float[] of(int from, int count) {
        return Arrays.copyOfRange(network.parameters(), from, from + count);
    }

    /** A layer that does nothing else shows what it is: rows of mean 0 and variance 1. */
    @Test
    void everyRowGetsMeanZeroAndVarianceOne() {
        Network alone = NormalizationTest_AloneNetwork.create(1);
        float[] features = features();
        float[] outputs = alone.predict(features, ROWS);
        for (int row = 0; row < ROWS; row++) {
            double mean = 0;
            double squares = 0;
            for (int j = 0; j < 4; j++) {
                mean += outputs[4 * row + j] / 4.0;
                squares += outputs[4 * row + j] * outputs[4 * row + j] / 4.0;
            }
            assertThat(mean).isCloseTo(0, within(1e-6));
            assertThat(squares).isCloseTo(1, within(1e-2));
        }
    }

    /** Nothing else. */
    @Input(4)
    @Layer(normalize = Normalization.LAYER)
    interface Alone extends Network {}

    @Test
    void gainsAndShiftsLearnButForThoseOfAFrozenLayer() {
        float[] before = network.parameters().clone();
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(1e-2f))
                .epochs(3)
                .batchSize(ROWS)
                .fit(Dataset.of(features(), 4, Targets.ofValues(new float[2 * ROWS], 2)));
        int frozen = 8 + 4 * 6 + 6 + 12;
        for (int i = 0; i < before.length; i++) {
            boolean isFrozen = i >= frozen && i < frozen + 6 * 5 + 5 + 10;
            // Biases before a normalisation matter too: only their mean does not.
            assertThat(network.parameters()[i] == before[i])
                    .as("parameter %d", i)
                    .isEqualTo(isFrozen);
        }
    }

    private static float[] features() {
        SeededRandom random = SeededRandom.of(1, 0);
        float[] values = new float[4 * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3f + (float) random.nextGaussian();
        }
        return values;
    }
}
