package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.netwright.annotations.Activation;
import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.plan.LayerPlan;
import java.util.Locale;

/** Writes the loops that apply an activation, and those that take a gradient back through it. */
final class ActivationEmitter {
    private ActivationEmitter() {}

    /*
     * // a = max(0, z)
     * for (int i = 0; i < rows * HIDDEN1_UNITS; i++) {
     *     hidden1A[i] = ActivationMath.relu(hidden1Z[i]);
     * }
     */
    static CodeBlock forward(LayerPlan plan) {
        DenseLayer layer = plan.layer();
        if (plan.isLinear()) {
            return CodeBlock.of("// $L\n", Formulas.activation(layer));
        }
        CodeBlock.Builder code = CodeBlock.builder().add("// $L\n", Formulas.activation(layer));
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
                        $T.forward($L, $L, r * $L, $L);
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
     * // dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
     * for (int i = 0; i < rows * HIDDEN1_UNITS; i++) {
     *     hidden1Dz[i] = hidden1Da[i] * ActivationMath.reluDerivative(hidden1Z[i], hidden1A[i]);
     * }
     */
    static CodeBlock backward(LayerPlan plan, String da) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        if (layer.activation().isElementwise()) {
            code.add("// $L, $L\n", Formulas.delta(layer), Formulas.derivative(layer));
            code.add(
                    """
                    for (int i = 0; i < rows * $L; i++) {
                        $L[i] = $L[i] * $T.$LDerivative($L[i], $L[i]$L);
                    }
                    """,
                    plan.names().units(),
                    plan.dz(),
                    da,
                    RuntimeTypes.ACTIVATION_MATH,
                    function(layer.activation()),
                    plan.z(),
                    plan.a(),
                    alpha(layer));
        } else {
            code.add("// $L\n", Formulas.delta(layer));
            code.add(
                    """
                    for (int r = 0; r < rows; r++) {
                        $T.backward($L, $L, $L, r * $L, $L);
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

    private static String alpha(DenseLayer layer) {
        return Float.isNaN(layer.alpha()) ? "" : ", " + Literals.of(layer.alpha());
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
