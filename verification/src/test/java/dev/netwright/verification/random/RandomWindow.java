package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.runtime.topology.LayerTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * One declared layer that reads pixels; what is empty is left out of the declaration. Nodes are layers by their numbers, and -1 is the
 * input.
 *
 * @param from    empty where it is left out
 * @param filters 0 for a layer without weights
 * @param embedding rows of the table of an embedding; 0 for another layer
 */
record RandomWindow(
        List<Integer> from,
        Merge merge,
        OptionalInt residual,
        int filters,
        int embedding,
        List<Integer> kernel,
        List<Integer> stride,
        Padding padding,
        List<Integer> pool,
        Optional<Pooling> pooling,
        ActivationFunction activation,
        boolean bias,
        boolean trainable,
        float dropout,
        Normalization normalization,
        float epsilon) {
    /** A layer that reads the one above and does nothing. */
    static final RandomWindow PLAIN = new RandomWindow(
            List.of(),
            Merge.CONCATENATE,
            OptionalInt.empty(),
            0,
            0,
            List.of(),
            List.of(),
            Padding.VALID,
            List.of(),
            Optional.empty(),
            Activation.IDENTITY,
            true,
            true,
            0f,
            Normalization.NONE,
            Normalization.DEFAULT_EPSILON);

    private static final String PACKAGE = "dev.netwright.annotations.";

    List<Integer> sources(int layer) {
        return from.isEmpty() ? List.of(layer - 1) : from;
    }

    /** What is drawn, but where it is normalised over the batch and true is left out. */
    boolean hasBiases() {
        return bias && normalization != Normalization.BATCH;
    }

    boolean isGlobal() {
        return pooling.map(Pooling::isGlobal).orElse(false);
    }

    boolean pools() {
        return !pool.isEmpty() || isGlobal();
    }

    LayerTraining training() {
        return new LayerTraining(trainable, 0f, 0f);
    }

    /** The same with some components changed: {@code with(to -> to.filters = 3)}. */
    RandomWindow with(Consumer<Changes> changes) {
        Changes changed = new Changes(this);
        changes.accept(changed);
        return changed.window();
    }

    String text(String name, IntFunction<String> names) {
        List<String> attributes = new ArrayList<>(List.of("name = \"" + name + "\""));
        if (filters != 0) {
            attributes.add("size = " + filters);
        }
        if (embedding != 0) {
            attributes.add("embedding = " + embedding);
        }
        add(attributes, "kernel", kernel);
        add(attributes, "stride", stride);
        add(attributes, "pool", pool);
        if (padding != Padding.VALID) {
            attributes.add("padding = " + PACKAGE + "Padding." + padding);
        }
        pooling.ifPresent(value -> attributes.add("pooling = " + PACKAGE + "Pooling." + value));
        attributes.addAll(new RandomWiring(from, merge, residual, filters != 0, false).attributes(names));
        if (activation != Activation.IDENTITY) {
            attributes.add(Functions.attribute(activation));
        }
        if (!bias) {
            attributes.add("bias = false");
        }
        if (!trainable) {
            attributes.add("trainable = false");
        }
        if (normalization != Normalization.NONE) {
            attributes.add("normalize = " + PACKAGE + "Normalization." + normalization);
            if (epsilon != Normalization.DEFAULT_EPSILON) {
                attributes.add("epsilon = " + epsilon + "f");
            }
        }
        if (dropout != 0f) {
            attributes.add("dropout = " + dropout + "f");
        }
        return "@" + PACKAGE + "Layer(" + String.join(", ", attributes) + ")";
    }

    private static void add(List<String> attributes, String name, List<Integer> numbers) {
        if (!numbers.isEmpty()) {
            attributes.add(
                    name + " = " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}")));
        }
    }

    /** The components of a layer, each of which may be set. */
    static final class Changes {
        List<Integer> from;
        Merge merge;
        OptionalInt residual;
        int filters;
        int embedding;
        List<Integer> kernel;
        List<Integer> stride;
        Padding padding;
        List<Integer> pool;
        Optional<Pooling> pooling;
        ActivationFunction activation;
        boolean bias;
        boolean trainable;
        float dropout;
        Normalization normalization;
        float epsilon;

        private Changes(RandomWindow window) {
            from = window.from;
            merge = window.merge;
            residual = window.residual;
            filters = window.filters;
            embedding = window.embedding;
            kernel = window.kernel;
            stride = window.stride;
            padding = window.padding;
            pool = window.pool;
            pooling = window.pooling;
            activation = window.activation;
            bias = window.bias;
            trainable = window.trainable;
            dropout = window.dropout;
            normalization = window.normalization;
            epsilon = window.epsilon;
        }

        private RandomWindow window() {
            return new RandomWindow(
                    from,
                    merge,
                    residual,
                    filters,
                    embedding,
                    kernel,
                    stride,
                    padding,
                    pool,
                    pooling,
                    activation,
                    bias,
                    trainable,
                    dropout,
                    normalization,
                    epsilon);
        }
    }
}
