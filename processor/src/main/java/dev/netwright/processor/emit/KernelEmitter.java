package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.plan.LayerPlan;
import java.util.List;

/** Writes calls of the runtime's kernels: the arrays and their offsets in one line, the constant shape in the next. */
final class KernelEmitter {
    private KernelEmitter() {}

    /*
     * Kernels.affine(inputs, inputOffset, p, HIDDEN1_WEIGHTS, HIDDEN1_BIASES, hidden1Z,
     *         rows, INPUTS, HIDDEN1_UNITS);
     */
    static CodeBlock forward(LayerPlan plan) {
        LayerModel layer = plan.layer();
        List<String> operands = layer.bias()
                ? List.of(
                        plan.arrays().x(),
                        plan.xOffset(),
                        "p",
                        plan.names().weights(),
                        plan.names().biases(),
                        plan.arrays().z())
                : List.of(
                        plan.arrays().x(),
                        plan.xOffset(),
                        "p",
                        plan.names().weights(),
                        plan.arrays().z());
        if (plan.embeds()) {
            return call(plan, "forward", operands, shape(plan));
        }
        String kernel = plan.convolves() ? "forward" : "affine";
        return call(plan, layer.bias() ? kernel : "linear", operands, shape(plan));
    }

    /*
     * // dW = xᵀ·dL/dz
     * Kernels.weightGradients(inputs, inputOffset, hidden1Dz, gradients, HIDDEN1_WEIGHTS,
     *         rows, INPUTS, HIDDEN1_UNITS, share);
     * // db = Σ dL/dz
     * Kernels.biasGradients(hidden1Dz, gradients, HIDDEN1_BIASES, rows, HIDDEN1_UNITS, share);
     */
    static CodeBlock parameterGradients(LayerPlan plan) {
        if (plan.layer().isFrozen()) {
            return noGradients(plan);
        }
        CodeBlock.Builder code = CodeBlock.builder().add("// $L\n", Formulas.weightGradients(plan));
        code.add(call(
                plan,
                plan.embeds() ? "tableGradients" : "weightGradients",
                List.of(
                        plan.arrays().x(),
                        plan.xOffset(),
                        plan.arrays().du(),
                        "gradients",
                        plan.names().weights()),
                (plan.embeds() ? EmbeddingEmitter.tableShape(plan) : shape(plan)) + ", share"));
        if (plan.layer().bias()) {
            code.add("// $L\n", Formulas.biasGradients(plan))
                    .addStatement(
                            "$T.biasGradients($L, gradients, $L,$Wrows, $L, share)",
                            kernels(plan),
                            plan.arrays().du(),
                            plan.names().biases(),
                            plan.convolves()
                                    ? plan.names().convolution()
                                    : plan.names().units());
        }
        return code.build();
    }

    /*
     * Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, hidden1Da,
     *         rows, HIDDEN1_UNITS, OUTPUT_UNITS);
     */
    static CodeBlock inputGradients(LayerPlan plan, String target) {
        return call(
                plan,
                "inputGradients",
                List.of(plan.arrays().du(), "p", plan.names().weights(), target),
                shape(plan));
    }

    /*
     * // the layer is frozen: dW = 0, db = 0
     * Kernels.noGradients(gradients, HIDDEN1_WEIGHTS, INPUTS * HIDDEN1_UNITS + HIDDEN1_UNITS, share);
     */
    private static CodeBlock noGradients(LayerPlan plan) {
        boolean bias = plan.layer().bias();
        return CodeBlock.builder()
                .add(
                        "// the layer is frozen: dW = 0$L$L\n",
                        bias ? ", db = 0" : "",
                        plan.normalizes() ? ", dgain = 0, dshift = 0" : "")
                .addStatement(
                        "$T.noGradients(gradients, $L,$W$L$L$L, share)",
                        RuntimeTypes.KERNELS,
                        plan.names().weights(),
                        ConstantsEmitter.weightCount(plan),
                        bias ? " + " + plan.weightColumns() : "",
                        plan.normalizes() ? " + 2 * " + plan.gainColumns() : "")
                .build();
    }

    private static String shape(LayerPlan plan) {
        if (plan.embeds()) {
            return "rows, " + plan.inputsConstant() + ", " + plan.names().width();
        }
        return plan.convolves()
                ? "rows, " + plan.names().convolution()
                : "rows, " + plan.inputsConstant() + ", " + plan.names().units();
    }

    private static ClassName kernels(LayerPlan plan) {
        if (plan.embeds()) {
            return RuntimeTypes.EMBEDDINGS;
        }
        return plan.convolves() ? RuntimeTypes.CONVOLUTIONS : RuntimeTypes.KERNELS;
    }

    private static CodeBlock call(LayerPlan plan, String kernel, List<String> operands, String shape) {
        CodeBlock list =
                operands.stream().map(operand -> CodeBlock.of("$L", operand)).collect(CodeBlock.joining(",$W"));
        return CodeBlock.builder()
                .addStatement("$T.$L($L,\n$L)", kernels(plan), kernel, list, shape)
                .build();
    }
}
