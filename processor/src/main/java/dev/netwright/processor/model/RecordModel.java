package dev.netwright.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A record whose components are features.
 *
 * @param type       the record
 * @param components at least one; those that are inputs of their own behind the others
 */
public record RecordModel(TypeReference type, List<ComponentModel> components) {
    /** More components, those of records within it among them, would make a generated class hard to read. */
    public static final int MOST_COMPONENTS = 2_000;

    /** Copies the list. */
    public RecordModel {
        components = List.copyOf(components);
    }

    /** Its features. */
    public int columns() {
        return components.stream().mapToInt(ComponentModel::columns).sum();
    }

    /** Its type, and those of the records and enums in it. */
    public Stream<TypeReference> types() {
        return Stream.concat(
                Stream.of(type),
                components.stream()
                        .flatMap(component -> Stream.concat(
                                component.choice().stream(),
                                component.nested().stream().flatMap(RecordModel::types))));
    }
}
