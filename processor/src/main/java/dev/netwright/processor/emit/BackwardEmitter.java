package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Range;
import dev.netwright.processor.plan.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/**
 * Writes the backward methods of one layer: dL/dz from dL/da, then the gradients of its weights and biases, then dL/da of
 * the layer before.
 */
final class BackwardEmitter {
    private static final String WEIGHTS = "dW = xᵀ·dL/dz";
    private static final String BIASES = "db = Σ dL/dz";

    private final LayerPlan plan;
    private final DenseLayer layer;
    private final List<LayerPlan> before;

    /** @param before the layer before; empty for the first */
    BackwardEmitter(LayerPlan plan, List<LayerPlan> before) {
        this.plan = plan;
        this.layer = plan.layer();
        this.before = before;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (!plan.isLinear()) {
            methods.add(delta());
        }
        List<MethodSpec> parts = new ArrayList<>();
        MethodSpec.Builder method = method("backward" + plan.names().method())
                .addJavadoc(
                        "{@code $L}, backward: {@code $L}$L$L.\n",
                        layer.name(),
                        WEIGHTS,
                        layer.bias() ? ", {@code " + BIASES + "}" : "",
                        before.isEmpty()
                                ? ""
                                : ", and {@code dL/dx = dL/dz·Wᵀ} for layer "
                                        + before.get(0).layer().name())
                .addParameter(int.class, "rows");
        addParameterGradients(method, parts);
        for (LayerPlan target : before) {
            addInputGradients(method, target.da(), parts);
        }
        methods.add(method.build());
        methods.addAll(parts);
        return methods;
    }

    /*
     * @Override
     * protected void computeInputGradients(float[] inputGradients, int rows) {...}
     */
    List<MethodSpec> inputGradientMethods() {
        List<MethodSpec> parts = new ArrayList<>();
        MethodSpec.Builder method = MethodSpec.methodBuilder("computeInputGradients")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(float[].class, "inputGradients")
                .addParameter(int.class, "rows");
        addInputGradients(method, "inputGradients", parts);
        parts.add(0, method.build());
        return parts;
    }

    private MethodSpec delta() {
        MethodSpec.Builder method = method("delta" + plan.names().method())
                .addJavadoc(
                        "{@code $L}, backward through the activation: {@code $L}.\n",
                        layer.name(),
                        Formulas.delta(layer));
        String da = plan.da();
        if (plan.isLast()) {
            da = "outputGradients";
            method.addParameter(float[].class, da);
        }
        return method.addParameter(int.class, "rows")
                .addCode(ActivationEmitter.backward(plan, da))
                .build();
    }

    private void addParameterGradients(MethodSpec.Builder method, List<MethodSpec> parts) {
        if (plan.strategy() == Strategy.KERNEL) {
            method.addCode(
                    "// $L\n$T.weightGradients($L, $L, $L, gradients, $L, rows, $L, $L);\n",
                    WEIGHTS,
                    RuntimeTypes.KERNELS,
                    plan.inputField(),
                    plan.isFirst() ? "inputOffset" : "0",
                    plan.dz(),
                    plan.names().weights(),
                    plan.inputsConstant(),
                    plan.names().units());
            if (layer.bias()) {
                method.addCode(
                        "// $L\n$T.biasGradients($L, gradients, $L, rows, $L);\n",
                        BIASES,
                        RuntimeTypes.KERNELS,
                        plan.dz(),
                        plan.names().biases(),
                        plan.names().units());
            }
            return;
        }
        String comment = layer.bias() ? WEIGHTS + ", " + BIASES : WEIGHTS;
        addUnrolled(method, parts, "gradients", plan.gradientParts(), comment, UnrolledEmitter::parameterGradients);
    }

    private void addInputGradients(MethodSpec.Builder method, String target, List<MethodSpec> parts) {
        String comment = "dL/dx = dL/dz·Wᵀ";
        if (plan.strategy() == Strategy.KERNEL) {
            method.addCode(
                    "// $L\n$T.inputGradients($L, p, $L, $L, transposed, rows, $L, $L);\n",
                    comment,
                    RuntimeTypes.KERNELS,
                    plan.dz(),
                    plan.names().weights(),
                    target,
                    plan.inputsConstant(),
                    plan.names().units());
            return;
        }
        List<Range> ranges = plan.inputGradientParts();
        if (ranges.size() == 1) {
            method.addCode("// $L\n", comment).addCode(UnrolledEmitter.inputGradients(plan, ranges.get(0), target));
            return;
        }
        for (int i = 0; i < ranges.size(); i++) {
            String name = "inputGradients" + plan.names().method() + "Part" + (i + 1);
            Range inputs = ranges.get(i);
            method.addStatement("$L($L, rows)", name, target);
            parts.add(method(name)
                    .addJavadoc("{@code $L} for inputs $L to $L.\n", comment, inputs.from(), inputs.to() - 1)
                    .addParameter(float[].class, "dx")
                    .addParameter(int.class, "rows")
                    .addCode(UnrolledEmitter.inputGradients(plan, inputs, "dx"))
                    .build());
        }
    }

    private void addUnrolled(
            MethodSpec.Builder method,
            List<MethodSpec> parts,
            String prefix,
            List<Range> ranges,
            String comment,
            BiFunction<LayerPlan, Range, CodeBlock> body) {
        if (ranges.size() == 1) {
            method.addCode("// $L\n", comment).addCode(body.apply(plan, ranges.get(0)));
            return;
        }
        for (int i = 0; i < ranges.size(); i++) {
            String name = prefix + plan.names().method() + "Part" + (i + 1);
            Range units = ranges.get(i);
            method.addStatement("$L(rows)", name);
            parts.add(method(name)
                    .addJavadoc("{@code $L} for units $L to $L.\n", comment, units.from(), units.to() - 1)
                    .addParameter(int.class, "rows")
                    .addCode(body.apply(plan, units))
                    .build());
        }
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    }
}
