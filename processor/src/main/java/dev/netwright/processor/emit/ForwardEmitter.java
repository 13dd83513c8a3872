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
     *     ...
     *     // a = max(0, z)
     *     ...
     * }
     */
    List<MethodSpec> methods() {
        String name = "forward" + plan.names().method();
        MethodSpec.Builder method = method(name).addJavadoc("Forward through layer $L.\n", plan.description());
        List<MethodSpec> methods = new ArrayList<>();
        if (plan.strategy() instanceof Strategy.Unrolled unrolled) {
            methods.addAll(MethodParts.add(
                    method, method(name).build(), unrolled.forward(), units -> UnrolledEmitter.forward(plan, units)));
        } else {
            method.addCode(KernelEmitter.forward(plan));
        }
        methods.add(0, method.addCode(ActivationEmitter.forward(plan)).build());
        return methods;
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).addParameter(int.class, "rows");
    }
}
