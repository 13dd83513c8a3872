package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Normalization;
import dev.netwright.processor.model.Ending;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the Javadoc of a generated class: the table of layers, its totals and the formulas of both directions. */
final class HeaderEmitter {
    private static final String SCALES =
            "\nIt scales the features that it is given as the file does: {@link #standardizer()} has the numbers.";

    private static final String CHANNELS_LAST =
            " A sample has its channels last, as\nthat of every network here, whatever the order of the file.";

    private static final String SEQUENCE =
            "Forward, from the first layer to the last; the output a of a layer is the input x of the next:";

    private static final String GRAPH = "Forward, in this order; a name stands for the output of that layer:";

    private static final String TO_THE_LAYER_BEFORE = """
            the layer before it,
            which calls that dL/da.""";

    private static final String TO_WHAT_IT_READS = """
            what it reads,
            which calls the sum of all that it is handed dL/da.""";

    private HeaderEmitter() {}

    /** Names of a file may have signs that mean something in a comment. */
    private static String upTo(List<String> outputs) {
        return outputs.isEmpty()
                ? ""
                : outputs.stream()
                        .map(name -> "{@code " + name.replaceAll("[^\\p{L}\\p{N}_./:-]", "_") + "}")
                        .collect(Collectors.joining(", ", "\nup to ", ""));
    }

    /** What is not in the file. */
    private static String ending(Ending ending) {
        return switch (ending) {
            case AS_IT_IS -> "";
            case OF_SCORES ->
                "\nThe file gives a score for each class, this network the softmax of these: their probabilities.";
            case OF_LOGARITHMS -> "\nThe file gives the logarithms of probabilities, this network the probabilities.";
            case OF_ONE -> "\nThe file gives the probability of the second class, this network those of both.";
        };
    }

    static CodeBlock javadoc(NetworkPlan plan) {
        CodeBlock.Builder text = CodeBlock.builder();
        text.add(
                "The network that {@code $L} declares: $L in, $L out.\n\n",
                plan.model().interfaceName(),
                plan.inputs().isEmpty()
                        ? count(plan.model().inputSize(), "feature")
                        : plan.inputs().stream()
                                .map(input -> input.input().name() + " of "
                                        + count(input.input().size(), "feature"))
                                .collect(Collectors.joining(", ")),
                plan.model().hasOneHead()
                        ? count(plan.model().outputSize(), "output")
                        : plan.heads().stream()
                                .map(head -> head.layer().name() + " of "
                                        + count(head.layer().units(), "output"))
                                .collect(Collectors.joining(", ")));
        plan.model()
                .imported()
                .ifPresent(imported -> text.add(
                        """
                        <p>Its layers and the numbers that {@link #load()} gives it are those of {@code $L}$L.$L$L$L

                        """,
                        imported.file(),
                        upTo(imported.outputs()),
                        imported.scales() ? SCALES : "",
                        ending(imported.ending()),
                        hasPixels(plan) ? CHANNELS_LAST : ""));
        text.add("<pre>{@code\n$L}</pre>\n\n", layers(plan));
        text.add("""
                <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
                pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.

                <p>$L

                """, plan.model().isSequence() ? SEQUENCE : GRAPH);
        text.add("<pre>{@code\n$L}</pre>\n\n", forward(plan));
        if (plan.layers().stream().anyMatch(LayerPlan::convolves)) {
            text.add("""
                    <p>A convolution has one row vector patch(x) for every place of its kernel: the pixels that the kernel covers
                    there, row by row, each with its channels. z has a pixel for every patch, and b is added to each.

                    """);
        }
        if (plan.layers().stream().anyMatch(LayerPlan::embeds)) {
            text.add("""
                    <p>The weights of an embedding are a table. The numbers in x each pick a row of it, and W[x] has the rows that are
                    picked side by side: x·W, had x a column for each row that is 1 where that is picked and else 0.

                    """);
        }
        if (plan.normalizesBatches()) {
            text.add(
                    """
                    <p>Where a layer has batch norm, {@code $L}, with a mean and a variance for each of its
                    columns over the batch, or for each of its channels over the batch and all pixels; ε is $L. Every pass but those
                    of training takes running ones, which training moves a tenth of the way to those of its batches. Back again
                    {@code $L} with means over
                    the batch, or, where mean and variance are running ones and so constants, 0. In the gradients of weights, biases
                    and x, dL/du takes the place of dL/dz, and {@code $L}, {@code $L}.

                    """,
                    Formulas.NORMALIZED,
                    epsilon(plan, LayerPlan::normalizesBatch),
                    Formulas.BATCH_GRADIENTS,
                    Formulas.GAIN_GRADIENTS,
                    Formulas.SHIFT_GRADIENTS);
        }
        if (plan.normalizesSamples()) {
            text.add(
                    """
                    <p>Where a layer $L, {@code $L}, with a mean and a variance for each sample
                    over all units of the layer; ε is $L. Back again {@code $L}
                    with {@code $L}. In the gradients of weights, biases and x, dL/du takes the place of dL/dz, and
                    {@code $L}, {@code $L}.

                    """,
                    plan.normalizesBatches() ? "has layer norm" : "is normalised",
                    Formulas.NORMALIZED,
                    epsilon(plan, layer -> layer.normalizes() && !layer.normalizesBatch()),
                    Formulas.NORMALIZATION_GRADIENTS,
                    Formulas.GAINED,
                    Formulas.GAIN_GRADIENTS,
                    Formulas.SHIFT_GRADIENTS);
        }
        if (plan.dropsOut()) {
            text.add("""
                    <p>A layer with dropout hands on d in place of a. In a pass of training m is 0 with the layer's rate as its
                    probability and 1 / (1 - rate) elsewhere; what it is handed back is dL/dd, and {@code dL/da = dL/dd·m}. In
                    every other pass d = a.

                    """);
        }
        text.add("""
                <p>Backward, from the last layer to the first, by the chain rule for a loss L:

                """);
        text.add("<pre>{@code\n$L}</pre>\n\n", backward(plan));
        text.add(
                """
                <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
                {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to $L

                <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases$L.
                """,
                plan.model().isSequence() ? TO_THE_LAYER_BEFORE : TO_WHAT_IT_READS,
                plan.normalizes() ? ", gains and shifts" : "");
        return text.build();
    }

    private static boolean hasPixels(NetworkPlan plan) {
        return plan.model().inputs().stream().anyMatch(input -> !input.shape().isFlat())
                || plan.heads().stream().anyMatch(head -> !head.layer().output().isFlat());
    }

    private static String count(int count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    /*
     * layer    shape      activation  parameters  multiply-adds
     * hidden1  784 -> 128  relu          100,480        100,352
     * total                              101,770        101,632
     */
    private static String layers(NetworkPlan plan) {
        TextTable table = new TextTable("<<<>>");
        table.add("layer", "shape", "activation", "parameters", "multiply-adds");
        for (LayerPlan layerPlan : plan.layers()) {
            LayerModel layer = layerPlan.layer();
            table.add(
                    layer.name(),
                    layer.input() + " -> " + layer.output(),
                    layerPlan.work() + (layer.isFrozen() ? ", frozen" : ""),
                    String.format(Locale.ROOT, "%,d", layer.parameterCount()),
                    String.format(Locale.ROOT, "%,d", layer.multiplyAdds()));
        }
        table.add(
                "total",
                "",
                "",
                String.format(Locale.ROOT, "%,d", plan.parameterCount()),
                String.format(Locale.ROOT, "%,d", plan.multiplyAdds()));
        return table.toString();
    }

    /*
     * hidden1  z = x·W + b  a = max(0, z)
     * output   z = x·W + b  a = exp(z) / Σ exp(z)
     */
    private static String forward(NetworkPlan plan) {
        boolean isSequence = plan.model().isSequence();
        boolean pools = plan.layers().stream().anyMatch(LayerPlan::pools);
        int columns =
                3 + (isSequence ? 0 : 2) + (plan.normalizes() ? 1 : 0) + (pools ? 1 : 0) + (plan.dropsOut() ? 1 : 0);
        TextTable table = new TextTable("<".repeat(columns));
        for (LayerPlan layer : plan.layers()) {
            List<String> cells = new ArrayList<>(List.of(layer.layer().name()));
            if (!isSequence) {
                cells.add(layer.hasWeights() ? Formulas.merge(layer) : "");
            }
            cells.add(Formulas.preactivation(layer));
            if (plan.normalizes()) {
                cells.add(Formulas.normalization(layer));
            }
            cells.add(Formulas.activation(layer.layer()));
            if (pools) {
                cells.add(layer.pools() ? Formulas.pool(layer) : "");
            }
            if (plan.dropsOut()) {
                cells.add(Formulas.dropout(layer));
            }
            if (!isSequence) {
                cells.add(layer.residual()
                        .map(residual -> Formulas.residual(layer, residual))
                        .orElse(""));
            }
            table.add(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    /** {@code 1e-5}, or of layers that differ {@code 1e-5 in hidden1, 0.001 in hidden2}. */
    private static String epsilon(NetworkPlan plan, Predicate<LayerPlan> normalizes) {
        Map<Float, List<String>> layers = plan.layers().stream()
                .filter(normalizes)
                .map(LayerPlan::layer)
                .collect(Collectors.groupingBy(
                        layer -> layer.treatment().epsilon(),
                        LinkedHashMap::new,
                        Collectors.mapping(LayerModel::name, Collectors.toList())));
        return layers.entrySet().stream()
                .map(entry -> epsilon(entry.getKey())
                        + (layers.size() == 1 ? "" : " in " + String.join(" and ", entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String epsilon(float value) {
        return value == Normalization.DEFAULT_EPSILON ? "1e-5" : Float.toString(value);
    }

    /*
     * output   dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
     * hidden1  dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
     */
    private static String backward(NetworkPlan plan) {
        TextTable table = new TextTable("<<");
        for (LayerPlan layerPlan : plan.fromTheLast()) {
            LayerModel layer = layerPlan.layer();
            List<String> formulas = new ArrayList<>();
            if (layerPlan.pools()) {
                formulas.add(Formulas.poolBackward(layerPlan));
            }
            formulas.add(Formulas.delta(layer));
            if (layer.activation() != Activation.IDENTITY && layer.activation().isElementwise()) {
                formulas.add(Formulas.derivative(layer));
            }
            table.add(layer.name(), String.join(", ", formulas));
        }
        return table.toString();
    }
}
