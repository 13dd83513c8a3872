package dev.netwright.processor.model;

import dev.netwright.annotations.Initializer;

/**
 * What a dense layer multiplies with, {@code z = x·W + b}, and how it is trained.
 *
 * @param bias        whether it has biases
 * @param initializer how the weights start, resolved: never {@code AUTO}
 * @param constant    the weights' start with {@code CONSTANT}; NaN otherwise
 * @param isTrained   whether training changes them
 * @param l1          the factor of the sum of the weights' magnitudes in the loss
 * @param l2          the factor of the sum of their squares
 */
public record Weights(boolean bias, Initializer initializer, float constant, boolean isTrained, float l1, float l2) {
    /** Weights that are trained without a penalty. */
    public Weights(boolean bias, Initializer initializer, float constant) {
        this(bias, initializer, constant, true, 0f, 0f);
    }

    /** Whether they are trained without a penalty. */
    public boolean isTrainedPlainly() {
        return isTrained && l1 == 0f && l2 == 0f;
    }
}
