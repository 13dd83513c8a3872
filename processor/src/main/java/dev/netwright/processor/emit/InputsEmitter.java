package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.InputPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes what a network of several inputs has besides: methods that name the inputs, and how their features are taken apart and put
 * together. A sample is a row with the features of all of them side by side.
 */
final class InputsEmitter {
    /** What the methods that name inputs have besides. */
    private static final Set<String> OTHER_NAMES = Set.of("INPUTS", "sample", "samples", "rows");

    private final NetworkPlan plan;

    InputsEmitter(NetworkPlan plan) {
        this.plan = plan;
    }

    /*
     * /** The outputs for one sample. ... *\/
     * public float[] infer(float[] x, float[] y) {
     *     float[] sample = new float[INPUTS];
     *     place("x", x, X_COLUMNS, sample, 0);
     *     place("y", y, Y_COLUMNS, sample, X_COLUMNS);
     *     return predict(sample);
     * }
     */
    MethodSpec infer() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("infer")
                .addJavadoc("The outputs for one sample.\n\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(float[].class)
                .addStatement("float[] sample = new float[INPUTS]");
        for (int i = 0; i < plan.inputs().size(); i++) {
            InputPlan input = plan.inputs().get(i);
            method.addJavadoc(
                            "@param $L {@code 1 x $L}\n",
                            parameter(input),
                            input.input().size())
                    .addParameter(float[].class, parameter(input))
                    .addStatement(
                            "place($S, $L, $L, sample, $L)",
                            input.input().name(),
                            parameter(input),
                            input.columns(),
                            columnsBefore(i));
        }
        return method.addJavadoc("""
                        @return a new array, {@code 1 x $L}
                        @throws $T if a length is wrong or a feature is not finite
                        """, plan.outputLayer().layer().units(), IllegalArgumentException.class)
                .addStatement("return predict(sample)")
                .build();
    }

    /** The input's own name, unless something else in the methods has it. */
    private String parameter(InputPlan input) {
        Set<String> taken = new HashSet<>(OTHER_NAMES);
        for (InputPlan other : plan.inputs()) {
            taken.add(other.columns());
            if (!other.equals(input)) {
                taken.add(other.input().name());
            }
        }
        String name = input.input().name();
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /*
     * /** The features of each input together. *\/
     * private void splitInputs(int rows) {
     *     Merging.copyColumns(inputs, inputOffset, INPUTS, 0, xA, 0, X_COLUMNS, 0, X_COLUMNS, rows);
     *     ...
     * }
     */
    MethodSpec split() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("splitInputs")
                .addJavadoc("The features of each input, together.\n")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows");
        for (int i = 0; i < plan.inputs().size(); i++) {
            InputPlan input = plan.inputs().get(i);
            method.addStatement(
                    "$T.copyColumns(inputs, inputOffset, INPUTS, $L,$W$L, 0, $L, 0,$W$L, rows)",
                    RuntimeTypes.MERGING,
                    columnsBefore(i),
                    input.values(),
                    input.columns(),
                    input.columns());
        }
        return method.build();
    }

    /** The features' gradients side by side, as the features were. */
    CodeBlock joinGradients() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < plan.inputs().size(); i++) {
            InputPlan input = plan.inputs().get(i);
            code.addStatement(
                    "$T.copyColumns($L, 0, $L, 0,$WinputGradients, 0, INPUTS, $L,$W$L, rows)",
                    RuntimeTypes.MERGING,
                    input.gradients(),
                    input.columns(),
                    columnsBefore(i),
                    input.columns());
        }
        return code.build();
    }

    /*
     * /** Computes the outputs of some samples, whose features come input by input. ... *\/
     * public void forward(float[] x, float[] y, int rows) {
     *     float[] samples = joinedInputs(rows);
     *     checkColumns("x", x, X_COLUMNS, rows);
     *     checkColumns("y", y, Y_COLUMNS, rows);
     *     joinColumns(x, X_COLUMNS, rows, samples, 0);
     *     joinColumns(y, Y_COLUMNS, rows, samples, X_COLUMNS);
     *     forward(samples, 0, rows);
     * }
     */
    List<MethodSpec> ofThePass() {
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder forward = MethodSpec.methodBuilder("forward")
                .addJavadoc("Computes the outputs of {@code rows} samples, whose features come input by input.\n\n")
                .addModifiers(Modifier.PUBLIC)
                .addStatement("float[] samples = joinedInputs(rows)");
        CodeBlock.Builder copies = CodeBlock.builder();
        for (int i = 0; i < plan.inputs().size(); i++) {
            InputPlan input = plan.inputs().get(i);
            forward.addJavadoc(
                            "@param $L {@code rows x $L}; copied\n",
                            parameter(input),
                            input.input().size())
                    .addParameter(float[].class, parameter(input))
                    .addStatement(
                            "checkColumns($S, $L, $L, rows)", input.input().name(), parameter(input), input.columns());
            copies.addStatement(
                    "joinColumns($L, $L, rows, samples, $L)", parameter(input), input.columns(), columnsBefore(i));
            methods.add(gradientsOf(input));
        }
        forward.addJavadoc("""
                        @param rows samples, from 1 to the capacity
                        @throws $T if a length or the number of rows is wrong, or a feature is not finite
                        """, IllegalArgumentException.class)
                .addParameter(int.class, "rows")
                .addCode(copies.build())
                .addStatement("forward(samples, 0, rows)");
        methods.add(0, forward.build());
        return methods;
    }

    /*
     * /** dL/dx of the last backward pass, live, capacity x 1. ... *\/
     * public float[] gradientsOfX() {
     *     inputGradients();
     *     return xDa;
     * }
     */
    private static MethodSpec gradientsOf(InputPlan input) {
        return MethodSpec.methodBuilder("gradientsOf" + input.names().method())
                .addJavadoc(
                        """
                        dL/d$L of the last backward pass, live, {@code capacity x $L}; the first rows count. Computed when it is asked for.

                        @throws $T if the last thing done was no backward pass
                        """,
                        input.input().name(),
                        String.format(Locale.ROOT, "%d", input.input().size()),
                        IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(float[].class)
                .addStatement("inputGradients()")
                .addStatement("return $L", input.gradients())
                .build();
    }

    /** The type that {@code newPass} returns: where there are methods that name inputs, the class that has them. */
    static ClassName passType(NetworkPlan plan, ClassName self) {
        return plan.inputs().isEmpty() ? RuntimeTypes.PASS : self.nestedClass(WorkspaceEmitter.NAME);
    }

    private String columnsBefore(int index) {
        if (index == 0) {
            return "0";
        }
        StringBuilder columns = new StringBuilder();
        for (InputPlan before : plan.inputs().subList(0, index)) {
            columns.append(columns.isEmpty() ? "" : " + ").append(before.columns());
        }
        return columns.toString();
    }
}
