package dev.netwright.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.RecordPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes what a network of several output heads has for callers who name them: methods of the pass, and a record of outputs. */
final class NamedHeadsEmitter {
    /** What no component of a record may be called, JLS 8.10.3, and the classes that its methods need, with the start of their packages. */
    private static final Set<String> NO_COMPONENTS = Set.of(
            "Arrays",
            "GeneratedNetwork",
            "clone",
            "dev",
            "finalize",
            "getClass",
            "hashCode",
            "java",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private final NetworkPlan plan;

    NamedHeadsEmitter(NetworkPlan plan) {
        this.plan = plan;
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
            components.addParameter(float[].class, component(head));
            type.addJavadoc(
                    "@param $L {@code 1 x $L}\n", component(head), head.layer().units());
            labels(i).ifPresent(labels -> type.addMethod(label(head, labels)));
        }
        return type.recordConstructor(components.build()).addMethod(text()).build();
    }

    /** Arrays have no text of their own. */
    private MethodSpec text() {
        CodeBlock.Builder text = CodeBlock.builder();
        String before = plan.outputsName() + "[";
        for (LayerPlan head : plan.heads()) {
            text.add("$S + $T.toString($L)$W+ ", before + component(head) + "=", Arrays.class, component(head));
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
        return MethodSpec.methodBuilder(labelMethod(head))
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
                        component(head))
                .build();
    }

    private static String labelMethod(LayerPlan head) {
        return "labelOf" + head.names().method();
    }

    /** What the units of a head stand for. */
    private Optional<ClassName> labels(int head) {
        return plan.model().task().labelsOf(head).map(UserTypes::name);
    }

    /** The constants of the enums that outputs stand for. */
    List<FieldSpec> labels() {
        List<FieldSpec> fields = new ArrayList<>();
        for (int i = 0; i < plan.heads().size(); i++) {
            LayerPlan head = plan.heads().get(i);
            plan.model()
                    .task()
                    .labelsOf(i)
                    .ifPresent(type -> fields.add(FieldSpec.builder(
                                    ArrayTypeName.of(UserTypes.name(type)),
                                    head.names().labels(),
                                    Modifier.PRIVATE,
                                    Modifier.STATIC,
                                    Modifier.FINAL)
                            .addJavadoc(
                                    "What the outputs of head $L stand for, in their order.\n",
                                    head.layer().name())
                            .initializer(UserTypes.constants(type))
                            .build()));
        }
        return fields;
    }

    /*
     * HouseFeatures.INSTANCE.dataset(samples, Targets.ofLabels(kind, KIND_LABELS), Targets.ofValues(price, PRICE_UNITS))
     */
    void addTargets(MethodSpec.Builder dataset, CodeBlock start) {
        List<CodeBlock> targets = new ArrayList<>();
        for (int i = 0; i < plan.heads().size(); i++) {
            LayerPlan head = plan.heads().get(i);
            String parameter = parameter(head);
            Optional<ClassName> labels = labels(i);
            if (labels.isPresent()) {
                dataset.addJavadoc(
                                "@param $L what head $L should say of each\n",
                                parameter,
                                head.layer().name())
                        .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), labels.get()), parameter);
                targets.add(CodeBlock.of(
                        "$T.ofLabels($L, $L)",
                        RuntimeTypes.TARGETS,
                        parameter,
                        head.names().labels()));
            } else {
                dataset.addJavadoc(
                                "@param $L what head $L should give for each, {@code samples x $L}\n",
                                parameter,
                                head.layer().name(),
                                head.layer().units())
                        .addParameter(float[].class, parameter);
                targets.add(CodeBlock.of(
                        "$T.ofValues($L, $L)",
                        RuntimeTypes.TARGETS,
                        parameter,
                        head.names().units()));
            }
        }
        dataset.addStatement(
                SamplesEmitter.returned(plan.model(), CodeBlock.of("$L$L)", start, CodeBlock.join(targets, ",$W"))));
    }

    /** Of a method that takes samples too. */
    private String parameter(LayerPlan head) {
        String name = component(head);
        // The classes that the method names are out of sight where a parameter has their name.
        Set<String> others = new HashSet<>(Set.of("samples", "Targets", "TOPOLOGY", "dev"));
        RecordPlan.of(plan.model()).forEach(record -> others.add(record.className()));
        InputParameters inputs = new InputParameters(plan);
        plan.model().givenInputs().forEach(input -> others.add(inputs.of(input)));
        while (others.contains(name) || isTaken(name, head)) {
            name += "_";
        }
        return name;
    }

    private String component(LayerPlan head) {
        String name = head.layer().name();
        while (NO_COMPONENTS.contains(name) || isTaken(name, head) || isLabelMethod(name)) {
            name += "_";
        }
        return name;
    }

    /** Which a component's accessor would take the place of. */
    private boolean isLabelMethod(String name) {
        return IntStream.range(0, plan.heads().size())
                .filter(i -> labels(i).isPresent())
                .anyMatch(i -> labelMethod(plan.heads().get(i)).equals(name));
    }

    /** Whether another head has a name, or a constant that methods use beside it. */
    private boolean isTaken(String name, LayerPlan head) {
        return plan.heads().stream()
                .anyMatch(other -> (!other.equals(head) && other.layer().name().equals(name))
                        || other.names().units().equals(name)
                        || other.names().labels().equals(name));
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
