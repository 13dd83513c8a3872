package dev.netwright.runtime;

import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.Arrays;

/**
 * The starting parameters of a network: every weight follows from the seed, the number of its layer and the layer's
 * {@link Initializer}; every bias and shift is 0, every gain 1.
 */
final class ParameterInitializer {
    private ParameterInitializer() {}

    static float[] initialize(Topology topology, long seed) {
        float[] parameters = new float[topology.parameterCount()];
        for (int i = 0; i < topology.layers().size(); i++) {
            if (topology.layers().get(i) instanceof WeightedLayer weighted) {
                fillWeights(weighted, parameters, SeededRandom.of(seed, i));
            }
            int gains = topology.layers().get(i).treatment().gainsOffset();
            Arrays.fill(parameters, gains, gains + topology.layers().get(i).gainCount(), 1f);
        }
        return parameters;
    }

    /** Running means of 0 and variances of 1. */
    static float[] statistics(Topology topology) {
        float[] statistics = new float[topology.statisticsCount()];
        for (NetworkLayer layer : topology.layers()) {
            int variances = layer.treatment().statisticsOffset() + layer.statisticsCount() / 2;
            Arrays.fill(statistics, variances, variances + layer.statisticsCount() / 2, 1f);
        }
        return statistics;
    }

    private static void fillWeights(WeightedLayer layer, float[] parameters, SeededRandom random) {
        double in = layer.fanIn();
        double out = layer.fanOut();
        switch (layer.initializer()) {
            case GLOROT_UNIFORM -> uniform(layer, parameters, random, Math.sqrt(6 / (in + out)));
            case GLOROT_NORMAL -> normal(layer, parameters, random, Math.sqrt(2 / (in + out)));
            case HE_UNIFORM -> uniform(layer, parameters, random, Math.sqrt(6 / in));
            case HE_NORMAL -> normal(layer, parameters, random, Math.sqrt(2 / in));
            case LECUN_UNIFORM -> uniform(layer, parameters, random, Math.sqrt(3 / in));
            case LECUN_NORMAL -> normal(layer, parameters, random, Math.sqrt(1 / in));
            case ORTHOGONAL -> orthogonal(layer, parameters, random);
            case ZEROS -> constant(layer, parameters, 0f);
            case CONSTANT -> constant(layer, parameters, layer.constant());
            case AUTO ->
                throw new IllegalArgumentException("Layer " + layer.name()
                        + " has the initializer AUTO; a topology holds the rule that the activation resolves it to.");
        }
    }

    private static void uniform(WeightedLayer layer, float[] parameters, SeededRandom random, double bound) {
        for (int i = 0; i < layer.weightCount(); i++) {
            parameters[layer.weightsOffset() + i] = (float) random.nextDouble(-bound, bound);
        }
    }

    private static void normal(WeightedLayer layer, float[] parameters, SeededRandom random, double deviation) {
        for (int i = 0; i < layer.weightCount(); i++) {
            parameters[layer.weightsOffset() + i] = (float) (deviation * random.nextGaussian());
        }
    }

    private static void constant(WeightedLayer layer, float[] parameters, float value) {
        Arrays.fill(parameters, layer.weightsOffset(), layer.weightsOffset() + layer.weightCount(), value);
    }

    /**
     * Orthonormal rows or columns, whichever are fewer: random normal vectors, made orthonormal one after another
     * (modified Gram-Schmidt, each vector twice, which keeps them orthogonal to working precision: Giraud et al. 2005).
     */
    private static void orthogonal(WeightedLayer layer, float[] parameters, SeededRandom random) {
        boolean rowsAreFewer = layer.weightRows() <= layer.weightColumns();
        int count = rowsAreFewer ? layer.weightRows() : layer.weightColumns();
        int length = rowsAreFewer ? layer.weightColumns() : layer.weightRows();
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < length; k++) {
                vectors[i][k] = random.nextGaussian();
            }
            orthonormalize(vectors, i);
            for (int k = 0; k < length; k++) {
                int row = rowsAreFewer ? i : k;
                int column = rowsAreFewer ? k : i;
                parameters[layer.weightsOffset() + row * layer.weightColumns() + column] = (float) vectors[i][k];
            }
        }
    }

    private static void orthonormalize(double[][] vectors, int last) {
        double[] vector = vectors[last];
        for (int time = 0; time < 2; time++) {
            for (int i = 0; i < last; i++) {
                double projection = dot(vectors[i], vector);
                for (int k = 0; k < vector.length; k++) {
                    vector[k] -= projection * vectors[i][k];
                }
            }
        }
        double norm = Math.sqrt(dot(vector, vector));
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= norm;
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int k = 0; k < left.length; k++) {
            sum += left[k] * right[k];
        }
        return sum;
    }
}
