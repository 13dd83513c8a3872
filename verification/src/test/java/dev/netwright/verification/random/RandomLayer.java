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
 */
record RandomLayer(
        int size,
        Optional<Activation> activation,
        Optional<Float> alpha,
        Optional<String> name,
        Optional<Boolean> bias,
        Optional<Initializer> init,
        float constant) {
    private static final String PACKAGE = "dev.netwright.annotations.";

    Activation effectiveActivation() {
        return activation.orElse(Activation.IDENTITY);
    }

    RandomLayer withSize(int other) {
        return new RandomLayer(other, activation, alpha, name, bias, init, constant);
    }

    RandomLayer withAlpha(float other) {
        return new RandomLayer(size, activation, Optional.of(other), name, bias, init, constant);
    }

    RandomLayer withName(Optional<String> other) {
        return new RandomLayer(size, activation, alpha, other, bias, init, constant);
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
