package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.model.CustomActivation;
import dev.netwright.processor.model.FunctionModel;
import dev.netwright.processor.model.ImportModel;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes what a class has besides whose network a file declares: how to make one with the numbers of the file, and functions that no table has. */
final class ImportEmitter {
    /** What expressions call. */
    private static final String MATH = "PortableMath";

    private ImportEmitter() {}

    /*
     * public static PolicyNetwork load() {
     *     PolicyNetwork network = new PolicyNetwork(new float[TOPOLOGY.parameterCount()]);
     *     ModelResource.of(
     *             "PolicyNetwork.safetensors", "0f3a...", PolicyNetwork.class.getResourceAsStream("PolicyNetwork.safetensors"))
     *             .copyTo(network);
     *     return network;
     * }
     */
    static Optional<MethodSpec> load(NetworkPlan plan, ClassName self, Optional<Modifier> visibility) {
        return plan.model().imported().map(imported -> {
            MethodSpec.Builder load = MethodSpec.methodBuilder("load")
                    .addJavadoc("""
                            The network with the parameters that {@code $L} had when this class was generated.

                            @return a new network
                            @throws $T if the resource beside this class is missing, damaged or of another network
                            """, imported.file(), IllegalStateException.class)
                    .addModifiers(Modifier.STATIC)
                    .returns(self)
                    .addStatement(
                            "$1T network = new $1T(new float[TOPOLOGY.parameterCount()]$2L)",
                            self,
                            plan.normalizesBatches() ? ", new float[TOPOLOGY.statisticsCount()]" : "")
                    .addStatement(
                            "$T.of(\n$S,\n$S,\n$T.class.getResourceAsStream($S))\n.copyTo(network)",
                            RuntimeTypes.MODEL_RESOURCE,
                            imported.resource(),
                            imported.digest(),
                            self,
                            imported.resource())
                    .addStatement("return network");
            visibility.ifPresent(load::addModifiers);
            return load.build();
        });
    }

    /*
     * private static final class Clip {
     *     static float f(float z) { ... }
     *
     *     static float derivative(float z) { ... }
     * }
     */
    static List<TypeSpec> functions(NetworkPlan plan) {
        return plan.model().imported().map(ImportModel::functions).orElse(List.of()).stream()
                .map(ImportEmitter::function)
                .toList();
    }

    private static TypeSpec function(FunctionModel function) {
        return TypeSpec.classBuilder(function.name())
                .addJavadoc("A function that the table of activations lacks.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(method(CustomActivation.FUNCTION, "a = " + function.formula(), function.formulaCode()))
                .addMethod(method(
                        CustomActivation.DERIVATIVE, "f'(z) = " + function.derivative(), function.derivativeCode()))
                .build();
    }

    private static MethodSpec method(String name, String formula, String code) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(float.class)
                .addParameter(float.class, "z")
                .addComment("$L", formula);
        if (code.contains("x")) {
            method.addStatement("double x = z");
        }
        return method.addStatement("return (float) ($L)", expression(code)).build();
    }

    /** With breaks before what a choice is between, and the runtime's class by its type. */
    private static CodeBlock expression(String code) {
        CodeBlock.Builder expression = CodeBlock.builder();
        String[] words = code.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            boolean isBreak = i > 0 && (words[i].equals("?") || words[i].equals(":") || words[i].equals("+"));
            expression.add(i == 0 ? "" : isBreak ? "$W" : " ");
            int call = words[i].indexOf(MATH);
            if (call < 0) {
                expression.add("$L", words[i]);
            } else {
                expression.add(
                        "$L$T$L",
                        words[i].substring(0, call),
                        RuntimeTypes.PORTABLE_MATH,
                        words[i].substring(call + MATH.length()));
            }
        }
        return expression.build();
    }
}
