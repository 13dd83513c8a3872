package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.model.CustomActivation;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.plan.LayerPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the loops over functions that are classes, each in a short method, which HotSpot compiles by itself with the function inlined. */
final class FunctionEmitter {
    /** Of a line of text within a statement. */
    private static final int LONGEST_TEXT = 80;

    private FunctionEmitter() {}

    static String forwardName(LayerPlan plan) {
        return "applyFunctionOf" + plan.names().method();
    }

    static String backwardName(LayerPlan plan) {
        return "differentiate" + plan.names().method();
    }

    /*
     * Activation.RELU, /* alpha= *\/ Float.NaN
     *
     * new CustomActivation("Swish", Swish::f, Swish::derivative),
     * /* alpha= *\/ Float.NaN
     *
     * new CustomActivation("Clip", Clip::f, Clip::derivative,
     *         Expression.of("z > 6 ? 6 : z <= 0 ? 0 : z")),
     * /* alpha= *\/ Float.NaN
     */
    static CodeBlock description(LayerModel layer) {
        CodeBlock alpha = Literals.of(layer.alpha());
        if (!(layer.activation() instanceof CustomActivation custom)) {
            return CodeBlock.of(
                    "$T.$L, /* alpha= */ $L",
                    RuntimeTypes.ACTIVATION,
                    layer.activation().name(),
                    alpha);
        }
        CodeBlock type = UserTypes.functions(custom.type());
        return CodeBlock.of(
                "new $T($S, $L::$L, $L::$L$L),\n        /* alpha= */ $L",
                RuntimeTypes.CUSTOM_ACTIVATION,
                custom.name(),
                type,
                CustomActivation.FUNCTION,
                type,
                CustomActivation.DERIVATIVE,
                custom.function()
                        .map(function -> expression(function.expression()))
                        .orElse(CodeBlock.of("")),
                alpha);
    }

    private static CodeBlock expression(String text) {
        CodeBlock.Builder code = CodeBlock.builder().add(",\n                $T.of(", RuntimeTypes.EXPRESSION);
        StringBuilder line = new StringBuilder();
        for (String part : text.split("(?<= )(?=[?:+-] )")) {
            if (!line.isEmpty() && line.length() + part.length() > LONGEST_TEXT) {
                code.add("$S\n                        + ", line.toString());
                line.setLength(0);
            }
            line.append(part);
        }
        return code.add("$S)", line.toString()).build();
    }

    /*
     * /** Applies the function of layer hidden1. *\/
     * private void applyFunctionOfHidden1(int count) {
     *     for (int i = 0; i < count; i++) {
     *         hidden1A[i] = Swish.f(hidden1Z[i]);
     *     }
     * }
     */
    static List<MethodSpec> forward(LayerPlan plan) {
        if (!(plan.layer().activation() instanceof CustomActivation custom)) {
            return List.of();
        }
        MethodSpec.Builder method = loop(forwardName(plan))
                .addJavadoc("Applies the function of layer $L.\n", plan.layer().name())
                .addParameter(int.class, "count");
        return List.of(overAll(
                method,
                CodeBlock.of(
                        "$L[i] = $L.$L($L[i])",
                        plan.arrays().a(),
                        UserTypes.functions(custom.type()),
                        CustomActivation.FUNCTION,
                        plan.arrays().z())));
    }

    /*
     * /** Takes dL/da of layer hidden1 back through its function. *\/
     * private void differentiateHidden1(float[] da, int count) {
     *     for (int i = 0; i < count; i++) {
     *         hidden1Dz[i] = da[i] * Swish.derivative(hidden1Z[i]);
     *     }
     * }
     */
    static List<MethodSpec> backward(LayerPlan plan) {
        if (!(plan.layer().activation() instanceof CustomActivation custom)) {
            return List.of();
        }
        MethodSpec.Builder method = loop(backwardName(plan))
                .addJavadoc(
                        "Takes dL/da of layer $L back through its function.\n",
                        plan.layer().name())
                .addParameter(float[].class, "da")
                .addParameter(int.class, "count");
        return List.of(overAll(
                method,
                CodeBlock.of(
                        "$L[i] = da[i] * $L.$L($L[i])",
                        plan.arrays().dz(),
                        UserTypes.functions(custom.type()),
                        CustomActivation.DERIVATIVE,
                        plan.arrays().z())));
    }

    private static MethodSpec.Builder loop(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    }

    private static MethodSpec overAll(MethodSpec.Builder method, CodeBlock element) {
        return method.beginControlFlow("for (int i = 0; i < count; i++)")
                .addStatement(element)
                .endControlFlow()
                .build();
    }
}
