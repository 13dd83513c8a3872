package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes where a backward pass starts in a network of one output: at dL/da or dL/dz of its last layer. */
final class SingleHeadEmitter {
    private final LayerPlan last;

    SingleHeadEmitter(LayerPlan last) {
        this.last = last;
    }

    /** @param through what goes on through the layers before */
    List<MethodSpec> deltas(CodeBlock through) {
        return List.of(fromOutputs(through), fromLogits(through));
    }

    /*
     * @Override
     * protected void computeDeltas(float[] outputGradients, int rows) {
     *     // a = exp(z) / Σ exp(z), ...
     *     ...
     *     backpropagate(rows);
     * }
     */
    private MethodSpec fromOutputs(CodeBlock through) {
        MethodSpec.Builder method = override("computeDeltas")
                .addJavadoc("From dL/da of the last layer.\n")
                .addParameter(float[].class, "outputGradients")
                .addParameter(int.class, "rows");
        if (!last.startsAtDz()) {
            method.addStatement(
                    "$T.arraycopy(outputGradients, 0, $L, 0,$Wrows * $L)",
                    System.class,
                    last.arrays().dy(),
                    last.names().units());
            return method.addCode(through).build();
        }
        if (last.isLinear()) {
            return method.addCode("// a = z, so dL/dz = dL/da\n")
                    .addStatement("computeDeltasFromLogits(outputGradients, rows)")
                    .build();
        }
        method.addCode(ActivationEmitter.backward(last, "outputGradients"));
        return method.addCode(through).build();
    }

    /*
     * /** From dL/dz of the last layer, which cross-entropy gives as a - t: finite where dL/da = -t / a is not. *\/
     * @Override
     * protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
     *     System.arraycopy(logitGradients, 0, outputDz, 0, rows * OUTPUT_UNITS);
     *     backpropagate(rows);
     * }
     */
    private MethodSpec fromLogits(CodeBlock through) {
        if (!last.startsAtDz()) {
            return override("computeDeltasFromLogits")
                    .addJavadoc("The same: with a $L the outputs are the logits.\n", last.pools() ? "pool" : "residual")
                    .addParameter(float[].class, "logitGradients")
                    .addParameter(int.class, "rows")
                    .addStatement("computeDeltas(logitGradients, rows)")
                    .build();
        }
        MethodSpec.Builder method = override("computeDeltasFromLogits")
                .addJavadoc("From dL/dz of the last layer, $L\n", Formulas.atTheLogits(last.layer()))
                .addParameter(float[].class, "logitGradients")
                .addParameter(int.class, "rows")
                .addStatement(
                        "$T.arraycopy(logitGradients, 0, $L, 0, rows * $L)",
                        System.class,
                        last.arrays().dz(),
                        last.names().units());
        return method.addCode(through).build();
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
