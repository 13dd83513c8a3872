package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.netwright.processor.model.DenseLayer;
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
                .addStatement("$T<$T> layers = new $T<>()", List.class, RuntimeTypes.DENSE, ArrayList.class);
        MethodSpec part = MethodSpec.methodBuilder("buildTopology")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.DENSE), "layers")
                .build();
        List<MethodSpec> methods = new ArrayList<>(
                MethodParts.add(topology, part, plan.descriptionGroups(), group -> descriptions(plan, group)));
        topology.addStatement(
                "return new $T($S, INPUTS, layers)",
                RuntimeTypes.TOPOLOGY,
                plan.model().simpleName());
        methods.add(0, topology.build());
        return methods;
    }

    private static CodeBlock descriptions(NetworkPlan plan, Range group) {
        CodeBlock.Builder code = CodeBlock.builder();
        plan.layers().subList(group.from(), group.to()).forEach(layer -> code.add(description(layer)));
        return code.build();
    }

    /*
     * layers.add(new Topology.Dense(
     *         "hidden1", INPUTS, HIDDEN1_UNITS,
     *         Activation.RELU, /* alpha= *\/ Float.NaN, /* bias= *\/ true,
     *         Initializer.HE_NORMAL, /* constant= *\/ Float.NaN,
     *         HIDDEN1_WEIGHTS, HIDDEN1_BIASES));
     */
    private static CodeBlock description(LayerPlan plan) {
        DenseLayer layer = plan.layer();
        return CodeBlock.of(
                """
                layers.add(new $T(
                        $S, $L, $L,
                        $T.$L, /* alpha= */ $L, /* bias= */ $L,
                        $T.$L, /* constant= */ $L,
                        $L, $L));
                """,
                RuntimeTypes.DENSE,
                layer.name(),
                plan.inputsConstant(),
                plan.names().units(),
                RuntimeTypes.ACTIVATION,
                layer.activation(),
                Literals.of(layer.alpha()),
                layer.bias(),
                RuntimeTypes.INITIALIZER,
                layer.initializer(),
                Literals.of(layer.constant()),
                plan.names().weights(),
                layer.bias() ? plan.names().biases() : ConstantsEmitter.endOfWeights(plan));
    }
}
