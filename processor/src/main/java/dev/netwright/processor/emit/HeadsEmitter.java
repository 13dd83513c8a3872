package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes what a pass of several output heads has besides: how their outputs are put side by side, and where a backward pass starts at
 * each of them. An output's gradient is that of the caller, in some columns of what the caller gives, and that of its readers.
 */
final class HeadsEmitter {
    private static final List<ParameterSpec> START_PARAMETERS = List.of(
            ParameterSpec.builder(float[].class, "gradients").build(),
            ParameterSpec.builder(int.class, "columns").build(),
            ParameterSpec.builder(int.class, "from").build(),
            ParameterSpec.builder(int.class, "rows").build());

    private final NetworkPlan plan;

    HeadsEmitter(NetworkPlan plan) {
        this.plan = plan;
    }

    /** Whether any head has logits that are not its outputs. */
    private boolean hasLogits() {
        return plan.heads().stream().anyMatch(LayerPlan::hasLogitsOfItsOwn);
    }

    /*
     * /** Outputs of all heads, side by side: capacity x 5. *\/
     * private final float[] outputs;
     * /** Logits of all heads likewise. *\/
     * private final float[] logits;
     */
    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(joined("outputs")
                .addJavadoc(
                        "The outputs of all heads side by side, {@code capacity x $L}.\n",
                        plan.model().outputSize())
                .build());
        if (hasLogits()) {
            fields.add(joined("logits")
                    .addJavadoc("The logits of all heads likewise.\n")
                    .build());
        }
        return fields;
    }

    private static FieldSpec.Builder joined(String name) {
        return FieldSpec.builder(float[].class, name, Modifier.PRIVATE, Modifier.FINAL);
    }

    CodeBlock allocation() {
        CodeBlock.Builder code =
                CodeBlock.builder().addStatement("$L = new float[capacity * $L]", "outputs", ConstantsEmitter.OUTPUTS);
        if (hasLogits()) {
            code.addStatement("$L = new float[capacity * $L]", "logits", ConstantsEmitter.OUTPUTS);
        }
        return code.build();
    }

    /** The array that {@code logits()} gives. */
    String logits() {
        return hasLogits() ? "logits" : "outputs";
    }

    /*
     * @Override
     * protected float[] headOutputs(int head) {
     *     return switch (head) {
     *         case 0 -> policyA;
     *         default -> valueZ;
     *     };
     * }
     */
    List<MethodSpec> ofOneHead() {
        return List.of(
                ofOneHead("headOutputs", layer -> layer.arrays().y()),
                ofOneHead("headLogits", layer -> layer.arrays().logits()));
    }

    private MethodSpec ofOneHead(String name, Function<LayerPlan, String> array) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("return switch (head) {\n").indent();
        for (int i = 0; i < plan.heads().size(); i++) {
            String label = i == plan.heads().size() - 1 ? "default" : "case " + i;
            code.add("$L -> $L;\n", label, array.apply(plan.heads().get(i)));
        }
        return override(name)
                .returns(float[].class)
                .addParameter(int.class, "head")
                .addCode(code.unindent().add("};\n").build())
                .build();
    }

    /*
     * /** The outputs and logits of all heads, side by side. *\/
     * private void joinHeads(int rows) {
     *     Merging.copyColumns(policyA, 0, POLICY_UNITS, 0, outputs, 0, OUTPUTS, 0, POLICY_UNITS, rows);
     *     ...
     * }
     */
    MethodSpec join() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("joinHeads")
                .addJavadoc("The outputs$L of all heads, side by side.\n", hasLogits() ? " and logits" : "")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows")
                .addCode(join(layer -> layer.arrays().y(), "outputs"));
        if (hasLogits()) {
            method.addCode(join(layer -> layer.arrays().logits(), "logits"));
        }
        return method.build();
    }

    private CodeBlock join(Function<LayerPlan, String> array, String joined) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < plan.heads().size(); i++) {
            LayerPlan head = plan.heads().get(i);
            code.addStatement(
                    "$T.copyColumns($L, 0, $L, 0,$W$L, 0, $L, $L,$W$L, rows)",
                    RuntimeTypes.MERGING,
                    array.apply(head),
                    head.names().units(),
                    joined,
                    ConstantsEmitter.OUTPUTS,
                    columnsBefore(i),
                    head.names().units());
        }
        return code.build();
    }

    /** Where the columns of a head start among those of all: {@code POLICY_UNITS + VALUE_UNITS}. */
    String columnsBefore(int index) {
        return index == 0
                ? "0"
                : plan.heads().subList(0, index).stream()
                        .map(head -> head.names().units())
                        .collect(Collectors.joining(" + "));
    }

    /*
     * /** From dL/da of all heads, side by side. *\/
     * @Override
     * protected void computeDeltas(float[] outputGradients, int rows) {
     *     startAtOutputsOfPolicy(outputGradients, OUTPUTS, 0, rows);
     *     startAtOutputsOfValue(outputGradients, OUTPUTS, POLICY_UNITS, rows);
     *     backpropagate(rows);
     * }
     */
    List<MethodSpec> deltas(CodeBlock goThroughLayers) {
        MethodSpec.Builder ofOutputs = override("computeDeltas")
                .addJavadoc("From dL/da of all heads, side by side.\n")
                .addParameter(float[].class, "outputGradients")
                .addParameter(int.class, "rows");
        MethodSpec.Builder ofLogits = override("computeDeltasFromLogits")
                .addParameter(float[].class, "logitGradients")
                .addParameter(int.class, "rows");
        MethodSpec.Builder ofEach = override("computeDeltasOfHeads")
                .addJavadoc("From what the caller has of each head, dL/da or dL/dz.\n")
                .addParameter(float[][].class, "gradients")
                .addParameter(boolean[].class, "areOfLogits")
                .addParameter(int.class, "rows");
        List<MethodSpec> starts = new ArrayList<>();
        for (int i = 0; i < plan.heads().size(); i++) {
            LayerPlan head = plan.heads().get(i);
            ofOutputs.addCode(startAt("Outputs", head, "outputGradients", ConstantsEmitter.OUTPUTS, columnsBefore(i)));
            starts.add(startAtOutputs(head));
            CodeBlock own = startAt(
                    "Outputs", head, "gradients[" + i + "]", head.names().units(), "0");
            if (!head.hasLogitsOfItsOwn()) {
                ofLogits.addCode(
                        startAt("Outputs", head, "logitGradients", ConstantsEmitter.OUTPUTS, columnsBefore(i)));
                ofEach.addCode(own);
                continue;
            }
            ofLogits.addCode(startAt("Logits", head, "logitGradients", ConstantsEmitter.OUTPUTS, columnsBefore(i)));
            starts.add(startAtLogits(head));
            ofEach.beginControlFlow("if (areOfLogits[$L])", i)
                    .addCode(startAt(
                            "Logits", head, "gradients[" + i + "]", head.names().units(), "0"))
                    .nextControlFlow("else")
                    .addCode(own)
                    .endControlFlow();
        }
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(ofOutputs.addCode(goThroughLayers).build());
        methods.add(fromLogits(ofLogits, goThroughLayers));
        methods.add(ofEach.addCode(goThroughLayers).build());
        methods.addAll(starts);
        return methods;
    }

    private MethodSpec fromLogits(MethodSpec.Builder method, CodeBlock goThroughLayers) {
        if (hasLogits()) {
            return method.addJavadoc("From dL/dz of all heads, side by side.\n")
                    .addCode(goThroughLayers)
                    .build();
        }
        return override("computeDeltasFromLogits")
                .addJavadoc("The same: the logits of every head are its outputs.\n")
                .addParameters(method.build().parameters())
                .addStatement("computeDeltas(logitGradients, rows)")
                .build();
    }

    private static CodeBlock startAt(String where, LayerPlan head, String given, String columns, String from) {
        return CodeBlock.builder()
                .addStatement(
                        "startAt$LOf$L($L, $L, $L, rows)", where, head.names().method(), given, columns, from)
                .build();
    }

    /*
     * /** Starts at the outputs of policy, whose dL/da is columns of what is given. *\/
     * private void startAtOutputsOfPolicy(float[] gradients, int columns, int from, int rows) {
     *     Merging.copyColumns(gradients, 0, columns, from, policyDa, 0, POLICY_UNITS, 0, POLICY_UNITS, rows);
     *     // dL/dzᵢ = ...
     * }
     */
    private static MethodSpec startAtOutputs(LayerPlan head) {
        MethodSpec.Builder method = start("Outputs", head)
                .addJavadoc(
                        "Starts at the outputs of $L: some columns of the gradients given are its dL/d$L.\n",
                        head.layer().name(),
                        head.endsInActivation() ? "a" : "y")
                .addCode(copyTo(head, head.arrays().dy()));
        if (head.arrays().ownsGiven()) {
            method.addCode(zeros(head, head.arrays().given()));
        } else if (head.startsAtDz()) {
            method.addCode(ActivationEmitter.backward(head, head.arrays().da()));
        }
        return method.build();
    }

    /*
     * /** Starts at the logits of policy: some columns of the gradients given are its dL/dz, which is a - t for ... *\/
     */
    private static MethodSpec startAtLogits(LayerPlan head) {
        MethodSpec.Builder method = start("Logits", head)
                .addJavadoc(
                        "Starts at the logits of $L: some columns of the gradients given are its dL/dz,\n$L\n",
                        head.layer().name(),
                        Formulas.atTheLogits(head.layer()));
        return head.arrays().ownsGiven()
                ? method.addCode(zeros(head, head.arrays().dy()))
                        .addCode(copyTo(head, head.arrays().given()))
                        .build()
                : method.addCode(copyTo(head, head.arrays().dz())).build();
    }

    private static MethodSpec.Builder start(String where, LayerPlan head) {
        return MethodSpec.methodBuilder("startAt" + where + "Of" + head.names().method())
                .addModifiers(Modifier.PRIVATE)
                .addParameters(START_PARAMETERS);
    }

    private static CodeBlock copyTo(LayerPlan head, String target) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.copyColumns(gradients, 0, columns, from,$W$L, 0, $L, 0,$W$L, rows)",
                        RuntimeTypes.MERGING,
                        target,
                        head.names().units(),
                        head.names().units())
                .build();
    }

    private static CodeBlock zeros(LayerPlan head, String target) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.fill($L, 0, rows * $L, 0f)",
                        Arrays.class,
                        target,
                        head.names().units())
                .build();
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
