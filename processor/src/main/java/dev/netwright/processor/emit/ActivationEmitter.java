package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.netwright.annotations.Activation;
import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.plan.LayerPlan;
import java.util.Locale;

/** Writes the loops that apply an activation, and those that take a gradient back through it. */
final class ActivationEmitter {
    /** Where a formula with its derivative, or a product, would make a line longer than 120 it takes two. */
    private static final int LONGEST_COMMENT = 105;

    private static final int LONGEST_PRODUCT = 104;

    private ActivationEmitter() {}

    /*
     * // a = max(0, z)
     * for (int i = 0; i < rows * HIDDEN1_UNITS; i++) {
     *     hidden1A[i] = ActivationMath.relu(hidden1Z[i]);
     * }
     */
    static CodeBlock forward(LayerPlan plan) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        if (plan.isLinear()) {
            return code.add("// a = z, in the same array\n").build();
        }
        code.add("// $L\n", Formulas.activation(layer));
        if (layer.activation().isElementwise()) {
            code.add(
                    """
                    for (int i = 0; i < rows * $L; i++) {
                        $L[i] = $T.$L($L[i]$L);
                    }
                    """,
                    plan.names().units(),
                    plan.a(),
                    RuntimeTypes.ACTIVATION_MATH,
                    function(layer.activation()),
                    plan.z(),
                    alpha(layer));
        } else {
            code.add(
                    """
                    for (int r = 0; r < rows; r++) {
                        $T.forward($L, $L,$Wr * $L, $L);
                    }
                    """,
                    rowFunction(layer.activation()),
                    plan.z(),
                    plan.a(),
                    plan.names().units(),
                    plan.names().units());
        }
        return code.build();
    }

    /*
     * // a = max(0, z), f'(z) = z > 0 ? 1 : 0
     * // dL/dz = dL/da·f'(z)
     * for (int i = 0; i < rows * HIDDEN1_UNITS; i++) {
     *     hidden1Dz[i] = hidden1Da[i] * ActivationMath.reluDerivative(hidden1Z[i], hidden1A[i]);
     * }
     */
    static CodeBlock backward(LayerPlan plan, String da) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        if (plan.isLinear()) {
            return code.add("// dL/dz = dL/da, in the same array\n").build();
        }
        code.add(formulas(layer)).add("// $L\n", Formulas.delta(layer));
        if (layer.activation().isElementwise()) {
            CodeBlock derivative = CodeBlock.of(
                    "$T.$LDerivative($L[i], $L[i]$L)",
                    RuntimeTypes.ACTIVATION_MATH,
                    function(layer.activation()),
                    plan.z(),
                    plan.a(),
                    alpha(layer));
            code.add(
                    """
                    for (int i = 0; i < rows * $L; i++) {
                        $L[i] = $L[i]$L* $L;
                    }
                    """,
                    plan.names().units(),
                    plan.dz(),
                    da,
                    isLong(plan, da, derivative) ? "\n            " : " ",
                    derivative);
        } else {
            code.add(
                    """
                    for (int r = 0; r < rows; r++) {
                        $T.backward($L, $L, $L,$Wr * $L, $L);
                    }
                    """,
                    rowFunction(layer.activation()),
                    plan.a(),
                    da,
                    plan.dz(),
                    plan.names().units(),
                    plan.names().units());
        }
        return code.build();
    }

    private static CodeBlock formulas(DenseLayer layer) {
        String activation = Formulas.activation(layer);
        String derivative = Formulas.derivative(layer);
        boolean isShort = activation.length() + derivative.length() <= LONGEST_COMMENT;
        return isShort
                ? CodeBlock.of("// $L, $L\n", layer.activation().formula(), derivative)
                : CodeBlock.of("// $L\n// $L\n", activation, derivative);
    }

    private static boolean isLong(LayerPlan plan, String da, CodeBlock derivative) {
        String simple = derivative
                .toString()
                .substring(RuntimeTypes.ACTIVATION_MATH.packageName().length() + 1);
        return plan.dz().length() + da.length() + simple.length() + "[i] = [i] * ;".length() > LONGEST_PRODUCT;
    }

    private static CodeBlock alpha(DenseLayer layer) {
        return Float.isNaN(layer.alpha()) ? CodeBlock.of("") : CodeBlock.of(", $L", Literals.of(layer.alpha()));
    }

    private static ClassName rowFunction(Activation activation) {
        return activation == Activation.SOFTMAX ? RuntimeTypes.SOFTMAX : RuntimeTypes.LOG_SOFTMAX;
    }

    /** {@code GELU_TANH} is {@code geluTanh}. */
    private static String function(Activation activation) {
        StringBuilder name = new StringBuilder();
        for (String word : activation.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
