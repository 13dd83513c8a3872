package dev.netwright.runtime.optimizer;

/** Checks of the numbers that describe an optimizer. */
final class Hyperparameters {
    private Hyperparameters() {}

    static float positive(String name, float value) {
        if (!(value > 0f) || value == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be positive and finite, but is " + value + ".");
        }
        return value;
    }

    static float notNegative(String name, float value) {
        if (!(value >= 0f) || value == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite, but is " + value + ".");
        }
        return value;
    }

    /** A share that remains at every step: at least 0 and less than 1. */
    static float share(String name, float value) {
        if (!(value >= 0f && value < 1f)) {
            throw new IllegalArgumentException(name + " must be at least 0 and less than 1, but is " + value + ".");
        }
        return value;
    }
}
