package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.model.InputModel;
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
        for (InputModel input : plan.model().inputs()) {
            method.addJavadoc("@param $L {@code 1 x $L}\n", parameters.of(input), input.size())
                    .addParameter(float[].class, parameters.of(input));
        }
        if (hasOneHead) {
            method.returns(float[].class)
                    .addJavadoc(
                            "@return a new array, {@code 1 x $L}\n",
                            plan.model().outputSize())
                    .addStatement("return predict($L)", nameOfSample());
        } else {
            method.returns(ClassName.get("", NamedHeadsEmitter.RECORD))
                    .addJavadoc("@return new arrays, one for each head\n")
                    .addCode(new NamedHeadsEmitter(plan).split(nameOfSample()));
        }
        return method.addJavadoc(
                        "@throws $T if a length is wrong or a feature is not finite\n", IllegalArgumentException.class)
                .build();
    }

    private String nameOfSample() {
        return plan.inputs().isEmpty() ? parameters.of(plan.model().inputs().get(0)) : "sample";
    }

    /** The features of several inputs side by side. */
    private CodeBlock sample() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (plan.inputs().isEmpty()) {
            return code.build();
        }
        code.addStatement("float[] sample = new float[INPUTS]");
        List<InputModel> inputs = plan.model().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            code.addStatement(
                    "place($S, $L, $L, sample, $L)",
                    inputs.get(i).name(),
                    parameters.of(inputs.get(i)),
                    plan.inputs().get(i).columns(),
                    new InputsEmitter(plan).columnsBefore(i));
        }
        return code.build();
    }

    /** The type that {@code newPass} returns: where it has methods that name inputs or outputs, the class itself. */
    static ClassName passType(NetworkPlan plan, ClassName self) {
        return plan.namesItsEnds() ? self.nestedClass(WorkspaceEmitter.NAME) : RuntimeTypes.PASS;
    }
}
