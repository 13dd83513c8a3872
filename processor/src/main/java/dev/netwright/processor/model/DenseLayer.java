package dev.netwright.processor.model;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;

/**
 * One dense layer, {@code a = activation(x·W + b)}.
 *
 * @param name        unique in its network: what the declaration gives, or {@code hidden1}, ..., {@code output}
 * @param inputs      columns of its input
 * @param units       columns of its output
 * @param alpha       the activation's parameter, resolved; NaN where it takes none
 * @param initializer how its weights start, resolved: never {@code AUTO}
 * @param constant    the weights' start with {@code CONSTANT}; NaN otherwise
 */
public record DenseLayer(
        String name,
        int inputs,
        int units,
        Activation activation,
        float alpha,
        boolean bias,
        Initializer initializer,
        float constant) {
    /** Weights, {@code inputs x units}. */
    public int weightCount() {
        return inputs * units;
    }

    /** Weights and biases. */
    public int parameterCount() {
        return weightCount() + (bias ? units : 0);
    }
}
