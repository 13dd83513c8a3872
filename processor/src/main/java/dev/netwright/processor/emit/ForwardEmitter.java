package dev.netwright.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Strategy;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the forward methods of one layer: z from the layer's input, then a from z. */
final class ForwardEmitter {
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
        MethodSpec.Builder method = MethodSpec.methodBuilder(
                        "forward" + plan.names().method())
                .addJavadoc("Forward through layer $L.\n", plan.description())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows")
                .addCode("// $L\n", Formulas.preactivation(plan.layer()));
        List<MethodSpec> methods = new ArrayList<>();
        if (plan.strategy() instanceof Strategy.Unrolled unrolled) {
            methods.addAll(addSample(method, unrolled));
        } else {
            method.addCode(KernelEmitter.forward(plan));
        }
        methods.add(0, method.addCode(ActivationEmitter.forward(plan)).build());
        return methods;
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
                        "z of layer $L for a single sample, written out.\n",
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
