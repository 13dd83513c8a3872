package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Finding;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Checks that the name of the generated class is free. Looks that one name up and keeps nothing from one interface to
 * the next, so that an incremental compiler may give the processor any part of the sources.
 */
final class CollisionChecks {
    private static final String GENERATED_NETWORK = "dev.netwright.runtime.GeneratedNetwork";

    private final Elements elements;
    private final NetworkDeclaration declaration;
    private final TypeElement type;

    CollisionChecks(Elements elements, NetworkDeclaration declaration) {
        this.elements = elements;
        this.declaration = declaration;
        this.type = declaration.type();
    }

    List<Finding> findings() {
        String name = declaration.generatedName(elements);
        if (hasMemberType(name)) {
            return List.of(
                    declaration.collision(name, "a member type of the interface has that name and would hide it"));
        }
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        return new VisibleTypes(elements)
                .find(packageName.isEmpty() ? name : packageName + "." + name, type)
                .filter(existing -> !isFormerOutput(existing))
                .map(existing -> declaration.collision(name, owner(existing)))
                .map(List::of)
                .orElse(List.of());
    }

    private boolean hasMemberType(String name) {
        return ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                .anyMatch(member -> member.getSimpleName().contentEquals(name));
    }

    /** A class that an earlier compilation left: of this interface, or of one that is gone. */
    private boolean isFormerOutput(TypeElement existing) {
        return isGenerated(existing) && otherInterface(existing).isEmpty();
    }

    private Optional<TypeElement> otherInterface(TypeElement generated) {
        return generated.getInterfaces().stream()
                .filter(supertype -> supertype.getKind() != TypeKind.ERROR)
                .map(CollisionChecks::element)
                .filter(element -> !element.getQualifiedName().equals(type.getQualifiedName()))
                .findFirst();
    }

    private String owner(TypeElement existing) {
        return isGenerated(existing)
                ? otherInterface(existing)
                        .map(other -> "that is the network of " + other.getQualifiedName() + " already")
                        .orElse("")
                : "there is another type of that name";
    }

    private static boolean isGenerated(TypeElement existing) {
        return existing.getSuperclass().getKind() == TypeKind.DECLARED
                && element(existing.getSuperclass()).getQualifiedName().contentEquals(GENERATED_NETWORK);
    }

    private static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }
}
