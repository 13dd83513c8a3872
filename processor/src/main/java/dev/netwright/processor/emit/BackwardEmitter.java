package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Range;
import dev.netwright.processor.plan.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the backward methods of one layer: dL/dz from dL/da, then the gradients of its weights and biases, then dL/da of
 * the layer before.
 */
final class BackwardEmitter {
    private final LayerPlan plan;
    private final Optional<LayerPlan> before;

    /** @param before the layer before; empty for the first */
    BackwardEmitter(LayerPlan plan, Optional<LayerPlan> before) {
        this.plan = plan;
        this.before = before;
    }

    /*
     * private void backwardOutput(int rows) {
     *     // a = max(0, z), f'(z) = z > 0 ? 1 : 0
     *     // dL/dz = dL/da·f'(z)
     *     ...
     *     // dW = xᵀ·dL/dz
     *     ...
     *     // db = Σ dL/dz
     *     ...
     *     // dL/dx = dL/dz·Wᵀ
     *     ...
     * }
     */
    List<MethodSpec> methods() {
        MethodSpec.Builder method = method("backward" + plan.names().method())
                .addJavadoc("Backward through layer $L.\n", plan.description())
                .addParameter(int.class, "rows");
        if (!plan.isLast()) {
            method.addCode(ActivationEmitter.backward(plan, plan.da()));
        }
        boolean fits = !(plan.strategy() instanceof Strategy.Unrolled unrolled)
                || before.isEmpty()
                || unrolled.fitsOneBackward();
        List<MethodSpec> methods = new ArrayList<>(addParameterGradients(method, fits));
        before.ifPresent(layer -> methods.addAll(addInputGradients(method, InputGradients.of(layer), fits)));
        methods.add(0, method.build());
        return methods;
    }

    /*
     * /** From dL/dz of the first layer to the gradient of the network's input. *\/
     * @Override
     * protected void computeInputGradients(float[] inputGradients, int rows) {
     *     // dL/dx = dL/dz·Wᵀ
     *     ...
     * }
     */
    List<MethodSpec> inputGradientMethods() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("computeInputGradients")
                .addJavadoc("From dL/dz of the first layer to the gradient of the network's input.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(float[].class, InputGradients.OF_THE_NETWORK.array())
                .addParameter(int.class, "rows");
        List<MethodSpec> methods = new ArrayList<>(addInputGradients(method, InputGradients.OF_THE_NETWORK, true));
        methods.add(0, method.build());
        return methods;
    }

    private List<MethodSpec> addParameterGradients(MethodSpec.Builder method, boolean fits) {
        if (!(plan.strategy() instanceof Strategy.Unrolled unrolled)) {
            method.addCode(KernelEmitter.parameterGradients(plan));
            return List.of();
        }
        MethodSpec part = method("parameterGradients" + plan.names().method())
                .addParameter(int.class, "rows")
                .build();
        Function<Range, CodeBlock> code = units -> UnrolledEmitter.parameterGradients(plan, units);
        return fits
                ? MethodParts.add(method, part, unrolled.parameterGradients(), code)
                : MethodParts.call(method, part, unrolled.parameterGradients(), code);
    }

    private List<MethodSpec> addInputGradients(MethodSpec.Builder method, InputGradients target, boolean fits) {
        if (!(plan.strategy() instanceof Strategy.Unrolled unrolled)) {
            method.addCode(KernelEmitter.inputGradients(plan, target));
            return List.of();
        }
        MethodSpec.Builder part = method("inputGradients" + plan.names().method());
        if (target.isParameter()) {
            part.addParameter(float[].class, target.array());
        }
        part.addParameter(int.class, "rows");
        Function<Range, CodeBlock> code = inputs -> UnrolledEmitter.inputGradients(plan, inputs, target);
        return fits
                ? MethodParts.add(method, part.build(), unrolled.inputGradients(), code)
                : MethodParts.call(method, part.build(), unrolled.inputGradients(), code);
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    }
}
