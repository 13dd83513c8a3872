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
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    LabelChecks(Elements elements, NetworkDeclaration declaration, Graph graph) {
        this.graph = graph;
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
            addSize(
                    i,
                    layer.size().origin(),
                    "size is " + layer.size().value(),
                    name,
                    constants,
                    "leave size out, or write size = " + constants);
        } else if (graph.units(i) > constants) {
            String found = "the output has " + graph.output(i).description();
            addSize(i, place, found, name, constants, remedy(layer));
        }
        Visibility.fault(elements, labels, declaration.type())
                .ifPresent(fault -> add(i, place, Code.LAYER_LABELS, name, fault));
        if (!declaration.heads().contains(i)) {
            add(i, place, Code.LAYER_LABELS_HIDDEN, name);
        }
    }

    /** Of a layer with more outputs than its size. */
    private static String remedy(LayerDeclaration layer) {
        return layer.embeds()
                ? "let one feature pick a row, or give labels to a layer below that reads this one"
                : "pool all pixels, pooling = GLOBAL_AVERAGE, or remove the kernel";
    }

    private void addSize(int i, Origin place, String found, String name, int constants, String remedy) {
        add(i, place, Code.LAYER_LABELS_SIZE, found, name, constants, remedy);
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
