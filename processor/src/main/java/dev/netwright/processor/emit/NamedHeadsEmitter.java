package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the methods of the pass of a network of several output heads that name one of them. */
final class NamedHeadsEmitter {
    private final NetworkPlan plan;

    NamedHeadsEmitter(NetworkPlan plan) {
        this.plan = plan;
    }

    /** Methods for each head. */
    List<MethodSpec> ofThePass() {
        List<MethodSpec> methods = new ArrayList<>();
        plan.heads()
                .forEach(head ->
                        methods.add(result("outputs", head, head.arrays().y())));
        plan.heads()
                .forEach(
                        head -> methods.add(result("logits", head, head.arrays().logits())));
        for (int i = 0; i < plan.heads().size(); i++) {
            methods.add(
                    from("Outputs", plan.heads().get(i), i, plan.heads().get(i).endsInActivation() ? "a" : "y"));
            methods.add(from("Logits", plan.heads().get(i), i, "z"));
        }
        return methods;
    }

    /*
     * /** The live outputs of head policy of the last forward pass, capacity x 4; the first rows count. *\/
     * public float[] outputsOfPolicy() {
     *     return computed(policyA);
     * }
     */
    private static MethodSpec result(String what, LayerPlan head, String array) {
        return MethodSpec.methodBuilder(what + "Of" + head.names().method())
                .addJavadoc("""
                        The live $L of head $L of the last forward pass, {@code capacity x $L}; the first rows count.

                        @throws $T if no forward pass came before
                        """, what, head.layer().name(), format(head.layer().units()), IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(float[].class)
                .addStatement("return computed($L)", array)
                .build();
    }

    /*
     * /** Lets the next backward() start at the logits of head policy. ... *\/
     * public Workspace fromLogitsOfPolicy(float[] gradients) {
     *     fromLogits(0, gradients);
     *     return this;
     * }
     */
    private MethodSpec from(String where, LayerPlan head, int index, String variable) {
        return MethodSpec.methodBuilder("from" + where + "Of" + head.names().method())
                .addJavadoc(
                        """
                        Lets the next {@link #backward()} start at the $L of head $L.

                        @param gradients dL/d$L, {@code rows x $L}; may be longer, kept until then
                        @return this
                        @throws $T if no forward pass came before, or a gradient was given for this head since
                        @throws $T if the array is too short
                        """,
                        where.toLowerCase(Locale.ROOT),
                        head.layer().name(),
                        variable,
                        format(head.layer().units()),
                        IllegalStateException.class,
                        IllegalArgumentException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ClassName.get("", plan.workspaceName()))
                .addParameter(float[].class, "gradients")
                .addStatement("from$L($L, gradients)", where, index)
                .addStatement("return this")
                .build();
    }

    private static String format(int number) {
        return String.format(Locale.ROOT, "%d", number);
    }
}
