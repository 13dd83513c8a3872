package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.netwright.processor.model.ImportModel;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what features and outputs are called, where records and enums give them names: files keep these beside the parameters. */
final class NamesEmitter {
    private final NetworkPlan plan;
    private final SamplesEmitter samples;

    NamesEmitter(NetworkPlan plan, SamplesEmitter samples) {
        this.plan = plan;
        this.samples = samples;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (plan.model().inputs().stream().anyMatch(input -> input.record().isPresent())) {
            methods.add(featureNames());
        }
        if (labels().stream().anyMatch(label -> !label.isEmpty())) {
            methods.add(labelsOfHead());
        }
        plan.model()
                .imported()
                .map(ImportModel::labels)
                .filter(labels -> labels.stream().anyMatch(label -> !label.isEmpty()))
                .ifPresent(labels -> methods.add(labelsOfFile(labels)));
        return methods;
    }

    /*
     * @Override
     * public List<String> featureNames() {
     *     return FlowerFeatures.INSTANCE.names();
     * }
     */
    private MethodSpec featureNames() {
        List<InputModel> inputs = plan.model().givenInputs();
        CodeBlock names = inputs.size() == 1 ? samples.featuresOf(inputs.get(0)) : samples.noSamples();
        return override("featureNames").addStatement("return $L.names()", names).build();
    }

    /*
     * @Override
     * public List<String> labels(int head) {
     *     return constantNames(LABELS);
     * }
     *
     * Where there are several heads:
     *
     *     return switch (head) {
     *         case 1 -> constantNames(KIND_LABELS);
     *         default -> List.of();
     *     };
     */
    private MethodSpec labelsOfHead() {
        MethodSpec.Builder method = override("labels").addParameter(int.class, "head");
        if (plan.model().hasOneHead()) {
            return method.addStatement("return constantNames($L)", labels().get(0))
                    .build();
        }
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int head = 0; head < labels().size(); head++) {
            if (!labels().get(head).isEmpty()) {
                cases.add("case $L -> constantNames($L);\n", head, labels().get(head));
            }
        }
        return method.addCode("return switch (head) {$>\n$Ldefault -> $T.of();\n$<};\n", cases.build(), List.class)
                .build();
    }

    /*
     * @Override
     * public List<String> labels(int head) {
     *     return switch (head) {
     *         case 0 -> List.of("no", "yes");
     *         default -> List.of();
     *     };
     * }
     */
    private static MethodSpec labelsOfFile(List<List<String>> labels) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int head = 0; head < labels.size(); head++) {
            if (!labels.get(head).isEmpty()) {
                CodeBlock names = labels.get(head).stream()
                        .map(label -> CodeBlock.of("$S", label))
                        .collect(CodeBlock.joining(",$W"));
                cases.add("case $L -> $T.of($L);\n", head, List.class, names);
            }
        }
        return override("labels")
                .addParameter(int.class, "head")
                .addCode("return switch (head) {$>\n$Ldefault -> $T.of();\n$<};\n", cases.build(), List.class)
                .build();
    }

    /** The constants of each head's enum; empty where it has none. */
    private List<String> labels() {
        if (plan.model().hasOneHead()) {
            return List.of(plan.model().task().labels().isPresent() ? SamplesEmitter.LABELS : "");
        }
        List<String> labels = new ArrayList<>();
        for (int head = 0; head < plan.heads().size(); head++) {
            boolean hasLabels = plan.model().task().labelsOf(head).isPresent();
            labels.add(hasLabels ? plan.heads().get(head).names().labels() : "");
        }
        return labels;
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(String.class)));
    }
}
