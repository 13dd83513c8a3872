package dev.netwright.benchmarks.peers.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.GradientCollector;
import dev.netwright.benchmarks.networks.NormalizedNetwork;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Batch normalisation of images: outputs, gradients and running statistics of a few steps, and predictions, as libtorch computes them. */
class BatchNormalizationTest {
    private static final int ROWS = 7;
    private static final int PIXELS = 5 * 4;
    private static final int CHANNELS = 3;
    private static final int SIZE = ROWS * PIXELS * CHANNELS;

    /** DJL counts what of the running statistics stays. */
    private static final float DJL_MOMENTUM = 0.9f;

    private static final float EPSILON = 1e-5f;

    private final Random random = new Random(1);
    private final ElementOrder order = ElementOrder.ofImages(ROWS, PIXELS, CHANNELS);
    private final Network network = NormalizedNetwork.create(1);

    @BeforeAll
    static void prepareEngine() {
        LibtorchPeer.prepareEngine(1);
    }

    @Test
    void agreesWithLibtorch() {
        for (int i = 0; i < 2 * CHANNELS; i++) {
            network.parameters()[i] += 0.5f * (float) random.nextGaussian();
        }
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            float[] parameters = network.parameters();
            NDArray gains = manager.create(Arrays.copyOf(parameters, CHANNELS));
            NDArray shifts = manager.create(Arrays.copyOfRange(parameters, CHANNELS, 2 * CHANNELS));
            NDArray means = manager.zeros(new Shape(CHANNELS));
            NDArray variances = manager.ones(new Shape(CHANNELS));
            gains.setRequiresGradient(true);
            shifts.setRequiresGradient(true);
            Pass pass = network.newPass(ROWS);
            for (int step = 0; step < 3; step++) {
                float[] x = values();
                float[] outputGradients = values();
                NDArray inputs = images(manager, x);
                inputs.setRequiresGradient(true);
                float[] outputs;
                try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                    NDArray normalized = normalize(inputs, means, variances, gains, shifts, true);
                    outputs = normalized.toFloatArray();
                    collector.backward(
                            normalized.mul(images(manager, outputGradients)).sum());
                }
                pass.forwardTraining(x, 0, ROWS, 0, step, 0);
                pass.backward(outputGradients);
                pass.updateStatistics();
                requireClose("outputs", pass.outputs(), order.fromTorch(outputs));
                requireClose("statistics", network.statistics(), joined(means, variances));
                requireClose("gains and shifts", pass.gradients(), joined(gains.getGradient(), shifts.getGradient()));
                requireClose(
                        "inputs",
                        pass.inputGradients(),
                        order.fromTorch(inputs.getGradient().toFloatArray()));
                gains.getGradient().subi(gains.getGradient());
                shifts.getGradient().subi(shifts.getGradient());
            }
            float[] x = values();
            requireClose(
                    "predictions",
                    network.predict(x, ROWS),
                    order.fromTorch(normalize(images(manager, x), means, variances, gains, shifts, false)
                            .toFloatArray()));
        }
    }

    private NDArray images(NDManager manager, float[] values) {
        return manager.create(order.toTorch(values), new Shape(ROWS, CHANNELS, 5, 4));
    }

    private static NDArray normalize(
            NDArray inputs, NDArray means, NDArray variances, NDArray gains, NDArray shifts, boolean isTraining) {
        return BatchNorm.batchNorm(inputs, means, variances, gains, shifts, 1, DJL_MOMENTUM, EPSILON, isTraining)
                .singletonOrThrow();
    }

    private float[] values() {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = 2f + 3f * (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] joined(NDArray left, NDArray right) {
        float[] joined = Arrays.copyOf(left.toFloatArray(), 2 * CHANNELS);
        System.arraycopy(right.toFloatArray(), 0, joined, CHANNELS, CHANNELS);
        return joined;
    }

    private static void requireClose(String what, float[] found, float[] expected) {
        assertThat(found).as(what).hasSize(expected.length);
        float largest = 0f;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).as(what).isPositive();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("%s, value %d", what, i).isCloseTo(expected[i], within(1e-5f * largest));
        }
    }
}
