package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Checks that the generated class can name the records and enums of a declaration, though it inherits the interface's member types. */
final class HiddenTypeChecks {
    private final Elements elements;
    private final NetworkDeclaration declaration;
    private final List<Finding> findings = new ArrayList<>();

    /** Types that have been found: one is said to be hidden once. */
    private final Set<TypeElement> found = new HashSet<>();

    HiddenTypeChecks(Elements elements, NetworkDeclaration declaration) {
        this.elements = elements;
        this.declaration = declaration;
    }

    List<Finding> findings() {
        for (InputDeclaration input : declaration.inputs()) {
            input.record()
                    .value()
                    .ifPresent(record -> check(record, input.record().origin()));
        }
        for (LayerDeclaration layer : declaration.layers()) {
            layer.labels()
                    .value()
                    .ifPresent(labels -> check(labels, layer.labels().origin()));
            layer.functionClass()
                    .ifPresent(function -> check(function, layer.function().origin()));
        }
        return findings;
    }

    private void check(RecordDeclaration record, Origin place) {
        check(record.type(), place);
        for (ComponentDeclaration component : record.components()) {
            component.type().ifPresent(type -> check(type, component.origin()));
            component.nested().ifPresent(nested -> check(nested, component.origin()));
        }
    }

    private void check(TypeElement type, Origin place) {
        if (Visibility.isHidden(elements, type, declaration.type()) && found.add(type)) {
            findings.add(Finding.of(
                    Code.DECLARATION_HIDDEN_TYPE,
                    place,
                    declaration.simpleName(),
                    Finding.NOT_A_LAYER,
                    type.getQualifiedName()));
        }
    }
}
