package dev.netwright.runtime.topology;

import dev.netwright.annotations.Merge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that the layers of a topology fit together: each reads what stands before it, parameters follow each other, and outputs are
 * layers.
 */
final class TopologyChecks {
    private final String name;
    private final List<NetworkInput> inputs;
    private final List<NetworkLayer> layers;
    private final List<String> outputs;

    /** Of what stands before the layer that is checked, by name. */
    private final Map<String, Integer> columns = new HashMap<>();

    /** The names of what embeddings read. */
    private final Set<String> indices = new HashSet<>();

    TopologyChecks(String name, List<NetworkInput> inputs, List<NetworkLayer> layers, List<String> outputs) {
        this.name = name;
        this.inputs = inputs;
        this.layers = layers;
        this.outputs = outputs;
    }

    void check() {
        checkInputs();
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(name + " has no layer; a topology needs one at least.");
        }
        inputs.forEach(input -> add(input.name(), input.size()));
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof EmbeddingLayer) {
                indices.addAll(sources(i));
            }
        }
        long offset = 0;
        long statistics = 0;
        for (int i = 0; i < layers.size(); i++) {
            NetworkLayer layer = layers.get(i);
            require(layer, "inputs", layer.inputs(), inputs(layer, sources(i)));
            if (layer.units() < 1) {
                throw new IllegalArgumentException(
                        "Layer " + layer.name() + " has " + layer.units() + " units; it needs 1 at least.");
            }
            checkDropout(layer);
            checkEpsilon(layer);
            checkIndices(layer, sources(i));
            if (layer.wiring().hasResidual()) {
                require(
                        layer,
                        "units",
                        layer.units(),
                        columns(layer, layer.wiring().residual()));
            }
            layer.pool().ifPresent(pool -> checkPool(layer, pool));
            statistics = checkStatistics(layer, statistics);
            offset = checkParameters(layer, offset);
            add(layer.name(), layer.units());
        }
        checkOutputs();
    }

    private void checkOutputs() {
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException(name + " has no output; a topology needs one at least.");
        }
        Set<String> seen = new HashSet<>();
        long together = 0;
        for (String output : outputs) {
            NetworkLayer layer = layers.stream()
                    .filter(candidate -> candidate.name().equals(output))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The output " + output + " of " + name + " is no layer of it."));
            if (!seen.add(output)) {
                throw new IllegalArgumentException("The output " + output + " of " + name + " is given twice.");
            }
            if (layer.treatment().dropsOut()) {
                throw new IllegalArgumentException(
                        "Layer " + layer.name() + " has dropout, but it gives outputs of " + name + ".");
            }
            together += layer.units();
        }
        if (together > Topology.MOST_ELEMENTS) {
            throw new IllegalArgumentException("The outputs of " + name + " have " + together
                    + " columns, but an array holds " + Topology.MOST_ELEMENTS + " at most.");
        }
    }

    private void checkInputs() {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(name + " has no input; a topology needs one at least.");
        }
        long together = 0;
        for (NetworkInput input : inputs) {
            if (input.size() < 1) {
                throw new IllegalArgumentException("The input" + (inputs.size() == 1 ? "" : " " + input.name()) + " of "
                        + name + " has size " + input.size() + "; it needs 1 at least.");
            }
            together += input.size();
        }
        if (together > Topology.MOST_ELEMENTS) {
            throw new IllegalArgumentException("The inputs of " + name + " have " + together
                    + " features, but an array holds " + Topology.MOST_ELEMENTS + " at most.");
        }
    }

    private void add(String part, int size) {
        if (columns.put(part, size) != null) {
            throw new IllegalArgumentException(
                    "Two layers or inputs of " + name + " are called " + part + "; each needs a name of its own.");
        }
    }

    private List<String> sources(int layer) {
        boolean isAbove = layers.get(layer).wiring().from().isEmpty();
        if (layer == 0 && isAbove && inputs.size() > 1) {
            throw new IllegalArgumentException("The first layer of " + name + " reads what is above it, but there are "
                    + inputs.size() + " inputs; name what it reads.");
        }
        return Topology.sources(inputs, layers, layer);
    }

    private static void checkPool(NetworkLayer layer, LayerPooling pool) {
        int pooled = pooled(layer);
        if (pool.shape().inputSize() != pooled) {
            throw new IllegalArgumentException("Layer " + layer.name() + " pools samples of "
                    + pool.shape().inputSize() + " values, but it has " + pooled + ".");
        }
    }

    private static int pooled(NetworkLayer layer) {
        if (layer instanceof ConvolutionLayer convolution) {
            return convolution.shape().outputSize();
        }
        return layer instanceof EmbeddingLayer embedding ? embedding.inputs() * embedding.width() : layer.inputs();
    }

    /** An embedding reads an input, which nothing reads that takes its numbers for magnitudes. */
    private void checkIndices(NetworkLayer layer, List<String> sources) {
        boolean isEmbedding = layer instanceof EmbeddingLayer;
        for (String source : sources) {
            boolean isOfIndices = indices.contains(source);
            if (isEmbedding && (sources.size() > 1 || !isInput(source))) {
                throw new IllegalArgumentException("Layer " + layer.name() + " of " + name
                        + " is an embedding; it reads one input and nothing else.");
            }
            if (!isEmbedding && isOfIndices) {
                throw new IllegalArgumentException("Layer " + layer.name() + " of " + name + " reads the input "
                        + source + ", whose features are indices of an embedding; only embeddings read it.");
            }
        }
        if (indices.contains(layer.wiring().residual())) {
            throw new IllegalArgumentException("Layer " + layer.name() + " of " + name + " adds the input "
                    + layer.wiring().residual()
                    + ", whose features are indices of an embedding; only embeddings read it.");
        }
        if (layer instanceof EmbeddingLayer embedding
                && (embedding.vocabulary() < 1 || embedding.vocabulary() > EmbeddingLayer.LARGEST_VOCABULARY)) {
            throw new IllegalArgumentException("The table of layer " + layer.name() + " has " + embedding.vocabulary()
                    + " rows; it needs 1 to " + EmbeddingLayer.LARGEST_VOCABULARY + ".");
        }
    }

    private boolean isInput(String source) {
        return inputs.stream().anyMatch(input -> input.name().equals(source));
    }

    private static void checkDropout(NetworkLayer layer) {
        float rate = layer.treatment().dropout();
        if (!(rate >= 0f && rate < 1f)) {
            throw new IllegalArgumentException(
                    "Layer " + layer.name() + " has dropout " + rate + "; it must be from 0 to less than 1.");
        }
    }

    private static void checkEpsilon(NetworkLayer layer) {
        float epsilon = layer.treatment().epsilon();
        if (!(epsilon > 0f && epsilon <= 1f)) {
            throw new IllegalArgumentException("Layer " + layer.name() + " is normalised with an epsilon of " + epsilon
                    + "; it must be above 0 and at most 1.");
        }
    }

    /** Returns where the next layer's statistics start. */
    private static long checkStatistics(NetworkLayer layer, long offset) {
        LayerTreatment treatment = layer.treatment();
        int most = treatment.normalizesBatch() ? layer.preactivations() : 1;
        if (treatment.pixels() < 1 || most % treatment.pixels() != 0) {
            throw new IllegalArgumentException("Layer " + layer.name() + " normalises " + treatment.pixels()
                    + " pixels, but has " + most + " columns.");
        }
        require(layer, "statisticsOffset", treatment.statisticsOffset(), treatment.normalizesBatch() ? offset : 0);
        return offset + layer.statisticsCount();
    }

    /** Returns where the next layer's parameters start. */
    private long checkParameters(NetworkLayer layer, long offset) {
        long gains = offset;
        if (layer instanceof WeightedLayer weighted) {
            long biases = offset + (long) weighted.weightRows() * weighted.weightColumns();
            gains = biases + weighted.biasCount();
            checkCount(layer, gains);
            require(layer, "weightsOffset", weighted.weightsOffset(), offset);
            require(layer, "biasesOffset", weighted.biasesOffset(), biases);
        }
        long end = gains + 2L * layer.gainCount();
        checkCount(layer, end);
        require(
                layer,
                "gainsOffset",
                layer.treatment().gainsOffset(),
                layer.treatment().normalizes() ? gains : 0);
        return end;
    }

    private void checkCount(NetworkLayer layer, long count) {
        if (count > Topology.MOST_ELEMENTS) {
            throw new IllegalArgumentException("With layer " + layer.name() + ", " + name + " has " + count
                    + " parameters, but an array holds " + Topology.MOST_ELEMENTS + " at most.");
        }
    }

    private long inputs(NetworkLayer layer, List<String> sources) {
        int pixels = layer.wiring().pixels();
        long sum = 0;
        for (String source : sources) {
            sum += columns(layer, source);
            if (pixels < 1 || columns(layer, source) % pixels != 0) {
                throw new IllegalArgumentException("Layer " + layer.name() + " joins channels of " + pixels
                        + " pixels, but " + source + " has " + columns(layer, source) + " columns.");
            }
        }
        if (layer.wiring().merge() == Merge.CONCATENATE) {
            return sum;
        }
        int first = columns(layer, sources.get(0));
        for (String source : sources) {
            if (columns(layer, source) != first) {
                throw new IllegalArgumentException(
                        "Layer " + layer.name() + " merges " + sources.get(0) + ", which has " + first
                                + " columns, and " + source + ", which has " + columns(layer, source) + ".");
            }
        }
        return first;
    }

    private int columns(NetworkLayer layer, String source) {
        Integer found = columns.get(source);
        if (found == null) {
            throw new IllegalArgumentException("Layer " + layer.name() + " of " + name + " reads " + source
                    + ", but nothing of that name stands before it.");
        }
        return found;
    }

    private static void require(NetworkLayer layer, String what, int found, long expected) {
        if (found != expected) {
            throw new IllegalArgumentException("Layer " + layer.name() + " has " + what + " " + found
                    + ", but what stands before it makes it " + expected + ".");
        }
    }
}
