package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.InputPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * Writes what a network of several inputs has besides: how their features are taken apart and put together, and methods of the pass that
 * name the inputs. A sample is a row with the features of all of them side by side.
 */
final class InputsEmitter {
    private final NetworkPlan plan;
    private final InputParameters parameters;

    InputsEmitter(NetworkPlan plan) {
        this.plan = plan;
        parameters = new InputParameters(plan);
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
        List<MethodSpec> methods = new ArrayList<>(List.of(forward(), forwardTraining()));
        for (int i = 0; i < plan.inputs().size(); i++) {
            methods.add(gradientsOf(plan.inputs().get(i), i));
        }
        return methods;
    }

    private MethodSpec forward() {
        MethodSpec.Builder forward = MethodSpec.methodBuilder("forward")
                .addJavadoc("Computes the outputs of {@code rows} samples, whose features come input by input.\n\n");
        addInputs(forward);
        return forward.addJavadoc("""
                        @throws $T if an array is too short, the number of rows is out of range, or a feature is not finite
                        """, IllegalArgumentException.class)
                .addStatement("forward(samples, 0, rows)")
                .build();
    }

    /*
     * /** Does the same as training does it: ... *\/
     * public void forwardTraining(float[] x, float[] y, int rows, long seed, long step, long batchRow) {
     *     ...
     *     forwardTraining(samples, 0, rows, seed, step, batchRow);
     * }
     */
    private MethodSpec forwardTraining() {
        MethodSpec.Builder forward = MethodSpec.methodBuilder("forwardTraining")
                .addJavadoc(
                        "Does the same as training does it: with what is dropped, and with the mean and variance of these rows.\n\n");
        addInputs(forward);
        return forward.addJavadoc("""
                        @param seed of the training
                        @param step of the training, counted over all epochs
                        @param batchRow the number within its batch of the first of these rows
                        @throws $T if an array is too short, the number of rows is out of range, or a feature is not finite
                        """, IllegalArgumentException.class)
                .addParameter(long.class, "seed")
                .addParameter(long.class, "step")
                .addParameter(long.class, "batchRow")
                .addStatement("forwardTraining(samples, 0, rows, seed, step, batchRow)")
                .build();
    }

    /** Parameters for the features of each input, and how they become {@code samples}. */
    private void addInputs(MethodSpec.Builder method) {
        method.addModifiers(Modifier.PUBLIC).addStatement("float[] samples = joinedInputs(rows)");
        CodeBlock.Builder copies = CodeBlock.builder();
        for (int i = 0; i < plan.inputs().size(); i++) {
            InputPlan input = plan.inputs().get(i);
            String parameter = parameters.of(input.input());
            method.addJavadoc(
                            "@param $L {@code rows x $L}; may be longer, copied\n",
                            parameter,
                            input.input().size())
                    .addParameter(float[].class, parameter)
                    .addStatement(
                            "checkColumns($S, $L, $L, rows)", input.input().name(), parameter, input.columns());
            copies.addStatement("joinColumns($L, $L, rows, samples, $L)", parameter, input.columns(), columnsBefore(i));
        }
        method.addJavadoc("@param rows samples, from 1 to the capacity\n")
                .addParameter(int.class, "rows")
                .addCode(copies.build());
    }

    /*
     * /** dL/dx of the last backward pass, live, capacity x 1. ... *\/
     * public float[] gradientsOfX() {
     *     splitInputGradients(0, xDa, X_COLUMNS);
     *     return xDa;
     * }
     */
    private MethodSpec gradientsOf(InputPlan input, int index) {
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
                .addStatement(
                        "splitInputGradients($L, $L, $L)", columnsBefore(index), input.gradients(), input.columns())
                .addStatement("return $L", input.gradients())
                .build();
    }

    String columnsBefore(int index) {
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
