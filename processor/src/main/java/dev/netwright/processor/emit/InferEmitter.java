package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.Task;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the prediction of one sample for callers who name its inputs, its outputs or both. */
final class InferEmitter {
    private final NetworkPlan plan;
    private final InputParameters parameters;

    InferEmitter(NetworkPlan plan) {
        this.plan = plan;
        parameters = new InputParameters(plan);
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
        boolean hasOneHead = plan.model().hasOneHead();
        MethodSpec.Builder method = MethodSpec.methodBuilder("infer")
                .addJavadoc("The outputs for one sample.\n\n")
                .addModifiers(Modifier.PUBLIC)
                .addCode(sample());
        for (InputModel input : plan.model().givenInputs()) {
            if (input.record().isPresent()) {
                method.addJavadoc("@param $L its components are the features\n", parameters.of(input));
            } else {
                method.addJavadoc("@param $L {@code 1 x $L}\n", parameters.of(input), input.size());
            }
            method.addParameter(SamplesEmitter.type(input), parameters.of(input));
        }
        if (hasOneHead) {
            method.returns(float[].class)
                    .addJavadoc(
                            "@return a new array, {@code 1 x $L}\n",
                            plan.model().outputSize())
                    .addStatement("return predict($L)", nameOfSample());
        } else {
            method.returns(ClassName.get("", plan.outputsName()))
                    .addJavadoc("@return new arrays, one for each head\n")
                    .addCode(new OutputsEmitter(plan).split(nameOfSample()));
        }
        return method.addJavadoc(
                        "@throws $T if $L or a feature is not finite\n",
                        IllegalArgumentException.class,
                        hasRecord() ? "a value is missing that must not be" : "a length is wrong")
                .build();
    }

    private String nameOfSample() {
        return plan.inputs().isEmpty() && !hasRecord()
                ? parameters.of(plan.model().inputs().get(0))
                : "sample";
    }

    /** Whether the class needs the method besides those that every network has, and those that its task brings. */
    static boolean isNeeded(NetworkPlan plan) {
        boolean isTyped = plan.model().task().kind() != Task.Kind.NETWORK;
        return plan.namesItsEnds() || (new InferEmitter(plan).hasRecord() && !isTyped);
    }

    /** The features of several inputs side by side, or those of a record. */
    private CodeBlock sample() {
        CodeBlock.Builder code = CodeBlock.builder();
        SamplesEmitter samples = new SamplesEmitter(plan);
        List<InputModel> inputs = plan.model().inputs();
        if (plan.inputs().isEmpty()) {
            InputModel only = inputs.get(0);
            if (hasRecord()) {
                code.addStatement("float[] sample = $L.of($L)", samples.featuresOf(only), parameters.of(only));
            }
            return code.build();
        }
        code.addStatement("float[] sample = new float[INPUTS]");
        for (int i = 0; i < inputs.size(); i++) {
            String parameter = parameters.of(inputs.get(i));
            String at = new InputsEmitter(plan).columnsBefore(i);
            if (inputs.get(i).record().isPresent()) {
                code.addStatement("$L.write($L, sample, $L)", samples.featuresOf(inputs.get(i)), parameter, at);
            } else if (!inputs.get(i).isOfRecord()) {
                code.addStatement(
                        "place($S, $L, $L, sample, $L)",
                        inputs.get(i).name(),
                        parameter,
                        plan.inputs().get(i).columns(),
                        at);
            }
        }
        return code.build();
    }

    private boolean hasRecord() {
        return plan.model().inputs().stream().anyMatch(input -> input.record().isPresent());
    }

    /** The type that {@code newPass} returns: where it has methods that name inputs or outputs, the class itself. */
    static ClassName passType(NetworkPlan plan, ClassName self) {
        return plan.namesItsEnds() ? self.nestedClass(plan.workspaceName()) : RuntimeTypes.PASS;
    }
}
