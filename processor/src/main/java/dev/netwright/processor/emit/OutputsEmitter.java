package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.Arrays;
import javax.lang.model.element.Modifier;

/** Writes the record of the outputs for one sample that a network of several output heads gives, and how it is made. */
final class OutputsEmitter {
    private final NetworkPlan plan;
    private final HeadNames names;

    OutputsEmitter(NetworkPlan plan) {
        this.plan = plan;
        names = new HeadNames(plan);
    }

    /*
     * /** The outputs for one sample, head by head. *\/
     * public record Outputs(float[] policy, float[] value) {
     *     @Override
     *     public String toString() {
     *         return "Outputs[policy=" + Arrays.toString(policy) + ", value=" + Arrays.toString(value) + "]";
     *     }
     * }
     */
    TypeSpec record() {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        TypeSpec.Builder type = TypeSpec.recordBuilder(plan.outputsName())
                .addJavadoc("The outputs for one sample, head by head.\n\n")
                .addModifiers(plan.model().isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0]);
        for (int i = 0; i < plan.heads().size(); i++) {
            LayerPlan head = plan.heads().get(i);
            components.addParameter(float[].class, names.component(head));
            type.addJavadoc(
                    "@param $L {@code 1 x $L}\n",
                    names.component(head),
                    head.layer().units());
            names.labels(i).ifPresent(labels -> type.addMethod(label(head, labels)));
        }
        return type.recordConstructor(components.build()).addMethod(text()).build();
    }

    /** Arrays have no text of their own. */
    private MethodSpec text() {
        CodeBlock.Builder text = CodeBlock.builder();
        String before = plan.outputsName() + "[";
        for (LayerPlan head : plan.heads()) {
            text.add(
                    "$S + $T.toString($L)$W+ ",
                    before + names.component(head) + "=",
                    Arrays.class,
                    names.component(head));
            before = ", ";
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L$S", text.build(), "]")
                .build();
    }

    /*
     * /** The constant that the largest output of head kind stands for; of equals the first. *\/
     * public Kind labelOfKind() {
     *     return KIND_LABELS[GeneratedNetwork.largest(kind)];
     * }
     */
    private MethodSpec label(LayerPlan head, ClassName labels) {
        return MethodSpec.methodBuilder(HeadNames.labelMethod(head))
                .addJavadoc("""
                        The constant that the largest output of head $L stands for; of equals the first.

                        @return the constant
                        @throws $T if an output is NaN
                        """, head.layer().name(), IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(labels)
                .addStatement(
                        "return $L[$T.largest($L)]",
                        head.names().labels(),
                        RuntimeTypes.GENERATED_NETWORK,
                        names.component(head))
                .build();
    }

    /*
     * float[] outputs = predict(sample);
     * return new Outputs(Arrays.copyOfRange(outputs, 0, POLICY_UNITS),
     *         Arrays.copyOfRange(outputs, POLICY_UNITS, OUTPUTS));
     */
    CodeBlock split(String sample) {
        HeadsEmitter heads = new HeadsEmitter(plan);
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("float[] outputs = predict($L)", sample)
                .add("return new $L(\n", plan.outputsName())
                .indent()
                .indent();
        int count = plan.heads().size();
        for (int i = 0; i < count; i++) {
            boolean isLast = i == count - 1;
            code.add(
                    "$T.copyOfRange(outputs, $L, $L)$L\n",
                    Arrays.class,
                    heads.columnsBefore(i),
                    isLast ? ConstantsEmitter.OUTPUTS : heads.columnsBefore(i + 1),
                    isLast ? ");" : ",");
        }
        return code.unindent().unindent().build();
    }
}
