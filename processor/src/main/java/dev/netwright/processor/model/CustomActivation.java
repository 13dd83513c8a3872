package dev.netwright.processor.model;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;

/**
 * A function of the user's.
 *
 * @param type has {@code static float f(float)} and {@code static float derivative(float)}
 */
public record CustomActivation(TypeReference type) implements ActivationFunction {
    /** The method that is the function. */
    public static final String FUNCTION = "f";

    /** The method that is its derivative. */
    public static final String DERIVATIVE = "derivative";

    @Override
    public String name() {
        return type.simpleName();
    }

    @Override
    public String label() {
        return name();
    }

    @Override
    public String formula() {
        return "a = " + name() + "." + FUNCTION + "(z)";
    }

    @Override
    public String derivative() {
        return name() + "." + DERIVATIVE + "(z)";
    }

    /** Nothing is known of the function, and Glorot's rule is for those that are about linear near 0. */
    @Override
    public Initializer defaultInitializer() {
        return Initializer.GLOROT_UNIFORM;
    }

    @Override
    public boolean isElementwise() {
        return true;
    }
}
