package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.processor.model.CustomActivation;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.plan.LayerPlan;
import java.util.Locale;

/** Writes the calls that apply an activation of the table, and those that take a gradient back through it. */
final class ActivationEmitter {
    /** Where a formula with its derivative would make a line longer than 120 it takes two. */
    private static final int LONGEST_COMMENT = 105;

    private ActivationEmitter() {}

    /*
     * // a = max(0, z)
     * Activations.relu(hidden1Z, hidden1A, rows * HIDDEN1_UNITS);
     */
    static CodeBlock forward(LayerPlan plan) {
        LayerModel layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        if (plan.isLinear()) {
            return code.add("// a = z, in the same array\n").build();
        }
        code.add("// $L\n", Formulas.activation(layer));
        String units = plan.zColumns();
        if (layer.activation() instanceof CustomActivation) {
            code.addStatement("$L(rows * $L)", FunctionEmitter.forwardName(plan), units);
        } else if (layer.activation().isElementwise()) {
            code.addStatement(
                    "$T.$L($L, $L,$Wrows * $L$L)",
                    RuntimeTypes.ACTIVATIONS,
                    function(layer.activation()),
                    plan.arrays().z(),
                    plan.arrays().a(),
                    units,
                    alpha(layer));
        } else {
            code.addStatement(
                    "$T.forward($L, $L,$Wrows, $L)",
                    rowFunction(layer.activation()),
                    plan.arrays().z(),
                    plan.arrays().a(),
                    units);
        }
        return code.build();
    }

    /*
     * // a = max(0, z), f'(z) = z > 0 ? 1 : 0
     * // dL/dz = dL/da·f'(z)
     * Activations.reluBackward(hidden1Z, hidden1A, hidden1Da, hidden1Dz, rows * HIDDEN1_UNITS);
     */
    static CodeBlock backward(LayerPlan plan, String da) {
        LayerModel layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        if (plan.isLinear()) {
            return code.add("// dL/dz = dL/da, in the same array\n").build();
        }
        code.add(formulas(layer)).add("// $L\n", Formulas.delta(layer));
        String units = plan.zColumns();
        if (layer.activation() instanceof CustomActivation) {
            code.addStatement("$L($L, rows * $L)", FunctionEmitter.backwardName(plan), da, units);
        } else if (layer.activation().isElementwise()) {
            code.addStatement(
                    "$T.$LBackward($L, $L,$W$L, $L,$Wrows * $L$L)",
                    RuntimeTypes.ACTIVATIONS,
                    function(layer.activation()),
                    plan.arrays().z(),
                    plan.arrays().a(),
                    da,
                    plan.arrays().dz(),
                    units,
                    alpha(layer));
        } else {
            code.addStatement(
                    "$T.backward($L, $L, $L,$Wrows, $L)",
                    rowFunction(layer.activation()),
                    plan.arrays().a(),
                    da,
                    plan.arrays().dz(),
                    units);
        }
        return code.build();
    }

    private static CodeBlock formulas(LayerModel layer) {
        String activation = Formulas.activation(layer);
        String derivative = Formulas.derivative(layer);
        boolean isShort = activation.length() + derivative.length() <= LONGEST_COMMENT;
        return isShort
                ? CodeBlock.of("// $L, $L\n", layer.activation().formula(), derivative)
                : CodeBlock.of("// $L\n// $L\n", activation, derivative);
    }

    private static CodeBlock alpha(LayerModel layer) {
        return Float.isNaN(layer.alpha()) ? CodeBlock.of("") : CodeBlock.of(", $L", Literals.of(layer.alpha()));
    }

    private static ClassName rowFunction(ActivationFunction activation) {
        return activation == Activation.SOFTMAX ? RuntimeTypes.SOFTMAX : RuntimeTypes.LOG_SOFTMAX;
    }

    /** {@code GELU_TANH} is {@code geluTanh}. */
    private static String function(ActivationFunction activation) {
        StringBuilder name = new StringBuilder();
        for (String word : activation.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
