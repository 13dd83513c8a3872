package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.plan.LayerPlan;

/** Writes the calls that pool the activations of a layer, and those that take a gradient back through that. */
final class PoolEmitter {
    private PoolEmitter() {}

    /*
     * // p = max a over each window
     * Pooling.maximum(hidden1A, hidden1P, rows, HIDDEN1_POOL);
     */
    static CodeBlock forward(LayerPlan plan) {
        if (!plan.pools()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .add("// $L\n", Formulas.pool(plan))
                .addStatement(
                        "$T.$L($L, $L, rows, $L)",
                        RuntimeTypes.POOLING,
                        kernel(plan),
                        plan.arrays().a(),
                        plan.arrays().p(),
                        plan.names().pool())
                .build();
    }

    /*
     * // dL/da = Σ dL/dp over the windows whose maximum a is
     * Pooling.maximumBackward(hidden1A, hidden1P, hidden1Dp, hidden1Da, rows, HIDDEN1_POOL);
     */
    static CodeBlock backward(LayerPlan plan) {
        if (!plan.pools()) {
            return CodeBlock.of("");
        }
        boolean isMaximum = kernel(plan).equals("maximum");
        return CodeBlock.builder()
                .add("// $L\n", Formulas.poolBackward(plan))
                .addStatement(
                        "$T.$LBackward($L$L, $L,$Wrows, $L)",
                        RuntimeTypes.POOLING,
                        kernel(plan),
                        isMaximum ? plan.arrays().a() + ", " + plan.arrays().p() + ", " : "",
                        plan.arrays().dp(),
                        plan.arrays().da(),
                        plan.names().pool())
                .build();
    }

    /** The end of the kernel's name, and of what makes a description of it. */
    static String kernel(LayerPlan plan) {
        return plan.layer().pool().orElseThrow().pooling().isMaximum() ? "maximum" : "average";
    }
}
