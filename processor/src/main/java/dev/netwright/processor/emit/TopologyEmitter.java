package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Treatment;
import dev.netwright.processor.model.Weights;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.Range;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what a network says of itself: its topology, built once. */
final class TopologyEmitter {
    private TopologyEmitter() {}

    /*
     * private static final Topology TOPOLOGY = buildTopology();
     */
    static FieldSpec field() {
        return FieldSpec.builder(RuntimeTypes.TOPOLOGY, "TOPOLOGY", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("What the network says of itself.\n")
                .initializer("buildTopology()")
                .build();
    }

    /*
     * private static Topology buildTopology() {
     *     List<Topology.Dense> layers = new ArrayList<>();
     *     layers.add(new Topology.Dense(...));
     *     return new Topology("Digits", INPUTS, layers);
     * }
     */
    static List<MethodSpec> methods(NetworkPlan plan) {
        MethodSpec.Builder topology = MethodSpec.methodBuilder("buildTopology")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeTypes.TOPOLOGY)
                .addStatement("$T<$T> layers = new $T<>()", List.class, layerType(plan), ArrayList.class);
        MethodSpec part = MethodSpec.methodBuilder("buildTopology")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), layerType(plan)), "layers")
                .build();
        List<MethodSpec> methods = new ArrayList<>(
                MethodParts.add(topology, part, plan.descriptionGroups(), group -> descriptions(plan, group)));
        topology.addStatement(
                "return new $T($S, $L, layers$L)",
                RuntimeTypes.TOPOLOGY,
                plan.model().simpleName(),
                input(plan),
                heads(plan));
        methods.add(0, topology.build());
        return methods;
    }

    private static ClassName layerType(NetworkPlan plan) {
        boolean isDense =
                plan.layers().stream().allMatch(layer -> layer.hasWeights() && !layer.convolves() && !layer.embeds());
        return isDense && isOfShortForm(plan.model()) ? RuntimeTypes.DENSE : RuntimeTypes.LAYER;
    }

    private static boolean hasDefaultName(NetworkModel model) {
        return model.inputs().size() == 1 && model.inputs().get(0).name().equals(InputModel.DEFAULT_NAME);
    }

    /** The short form says neither what the only input is called, nor which layers are outputs. */
    private static boolean isOfShortForm(NetworkModel model) {
        return hasDefaultName(model) && model.hasOneHead();
    }

    private static CodeBlock heads(NetworkPlan plan) {
        return plan.model().hasOneHead()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        ",$W$T.of($L)",
                        List.class,
                        plan.heads().stream()
                                .map(head -> CodeBlock.of("$S", head.layer().name()))
                                .collect(CodeBlock.joining(",$W")));
    }

    private static CodeBlock input(NetworkPlan plan) {
        if (isOfShortForm(plan.model())) {
            return CodeBlock.of("INPUTS");
        }
        if (plan.inputs().isEmpty()) {
            String name = plan.model().inputs().get(0).name();
            return CodeBlock.of("$T.of(new $T($S, INPUTS))", List.class, RuntimeTypes.INPUT, name);
        }
        return CodeBlock.of(
                "$T.of($L)",
                List.class,
                plan.inputs().stream()
                        .map(input -> CodeBlock.of(
                                "new $T($S, $L)",
                                RuntimeTypes.INPUT,
                                input.input().name(),
                                input.columns()))
                        .collect(CodeBlock.joining(",$W")));
    }

    private static CodeBlock descriptions(NetworkPlan plan, Range group) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = group.from(); i < group.to(); i++) {
            LayerPlan layer = plan.layers().get(i);
            boolean isAbove = plan.model().readsAbove(i);
            CodeBlock wiring = wiring(plan, layer.layer());
            CodeBlock given = isAbove ? CodeBlock.of("$T.ABOVE, ", RuntimeTypes.WIRING) : wiring;
            if (layer.embeds()) {
                CodeBlock training = training(layer.layer().weights().orElseThrow());
                code.add(EmbeddingEmitter.description(layer, given, pool(layer), training, treatmentOrNone(layer)));
            } else if (layer.convolves()) {
                code.add(convolution(layer, given));
            } else if (layer.hasWeights()) {
                code.add(dense(layer, isAbove, given));
            } else {
                code.add(weightless(layer, isAbove, given));
            }
        }
        return code.build();
    }

    /*
     * layers.add(new Topology.Dense(
     *         "hidden1", INPUTS, HIDDEN1_UNITS,
     *         Activation.RELU, /* alpha= *\/ Float.NaN, /* bias= *\/ true,
     *         Initializer.HE_NORMAL, /* constant= *\/ Float.NaN,
     *         HIDDEN1_WEIGHTS, HIDDEN1_BIASES));
     */
    private static CodeBlock dense(LayerPlan plan, boolean isAbove, CodeBlock given) {
        LayerModel layer = plan.layer();
        Weights weights = layer.weights().orElseThrow();
        // The short form says nothing of wiring, training and treatment.
        boolean isShort =
                isAbove && weights.isTrainedPlainly() && layer.treatment().equals(Treatment.NONE);
        return CodeBlock.of(
                """
                layers.add(new $T(
                        $S, $L$L, $L,
                        $T.$L, /* alpha= */ $L, /* bias= */ $L,
                        $T.$L, /* constant= */ $L,
                        $L, $L$L$L));
                """,
                RuntimeTypes.DENSE,
                layer.name(),
                isShort ? "" : given,
                plan.inputsConstant(),
                plan.names().units(),
                RuntimeTypes.ACTIVATION,
                layer.activation(),
                Literals.of(layer.alpha()),
                weights.bias(),
                RuntimeTypes.INITIALIZER,
                weights.initializer(),
                Literals.of(weights.constant()),
                plan.names().weights(),
                weights.bias() ? plan.names().biases() : ConstantsEmitter.endOfWeights(plan),
                isShort ? "" : training(weights),
                treatment(plan));
    }

    /*
     * layers.add(new Topology.Convolution(
     *         "hidden1", Topology.Wiring.ABOVE, HIDDEN1_CONVOLUTION,
     *         Activation.RELU, /* alpha= *\/ Float.NaN, Topology.Pool.maximum(HIDDEN1_POOL), /* bias= *\/ true,
     *         Initializer.HE_NORMAL, /* constant= *\/ Float.NaN,
     *         HIDDEN1_WEIGHTS, HIDDEN1_BIASES,
     *         Topology.Training.PLAIN, Topology.Treatment.NONE));
     */
    private static CodeBlock convolution(LayerPlan plan, CodeBlock given) {
        LayerModel layer = plan.layer();
        Weights weights = layer.weights().orElseThrow();
        return CodeBlock.of(
                """
                layers.add(new $T(
                        $S, $L$L,
                        $T.$L, /* alpha= */ $L, $L, /* bias= */ $L,
                        $T.$L, /* constant= */ $L,
                        $L, $L$L$L));
                """,
                RuntimeTypes.CONVOLUTION,
                layer.name(),
                given,
                plan.names().convolution(),
                RuntimeTypes.ACTIVATION,
                layer.activation(),
                Literals.of(layer.alpha()),
                pool(plan),
                weights.bias(),
                RuntimeTypes.INITIALIZER,
                weights.initializer(),
                Literals.of(weights.constant()),
                plan.names().weights(),
                weights.bias() ? plan.names().biases() : ConstantsEmitter.endOfWeights(plan),
                training(weights),
                treatmentOrNone(plan));
    }

    private static CodeBlock treatmentOrNone(LayerPlan plan) {
        return plan.layer().treatment().equals(Treatment.NONE)
                ? CodeBlock.of(", $T.NONE", RuntimeTypes.TREATMENT)
                : treatment(plan);
    }

    private static CodeBlock pool(LayerPlan plan) {
        return plan.pools()
                ? CodeBlock.of(
                        "$T.$L($L)",
                        RuntimeTypes.POOL,
                        PoolEmitter.kernel(plan),
                        plan.names().pool())
                : CodeBlock.of("$T.none()", RuntimeTypes.POOL);
    }

    private static CodeBlock training(Weights weights) {
        return weights.isTrainedPlainly()
                ? CodeBlock.of(",\n        $T.PLAIN", RuntimeTypes.TRAINING)
                : CodeBlock.of(
                        ",\n        new $T(/* isTrained= */ $L, /* l1= */ $L, /* l2= */ $L)",
                        RuntimeTypes.TRAINING,
                        weights.isTrained(),
                        Literals.of(weights.l1()),
                        Literals.of(weights.l2()));
    }

    /*
     * layers.add(new Topology.Weightless(
     *         "join", new Topology.Wiring(List.of("hidden1", "input"), Merge.CONCATENATE, ""),
     *         JOIN_UNITS, Activation.IDENTITY, /* alpha= *\/ Float.NaN));
     */
    private static CodeBlock weightless(LayerPlan plan, boolean isAbove, CodeBlock given) {
        LayerModel layer = plan.layer();
        boolean isTreated = !layer.treatment().equals(Treatment.NONE);
        boolean isPlain = !isTreated && !plan.pools();
        return CodeBlock.of(
                """
                layers.add(new $T(
                        $S, $L$L,
                        $T.$L, /* alpha= */ $L$L));
                """,
                RuntimeTypes.WEIGHTLESS,
                layer.name(),
                isAbove && isPlain ? "" : given,
                plan.zColumns(),
                RuntimeTypes.ACTIVATION,
                layer.activation(),
                Literals.of(layer.alpha()),
                isPlain ? "" : CodeBlock.of(",$W$L$L", pool(plan), treatment(plan)));
    }

    private static CodeBlock treatment(LayerPlan plan) {
        Treatment treatment = plan.layer().treatment();
        if (treatment.equals(Treatment.NONE)) {
            return CodeBlock.of("");
        }
        CodeBlock normalization = treatment.normalizes()
                ? CodeBlock.of(
                        "$T.$L, $L, ",
                        RuntimeTypes.NORMALIZATION,
                        treatment.normalization(),
                        plan.names().gains())
                : CodeBlock.of("");
        return CodeBlock.of(
                ",\n        new $T($L/* dropout= */ $L)",
                RuntimeTypes.TREATMENT,
                normalization,
                Literals.of(treatment.dropout()));
    }

    private static CodeBlock wiring(NetworkPlan plan, LayerModel layer) {
        CodeBlock from = layer.sources().stream()
                .map(source -> CodeBlock.of("$S", plan.model().nameOf(source)))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "new $T($T.of($L), $T.$L, /* residual= */ $S$L),\n        ",
                RuntimeTypes.WIRING,
                List.class,
                from,
                RuntimeTypes.MERGE,
                layer.merge(),
                layer.residual().map(plan.model()::nameOf).orElse(""),
                layer.mergedPixels() == 1 ? "" : ", " + layer.mergedPixels());
    }
}
