package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Topology;
import dev.netwright.verification.reference.ReferenceLayer;
import java.util.Arrays;
import java.util.Random;

/**
 * Parameters and inputs for a network, from a seed.
 *
 * @param parameters those that the network starts with, or random ones where these are alike, and biases
 * @param inputs     {@code rows x inputSize}
 */
record NetworkData(float[] parameters, float[] inputs, int rows) {
    /** Pre-activations stay below: enough to saturate, and exponentials of exponentials stay finite. */
    private static final double MOST = 8;

    private static final double MOST_EXPONENTIAL = 2;

    static NetworkData of(Network fresh, int rows, Random random) {
        Topology topology = fresh.topology();
        float[] inputs = Doubles.normal(random, rows * topology.inputSize(), 1);
        float[] parameters = fresh.parameters().clone();
        for (Topology.Dense layer : topology.layers()) {
            start(layer, parameters, random);
        }
        double[][] x = Doubles.rows(inputs, 0, rows, topology.inputSize());
        for (Topology.Dense layer : topology.layers()) {
            scale(layer, parameters, new ReferenceLayer(layer, Doubles.of(parameters), x));
            x = new ReferenceLayer(layer, Doubles.of(parameters), x).a();
        }
        return new NetworkData(parameters, inputs, rows);
    }

    private static void start(Topology.Dense layer, float[] parameters, Random random) {
        boolean isAlike = layer.initializer() == Initializer.ZEROS || layer.initializer() == Initializer.CONSTANT;
        if (isAlike && random.nextInt(4) > 0) {
            float[] weights = Doubles.normal(random, layer.weightCount(), Math.sqrt(2.0 / layer.inputs()));
            System.arraycopy(weights, 0, parameters, layer.weightsOffset(), weights.length);
        }
        float[] biases = Doubles.normal(random, layer.biasCount(), 0.5);
        System.arraycopy(biases, 0, parameters, layer.biasesOffset(), biases.length);
    }

    /** By a power of two, which changes nothing but the size. */
    private static void scale(Topology.Dense layer, float[] parameters, ReferenceLayer values) {
        double most = layer.activation() == Activation.EXPONENTIAL ? MOST_EXPONENTIAL : MOST;
        double largest = Arrays.stream(values.z())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        if (largest > most) {
            float factor = Math.scalb(1f, -Math.getExponent(largest / most) - 1);
            for (int i = 0; i < layer.parameterCount(); i++) {
                parameters[layer.weightsOffset() + i] *= factor;
            }
        }
    }
}
