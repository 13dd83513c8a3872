package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.plan.LayerPlan;

/** Writes how a layer drops activations in training, and how the gradient goes back through those that are left. */
final class DropoutEmitter {
    private DropoutEmitter() {}

    /*
     * // d = a; in training d = a·m, where m is 0 with probability 0.2, else 1 / (1 - 0.2)
     * hidden1D = hidden1A;
     * if (isTraining) {
     *     Dropout.mask(seed, step, /* layer= *\/ 0, firstRow, /* rate= *\/ 0.2f, hidden1Mask, rows, HIDDEN1_UNITS);
     *     Merging.multiply(hidden1A, 0, hidden1Mask, 0, hidden1Dropped, 0, rows * HIDDEN1_UNITS);
     *     hidden1D = hidden1Dropped;
     * }
     */
    static CodeBlock forward(LayerPlan plan) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!plan.dropsOut()) {
            return code.build();
        }
        float rate = plan.layer().treatment().dropout();
        String units = plan.names().units();
        return code.add(
                        "// d = $1L; in training d = $1L·m, where m is 0 with probability $2L, else 1 / (1 - $2L)\n",
                        plan.pools() ? "p" : "a",
                        rate)
                .addStatement("$L = $L", plan.arrays().d(), plan.arrays().p())
                .beginControlFlow("if (isTraining)")
                .addStatement(
                        "$T.mask(seed, step, /* layer= */ $L, firstRow, /* rate= */ $L, $L,$Wrows, $L)",
                        RuntimeTypes.DROPOUT,
                        plan.number(),
                        Literals.of(rate),
                        plan.arrays().mask(),
                        units)
                .addStatement(
                        "$T.multiply($L, 0, $L, 0,$W$L, 0, rows * $L)",
                        RuntimeTypes.MERGING,
                        plan.arrays().p(),
                        plan.arrays().mask(),
                        plan.arrays().dropped(),
                        units)
                .addStatement("$L = $L", plan.arrays().d(), plan.arrays().dropped())
                .endControlFlow()
                .build();
    }

    /*
     * // dL/da = dL/dd; after a pass of training dL/da = dL/dd·m
     * if (isTraining) {
     *     Merging.multiply(hidden1Da, 0, hidden1Mask, 0, hidden1Da, 0, rows * HIDDEN1_UNITS);
     * }
     */
    static CodeBlock backward(LayerPlan plan) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!plan.dropsOut()) {
            return code.build();
        }
        String units = plan.names().units();
        code.add("// dL/d$1L = dL/dd; after a pass of training dL/d$1L = dL/dd·m\n", plan.pools() ? "p" : "a")
                .beginControlFlow("if (isTraining)")
                .addStatement(
                        "$T.multiply($L, 0, $L, 0,$W$L, 0, rows * $L)",
                        RuntimeTypes.MERGING,
                        plan.arrays().dy(),
                        plan.arrays().mask(),
                        plan.arrays().dp(),
                        units);
        if (plan.arrays().ownsDy()) {
            code.nextControlFlow("else")
                    .addStatement(
                            "$T.arraycopy($L, 0, $L, 0,$Wrows * $L)",
                            System.class,
                            plan.arrays().dy(),
                            plan.arrays().dp(),
                            units);
        }
        return code.endControlFlow().build();
    }
}
