package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** Checks of what each layer says of itself. */
final class LayerChecks {
    private final NetworkDeclaration declaration;
    private final List<Finding> findings = new ArrayList<>();

    LayerChecks(NetworkDeclaration declaration) {
        this.declaration = declaration;
    }

    List<Finding> findings() {
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            checkSize(i, layer);
            checkName(i, layer.name());
            checkActivation(i, layer);
            checkAlpha(i, layer);
            checkConstant(i, layer);
        }
        return findings;
    }

    private void checkSize(int i, LayerDeclaration layer) {
        if (!layer.size().isWritten()) {
            add(i, layer.origin(), Code.LAYER_SIZE_MISSING);
        } else if (layer.size().value() < 1) {
            add(i, layer.size().origin(), Code.LAYER_SIZE, layer.size().value());
        }
    }

    private void checkName(int i, Declared<String> name) {
        if (!name.isWritten()) {
            return;
        }
        if (!SourceVersion.isName(name.value()) || name.value().contains(".")) {
            add(i, name.origin(), Code.LAYER_NAME, name.value(), suggestion(name.value(), i));
            findings.set(findings.size() - 1, last().hinting(suggestion(name.value(), i)));
            return;
        }
        for (int other = 0; other < declaration.layers().size(); other++) {
            boolean isDefault = !declaration.layers().get(other).name().isWritten();
            boolean isReported = isDefault ? other != i : other < i;
            if (isReported && declaration.nameOf(other).equals(name.value())) {
                add(
                        i,
                        name.origin(),
                        Code.LAYER_DUPLICATE_NAME,
                        name.value(),
                        other + 1,
                        isDefault ? " by default" : "");
                return;
            }
        }
    }

    private static String suggestion(String name, int layer) {
        String letters = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (!letters.isEmpty() && Character.isDigit(letters.charAt(0))) {
            letters = "layer" + letters;
        }
        return SourceVersion.isName(letters) ? letters : "layer" + (layer + 1);
    }

    private void checkActivation(int i, LayerDeclaration layer) {
        Activation activation = layer.activation().value();
        if (!activation.isElementwise()
                && layer.size().isWritten()
                && layer.size().value() == 1) {
            String always = activation == Activation.SOFTMAX ? "1" : "0";
            add(i, layer.activation().origin(), Code.LAYER_SOFTMAX_UNITS, activation, always);
        }
    }

    private void checkAlpha(int i, LayerDeclaration layer) {
        Declared<Float> alpha = layer.alpha();
        if (!alpha.isWritten()) {
            return;
        }
        Activation activation = layer.activation().value();
        Optional<Alpha> rule = activation.alpha();
        if (rule.isEmpty()) {
            add(i, alpha.origin(), Code.LAYER_ALPHA_UNUSED, activation);
        } else if (!rule.get().allows(alpha.value())) {
            add(
                    i,
                    alpha.origin(),
                    Code.LAYER_ALPHA_RANGE,
                    alpha.value(),
                    activation,
                    rule.get().range(),
                    rule.get().meaning());
            findings.set(findings.size() - 1, last().hinting(rule.get().byDefault()));
        }
    }

    private void checkConstant(int i, LayerDeclaration layer) {
        Declared<Float> constant = layer.constant();
        boolean isConstant = layer.init().value() == Initializer.CONSTANT;
        if (isConstant && !constant.isWritten()) {
            add(i, layer.init().origin(), Code.LAYER_CONSTANT_MISSING);
        } else if (!isConstant && constant.isWritten()) {
            add(i, constant.origin(), Code.LAYER_CONSTANT_UNUSED, layer.init().value());
        } else if (isConstant && !Float.isFinite(constant.value())) {
            add(i, constant.origin(), Code.LAYER_CONSTANT_RANGE, constant.value());
        }
    }

    private Finding last() {
        return findings.get(findings.size() - 1);
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
