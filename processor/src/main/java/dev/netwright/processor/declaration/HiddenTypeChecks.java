package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.TypeReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Checks that the generated class can name the types that it must, though it inherits those of the interface and their constants. */
final class HiddenTypeChecks {
    private final NetworkDeclaration declaration;
    private final TypeNames names;
    private final List<Finding> findings = new ArrayList<>();

    /** Types that have been found: one is said to be hidden once. */
    private final Set<TypeElement> found = new HashSet<>();

    HiddenTypeChecks(Elements elements, NetworkDeclaration declaration) {
        this.declaration = declaration;
        this.names = new TypeNames(elements, declaration);
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
        declaration.classes().ifPresent(classes -> check(classes, declaration.origin()));
        names.unnamed().ifPresent(type -> add(declaration.origin(), type.name(), reason(type), "rename one of them"));
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
        if (names.type(type).isEmpty() && found.add(type)) {
            TypeReference reference = TypeReferences.of(type);
            if (reference.packageName().isEmpty()) {
                add(
                        place,
                        type.getQualifiedName(),
                        "it inherits a member type of the interface with that name, and in the unnamed package there is no other",
                        "rename one of the two, or put them into a package");
            } else {
                add(place, type.getQualifiedName(), reason(reference), "rename one of them");
            }
        }
    }

    private static String reason(TypeReference type) {
        return "in it " + type.firstName() + " means something else, and so does " + type.firstPackage()
                + ", with which the full name starts";
    }

    private void add(Origin place, Object type, String reason, String cure) {
        findings.add(Finding.of(
                Code.DECLARATION_HIDDEN_TYPE,
                place,
                declaration.simpleName(),
                Finding.NOT_A_LAYER,
                type,
                reason,
                cure));
    }
}
