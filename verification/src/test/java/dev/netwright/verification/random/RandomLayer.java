package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One declared layer; what is empty is left out of the declaration.
 *
 * @param constant read with {@code CONSTANT} alone
 * @param dropout  left out where it is 0
 */
record RandomLayer(
        int size,
        Optional<Activation> activation,
        Optional<Float> alpha,
        Optional<String> name,
        Optional<Boolean> bias,
        Optional<Initializer> init,
        float constant,
        float dropout) {
    private static final String PACKAGE = "dev.netwright.annotations.";

    /** A layer that drops nothing. */
    RandomLayer(
            int size,
            Optional<Activation> activation,
            Optional<Float> alpha,
            Optional<String> name,
            Optional<Boolean> bias,
            Optional<Initializer> init,
            float constant) {
        this(size, activation, alpha, name, bias, init, constant, 0f);
    }

    Activation effectiveActivation() {
        return activation.orElse(Activation.IDENTITY);
    }

    RandomLayer withSize(int other) {
        return new RandomLayer(other, activation, alpha, name, bias, init, constant, dropout);
    }

    RandomLayer withAlpha(float other) {
        return new RandomLayer(size, activation, Optional.of(other), name, bias, init, constant, dropout);
    }

    RandomLayer withName(Optional<String> other) {
        return new RandomLayer(size, activation, alpha, other, bias, init, constant, dropout);
    }

    RandomLayer withDropout(float other) {
        return new RandomLayer(size, activation, alpha, name, bias, init, constant, other);
    }

    /** Whether it can do without weights and without naming what it reads. */
    boolean onlyDropsOut() {
        return dropout > 0f && effectiveActivation() == Activation.IDENTITY;
    }

    /** {@code @dev.netwright.annotations.Layer(size = 3, ...)}: no import could be shadowed by the network's name. */
    String text(RandomWiring wiring, IntFunction<String> names) {
        List<String> attributes = new ArrayList<>();
        if (wiring.isWeighted()) {
            attributes.add("size = " + size);
        }
        attributes.addAll(wiring.attributes(names));
        activation.ifPresent(value -> attributes.add("activation = " + PACKAGE + "Activation." + value));
        alpha.ifPresent(value -> attributes.add("alpha = " + (value.isNaN() ? "Float.NaN" : value + "f")));
        name.ifPresent(value -> attributes.add("name = \"" + value + "\""));
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
