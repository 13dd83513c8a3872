package dev.netwright.processor.plan;

import dev.netwright.processor.model.ComponentModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is decided about one component of a record.
 *
 * @param component what is planned
 * @param path      its name after those of the components that it is inside of, {@code address.zip}
 * @param start     the constant with its first column
 * @param end       the constant with the first column behind it
 * @param method    of a record the end of the method that writes it
 * @param nested    of a record its components
 */
public record ComponentPlan(
        ComponentModel component, String path, String start, String end, String method, List<ComponentPlan> nested) {
    /** Copies the list. */
    public ComponentPlan {
        nested = List.copyOf(nested);
    }

    /** It and all that are inside of it, each after the one that it is inside of. */
    public Stream<ComponentPlan> all() {
        return Stream.concat(Stream.of(this), nested.stream().flatMap(ComponentPlan::all));
    }
}
