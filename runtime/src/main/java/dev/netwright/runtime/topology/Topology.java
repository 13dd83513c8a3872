package dev.netwright.runtime.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a network is made of: its input and its layers in the order in which data flows through them. Immutable; prints
 * itself as a table.
 *
 * @param name    the simple name of the declaring interface
 * @param inputs  what a sample consists of, in the order of their columns
 * @param layers  the layers, each after all that it reads
 * @param outputs the names of the layers that are output heads, in the order of their columns
 */
public record Topology(String name, List<NetworkInput> inputs, List<NetworkLayer> layers, List<String> outputs) {
    /** The longest array that every JVM can allocate: no layer's values and no network's parameters need more. */
    public static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    /**
     * Called by generated code.
     *
     * @throws IllegalArgumentException if there is no layer, or the layers do not fit together
     */
    public Topology {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
        new TopologyChecks(name, inputs, layers, outputs).check();
    }

    /** With the last layer as the only head. */
    public Topology(String name, List<NetworkInput> inputs, List<? extends NetworkLayer> layers) {
        this(
                name,
                inputs,
                List.copyOf(layers),
                layers.isEmpty()
                        ? List.of()
                        : List.of(layers.get(layers.size() - 1).name()));
    }

    /** With one input, of the default name, and the last layer as the only head. */
    public Topology(String name, int inputSize, List<? extends NetworkLayer> layers) {
        this(name, List.of(new NetworkInput(NetworkInput.DEFAULT_NAME, inputSize)), layers);
    }

    /** Features of one sample. */
    public int inputSize() {
        int size = 0;
        for (int i = 0; i < inputs.size(); i++) {
            size += inputs.get(i).size();
        }
        return size;
    }

    /**
     * The first of an input's columns in a sample.
     *
     * @throws IllegalArgumentException if no input has this name
     */
    public int firstColumn(String input) {
        int first = 0;
        for (NetworkInput each : inputs) {
            if (each.name().equals(input)) {
                return first;
            }
            first += each.size();
        }
        throw new IllegalArgumentException(name + " has no input " + input + "; its inputs are "
                + inputs.stream().map(NetworkInput::name).collect(Collectors.joining(", ")) + ".");
    }

    /**
     * Columns of an input, or of a layer's output.
     *
     * @throws IllegalArgumentException if neither has this name
     */
    public int columns(String source) {
        for (NetworkInput input : inputs) {
            if (input.name().equals(source)) {
                return input.size();
            }
        }
        for (NetworkLayer layer : layers) {
            if (layer.name().equals(source)) {
                return layer.units();
            }
        }
        throw new IllegalArgumentException(name + " has no input and no layer " + source + "; its inputs are "
                + inputs.stream().map(NetworkInput::name).collect(Collectors.joining(", ")) + " and its layers "
                + layers.stream().map(NetworkLayer::name).collect(Collectors.joining(", ")) + ".");
    }

    /** The names of what a layer reads, in the order in which they are merged. */
    public List<String> sources(int layer) {
        return sources(inputs, layers, layer);
    }

    static List<String> sources(List<NetworkInput> inputs, List<NetworkLayer> layers, int layer) {
        List<String> from = layers.get(layer).wiring().from();
        if (!from.isEmpty()) {
            return from;
        }
        return List.of(layer == 0 ? inputs.get(0).name() : layers.get(layer - 1).name());
    }

    /** The layers with weights, in their order. */
    public List<WeightedLayer> weighted() {
        List<WeightedLayer> found = new ArrayList<>();
        for (NetworkLayer layer : layers) {
            if (layer instanceof WeightedLayer weighted) {
                found.add(weighted);
            }
        }
        return found;
    }

    /** Whether training drops activations of any layer, so that a pass of training differs from others. */
    public boolean dropsOut() {
        return layers.stream().anyMatch(layer -> layer.treatment().dropsOut());
    }

    /** Whether any layer is normalised over the batch, so that a pass of training differs from others. */
    public boolean normalizesBatches() {
        // Asked for in every step, which must not allocate.
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).treatment().normalizesBatch()) {
                return true;
            }
        }
        return false;
    }

    /** The fewest rows of a batch of training: 2 where layers are normalised over the batch, unless they have pixels. */
    public int leastTrainingRows() {
        // Asked for in every step, which must not allocate.
        for (int i = 0; i < layers.size(); i++) {
            LayerTreatment treatment = layers.get(i).treatment();
            if (treatment.normalizesBatch() && treatment.pixels() == 1) {
                return 2;
            }
        }
        return 1;
    }

    /**
     * Why a batch of training cannot have so many rows, in words that follow a "but"; empty where it can. A single row has no variance for
     * layers that are normalised over the batch, unless they have pixels.
     */
    public Optional<String> objectionToBatch(int rows) {
        return rows == 1 && leastTrainingRows() > 1
                ? Optional.of(name + " has layers that are normalised over the batch, and a single row has no variance")
                : Optional.empty();
    }

    /** Running means and variances of all layers. */
    public int statisticsCount() {
        int count = 0;
        for (int i = 0; i < layers.size(); i++) {
            count += layers.get(i).statisticsCount();
        }
        return count;
    }

    /** The output heads, in the order of their columns; mostly one. */
    public List<OutputHead> heads() {
        List<OutputHead> heads = new ArrayList<>();
        int firstColumn = 0;
        for (String output : outputs) {
            NetworkLayer layer = layer(output);
            String description = outputs.size() == 1 ? name : "head " + output + " of " + name;
            heads.add(OutputHead.of(description, layer, firstColumn));
            firstColumn += layer.units();
        }
        return heads;
    }

    /** The layer of a name. */
    private NetworkLayer layer(String layerName) {
        return layers.stream()
                .filter(layer -> layer.name().equals(layerName))
                .findFirst()
                .orElseThrow();
    }

    /** Outputs for one sample: the columns of all heads. */
    public int outputSize() {
        return heads().stream().mapToInt(OutputHead::units).sum();
    }

    /** Weights and biases, gains and shifts of all layers. */
    public int parameterCount() {
        // Asked for in every step, which must not allocate.
        for (int i = layers.size() - 1; i >= 0; i--) {
            NetworkLayer last = layers.get(i);
            if (last instanceof WeightedLayer weighted) {
                return weighted.weightsOffset() + weighted.parameterCount();
            }
            if (last.treatment().normalizes()) {
                return last.treatment().gainsOffset() + last.parameterCount();
            }
        }
        return 0;
    }

    /** Multiply-adds of the forward pass of one sample. */
    public long multiplyAdds() {
        return layers.stream().mapToLong(NetworkLayer::multiplyAdds).sum();
    }

    /** The most rows that one pass can hold: those of the widest layer must fit an array. */
    public int mostRows() {
        int widest = Math.max(inputSize(), outputSize());
        for (NetworkLayer layer : layers) {
            widest = Math.max(widest, Math.max(layer.inputs(), Math.max(layer.preactivations(), layer.units())));
        }
        return MOST_ELEMENTS / widest;
    }

    /**
     * What tells networks apart whose parameters mean different things, as 64 hexadecimal digits: names, sizes and every step of the
     * computation count, how the network is trained and what its interface is called do not. The same on every machine and in every
     * release.
     */
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    /** The network as a table, a line for each layer; ends without a line break. */
    @Override
    public String toString() {
        return TopologyTable.of(this);
    }
}
