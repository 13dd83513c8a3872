package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Checks of enums whose constants are the units of a layer. */
final class LabelChecks {
    private final Elements elements;
    private final NetworkDeclaration declaration;
    private final List<Finding> findings = new ArrayList<>();

    LabelChecks(Elements elements, NetworkDeclaration declaration) {
        this.elements = elements;
        this.declaration = declaration;
    }

    List<Finding> findings() {
        for (int n = 0; n < declaration.layers().size(); n++) {
            int i = n;
            LayerDeclaration layer = declaration.layers().get(i);
            layer.labels().value().ifPresent(labels -> check(i, layer, labels));
        }
        return findings;
    }

    private void check(int i, LayerDeclaration layer, TypeElement labels) {
        Origin place = layer.labels().origin();
        String name = labels.getSimpleName().toString();
        int constants = EnumConstants.of(labels).size();
        if (labels.getKind() != ElementKind.ENUM) {
            add(i, place, Code.LAYER_LABELS, name, "no enum");
        } else if (constants == 0) {
            add(i, place, Code.LAYER_LABELS, name, "an enum without constants");
        } else if (layer.size().value() != constants) {
            add(i, layer.size().origin(), Code.LAYER_LABELS_SIZE, layer.size().value(), name, constants);
        }
        Visibility.fault(elements, labels, declaration.type())
                .ifPresent(fault -> add(i, place, Code.LAYER_LABELS, name, fault));
        if (i != declaration.layers().size() - 1) {
            add(i, place, Code.LAYER_LABELS_HIDDEN, name);
        }
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
