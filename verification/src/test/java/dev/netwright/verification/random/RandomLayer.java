package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One declared layer; what is empty is left out of the declaration.
 *
 * @param constant read with {@code CONSTANT} alone
 * @param normalization left out where it is none, or the layer has one unit
 * @param epsilon  left out where nothing is normalised, or it is the default
 * @param dropout  left out where it is 0
 */
record RandomLayer(
        int size,
        Optional<ActivationFunction> activation,
        Optional<Float> alpha,
        Optional<String> name,
        Optional<Boolean> bias,
        Optional<Initializer> init,
        float constant,
        Normalization normalization,
        float epsilon,
        float dropout) {
    private static final String PACKAGE = "dev.netwright.annotations.";

    /** A layer without normalisation and dropout. */
    RandomLayer(
            int size,
            Optional<ActivationFunction> activation,
            Optional<Float> alpha,
            Optional<String> name,
            Optional<Boolean> bias,
            Optional<Initializer> init,
            float constant) {
        this(
                size,
                activation,
                alpha,
                name,
                bias,
                init,
                constant,
                Normalization.NONE,
                Normalization.DEFAULT_EPSILON,
                0f);
    }

    ActivationFunction effectiveActivation() {
        return activation.orElse(Activation.IDENTITY);
    }

    RandomLayer withSize(int other) {
        return new RandomLayer(other, activation, alpha, name, bias, init, constant, normalization, epsilon, dropout);
    }

    RandomLayer withAlpha(float other) {
        return new RandomLayer(
                size, activation, Optional.of(other), name, bias, init, constant, normalization, epsilon, dropout);
    }

    RandomLayer withActivation(ActivationFunction other) {
        return new RandomLayer(
                size, Optional.of(other), alpha, name, bias, init, constant, normalization, epsilon, dropout);
    }

    RandomLayer withName(Optional<String> other) {
        return new RandomLayer(size, activation, alpha, other, bias, init, constant, normalization, epsilon, dropout);
    }

    RandomLayer withDropout(float other) {
        return new RandomLayer(size, activation, alpha, name, bias, init, constant, normalization, epsilon, other);
    }

    RandomLayer withNormalization(Normalization other) {
        return new RandomLayer(size, activation, alpha, name, bias, init, constant, other, epsilon, dropout);
    }

    RandomLayer withEpsilon(float other) {
        return new RandomLayer(size, activation, alpha, name, bias, init, constant, normalization, other, dropout);
    }

    /** Over one unit of each sample it is refused. */
    Normalization effectiveNormalization() {
        return size == 1 && normalization == Normalization.LAYER ? Normalization.NONE : normalization;
    }

    /** What is written, or else true but where it is normalised over the batch. */
    boolean hasBiases() {
        return bias.orElse(normalization != Normalization.BATCH);
    }

    /** Whether it drops out, or would normalise so many columns. */
    boolean treats(int columns) {
        return dropout > 0f || withSize(columns).effectiveNormalization() != Normalization.NONE;
    }

    /** {@code @dev.netwright.annotations.Layer(size = 3, ...)}: no import could be shadowed by the network's name. */
    String text(RandomWiring wiring, IntFunction<String> names) {
        List<String> attributes = new ArrayList<>();
        if (wiring.isWeighted()) {
            attributes.add("size = " + size);
        }
        attributes.addAll(wiring.attributes(names));
        activation.ifPresent(value -> attributes.add(Functions.attribute(value)));
        alpha.ifPresent(value -> attributes.add("alpha = " + (value.isNaN() ? "Float.NaN" : value + "f")));
        name.ifPresent(value -> attributes.add("name = \"" + value + "\""));
        if (effectiveNormalization() != Normalization.NONE) {
            attributes.add("normalize = " + PACKAGE + "Normalization." + effectiveNormalization());
            if (epsilon != Normalization.DEFAULT_EPSILON) {
                attributes.add("epsilon = " + epsilon + "f");
            }
        }
        if (dropout != 0f) {
            attributes.add("dropout = " + dropout + "f");
        }
        if (wiring.isWeighted()) {
            addOfWeights(attributes);
        }
        return "@" + PACKAGE + "Layer(" + String.join(", ", attributes) + ")";
    }

    private void addOfWeights(List<String> attributes) {
        bias.ifPresent(value -> attributes.add("bias = " + value));
        init.ifPresent(value -> attributes.add("init = " + PACKAGE + "Initializer." + value));
        if (init.equals(Optional.of(Initializer.CONSTANT))) {
            attributes.add("constant = " + constant + "f");
        }
    }
}
