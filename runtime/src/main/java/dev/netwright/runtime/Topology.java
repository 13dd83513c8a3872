package dev.netwright.runtime;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a network is made of: its input and its layers in the order in which data flows through them. Immutable; prints
 * itself as a table.
 *
 * @param name   the simple name of the declaring interface
 * @param inputs what a sample consists of, in the order of their columns
 * @param layers the layers, each after all that it reads; the last gives the output
 */
public record Topology(String name, List<Input> inputs, List<Layer> layers) {
    private static final int LEAST_NAME_WIDTH = 16;

    /**
     * A part of what a sample consists of.
     *
     * @param name its name, for layers that read it
     * @param size features of one sample
     */
    public record Input(String name, int size) {
        /** The name of an input that is given none. */
        public static final String DEFAULT_NAME = "input";
    }

    /**
     * What a layer reads.
     *
     * @param from     the names of layers or the input; empty for the layer above, or for the first layer the only input
     * @param merge    how several of them become one input
     * @param residual the name of what is added after the activation; empty where nothing is
     */
    public record Wiring(List<String> from, Merge merge, String residual) {
        /** The layer above and nothing else. */
        public static final Wiring ABOVE = new Wiring(List.of(), Merge.CONCATENATE, "");

        /** Copies the list. */
        public Wiring {
            from = List.copyOf(from);
        }

        /** Whether something is added after the activation. */
        public boolean hasResidual() {
            return !residual.isEmpty();
        }
    }

    /**
     * How the parameters of a layer are trained.
     *
     * @param isTrained whether training changes them
     * @param l1        the factor of {@code Σ|w|} over the weights in the loss
     * @param l2        the factor of {@code Σw²} over the weights in the loss
     */
    public record Training(boolean isTrained, float l1, float l2) {
        /** Trained, without a penalty. */
        public static final Training PLAIN = new Training(true, 0f, 0f);

        /** Whether the weights add anything to the loss. */
        public boolean hasPenalty() {
            return l1 != 0f || l2 != 0f;
        }
    }

    /**
     * One layer: x from what it reads, z from x, {@code a = activation(z)}, and {@code y = a + r} where it has a residual.
     */
    public sealed interface Layer {
        /** Its name in the declaration, or {@code hidden1}, ..., {@code output}. */
        String name();

        /** What it reads. */
        Wiring wiring();

        /** Columns of x. */
        int inputs();

        /** Columns of its output. */
        int units();

        /** What is applied to z. */
        Activation activation();

        /** The activation's parameter; NaN where it takes none. */
        float alpha();

        /** Weights and biases. */
        int parameterCount();

        /** Multiply-adds for one sample. */
        long multiplyAdds();
    }

    /**
     * A dense layer, {@code z = x·W + b}.
     *
     * @param name          its name
     * @param wiring        what it reads
     * @param inputs        columns of x
     * @param units         columns of z
     * @param activation    what is applied to z
     * @param alpha         the activation's parameter; NaN where it takes none
     * @param bias          whether it has biases
     * @param initializer   how its weights start; never {@code AUTO}
     * @param constant      the weights' start with {@code CONSTANT}; NaN otherwise
     * @param weightsOffset where its weights, {@code inputs x units}, start in {@link Network#parameters()}
     * @param biasesOffset  where its biases, {@code 1 x units}, start there; where it has none, where they would
     * @param training      whether its parameters are trained, and with which penalties
     */
    public record Dense(
            String name,
            Wiring wiring,
            int inputs,
            int units,
            Activation activation,
            float alpha,
            boolean bias,
            Initializer initializer,
            float constant,
            int weightsOffset,
            int biasesOffset,
            Training training)
            implements Layer {
        /** A layer that reads the one above and is trained without a penalty. */
        public Dense(
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
            this(
                    name,
                    Wiring.ABOVE,
                    inputs,
                    units,
                    activation,
                    alpha,
                    bias,
                    initializer,
                    constant,
                    weightsOffset,
                    biasesOffset,
                    Training.PLAIN);
        }

        /** Weights: {@code inputs x units}. */
        public int weightCount() {
            return inputs * units;
        }

        /** Biases: units, or 0 for a layer without. */
        public int biasCount() {
            return bias ? units : 0;
        }

        @Override
        public int parameterCount() {
            return weightCount() + biasCount();
        }

        @Override
        public long multiplyAdds() {
            return weightCount();
        }
    }

    /**
     * A layer without weights, {@code z = x}: it merges, activates or adds a residual.
     *
     * @param name       its name
     * @param wiring     what it reads
     * @param units      columns of x and of its output
     * @param activation what is applied to z
     * @param alpha      the activation's parameter; NaN where it takes none
     */
    public record Weightless(String name, Wiring wiring, int units, Activation activation, float alpha)
            implements Layer {
        /** A layer that reads the one above. */
        public Weightless(String name, int units, Activation activation, float alpha) {
            this(name, Wiring.ABOVE, units, activation, alpha);
        }

        @Override
        public int inputs() {
            return units;
        }

        @Override
        public int parameterCount() {
            return 0;
        }

        @Override
        public long multiplyAdds() {
            return 0;
        }
    }

    /**
     * Called by generated code.
     *
     * @throws IllegalArgumentException if there is no layer, or the layers do not fit together
     */
    public Topology {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        new TopologyChecks(name, inputs, layers).check();
    }

    /** With one input, of the default name. */
    public Topology(String name, int inputSize, List<? extends Layer> layers) {
        this(name, List.of(new Input(Input.DEFAULT_NAME, inputSize)), List.copyOf(layers));
    }

    /** Features of one sample. */
    public int inputSize() {
        int size = 0;
        for (int i = 0; i < inputs.size(); i++) {
            size += inputs.get(i).size();
        }
        return size;
    }

    /** The names of what a layer reads, in the order in which they are merged. */
    public List<String> sources(int layer) {
        return sources(inputs, layers, layer);
    }

    static List<String> sources(List<Input> inputs, List<Layer> layers, int layer) {
        List<String> from = layers.get(layer).wiring().from();
        if (!from.isEmpty()) {
            return from;
        }
        return List.of(layer == 0 ? inputs.get(0).name() : layers.get(layer - 1).name());
    }

    /** The layers with weights, in their order. */
    public List<Dense> dense() {
        List<Dense> dense = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof Dense weighted) {
                dense.add(weighted);
            }
        }
        return dense;
    }

    /** The last layer. */
    public Layer outputLayer() {
        return layers.get(layers.size() - 1);
    }

    /**
     * The activation that gives the outputs, with which a loss may belong together. With a residual the outputs are a sum,
     * whatever the activation of the last layer is.
     */
    public Activation outputActivation() {
        return outputLayer().wiring().hasResidual()
                ? Activation.IDENTITY
                : outputLayer().activation();
    }

    /** Outputs for one sample. */
    public int outputSize() {
        return outputLayer().units();
    }

    /** Weights and biases of all layers. */
    public int parameterCount() {
        // Asked for in every step, which must not allocate.
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i) instanceof Dense last) {
                return last.weightsOffset() + last.parameterCount();
            }
        }
        return 0;
    }

    /** Multiply-adds of the forward pass of one sample. */
    public long multiplyAdds() {
        return layers.stream().mapToLong(Layer::multiplyAdds).sum();
    }

    /** The most rows that one pass can hold: those of the widest layer must fit an array. */
    public int mostRows() {
        int widest = inputSize();
        for (Layer layer : layers) {
            widest = Math.max(widest, Math.max(layer.inputs(), layer.units()));
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
        inputs.forEach(input -> appendRow(table, format, input.name(), input.size(), "", "", ""));
        for (Layer layer : layers) {
            appendRow(
                    table,
                    format,
                    layer.name(),
                    layer.units(),
                    layer.activation().name().toLowerCase(Locale.ROOT),
                    layer instanceof Dense dense ? dense.inputs() + "x" + dense.units() : "",
                    layer instanceof Dense dense ? dense.biasCount() : "");
        }
        return table.toString();
    }

    private static void appendRow(StringBuilder table, String format, Object... cells) {
        table.append('\n').append(String.format(Locale.ROOT, format, cells).stripTrailing());
    }
}
