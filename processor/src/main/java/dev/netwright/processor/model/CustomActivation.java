package dev.netwright.processor.model;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import java.util.Optional;

/**
 * A function that is a class.
 *
 * @param type     has {@code static float f(float)} and {@code static float derivative(float)}
 * @param function what the class is, where the generated one has it; a class of the user's else
 */
public record CustomActivation(TypeReference type, Optional<FunctionModel> function) implements ActivationFunction {
    /** Longer formulas stand with their class alone. */
    private static final int LONGEST_FORMULA = 60;

    /** A function of the user's. */
    public CustomActivation(TypeReference type) {
        this(type, Optional.empty());
    }

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
        return "a = "
                + function.map(FunctionModel::formula)
                        .filter(CustomActivation::isShort)
                        .orElse(name() + "." + FUNCTION + "(z)");
    }

    @Override
    public String derivative() {
        return function.map(FunctionModel::derivative)
                .filter(CustomActivation::isShort)
                .orElse(name() + "." + DERIVATIVE + "(z)");
    }

    private static boolean isShort(String formula) {
        return formula.length() <= LONGEST_FORMULA;
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
