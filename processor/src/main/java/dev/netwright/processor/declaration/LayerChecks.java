package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of what each layer says of itself. */
final class LayerChecks {
    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    LayerChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            checkSize(i, layer);
            checkName(i, layer.name());
            checkActivation(i, layer);
            checkAlpha(i, layer);
            checkConstant(i, layer);
            checkNormalization(i, layer);
            checkEpsilon(i, layer);
            checkDropout(i, layer.dropout());
            checkPenalty(i, layer, "l1", layer.l1());
            checkPenalty(i, layer, "l2", layer.l2());
        }
        return findings;
    }

    private void checkSize(int i, LayerDeclaration layer) {
        if (layer.isWeighted()) {
            // An enum without constants has a finding of its own.
            if (layer.size().value() < 1 && !layer.isSizedByLabels()) {
                add(i, layer.size().origin(), Code.LAYER_SIZE, layer.size().value());
            }
            return;
        }
        if (layer.embedding().isWritten()) {
            add(i, layer.embedding().origin(), Code.LAYER_EMBEDDING_SIZE);
            return;
        }
        if (layer.kernel().isWritten()) {
            add(i, layer.kernel().origin(), Code.LAYER_FILTERS_MISSING);
            return;
        }
        if (!layer.isWeightless()) {
            add(i, layer.origin(), Code.LAYER_SIZE_MISSING);
            return;
        }
        refuseWithoutWeights(i, layer.bias(), "bias");
        refuseWithoutWeights(i, layer.init(), "init");
        refuseWithoutWeights(i, layer.trainable(), "trainable");
        refuseWithoutWeights(i, layer.l1(), "l1");
        refuseWithoutWeights(i, layer.l2(), "l2");
    }

    private void refuseWithoutWeights(int i, Declared<?> attribute, String name) {
        if (attribute.isWritten()) {
            add(i, attribute.origin(), Code.LAYER_WEIGHTLESS, name, attribute.value());
        }
    }

    private void checkName(int i, Declared<String> name) {
        if (!name.isWritten()) {
            return;
        }
        String text = name.value();
        if (!LayerName.isValid(text)) {
            add(
                    i,
                    name.origin(),
                    Code.LAYER_NAME,
                    LayerName.quoted(text),
                    LayerName.fault(text),
                    LayerName.suggestion(text, "layer", i),
                    LayerName.cure(text));
            return;
        }
        for (int input = 0; input < declaration.inputs().size(); input++) {
            if (declaration.nameOfInput(input).equals(text)) {
                boolean isDefault = !declaration.inputs().get(input).name().isWritten();
                add(i, name.origin(), Code.LAYER_INPUT_NAME, text, isDefault ? " by default" : "", unusedName(text));
                return;
            }
        }
        for (int other = 0; other < declaration.layers().size(); other++) {
            boolean isDefault = !declaration.layers().get(other).name().isWritten();
            // Of two written names the second is the one too many.
            boolean isFirst = isDefault ? other != i : other < i;
            if (isFirst && declaration.nameOf(other).equals(text)) {
                add(
                        i,
                        name.origin(),
                        Code.LAYER_DUPLICATE_NAME,
                        text,
                        other + 1,
                        isDefault ? " by default" : "",
                        unusedName(text));
                return;
            }
        }
    }

    private String unusedName(String name) {
        Set<String> used = new HashSet<>();
        for (int i = 0; i < declaration.layers().size(); i++) {
            used.add(declaration.nameOf(i));
        }
        int number = 2;
        while (used.contains(name + "_" + number)) {
            number++;
        }
        return name + "_" + number;
    }

    private void checkActivation(int i, LayerDeclaration layer) {
        Activation activation = layer.activation().value();
        if (!activation.isElementwise() && graph.preactivation(i).equals(Shape.flat(1))) {
            String always = activation == Activation.SOFTMAX ? "1" : "0";
            String cure = layer.isSizedByLabels()
                    ? "one constant leaves nothing to choose: give labels an enum of two or more"
                    : "use SIGMOID for one probability, or size = 2 or more";
            add(i, layer.activation().origin(), Code.LAYER_SOFTMAX_UNITS, activation, always, cure);
        }
    }

    private void checkAlpha(int i, LayerDeclaration layer) {
        Declared<Float> alpha = layer.alpha();
        if (!alpha.isWritten() || layer.function().isWritten()) {
            return;
        }
        Activation activation = layer.activation().value();
        Optional<Alpha> rule = activation.alpha();
        if (rule.isEmpty()) {
            add(i, alpha.origin(), Code.LAYER_ALPHA_UNUSED, alpha.value(), activation, relative(activation));
        } else if (!rule.get().allows(alpha.value())) {
            add(
                    i,
                    alpha.origin(),
                    Code.LAYER_ALPHA_RANGE,
                    alpha.value(),
                    activation,
                    rule.get().range(),
                    rule.get().meaning(),
                    rule.get().byDefault());
        }
    }

    /** What somebody may have meant who gives a parameter to an activation that takes none. */
    private static String relative(Activation activation) {
        return switch (activation) {
            case RELU -> ", or use LEAKY_RELU, which is RELU with a slope below zero.";
            case SELU -> ", or use ELU: the parameters of SELU are fixed.";
            case SOFTMAX, LOG_SOFTMAX -> ".";
            default -> ", or use " + withParameter() + ".";
        };
    }

    private static String withParameter() {
        return Arrays.stream(Activation.values())
                .filter(activation -> activation.alpha().isPresent())
                .map(Activation::name)
                .collect(Collectors.joining(" or "));
    }

    private void checkPenalty(int i, LayerDeclaration layer, String name, Declared<Float> penalty) {
        if (!penalty.isWritten() || !layer.isWeighted()) {
            return;
        }
        if (!(penalty.value() >= 0f) || penalty.value() == Float.POSITIVE_INFINITY) {
            add(i, penalty.origin(), Code.LAYER_PENALTY, name, penalty.value());
        } else if (!layer.trainable().value()) {
            add(i, penalty.origin(), Code.LAYER_PENALTY_UNUSED, name, penalty.value());
        }
    }

    private void checkNormalization(int i, LayerDeclaration layer) {
        if (layer.normalizes()
                && !layer.normalizesBatch()
                && graph.preactivation(i).size() == 1) {
            add(
                    i,
                    layer.normalize().origin(),
                    Code.LAYER_NORMALIZE_UNITS,
                    layer.normalize().value());
        }
    }

    private void checkEpsilon(int i, LayerDeclaration layer) {
        Declared<Float> epsilon = layer.epsilon();
        if (!epsilon.isWritten()) {
            return;
        }
        if (!layer.normalizes()) {
            add(i, epsilon.origin(), Code.LAYER_EPSILON_UNUSED, epsilon.value());
        } else if (!(epsilon.value() > 0f && epsilon.value() <= 1f)) {
            add(i, epsilon.origin(), Code.LAYER_EPSILON_RANGE, epsilon.value());
        }
    }

    private void checkDropout(int i, Declared<Float> rate) {
        if (!(rate.value() >= 0f && rate.value() < 1f)) {
            add(i, rate.origin(), Code.LAYER_DROPOUT_RANGE, rate.value());
        } else if (declaration.isHead(i) && rate.value() != 0f) {
            add(i, rate.origin(), Code.LAYER_DROPOUT_OUTPUT, rate.value());
        }
    }

    private void checkConstant(int i, LayerDeclaration layer) {
        Declared<Float> constant = layer.constant();
        boolean isConstant = layer.init().value() == Initializer.CONSTANT;
        if (isConstant && !constant.isWritten()) {
            add(i, layer.init().origin(), Code.LAYER_CONSTANT_MISSING);
        } else if (!isConstant && constant.isWritten()) {
            add(
                    i,
                    constant.origin(),
                    Code.LAYER_CONSTANT_UNUSED,
                    constant.value(),
                    layer.init().value());
        } else if (isConstant && !Float.isFinite(constant.value())) {
            add(i, constant.origin(), Code.LAYER_CONSTANT_RANGE, constant.value());
        }
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
