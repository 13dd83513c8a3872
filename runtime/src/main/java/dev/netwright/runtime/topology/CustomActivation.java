package dev.netwright.runtime.topology;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import java.util.Optional;

/**
 * An activation that is a class, of the user's or in a generated one. Passes call its methods directly; here they are for what interprets a
 * topology, as tests do. Two are equal where their classes have one name.
 *
 * @param name       the simple name of the class
 * @param function   its method {@code f}
 * @param slope      its method {@code derivative}
 * @param expression the function once more, where it is known: it is that of an imported file then
 */
public record CustomActivation(
        String name, FloatFunction function, FloatFunction slope, Optional<Expression> expression)
        implements ActivationFunction {
    /** A function of one number. */
    @FunctionalInterface
    public interface FloatFunction {
        /** Its value at z. */
        float at(float z);
    }

    /** A class of the user's. */
    public CustomActivation(String name, FloatFunction function, FloatFunction slope) {
        this(name, function, slope, Optional.empty());
    }

    /** A class that computes an expression, with the same operations in the same order. */
    public CustomActivation(String name, FloatFunction function, FloatFunction slope, Expression expression) {
        this(name, function, slope, Optional.of(expression));
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public String formula() {
        return "a = " + expression.map(Expression::text).orElse(name + ".f(z)");
    }

    @Override
    public String derivative() {
        return name + ".derivative(z)";
    }

    @Override
    public Initializer defaultInitializer() {
        return Initializer.GLOROT_UNIFORM;
    }

    @Override
    public boolean isElementwise() {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomActivation custom && custom.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
