package dev.netwright.processor.declaration;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A record whose components are features, as the user wrote it.
 *
 * @param type       the record
 * @param components its components; none where there are more of them than an input may have
 * @param isTooLarge whether there are
 */
record RecordDeclaration(TypeElement type, List<ComponentDeclaration> components, boolean isTooLarge) {
    RecordDeclaration {
        components = List.copyOf(components);
    }

    /** Components that pick rows of tables, and are inputs of their own. */
    List<ComponentDeclaration> indices() {
        return components.stream().filter(ComponentDeclaration::isIndex).toList();
    }

    /** Whether there is nothing besides them. */
    boolean isAllIndices() {
        return !components.isEmpty() && components.stream().allMatch(ComponentDeclaration::isIndex);
    }

    /** Its type, and those of the records and enums in it. */
    Stream<TypeElement> types() {
        return Stream.concat(
                Stream.of(type),
                components.stream()
                        .flatMap(component -> Stream.concat(
                                component.type().stream(),
                                component.nested().stream().flatMap(RecordDeclaration::types))));
    }

    /** Its features without indices; 0 where a component has none. */
    long columns() {
        long columns = 0;
        for (ComponentDeclaration component : components) {
            if (component.isIndex()) {
                continue;
            }
            long more = component.columns();
            if (more == 0) {
                return 0;
            }
            columns += more;
        }
        return isTooLarge ? 0 : columns;
    }
}
