package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the backward methods of one layer: dL/dz from dL/da and dL/da of the layer before, then the gradients. */
final class BackwardEmitter {
    private final LayerPlan plan;
    private final Optional<LayerPlan> before;

    /** @param before the layer before; empty for the first */
    BackwardEmitter(LayerPlan plan, Optional<LayerPlan> before) {
        this.plan = plan;
        this.before = before;
    }

    /** Whether a layer has anything to do on the way back: an activation that is not the last, or a layer before it. */
    static boolean hasDeltas(LayerPlan plan) {
        return !plan.isFirst() || !(plan.isLast() || plan.isLinear());
    }

    /*
     * private void backwardHidden1(int rows) {
     *     // a = max(0, z), f'(z) = z > 0 ? 1 : 0
     *     // dL/dz = dL/da·f'(z)
     *     ...
     *     // dL/dx = dL/dz·Wᵀ, which is dL/da of layer ...
     *     ...
     * }
     */
    MethodSpec deltas() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(
                        "backward" + plan.names().method())
                .addJavadoc("Backward through layer $L.\n", plan.description())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows");
        if (!plan.isLast()) {
            method.addCode(ActivationEmitter.backward(plan, plan.da()));
        }
        before.ifPresent(layer -> method.addCode(KernelEmitter.inputGradients(plan, InputGradients.of(layer))));
        return method.build();
    }

    /*
     * private void gradientsHidden1(float[] gradients, int rows, GradientShare share) {
     *     // dW = xᵀ·dL/dz
     *     ...
     *     // db = Σ dL/dz
     *     ...
     * }
     */
    MethodSpec gradients() {
        return MethodSpec.methodBuilder("gradients" + plan.names().method())
                .addJavadoc("The gradients of layer $L.\n", plan.layer().name())
                .addModifiers(Modifier.PRIVATE)
                .addParameters(SequenceEmitter.GRADIENT_PARAMETERS)
                .addCode(KernelEmitter.parameterGradients(plan))
                .build();
    }

    /*
     * /** From dL/dz of the first layer to the gradient of the network's input. *\/
     * @Override
     * protected void computeInputGradients(float[] inputGradients, int rows) {
     *     // dL/dx = dL/dz·Wᵀ
     *     ...
     * }
     */
    MethodSpec inputGradients() {
        CodeBlock code = KernelEmitter.inputGradients(plan, InputGradients.OF_THE_NETWORK);
        return MethodSpec.methodBuilder("computeInputGradients")
                .addJavadoc("From dL/dz of the first layer to the gradient of the network's input.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(float[].class, InputGradients.OF_THE_NETWORK.array())
                .addParameter(int.class, "rows")
                .addCode(code)
                .build();
    }
}
