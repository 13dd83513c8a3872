package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;

/** Warnings: what compiles and runs, but what an expert would ask about. */
final class DoubtChecks {
    private final NetworkDeclaration declaration;
    private final List<Finding> findings = new ArrayList<>();

    DoubtChecks(NetworkDeclaration declaration) {
        this.declaration = declaration;
    }

    List<Finding> findings() {
        int last = declaration.layers().size() - 1;
        for (int i = 0; i <= last; i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            if (i == last) {
                checkLast(i, layer);
            } else {
                checkLinear(i, layer);
                checkSymmetric(i, layer);
            }
        }
        return findings;
    }

    private void checkLast(int i, LayerDeclaration layer) {
        if (layer.activation().value() == Activation.RELU && layer.size().value() > 1) {
            add(
                    i,
                    layer.activation().origin(),
                    Code.LAYER_LAST_RELU,
                    layer.size().value());
        }
    }

    /** A layer narrower than both neighbours is a factorisation, which has its use. */
    private void checkLinear(int i, LayerDeclaration layer) {
        int before = i == 0
                ? declaration.input().map(Declared::value).orElse(0)
                : declaration.layers().get(i - 1).size().value();
        int after = declaration.layers().get(i + 1).size().value();
        boolean isNarrow = layer.size().value() < Math.min(before, after);
        if (layer.activation().value() == Activation.IDENTITY && !isNarrow) {
            add(i, layer.activation().origin(), Code.LAYER_LINEAR);
        }
    }

    private void checkSymmetric(int i, LayerDeclaration layer) {
        Initializer init = layer.init().value();
        boolean isAlike = init == Initializer.ZEROS || init == Initializer.CONSTANT;
        if (isAlike && layer.size().value() > 1) {
            add(
                    i,
                    layer.init().origin(),
                    Code.LAYER_SYMMETRIC,
                    init,
                    layer.size().value());
        }
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
