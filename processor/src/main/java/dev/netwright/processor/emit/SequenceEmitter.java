package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.Range;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods that go through all layers, forward and backward. */
final class SequenceEmitter {
    private final NetworkPlan plan;

    SequenceEmitter(NetworkPlan plan) {
        this.plan = plan;
    }

    /*
     * @Override
     * protected void computeForward(int rows) {
     *     forwardHidden1(rows);
     *     forwardOutput(rows);
     * }
     */
    List<MethodSpec> forward() {
        MethodSpec.Builder method = override("computeForward").addParameter(int.class, "rows");
        List<MethodSpec> methods = new ArrayList<>(calls(method, "computeForward", plan.layers(), "forward"));
        methods.add(0, method.build());
        return methods;
    }

    List<MethodSpec> backward() {
        List<MethodSpec> methods = new ArrayList<>(List.of(fromOutputs(), fromLogits()));
        MethodSpec.Builder layers = member("backpropagate")
                .addJavadoc("From dL/dz of the last layer, layer by layer, to the gradients of all parameters.\n");
        List<MethodSpec> parts = calls(layers, "backpropagate", plan.fromTheLast(), "backward");
        methods.add(layers.build());
        methods.addAll(parts);
        return methods;
    }

    /*
     * @Override
     * protected void computeBackward(float[] outputGradients, int rows) {
     *     // a = exp(z) / Σ exp(z), ...
     *     ...
     *     backpropagate(rows);
     * }
     */
    private MethodSpec fromOutputs() {
        LayerPlan last = plan.outputLayer();
        MethodSpec.Builder method = override("computeBackward")
                .addJavadoc("From dL/da of the last layer.\n")
                .addParameter(float[].class, "outputGradients")
                .addParameter(int.class, "rows");
        if (last.isLinear()) {
            return method.addCode("// a = z, so dL/dz = dL/da\n")
                    .addStatement("computeBackwardFromLogits(outputGradients, rows)")
                    .build();
        }
        return method.addCode(ActivationEmitter.backward(last, "outputGradients"))
                .addStatement("backpropagate(rows)")
                .build();
    }

    /*
     * /** From dL/dz of the last layer, which cross-entropy gives as a - t: finite where dL/da = -t / a is not. *\/
     * @Override
     * protected void computeBackwardFromLogits(float[] logitGradients, int rows) {
     *     System.arraycopy(logitGradients, 0, outputDz, 0, rows * OUTPUT_UNITS);
     *     backpropagate(rows);
     * }
     */
    private MethodSpec fromLogits() {
        LayerPlan last = plan.outputLayer();
        return override("computeBackwardFromLogits")
                .addJavadoc("From dL/dz of the last layer, $L\n", Formulas.atTheLogits(last.layer()))
                .addParameter(float[].class, "logitGradients")
                .addParameter(int.class, "rows")
                .addStatement(
                        "$T.arraycopy(logitGradients, 0, $L, 0, rows * $L)",
                        System.class,
                        last.dz(),
                        last.names().units())
                .addStatement("backpropagate(rows)")
                .build();
    }

    private List<MethodSpec> calls(
            MethodSpec.Builder method, String partName, List<LayerPlan> layers, String direction) {
        return MethodParts.add(
                method, member(partName).build(), plan.callGroups(), group -> calls(layers, group, direction));
    }

    private static CodeBlock calls(List<LayerPlan> layers, Range group, String direction) {
        CodeBlock.Builder code = CodeBlock.builder();
        layers.subList(group.from(), group.to())
                .forEach(layer ->
                        code.addStatement("$L$L(rows)", direction, layer.names().method()));
        return code.build();
    }

    private static MethodSpec.Builder member(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).addParameter(int.class, "rows");
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
