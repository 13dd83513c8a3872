package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Range;
import dev.netwright.processor.plan.Strategy;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the forward methods of one layer: z from the layer's input, then a from z. */
final class ForwardEmitter {
    private final LayerPlan plan;
    private final DenseLayer layer;

    ForwardEmitter(LayerPlan plan) {
        this.plan = plan;
        this.layer = plan.layer();
    }

    /*
     * // Layer hidden1: z = x·W + b, a = max(0, z).
     * private void forwardHidden1(int rows) {
     *     // z = x·W + b
     *     ...
     *     // a = max(0, z)
     *     ...
     * }
     */
    List<MethodSpec> methods() {
        List<MethodSpec> parts = new ArrayList<>();
        MethodSpec.Builder method = MethodSpec.methodBuilder(
                        "forward" + plan.names().method())
                .addJavadoc(
                        "{@code $L}, forward: {@code $L}, {@code $L}.\n",
                        layer.name(),
                        Formulas.preactivation(layer),
                        Formulas.activation(layer))
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows");
        if (plan.strategy() == Strategy.KERNEL) {
            method.addCode("// $L\n", Formulas.preactivation(layer)).addCode(kernelCall());
        } else if (plan.forwardParts().size() == 1) {
            method.addCode("// $L\n", Formulas.preactivation(layer))
                    .addCode(UnrolledEmitter.forward(plan, plan.forwardParts().get(0)));
        } else {
            for (int i = 0; i < plan.forwardParts().size(); i++) {
                parts.add(part(i, plan.forwardParts().get(i)));
                method.addStatement("forward$LPart$L(rows)", plan.names().method(), i + 1);
            }
        }
        method.addCode(ActivationEmitter.forward(plan));
        parts.add(0, method.build());
        return parts;
    }

    private MethodSpec part(int index, Range units) {
        return MethodSpec.methodBuilder("forward" + plan.names().method() + "Part" + (index + 1))
                .addJavadoc(
                        "{@code $L} for units $L to $L.\n", Formulas.preactivation(layer), units.from(), units.to() - 1)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows")
                .addCode(UnrolledEmitter.forward(plan, units))
                .build();
    }

    private CodeBlock kernelCall() {
        String offset = plan.isFirst() ? "inputOffset" : "0";
        String biases = layer.bias() ? ", " + plan.names().biases() : "";
        return CodeBlock.of(
                "$T.$L($L, $L, p, $L$L, $L, rows, $L, $L);\n",
                RuntimeTypes.KERNELS,
                layer.bias() ? "affine" : "linear",
                plan.inputField(),
                offset,
                plan.names().weights(),
                biases,
                plan.z(),
                plan.inputsConstant(),
                plan.names().units());
    }
}
