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
import dev.netwright.processor.plan.MethodGroups;
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
     *     List<NetworkLayer> layers = new ArrayList<>();
     *     layers.add(new DenseLayer(...));
     *     return new Topology("Digits", INPUTS, layers);
     * }
     */
    static List<MethodSpec> methods(NetworkPlan plan) {
        ClassName layer = RuntimeTypes.NETWORK_LAYER;
        MethodSpec.Builder topology = MethodSpec.methodBuilder("buildTopology")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeTypes.TOPOLOGY)
                .addStatement("$T<$T> layers = new $T<>()", List.class, layer, ArrayList.class);
        MethodSpec part = MethodSpec.methodBuilder("buildTopology")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), layer), "layers")
                .build();
        List<MethodSpec> methods = new ArrayList<>(
                MethodParts.add(topology, part, MethodGroups.ofDescriptions(plan), group -> descriptions(plan, group)));
        topology.addStatement(
                "return new $T($S, $L, layers$L)",
                RuntimeTypes.TOPOLOGY,
                plan.model().simpleName(),
                input(plan),
                heads(plan));
        methods.add(0, topology.build());
        return methods;
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
            return CodeBlock.of("$T.of(new $T($S, INPUTS))", List.class, RuntimeTypes.NETWORK_INPUT, name);
        }
        return CodeBlock.of(
                "$T.of($L)",
                List.class,
                plan.inputs().stream()
                        .map(input -> CodeBlock.of(
                                "new $T($S, $L)",
                                RuntimeTypes.NETWORK_INPUT,
                                input.input().name(),
                                input.columns()))
                        .collect(CodeBlock.joining(",$W")));
    }

    private static CodeBlock descriptions(NetworkPlan plan, Range group) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = group.from(); i < group.to(); i++) {
            LayerPlan layer = plan.layers().get(i);
            CodeBlock wiring = plan.model().readsAbove(i)
                    ? CodeBlock.of("$T.ABOVE, ", RuntimeTypes.LAYER_WIRING)
                    : wiring(plan, layer.layer());
            if (layer.embeds()) {
                CodeBlock training = training(layer.layer().weights().orElseThrow());
                code.add(EmbeddingEmitter.description(layer, wiring, pool(layer), training, treatment(layer)));
            } else if (layer.convolves()) {
                code.add(convolution(layer, wiring));
            } else if (layer.hasWeights()) {
                code.add(dense(layer, wiring));
            } else {
                code.add(weightless(layer, wiring));
            }
        }
        return code.build();
    }

    /*
     * layers.add(new DenseLayer(
     *         "hidden1", LayerWiring.ABOVE, INPUTS, HIDDEN1_UNITS,
     *         Activation.RELU, /* alpha= *\/ Float.NaN, /* bias= *\/ true,
     *         Initializer.HE_NORMAL, /* constant= *\/ Float.NaN,
     *         HIDDEN1_WEIGHTS, HIDDEN1_BIASES,
     *         LayerTraining.PLAIN, LayerTreatment.NONE));
     */
    private static CodeBlock dense(LayerPlan plan, CodeBlock wiring) {
        LayerModel layer = plan.layer();
        Weights weights = layer.weights().orElseThrow();
        return CodeBlock.of(
                """
                layers.add(new $T(
                        $S, $L$L, $L,
                        $L, /* bias= */ $L,
                        $T.$L, /* constant= */ $L,
                        $L, $L$L$L));
                """,
                RuntimeTypes.DENSE_LAYER,
                layer.name(),
                wiring,
                plan.inputsConstant(),
                plan.names().units(),
                FunctionEmitter.description(layer),
                weights.bias(),
                RuntimeTypes.INITIALIZER,
                weights.initializer(),
                Literals.of(weights.constant()),
                plan.names().weights(),
                weights.bias() ? plan.names().biases() : ConstantsEmitter.endOfWeights(plan),
                training(weights),
                treatment(plan));
    }

    /*
     * layers.add(new ConvolutionLayer(
     *         "hidden1", LayerWiring.ABOVE, HIDDEN1_CONVOLUTION,
     *         Activation.RELU, /* alpha= *\/ Float.NaN, LayerPooling.maximum(HIDDEN1_POOL), /* bias= *\/ true,
     *         Initializer.HE_NORMAL, /* constant= *\/ Float.NaN,
     *         HIDDEN1_WEIGHTS, HIDDEN1_BIASES,
     *         LayerTraining.PLAIN, LayerTreatment.NONE));
     */
    private static CodeBlock convolution(LayerPlan plan, CodeBlock wiring) {
        LayerModel layer = plan.layer();
        Weights weights = layer.weights().orElseThrow();
        return CodeBlock.of(
                """
                layers.add(new $T(
                        $S, $L$L,
                        $L, $L, /* bias= */ $L,
                        $T.$L, /* constant= */ $L,
                        $L, $L$L$L));
                """,
                RuntimeTypes.CONVOLUTION_LAYER,
                layer.name(),
                wiring,
                plan.names().convolution(),
                FunctionEmitter.description(layer),
                pool(plan),
                weights.bias(),
                RuntimeTypes.INITIALIZER,
                weights.initializer(),
                Literals.of(weights.constant()),
                plan.names().weights(),
                weights.bias() ? plan.names().biases() : ConstantsEmitter.endOfWeights(plan),
                training(weights),
                treatment(plan));
    }

    private static CodeBlock pool(LayerPlan plan) {
        return plan.pools()
                ? CodeBlock.of(
                        "$T.$L($L)",
                        RuntimeTypes.LAYER_POOLING,
                        PoolEmitter.kernel(plan),
                        plan.names().pool())
                : CodeBlock.of("$T.none()", RuntimeTypes.LAYER_POOLING);
    }

    private static CodeBlock training(Weights weights) {
        return weights.isTrainedPlainly()
                ? CodeBlock.of(",\n        $T.PLAIN", RuntimeTypes.LAYER_TRAINING)
                : CodeBlock.of(
                        ",\n        new $T(/* isTrained= */ $L, /* l1= */ $L, /* l2= */ $L)",
                        RuntimeTypes.LAYER_TRAINING,
                        weights.isTrained(),
                        Literals.of(weights.l1()),
                        Literals.of(weights.l2()));
    }

    /*
     * layers.add(new WeightlessLayer(
     *         "join", new LayerWiring(List.of("hidden1", "input"), Merge.CONCATENATE, ""),
     *         JOIN_UNITS,
     *         Activation.IDENTITY, /* alpha= *\/ Float.NaN, LayerPooling.none(), LayerTreatment.NONE));
     */
    private static CodeBlock weightless(LayerPlan plan, CodeBlock wiring) {
        LayerModel layer = plan.layer();
        return CodeBlock.of(
                """
                layers.add(new $T(
                        $S, $L$L,
                        $L, $L$L));
                """,
                RuntimeTypes.WEIGHTLESS_LAYER,
                layer.name(),
                wiring,
                plan.zColumns(),
                FunctionEmitter.description(layer),
                pool(plan),
                treatment(plan));
    }

    private static CodeBlock treatment(LayerPlan plan) {
        Treatment treatment = plan.layer().treatment();
        if (treatment.equals(Treatment.NONE)) {
            return CodeBlock.of(", $T.NONE", RuntimeTypes.LAYER_TREATMENT);
        }
        if (treatment.normalizesBatch()) {
            return CodeBlock.of(
                    ",\n        new $T($T.$L, $L, $L, /* pixels= */ $L,$W/* dropout= */ $L)$L",
                    RuntimeTypes.LAYER_TREATMENT,
                    RuntimeTypes.NORMALIZATION,
                    treatment.normalization(),
                    plan.names().gains(),
                    plan.names().statistics(),
                    plan.layer().preactivation().pixels(),
                    Literals.of(treatment.dropout()),
                    epsilon(treatment));
        }
        CodeBlock normalization = treatment.normalizes()
                ? CodeBlock.of(
                        "$T.$L, $L, ",
                        RuntimeTypes.NORMALIZATION,
                        treatment.normalization(),
                        plan.names().gains())
                : CodeBlock.of("");
        return CodeBlock.of(
                ",\n        new $T($L/* dropout= */ $L)$L",
                RuntimeTypes.LAYER_TREATMENT,
                normalization,
                Literals.of(treatment.dropout()),
                epsilon(treatment));
    }

    private static CodeBlock epsilon(Treatment treatment) {
        return treatment.hasOwnEpsilon()
                ? CodeBlock.of(".withEpsilon($L)", Literals.of(treatment.epsilon()))
                : CodeBlock.of("");
    }

    private static CodeBlock wiring(NetworkPlan plan, LayerModel layer) {
        CodeBlock from = layer.sources().stream()
                .map(source -> CodeBlock.of("$S", plan.model().nameOf(source)))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "new $T($T.of($L), $T.$L, /* residual= */ $S$L),\n        ",
                RuntimeTypes.LAYER_WIRING,
                List.class,
                from,
                RuntimeTypes.MERGE,
                layer.merge(),
                layer.residual().map(plan.model()::nameOf).orElse(""),
                layer.mergedPixels() == 1 ? "" : ", " + layer.mergedPixels());
    }
}
