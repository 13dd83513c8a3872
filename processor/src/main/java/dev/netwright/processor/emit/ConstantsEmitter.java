package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.netwright.annotations.Merge;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the constants of a network: its sizes, and where each layer's parameters start. */
final class ConstantsEmitter {
    /** The constant with the columns of all outputs, where there are several. */
    static final String OUTPUTS = "OUTPUTS";

    private ConstantsEmitter() {}

    static List<FieldSpec> constants(NetworkPlan plan) {
        List<FieldSpec> constants = new ArrayList<>();
        plan.inputs()
                .forEach(input -> constants.add(constant(
                                input.columns(),
                                CodeBlock.of(Literals.of(input.input().size())))
                        .addJavadoc("Features of input $L.\n", input.input().name())
                        .build()));
        constants.add(constant("INPUTS", inputs(plan))
                .addJavadoc("Features of one sample.\n")
                .build());
        Optional<LayerPlan> before = Optional.empty();
        Optional<LayerPlan> normalizedBefore = Optional.empty();
        for (LayerPlan layer : plan.layers()) {
            Optional<FieldSpec> statistics = statistics(layer, normalizedBefore);
            constants.addAll(
                    layer.hasWeights() ? constants(layer, before, statistics) : weightless(layer, before, statistics));
            before = layer.hasParameters() ? Optional.of(layer) : before;
            normalizedBefore = layer.normalizesBatch() ? Optional.of(layer) : normalizedBefore;
        }
        if (!plan.model().hasOneHead()) {
            CodeBlock outputs = plan.heads().stream()
                    .map(head -> CodeBlock.of("$L", head.names().units()))
                    .collect(CodeBlock.joining(" +$W"));
            constants.add(constant(OUTPUTS, outputs)
                    .addJavadoc("Outputs for one sample, those of all heads.\n")
                    .build());
        }
        return constants;
    }

    private static CodeBlock inputs(NetworkPlan plan) {
        return plan.inputs().isEmpty()
                ? CodeBlock.of(Literals.of(plan.model().inputSize()))
                : plan.inputs().stream()
                        .map(input -> CodeBlock.of("$L", input.columns()))
                        .collect(CodeBlock.joining(" +$W"));
    }

    /*
     * /** Layer output: its units, and where its weights, 128 x 10, and its biases start. *\/
     * private static final int OUTPUT_UNITS = 10;
     * private static final int OUTPUT_WEIGHTS = HIDDEN1_BIASES + HIDDEN1_UNITS;
     * private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + HIDDEN1_UNITS * OUTPUT_UNITS;
     */
    private static List<FieldSpec> constants(
            LayerPlan plan, Optional<LayerPlan> before, Optional<FieldSpec> statistics) {
        LayerModel layer = plan.layer();
        List<FieldSpec> constants = new ArrayList<>();
        if (plan.convolves()) {
            constants.addAll(WindowEmitter.sizes(plan));
        } else if (plan.embeds()) {
            constants.addAll(EmbeddingEmitter.sizes(plan));
        } else {
            constants.add(constant(
                            plan.pools()
                                    ? plan.names().preactivations()
                                    : plan.names().units(),
                            CodeBlock.of(Literals.of(layer.size())))
                    .build());
        }
        FieldSpec.Builder first = constants.get(0).toBuilder()
                .addJavadoc(
                        "Layer $L: its $L, $Land where its weights, {@code $L x $L}, $L.\n",
                        layer.name(),
                        sizes(plan),
                        layer.isMerging() ? "the columns that it merges, " : "",
                        layer.weightRows(),
                        layer.size(),
                        starts(plan));
        constants.set(0, first.build());
        if (layer.isMerging()) {
            constants.add(constant(plan.names().inputs(), merged(plan)).build());
            constants.addAll(WindowEmitter.mergedPixels(plan));
        }
        constants.add(constant(plan.names().weights(), start(before)).build());
        if (layer.bias()) {
            constants.add(constant(plan.names().biases(), endOfWeights(plan)).build());
        }
        constants.addAll(gains(plan, endOfBiases(plan)));
        statistics.ifPresent(constants::add);
        constants.addAll(WindowEmitter.shapes(plan));
        return constants;
    }

    private static String sizes(LayerPlan plan) {
        if (plan.embeds()) {
            return "vocabulary, width, width times indices";
        }
        return plan.convolves() ? "filters, pixels times filters" : "units";
    }

    private static String starts(LayerPlan plan) {
        String biases = plan.layer().bias() ? "and its biases " : "";
        if (plan.normalizes()) {
            return (plan.layer().bias() ? "its biases, " : "")
                    + (plan.normalizesBatch() ? "its gains, its shifts and its statistics" : "its gains and its shifts")
                    + " start";
        }
        return biases + "start";
    }

    /*
     * private static final int OUTPUT_GAINS = OUTPUT_BIASES + OUTPUT_UNITS;
     * private static final int OUTPUT_SHIFTS = OUTPUT_GAINS + OUTPUT_UNITS;
     */
    private static List<FieldSpec> gains(LayerPlan plan, CodeBlock start) {
        List<FieldSpec> gains = new ArrayList<>();
        if (!plan.normalizes()) {
            return gains;
        }
        if (plan.gainColumns().equals(plan.names().channels())) {
            long channels = plan.layer().preactivation().channels();
            gains.add(constant(plan.gainColumns(), CodeBlock.of(Literals.of((int) channels)))
                    .build());
        }
        gains.add(constant(plan.names().gains(), start).build());
        CodeBlock endOfGains = CodeBlock.of("$L +$W$L", plan.names().gains(), plan.gainColumns());
        gains.add(constant(plan.names().shifts(), endOfGains).build());
        return gains;
    }

    /*
     * private static final int OUTPUT_STATISTICS = HIDDEN1_STATISTICS + 2 * HIDDEN1_UNITS;
     */
    private static Optional<FieldSpec> statistics(LayerPlan plan, Optional<LayerPlan> before) {
        if (!plan.normalizesBatch()) {
            return Optional.empty();
        }
        CodeBlock start = before.map(
                        layer -> CodeBlock.of("$L +$W2 * $L", layer.names().statistics(), layer.gainColumns()))
                .orElse(CodeBlock.of("0"));
        return Optional.of(constant(plan.names().statistics(), start).build());
    }

    /*
     * /** Layer join: its units, which are those that it merges. *\/
     * private static final int JOIN_UNITS = HIDDEN1_UNITS + INPUTS;
     */
    private static List<FieldSpec> weightless(
            LayerPlan plan, Optional<LayerPlan> before, Optional<FieldSpec> statistics) {
        List<FieldSpec> constants = new ArrayList<>();
        constants.add(constant(plan.zColumns(), merged(plan))
                .addJavadoc(
                        "Layer $L: its $L, which are the columns that it $L$L.\n",
                        plan.layer().name(),
                        plan.pools() ? "pre-activations" : "units",
                        plan.layer().isMerging() ? "merges" : "reads",
                        plan.normalizesBatch()
                                ? ", and where its gains, shifts and statistics start"
                                : plan.normalizes() ? ", and where its gains and shifts start" : "")
                .build());
        constants.addAll(WindowEmitter.mergedPixels(plan));
        constants.addAll(gains(plan, start(before)));
        statistics.ifPresent(constants::add);
        if (plan.pools()) {
            constants.add(WindowEmitter.pooledUnits(plan));
        }
        constants.addAll(WindowEmitter.shapes(plan));
        return constants;
    }

    /** The columns of x. */
    private static CodeBlock merged(LayerPlan plan) {
        return plan.layer().merge() == Merge.CONCATENATE
                ? plan.sources().stream()
                        .map(source -> CodeBlock.of("$L", source.columns()))
                        .collect(CodeBlock.joining(" +$W"))
                : CodeBlock.of("$L", plan.sources().get(0).columns());
    }

    private static CodeBlock start(Optional<LayerPlan> before) {
        return before.map(ConstantsEmitter::end).orElse(CodeBlock.of("0"));
    }

    /** Where the parameters of the next layer start. */
    private static CodeBlock end(LayerPlan plan) {
        return plan.normalizes()
                ? CodeBlock.of("$L +$W$L", plan.names().shifts(), plan.gainColumns())
                : endOfBiases(plan);
    }

    /** Where the gains of a layer with weights start, or would. */
    private static CodeBlock endOfBiases(LayerPlan plan) {
        return plan.layer().bias()
                ? CodeBlock.of("$L +$W$L", plan.names().biases(), plan.weightColumns())
                : endOfWeights(plan);
    }

    /** Where the biases of a layer start, or would. */
    static CodeBlock endOfWeights(LayerPlan plan) {
        return CodeBlock.of("$L +$W$L", plan.names().weights(), weightCount(plan));
    }

    /** {@code INPUTS * HIDDEN1_UNITS}, of a convolution {@code 5 * 5 * 1 * HIDDEN1_FILTERS}, of a table its rows times its columns. */
    static CodeBlock weightCount(LayerPlan plan) {
        if (plan.embeds()) {
            return CodeBlock.of(
                    "$L * $L", plan.names().vocabulary(), plan.names().width());
        }
        return plan.layer()
                .convolution()
                .map(kernel -> CodeBlock.of(
                        "$L * $L * $L * $L",
                        kernel.height(),
                        kernel.width(),
                        plan.layer().input().channels(),
                        plan.names().filters()))
                .orElseGet(() -> CodeBlock.of(
                        "$L * $L", plan.inputsConstant(), plan.names().units()));
    }

    static FieldSpec.Builder constant(String name, CodeBlock value) {
        return FieldSpec.builder(int.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value);
    }
}
