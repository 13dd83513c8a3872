package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Warnings: what compiles and runs, but what an expert would ask about. */
final class DoubtChecks {
    /** Rules whose variance is not LeCun's, which the fixed point of SELU rests on (Klambauer et al. 2017). */
    private static final Set<Initializer> NOT_FOR_SELU = EnumSet.of(
            Initializer.HE_NORMAL, Initializer.HE_UNIFORM, Initializer.GLOROT_NORMAL, Initializer.GLOROT_UNIFORM);

    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    DoubtChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        for (int n = 0; n < declaration.layers().size(); n++) {
            int i = n;
            LayerDeclaration layer = declaration.layers().get(i);
            checkStart(i, layer);
            checkBias(i, layer);
            checkAbove(i, layer);
            if (declaration.isHead(i)) {
                checkHead(i, layer);
            } else {
                onlyReader(i).ifPresent(reader -> {
                    checkSoftmax(i, layer, declaration.layers().get(reader));
                    checkSymmetric(i, layer, declaration.layers().get(reader));
                });
            }
        }
        checkFrozen();
        return findings;
    }

    /** The layer with weights that alone reads a layer with weights, and reads nothing else. */
    private Optional<Integer> onlyReader(int i) {
        List<Integer> readers = graph.readers(Source.layer(i));
        LayerDeclaration layer = declaration.layers().get(i);
        if (readers.size() != 1 || !layer.isWeighted() || layer.residual().isWritten()) {
            return Optional.empty();
        }
        int reader = readers.get(0);
        boolean isAlone = graph.sources(reader).equals(List.of(Optional.of(Source.layer(i))));
        return isAlone && declaration.layers().get(reader).isWeighted() ? Optional.of(reader) : Optional.empty();
    }

    private void checkHead(int i, LayerDeclaration layer) {
        if (layer.activation().value() == Activation.RELU
                && graph.units(i) > 1
                && !layer.residual().isWritten()) {
            boolean isLast = i == declaration.layers().size() - 1;
            String which = isLast ? "the last layer" : "an output";
            add(i, layer.activation().origin(), Code.LAYER_LAST_RELU, which, graph.units(i));
        }
    }

    /** Another output is read by its name where that is meant. */
    private void checkAbove(int i, LayerDeclaration layer) {
        if (i == 0 || layer.from().isWritten() || !declaration.isHead(i - 1)) {
            return;
        }
        LayerDeclaration above = declaration.layers().get(i - 1);
        if (above.activation().value().isElementwise()) {
            return;
        }
        String names = graph.sources(i - 1).stream()
                .flatMap(Optional::stream)
                .map(source -> '"' + graph.nameOf(source) + '"')
                .collect(Collectors.joining(", "));
        String from = "from = " + (graph.sources(i - 1).size() == 1 ? names : "{" + names + "}");
        add(i, layer.origin(), Code.LAYER_FROM_OUTPUT, above.activation().value(), declaration.nameOf(i - 1), from);
    }

    /**
     * Weights of a sum, as in attention, have their use: what is multiplied by them, or the rows of a layer without biases, which are a
     * table that is looked up softly.
     */
    private void checkSoftmax(int i, LayerDeclaration layer, LayerDeclaration next) {
        if (!layer.activation().value().isElementwise() && next.hasBiases()) {
            add(
                    i,
                    layer.activation().origin(),
                    Code.LAYER_HIDDEN_SOFTMAX,
                    layer.activation().value(),
                    graph.units(i));
        }
    }

    private void checkFrozen() {
        List<LayerDeclaration> layers = declaration.layers();
        Optional<LayerDeclaration> first =
                layers.stream().filter(LayerDeclaration::isWeighted).findFirst();
        // Gains and shifts of a frozen layer are frozen too.
        boolean isFrozen = layers.stream()
                .noneMatch(layer -> layer.isWeighted() ? layer.trainable().value() : layer.normalizes());
        if (first.isPresent() && isFrozen) {
            add(layers.indexOf(first.get()), first.get().trainable().origin(), Code.NETWORK_FROZEN);
        }
    }

    private void checkStart(int i, LayerDeclaration layer) {
        Activation activation = layer.activation().value();
        Initializer init = layer.init().value();
        if (activation == Activation.RELU && startsAtZero(layer)) {
            add(i, layer.init().origin(), Code.LAYER_ZERO_RELU);
        }
        if (activation == Activation.SELU && NOT_FOR_SELU.contains(init)) {
            add(i, layer.init().origin(), Code.LAYER_SELU_INIT, init);
        }
    }

    private void checkBias(int i, LayerDeclaration layer) {
        if (layer.normalizesBatch() && layer.bias().isWritten() && layer.hasBiases()) {
            add(i, layer.bias().origin(), Code.LAYER_BIAS_NORMALIZED);
        }
    }

    private static boolean startsAtZero(LayerDeclaration layer) {
        return layer.init().value() == Initializer.ZEROS
                || (layer.init().value() == Initializer.CONSTANT
                        && layer.constant().value() == 0);
    }

    private static boolean startsAlike(LayerDeclaration layer) {
        return layer.init().value() == Initializer.ZEROS || layer.init().value() == Initializer.CONSTANT;
    }

    /**
     * Units that start alike and are read alike have the same gradients for ever. Random weights on either side of them
     * are enough to tell them apart.
     */
    private void checkSymmetric(int i, LayerDeclaration layer, LayerDeclaration next) {
        boolean isAlike = startsAlike(layer) && startsAlike(next);
        boolean isReported = layer.activation().value() == Activation.RELU && startsAtZero(layer);
        if (isAlike && !isReported && layer.size().value() > 1) {
            add(i, layer.init().origin(), Code.LAYER_SYMMETRIC, layer.size().value());
        }
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
