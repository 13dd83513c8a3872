package dev.netwright.runtime;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import java.util.List;
import java.util.Locale;

/**
 * What a network is made of: its input and its layers in the order in which data flows through them. Immutable; prints
 * itself as a table.
 *
 * @param name      the simple name of the declaring interface
 * @param inputSize features of one sample
 * @param layers    the layers, from the first to the last
 */
public record Topology(String name, int inputSize, List<Dense> layers) {
    private static final int LEAST_NAME_WIDTH = 16;

    /**
     * One dense layer, {@code a = activation(x·W + b)}.
     *
     * @param name          its name in the declaration, or {@code hidden1}, ..., {@code output}
     * @param inputs        columns of its input
     * @param units         columns of its output
     * @param activation    what is applied to the pre-activation
     * @param alpha         the activation's parameter; NaN where it takes none
     * @param bias          whether it has biases
     * @param initializer   how its weights start; never {@code AUTO}
     * @param constant      the weights' start with {@code CONSTANT}; NaN otherwise
     * @param weightsOffset where its weights, {@code inputs x units}, start in {@link Network#parameters()}
     * @param biasesOffset  where its biases, {@code 1 x units}, start there; where it has none, where they would
     */
    public record Dense(
            String name,
            int inputs,
            int units,
            Activation activation,
            float alpha,
            boolean bias,
            Initializer initializer,
            float constant,
            int weightsOffset,
            int biasesOffset) {
        /** Weights: {@code inputs x units}. */
        public int weightCount() {
            return inputs * units;
        }

        /** Biases: units, or 0 for a layer without. */
        public int biasCount() {
            return bias ? units : 0;
        }

        /** Weights and biases. */
        public int parameterCount() {
            return weightCount() + biasCount();
        }
    }

    /**
     * Called by generated code.
     *
     * @throws IllegalArgumentException if there is no layer, or the layers do not fit together
     */
    public Topology {
        layers = List.copyOf(layers);
        if (inputSize < 1) {
            throw new IllegalArgumentException(
                    "The input of " + name + " has size " + inputSize + "; it needs 1 at least.");
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(name + " has no layer; a topology needs one at least.");
        }
        int inputs = inputSize;
        long offset = 0;
        for (Dense layer : layers) {
            require(layer, "inputs", layer.inputs(), inputs);
            if (layer.units() < 1) {
                throw new IllegalArgumentException(
                        "Layer " + layer.name() + " has " + layer.units() + " units; it needs 1 at least.");
            }
            long biases = offset + (long) inputs * layer.units();
            long end = biases + layer.biasCount();
            if (end > Checks.MOST_ELEMENTS) {
                throw new IllegalArgumentException("With layer " + layer.name() + ", " + name + " has " + end
                        + " parameters, but an array holds " + Checks.MOST_ELEMENTS + " at most.");
            }
            require(layer, "weightsOffset", layer.weightsOffset(), offset);
            require(layer, "biasesOffset", layer.biasesOffset(), biases);
            inputs = layer.units();
            offset = end;
        }
    }

    private static void require(Dense layer, String what, int found, long expected) {
        if (found != expected) {
            throw new IllegalArgumentException("Layer " + layer.name() + " has " + what + " " + found
                    + ", but what stands before it makes it " + expected + ".");
        }
    }

    /** The last layer. */
    public Dense outputLayer() {
        return layers.get(layers.size() - 1);
    }

    /** Outputs for one sample. */
    public int outputSize() {
        return outputLayer().units();
    }

    /** Weights and biases of all layers. */
    public int parameterCount() {
        Dense last = outputLayer();
        return last.weightsOffset() + last.parameterCount();
    }

    /** Multiply-adds of the forward pass of one sample. */
    public long multiplyAdds() {
        return layers.stream().mapToLong(Dense::weightCount).sum();
    }

    /** The most rows that one pass can hold: those of the widest layer must fit an array. */
    public int mostRows() {
        int widest = inputSize;
        for (Dense layer : layers) {
            widest = Math.max(widest, layer.units());
        }
        return Checks.MOST_ELEMENTS / widest;
    }

    int checkCapacity(int capacity) {
        int most = mostRows();
        if (capacity < 1 || capacity > most) {
            throw new IllegalArgumentException(
                    "A pass of " + name + " holds 1 to " + most + " rows, but " + capacity + " were asked for.");
        }
        return capacity;
    }

    /** The network as a table, a line for each layer; ends without a line break. */
    @Override
    public String toString() {
        int nameWidth = layers.stream().mapToInt(layer -> layer.name().length()).reduce(LEAST_NAME_WIDTH, Math::max);
        String format = "  %-" + nameWidth + "s %7s  %-13s %12s %9s";
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%s: %,d parameters, %,d multiply-adds", name, parameterCount(), multiplyAdds()));
        appendRow(table, format, "layer", "units", "activation", "weights", "biases");
        appendRow(table, format, "input", inputSize, "", "", "");
        for (Dense layer : layers) {
            appendRow(
                    table,
                    format,
                    layer.name(),
                    layer.units(),
                    layer.activation().name().toLowerCase(Locale.ROOT),
                    layer.inputs() + "x" + layer.units(),
                    layer.biasCount());
        }
        return table.toString();
    }

    private static void appendRow(StringBuilder table, String format, Object... cells) {
        table.append('\n').append(String.format(Locale.ROOT, format, cells).stripTrailing());
    }
}
