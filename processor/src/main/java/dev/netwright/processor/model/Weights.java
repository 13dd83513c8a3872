package dev.netwright.processor.model;

import dev.netwright.annotations.Initializer;

/**
 * What a dense layer multiplies with, {@code z = x·W + b}.
 *
 * @param bias        whether it has biases
 * @param initializer how the weights start, resolved: never {@code AUTO}
 * @param constant    the weights' start with {@code CONSTANT}; NaN otherwise
 */
public record Weights(boolean bias, Initializer initializer, float constant) {}
