package dev.netwright.processor.model;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Merge;
import java.util.List;
import java.util.Optional;

/**
 * One layer: {@code x} from its sources, {@code z = x·W + b} where it has weights and {@code z = x} where it has none,
 * {@code a = activation(z)}, {@code d} which in training is a with some dropped, and {@code y = d + r} where it has a residual.
 *
 * @param name       unique in its network: what the declaration gives, or {@code hidden1}, ..., {@code output}
 * @param sources    what it reads, at least one, each an input or a layer before it
 * @param merge      how several sources become one input
 * @param inputs     columns of x
 * @param units      columns of its output
 * @param weights    empty for a layer without weights, whose units are its inputs
 * @param activation what is applied to z
 * @param alpha      the activation's parameter, resolved; NaN where it takes none
 * @param treatment  what is done beside
 * @param residual   what is added after the activation
 */
public record LayerModel(
        String name,
        List<Source> sources,
        Merge merge,
        int inputs,
        int units,
        Optional<Weights> weights,
        Activation activation,
        float alpha,
        Treatment treatment,
        Optional<Source> residual) {
    /** More sources of one layer would make its methods long. */
    public static final int MOST_SOURCES = 64;

    /** Copies the list. */
    public LayerModel {
        sources = List.copyOf(sources);
    }

    /** A layer that does nothing beside. */
    public LayerModel(
            String name,
            List<Source> sources,
            Merge merge,
            int inputs,
            int units,
            Optional<Weights> weights,
            Activation activation,
            float alpha,
            Optional<Source> residual) {
        this(name, sources, merge, inputs, units, weights, activation, alpha, Treatment.NONE, residual);
    }

    /** Whether it merges several sources. */
    public boolean isMerging() {
        return sources.size() > 1;
    }

    /** Whether it has weights and biases. */
    public boolean bias() {
        return weights.map(Weights::bias).orElse(false);
    }

    /** Whether it has weights that training leaves alone. */
    public boolean isFrozen() {
        return weights.isPresent() && !weights.get().isTrained();
    }

    /** Weights, {@code inputs x units}, or 0. */
    public int weightCount() {
        return weights.isPresent() ? inputs * units : 0;
    }

    /** Weights and biases. */
    public int parameterCount() {
        return weightCount() + (bias() ? units : 0);
    }
}
