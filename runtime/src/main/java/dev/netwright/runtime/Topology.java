package dev.netwright.runtime;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a network is made of: its input and its layers in the order in which data flows through them. Immutable; prints
 * itself as a table.
 *
 * @param name    the simple name of the declaring interface
 * @param inputs  what a sample consists of, in the order of their columns
 * @param layers  the layers, each after all that it reads
 * @param outputs the names of the layers that are output heads, in the order of their columns
 */
public record Topology(String name, List<Input> inputs, List<Layer> layers, List<String> outputs) {
    private static final int LEAST_NAME_WIDTH = 16;
    private static final int LEAST_WORK_WIDTH = 13;

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
     * @param pixels   in how many pixels all of them are arranged where {@code CONCATENATE} joins the channels of each
     *                 pixel; 1 where it joins columns
     */
    public record Wiring(List<String> from, Merge merge, String residual, int pixels) {
        /** The layer above and nothing else. */
        public static final Wiring ABOVE = new Wiring(List.of(), Merge.CONCATENATE, "");

        /** Copies the list. */
        public Wiring {
            from = List.copyOf(from);
        }

        /** What is joined is joined by columns. */
        public Wiring(List<String> from, Merge merge, String residual) {
            this(from, merge, residual, 1);
        }

        /** Whether something is added after the activation. */
        public boolean hasResidual() {
            return !residual.isEmpty();
        }
    }

    /**
     * An output head: a layer whose outputs are the network's, those of several side by side.
     *
     * @param description what messages call it: the network, or the head of a network that has several
     * @param name        the layer's name
     * @param units       its columns
     * @param firstColumn where they start among the outputs of all heads
     * @param activation  what gives the outputs, with which a loss may belong together. With a residual they are a sum, and with a
     *                    pool what becomes of windows, whatever the activation of the layer is: {@code IDENTITY}
     */
    public record Head(String description, String name, int units, int firstColumn, Activation activation) {}

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
     * What becomes of activations that a layer pools, for every channel by itself.
     *
     * @param isMaximum whether a window becomes its maximum; else its mean
     * @param shape     the sizes of a sample and of its windows
     */
    public record Pool(boolean isMaximum, PoolingShape shape) {
        /** Of every window the maximum. */
        public static Optional<Pool> maximum(PoolingShape shape) {
            return Optional.of(new Pool(true, shape));
        }

        /** Of every window the mean. */
        public static Optional<Pool> average(PoolingShape shape) {
            return Optional.of(new Pool(false, shape));
        }

        /** No pool. */
        public static Optional<Pool> none() {
            return Optional.empty();
        }
    }

    /**
     * What is done to a layer's values beside its activation.
     *
     * @param normalization what is done to u, which is {@code x·W + b} or x, to make z
     * @param gainsOffset   where its gains, one for each column of z, and then as many shifts start in {@link Network#parameters()}; 0
     *                      where nothing is normalised
     * @param dropout       the probability that an activation is dropped in training, from 0 to less than 1
     */
    public record Treatment(Normalization normalization, int gainsOffset, float dropout) {
        /** Nothing. */
        public static final Treatment NONE = new Treatment(0f);

        /** Dropout alone. */
        public Treatment(float dropout) {
            this(Normalization.NONE, 0, dropout);
        }

        /** Whether anything is normalised. */
        public boolean normalizes() {
            return normalization != Normalization.NONE;
        }

        /** Whether training drops activations. */
        public boolean dropsOut() {
            return dropout != 0f;
        }
    }

    /**
     * One layer: x from what it reads, z from x, perhaps normalised, {@code a = activation(z)}, pooled where it has a pool, of which training may drop
     * some, and {@code y = a + r} where it has a residual.
     */
    public sealed interface Layer {
        /** Its name in the declaration, or {@code hidden1}, ..., {@code output}. */
        String name();

        /** What it reads. */
        Wiring wiring();

        /** Columns of x. */
        int inputs();

        /** Columns of z and a: its units, but where it pools. */
        default int preactivations() {
            return pool().isPresent() ? pool().get().shape().inputSize() : units();
        }

        /** Columns of its output. */
        int units();

        /** What pools its activations. */
        default Optional<Pool> pool() {
            return Optional.empty();
        }

        /** Whether nothing follows its activation, so that as an output it has logits. */
        default boolean hasLogits() {
            return !wiring().hasResidual() && pool().isEmpty();
        }

        /** What is applied to z. */
        Activation activation();

        /** The activation's parameter; NaN where it takes none. */
        float alpha();

        /** What is done to its values beside. */
        Treatment treatment();

        /** Where it is normalised, its gains, which are as many as its shifts; else 0. */
        default int gainCount() {
            return treatment().normalizes() ? preactivations() : 0;
        }

        /** Weights and biases, gains and shifts. */
        int parameterCount();

        /** Multiply-adds for one sample. */
        long multiplyAdds();
    }

    /** A layer with weights, a matrix, and perhaps biases. What is no matrix of a product is a table, whose rows are picked. */
    public sealed interface Weighted extends Layer {
        /** Whether it has biases. */
        boolean bias();

        /** How its weights start; never {@code AUTO}. */
        Initializer initializer();

        /** The weights' start with {@code CONSTANT}; NaN otherwise. */
        float constant();

        /** Where its weights, {@code weightRows x weightColumns}, start in {@link Network#parameters()}. */
        int weightsOffset();

        /** Where its biases, {@code 1 x weightColumns}, start there; where it has none, where they would. */
        int biasesOffset();

        /** Whether its parameters are trained, and with which penalties. */
        Training training();

        /** Rows of the weights: the inputs that one unit sees, or rows of a table. */
        int weightRows();

        /** Columns of the weights: units, or filters. */
        int weightColumns();

        /** The inputs that make one unit, for initializers. */
        default int fanIn() {
            return weightRows();
        }

        /** The units that one input reaches, for initializers. */
        int fanOut();

        /** Weights: {@code weightRows x weightColumns}. */
        default int weightCount() {
            return weightRows() * weightColumns();
        }

        /** Biases: as many as the weights have columns, or 0 for a layer without. */
        default int biasCount() {
            return bias() ? weightColumns() : 0;
        }

        @Override
        default int parameterCount() {
            return weightCount() + biasCount() + 2 * gainCount();
        }
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
     * @param treatment     what is done to its values beside
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
            Training training,
            Treatment treatment)
            implements Weighted {
        /** A layer that does nothing beside. */
        public Dense(
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
                Training training) {
            this(
                    name,
                    wiring,
                    inputs,
                    units,
                    activation,
                    alpha,
                    bias,
                    initializer,
                    constant,
                    weightsOffset,
                    biasesOffset,
                    training,
                    Treatment.NONE);
        }

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

        @Override
        public int weightRows() {
            return inputs;
        }

        @Override
        public int weightColumns() {
            return units;
        }

        @Override
        public int fanOut() {
            return units;
        }

        @Override
        public long multiplyAdds() {
            return weightCount();
        }
    }

    /**
     * A convolution: every pixel of z is {@code patch·W + b} for the patch of x that the kernel covers there.
     *
     * @param name          its name
     * @param wiring        what it reads
     * @param shape         the sizes of x, the kernel and z
     * @param activation    what is applied to z; of softmax and log-softmax over all of z
     * @param alpha         the activation's parameter; NaN where it takes none
     * @param pool          what pools the activations
     * @param bias          whether it has biases, one for each filter
     * @param initializer   how its weights start; never {@code AUTO}
     * @param constant      the weights' start with {@code CONSTANT}; NaN otherwise
     * @param weightsOffset where its weights, {@code patchSize x filters}, start in {@link Network#parameters()}
     * @param biasesOffset  where its biases, {@code 1 x filters}, start there; where it has none, where they would
     * @param training      whether its parameters are trained, and with which penalties
     * @param treatment     what is done to its values beside
     */
    public record Convolution(
            String name,
            Wiring wiring,
            ConvolutionShape shape,
            Activation activation,
            float alpha,
            Optional<Pool> pool,
            boolean bias,
            Initializer initializer,
            float constant,
            int weightsOffset,
            int biasesOffset,
            Training training,
            Treatment treatment)
            implements Weighted {
        /** A layer that does nothing beside. */
        public Convolution(
                String name,
                Wiring wiring,
                ConvolutionShape shape,
                Activation activation,
                float alpha,
                Optional<Pool> pool,
                boolean bias,
                Initializer initializer,
                float constant,
                int weightsOffset,
                int biasesOffset,
                Training training) {
            this(
                    name,
                    wiring,
                    shape,
                    activation,
                    alpha,
                    pool,
                    bias,
                    initializer,
                    constant,
                    weightsOffset,
                    biasesOffset,
                    training,
                    Treatment.NONE);
        }

        @Override
        public int inputs() {
            return shape.inputSize();
        }

        @Override
        public int preactivations() {
            return shape.outputSize();
        }

        @Override
        public int units() {
            return pool.isPresent() ? pool.get().shape().outputSize() : shape.outputSize();
        }

        @Override
        public int weightRows() {
            return shape.patchSize();
        }

        @Override
        public int weightColumns() {
            return shape.filters();
        }

        @Override
        public int fanOut() {
            return shape.kernelHeight() * shape.kernelWidth() * shape.filters();
        }

        @Override
        public long multiplyAdds() {
            return (long) shape.outputPixels() * shape.weightCount();
        }
    }

    /**
     * An embedding, {@code z = W[x]}: every column of x is a whole number that picks a row of a table, and the rows that are picked lie
     * side by side. It reads one input.
     *
     * @param name          its name
     * @param wiring        what it reads
     * @param inputs        columns of x
     * @param vocabulary    rows of the table, up to 2²⁴, for the numbers from 0 to {@code vocabulary - 1}
     * @param width         columns of the table
     * @param activation    what is applied to z
     * @param alpha         the activation's parameter; NaN where it takes none
     * @param pool          what pools the activations
     * @param initializer   how the table starts; never {@code AUTO}
     * @param constant      its start with {@code CONSTANT}; NaN otherwise
     * @param weightsOffset where the table, {@code vocabulary x width}, starts in {@link Network#parameters()}
     * @param training      whether it is trained, and with which penalties
     * @param treatment     what is done to the layer's values beside
     */
    public record Embedding(
            String name,
            Wiring wiring,
            int inputs,
            int vocabulary,
            int width,
            Activation activation,
            float alpha,
            Optional<Pool> pool,
            Initializer initializer,
            float constant,
            int weightsOffset,
            Training training,
            Treatment treatment)
            implements Weighted {
        /** Floats hold every whole number up to this one, and not the next. */
        public static final int LARGEST_VOCABULARY = 1 << 24;

        @Override
        public int preactivations() {
            return inputs * width;
        }

        @Override
        public int units() {
            return pool.isPresent() ? pool.get().shape().outputSize() : preactivations();
        }

        @Override
        public boolean bias() {
            return false;
        }

        @Override
        public int biasesOffset() {
            return weightsOffset + weightCount();
        }

        @Override
        public int weightRows() {
            return vocabulary;
        }

        @Override
        public int weightColumns() {
            return width;
        }

        /** One row of the table. */
        @Override
        public int fanIn() {
            return 1;
        }

        @Override
        public int fanOut() {
            return width;
        }

        /** Rows are copied. */
        @Override
        public long multiplyAdds() {
            return 0;
        }
    }

    /**
     * A layer without weights, {@code z = x}: it merges, activates, pools, drops out or adds a residual.
     *
     * @param name       its name
     * @param wiring     what it reads
     * @param inputs     columns of x, and of its output where it does not pool
     * @param activation what is applied to z
     * @param alpha      the activation's parameter; NaN where it takes none
     * @param pool       what pools the activations
     * @param treatment  what is done to its values beside
     */
    public record Weightless(
            String name,
            Wiring wiring,
            int inputs,
            Activation activation,
            float alpha,
            Optional<Pool> pool,
            Treatment treatment)
            implements Layer {
        /** A layer that does nothing beside. */
        public Weightless(
                String name, Wiring wiring, int inputs, Activation activation, float alpha, Optional<Pool> pool) {
            this(name, wiring, inputs, activation, alpha, pool, Treatment.NONE);
        }

        /** A layer that neither pools nor does anything beside. */
        public Weightless(String name, Wiring wiring, int units, Activation activation, float alpha) {
            this(name, wiring, units, activation, alpha, Pool.none());
        }

        /** A layer that reads the one above, and neither pools nor does anything beside. */
        public Weightless(String name, int units, Activation activation, float alpha) {
            this(name, Wiring.ABOVE, units, activation, alpha);
        }

        @Override
        public int units() {
            return pool.isPresent() ? pool.get().shape().outputSize() : inputs;
        }

        @Override
        public int parameterCount() {
            return 2 * gainCount();
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
        outputs = List.copyOf(outputs);
        new TopologyChecks(name, inputs, layers, outputs).check();
    }

    /** With the last layer as the only head. */
    public Topology(String name, List<Input> inputs, List<? extends Layer> layers) {
        this(
                name,
                inputs,
                List.copyOf(layers),
                layers.isEmpty()
                        ? List.of()
                        : List.of(layers.get(layers.size() - 1).name()));
    }

    /** With one input, of the default name, and the last layer as the only head. */
    public Topology(String name, int inputSize, List<? extends Layer> layers) {
        this(name, List.of(new Input(Input.DEFAULT_NAME, inputSize)), layers);
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
    public List<Weighted> weighted() {
        List<Weighted> found = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof Weighted weighted) {
                found.add(weighted);
            }
        }
        return found;
    }

    /** Whether training drops activations of any layer, so that a pass of training differs from others. */
    public boolean dropsOut() {
        return layers.stream().anyMatch(layer -> layer.treatment().dropsOut());
    }

    /** The output heads, in the order of their columns; mostly one. */
    public List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        int firstColumn = 0;
        for (String output : outputs) {
            Layer layer = layer(output);
            heads.add(new Head(
                    outputs.size() == 1 ? name : "head " + output + " of " + name,
                    output,
                    layer.units(),
                    firstColumn,
                    layer.hasLogits() ? layer.activation() : Activation.IDENTITY));
            firstColumn += layer.units();
        }
        return heads;
    }

    /** The layer of a name. */
    private Layer layer(String layerName) {
        return layers.stream()
                .filter(layer -> layer.name().equals(layerName))
                .findFirst()
                .orElseThrow();
    }

    /** Outputs for one sample: the columns of all heads. */
    public int outputSize() {
        return heads().stream().mapToInt(Head::units).sum();
    }

    /** Weights and biases, gains and shifts of all layers. */
    public int parameterCount() {
        // Asked for in every step, which must not allocate.
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer last = layers.get(i);
            if (last instanceof Weighted weighted) {
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
        return layers.stream().mapToLong(Layer::multiplyAdds).sum();
    }

    /** The most rows that one pass can hold: those of the widest layer must fit an array. */
    public int mostRows() {
        int widest = Math.max(inputSize(), outputSize());
        for (Layer layer : layers) {
            widest = Math.max(widest, Math.max(layer.inputs(), Math.max(layer.preactivations(), layer.units())));
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
        int workWidth = layers.stream().mapToInt(layer -> work(layer).length()).reduce(LEAST_WORK_WIDTH, Math::max);
        String format = "  %-" + nameWidth + "s %7s  %-" + workWidth + "s %12s %9s";
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
                    work(layer),
                    layer instanceof Weighted weighted ? weighted.weightRows() + "x" + weighted.weightColumns() : "",
                    layer instanceof Weighted weighted ? weighted.biasCount() : "");
        }
        if (outputs.size() > 1) {
            table.append("\n  outputs: ").append(String.join(", ", outputs));
        }
        return table.toString();
    }

    /** {@code layer norm, relu, dropout 0.2}. */
    private static String work(Layer layer) {
        Treatment treatment = layer.treatment();
        String normalization =
                treatment.normalizes() ? treatment.normalization().name().toLowerCase(Locale.ROOT) + " norm, " : "";
        String dropout = treatment.dropsOut() ? ", dropout " + treatment.dropout() : "";
        return normalization + layer.activation().name().toLowerCase(Locale.ROOT) + dropout;
    }

    private static void appendRow(StringBuilder table, String format, Object... cells) {
        table.append('\n').append(String.format(Locale.ROOT, format, cells).stripTrailing());
    }
}
