package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.testing.reference.PassMode;
import dev.netwright.testing.reference.ReferenceLayer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Parameters and inputs for a network, from a seed.
 *
 * @param parameters those that the network starts with, or random ones where these are alike, and biases
 * @param statistics running means and variances near those of the inputs
 * @param inputs     {@code rows x inputSize}
 */
record NetworkData(float[] parameters, float[] statistics, float[] inputs, int rows) {
    /** Pre-activations stay below: enough to saturate, and exponentials of exponentials stay finite. */
    private static final double MOST = 8;

    private static final double MOST_EXPONENTIAL = 2;

    private static final double MOST_WEIGHTLESS = 1_000;

    /** Sums of what does not become smaller, such as sigmoids, may stay above; they are compared as they are. */
    private static final int MOST_HALVINGS = 30;

    static NetworkData of(Network fresh, int rows, Random random) {
        Topology topology = fresh.topology();
        float[] inputs = inputs(topology, rows, random);
        IndexColumns indices = IndexColumns.of(topology);
        float[] parameters = fresh.parameters().clone();
        for (WeightedLayer layer : topology.weighted()) {
            start(layer, parameters, random);
        }
        for (NetworkLayer layer : topology.layers()) {
            startGains(layer, parameters, random);
        }
        float[] statistics = fresh.statistics().clone();
        float[] changes = Floats.normal(random, statistics.length, 0.2);
        double shrinking = 1;
        for (int time = 0;
                time < MOST_HALVINGS && !scaled(topology, parameters, statistics, changes, inputs, rows);
                time++) {
            // Products of what layers give have no weights of their own to make them smaller.
            shrinking /= 2;
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] /= indices.vocabulary(i % topology.inputSize()) > 0 ? 1 : 2;
            }
            for (int i = 0; i < parameters.length && shrinking < 0.25; i++) {
                parameters[i] /= 2;
            }
        }
        return new NetworkData(parameters, statistics, inputs, rows);
    }

    /** Normally distributed features, and whole numbers where they pick rows of tables. */
    static float[] inputs(Topology topology, int rows, Random random) {
        float[] inputs = Floats.normal(random, rows * topology.inputSize(), 1);
        IndexColumns indices = IndexColumns.of(topology);
        for (int i = 0; i < inputs.length; i++) {
            int vocabulary = indices.vocabulary(i % topology.inputSize());
            inputs[i] = vocabulary > 0 ? random.nextInt(vocabulary) : inputs[i];
        }
        return inputs;
    }

    /** Goes forward and makes weights smaller where they are too large; false where there are none to make smaller. */
    private static boolean scaled(
            Topology topology, float[] parameters, float[] statistics, float[] changes, float[] inputs, int rows) {
        Map<String, double[][]> outputs = new HashMap<>();
        double[][] features = Doubles.rows(inputs, 0, rows, topology.inputSize());
        int from = 0;
        for (NetworkInput input : topology.inputs()) {
            int start = from;
            int end = from + input.size();
            outputs.put(
                    input.name(),
                    Arrays.stream(features)
                            .map(row -> Arrays.copyOfRange(row, start, end))
                            .toArray(double[][]::new));
            from = end;
        }
        for (int i = 0; i < topology.layers().size(); i++) {
            NetworkLayer layer = topology.layers().get(i);
            List<double[][]> sources =
                    topology.sources(i).stream().map(outputs::get).toList();
            Optional<double[][]> residual =
                    Optional.ofNullable(outputs.get(layer.wiring().residual()));
            PassMode training = PassMode.training(Map.of());
            ReferenceLayer values = new ReferenceLayer(layer, Doubles.of(parameters), sources, training, residual);
            startStatistics(layer, values, statistics, changes);
            if (layer.parameterCount() > 0) {
                scale(layer, parameters, values);
                values = new ReferenceLayer(layer, Doubles.of(parameters), sources, training, residual);
            } else if (largest(values.z())
                    > (layer.activation() == Activation.EXPONENTIAL ? MOST_EXPONENTIAL : MOST_WEIGHTLESS)) {
                return false;
            }
            outputs.put(layer.name(), values.y());
        }
        return true;
    }

    private static void start(WeightedLayer layer, float[] parameters, Random random) {
        boolean isAlike = layer.initializer() == Initializer.ZEROS || layer.initializer() == Initializer.CONSTANT;
        // Of units that are all alike a normalisation makes nothing but their roundings, many times larger.
        boolean normalizes = layer.treatment().normalizes();
        if (isAlike && (normalizes || random.nextInt(4) > 0)) {
            float[] weights = Floats.normal(random, layer.weightCount(), Math.sqrt(2.0 / layer.weightRows()));
            System.arraycopy(weights, 0, parameters, layer.weightsOffset(), weights.length);
        }
        float[] biases = Floats.normal(random, layer.biasCount(), 0.5);
        System.arraycopy(biases, 0, parameters, layer.biasesOffset(), biases.length);
    }

    /** Not far from those of the rows that there are. */
    private static void startStatistics(
            NetworkLayer layer, ReferenceLayer values, float[] statistics, float[] changes) {
        int from = layer.treatment().statisticsOffset();
        for (int j = 0; j < layer.statisticsCount() / 2; j++) {
            int variance = from + layer.statisticsCount() / 2 + j;
            statistics[from + j] = (float) (values.mean(j) + changes[from + j] * Math.sqrt(values.variance(j)));
            statistics[variance] = (float) (values.variance(j) * Math.exp(changes[variance]) + 1e-3);
        }
    }

    private static void startGains(NetworkLayer layer, float[] parameters, Random random) {
        float[] changes = Floats.normal(random, 2 * layer.gainCount(), 0.4);
        for (int i = 0; i < changes.length; i++) {
            parameters[layer.treatment().gainsOffset() + i] += changes[i];
        }
    }

    /** By a power of two, which changes nothing but the size. Where a layer is normalised, gains and shifts decide it. */
    private static void scale(NetworkLayer layer, float[] parameters, ReferenceLayer values) {
        double most = layer.activation() == Activation.EXPONENTIAL ? MOST_EXPONENTIAL : MOST;
        double largest = largest(values.z());
        if (largest > most) {
            float factor = Math.scalb(1f, -Math.getExponent(largest / most) - 1);
            boolean isOfWeights =
                    layer instanceof WeightedLayer && !layer.treatment().normalizes();
            int from = isOfWeights
                    ? ((WeightedLayer) layer).weightsOffset()
                    : layer.treatment().gainsOffset();
            int count = isOfWeights ? layer.parameterCount() : 2 * layer.gainCount();
            for (int i = from; i < from + count; i++) {
                parameters[i] *= factor;
            }
        }
    }

    private static double largest(double[][] matrix) {
        return Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }
}
