package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Strategy;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the forward methods of one layer: z from the layer's input, then a from z. */
final class ForwardEmitter {
    /** How the names of its methods begin: of the first, and where it is normalised over the batch of what comes then. */
    static final String FORWARD = "forward";

    static final String ACTIVATE = "activate";

    private final LayerPlan plan;

    ForwardEmitter(LayerPlan plan) {
        this.plan = plan;
    }

    /*
     * private void forwardHidden1(int rows) {
     *     // z = x·W + b
     *     Kernels.affine(...);
     *     // a = max(0, z)
     *     ...
     * }
     */
    List<MethodSpec> methods() {
        MethodSpec.Builder method = method(FORWARD)
                .addJavadoc(
                        "Forward through layer $L$L.\n",
                        plan.description(),
                        plan.normalizesBatch() ? ", as far as u" : "")
                .addCode(MergeEmitter.forward(plan));
        List<MethodSpec> methods = new ArrayList<>();
        if (plan.strategy() instanceof Strategy.Unrolled unrolled) {
            method.addCode("// $L\n", Formulas.preactivation(plan));
            methods.addAll(addSample(method, unrolled));
        } else if (plan.hasWeights()) {
            method.addCode("// $L\n", Formulas.preactivation(plan)).addCode(KernelEmitter.forward(plan));
        } else if (!plan.layer().isMerging()) {
            method.addCode(copyOfSource());
        }
        if (plan.normalizesBatch()) {
            methods.add(
                    0, method.addCode(NormalizationEmitter.beforeForward(plan)).build());
            methods.add(addActivation(method(ACTIVATE)
                            .addJavadoc(
                                    "Forward through layer $L from its normalisation on.\n",
                                    plan.layer().name()))
                    .build());
            return methods;
        }
        methods.add(0, addActivation(method).build());
        return methods;
    }

    private MethodSpec.Builder method(String prefix) {
        return MethodSpec.methodBuilder(prefix + plan.names().method())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows");
    }

    private MethodSpec.Builder addActivation(MethodSpec.Builder method) {
        return method.addCode(NormalizationEmitter.forward(plan))
                .addCode(ActivationEmitter.forward(plan))
                .addCode(PoolEmitter.forward(plan))
                .addCode(DropoutEmitter.forward(plan))
                .addCode(MergeEmitter.residual(plan));
    }

    /*
     * // z = hidden1
     * System.arraycopy(hidden1A, 0, stepZ, 0, rows * STEP_UNITS);
     */
    private CodeBlock copyOfSource() {
        return CodeBlock.builder()
                .add("// $L\n", Formulas.preactivation(plan))
                .addStatement(
                        "$T.arraycopy($L, $L, $L, 0, rows * $L)",
                        System.class,
                        plan.arrays().x(),
                        plan.xOffset(),
                        plan.arrays().z(),
                        plan.zColumns())
                .build();
    }

    /*
     *     if (rows == 1) {
     *         sampleHidden1();
     *     } else {
     *         Kernels.affine(...);
     *     }
     *
     * /** z of layer hidden1 for a single sample, written out. *\/
     * private void sampleHidden1() {
     *     ...
     * }
     */
    private List<MethodSpec> addSample(MethodSpec.Builder method, Strategy.Unrolled unrolled) {
        String name = "sample" + plan.names().method();
        MethodSpec.Builder sample = MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "$L of layer $L for a single sample, written out.\n",
                        Formulas.product(plan),
                        plan.layer().name())
                .addModifiers(Modifier.PRIVATE);
        MethodSpec part =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).build();
        List<MethodSpec> methods = new ArrayList<>(
                MethodParts.add(sample, part, unrolled.sample(), units -> UnrolledEmitter.sample(plan, units)));
        methods.add(0, sample.build());
        method.beginControlFlow("if (rows == 1)")
                .addStatement("$L()", name)
                .nextControlFlow("else")
                .addCode(KernelEmitter.forward(plan))
                .endControlFlow();
        return methods;
    }
}
