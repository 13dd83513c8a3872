package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One {@code @Input} as the user wrote it, or a component of a record that is an index and so an input of its own. */
record InputDeclaration(
        Origin origin,
        Declared<Integer> size,
        Declared<List<Declared<Integer>>> arrangement,
        Declared<Optional<RecordDeclaration>> record,
        Declared<String> name,
        Optional<ComponentDeclaration> index) {
    /** The input that such a component is. */
    static InputDeclaration of(ComponentDeclaration index) {
        Origin origin = index.origin();
        return new InputDeclaration(
                origin,
                new Declared<>(1, true, origin),
                new Declared<>(List.of(), false, origin),
                new Declared<>(Optional.empty(), false, origin),
                new Declared<>(index.name(), true, origin),
                Optional.of(index));
    }

    /** The input of a file whose samples are a record, which the interface says. */
    static InputDeclaration of(RecordDeclaration record, Origin origin) {
        return new InputDeclaration(
                origin,
                new Declared<>(1, false, origin),
                new Declared<>(List.of(), false, origin),
                new Declared<>(Optional.of(record), true, origin),
                new Declared<>("", false, origin),
                Optional.empty());
    }

    /** Whether it is an annotation of its own, and no component of a record. */
    boolean isOwn() {
        return index.isEmpty();
    }

    /** What can be known of it. */
    Shape shape() {
        if (isSaidTwice()) {
            return Shape.UNKNOWN;
        }
        if (arrangement.isWritten()) {
            List<Integer> sides =
                    arrangement.value().stream().map(Declared::value).toList();
            boolean isValid = sides.stream().allMatch(side -> side >= 1);
            return switch (isValid ? sides.size() : 0) {
                case 2 -> Shape.sequence(sides.get(0), sides.get(1));
                case 3 -> Shape.image(sides.get(0), sides.get(1), sides.get(2));
                default -> Shape.UNKNOWN;
            };
        }
        long columns = record.value().map(RecordDeclaration::columns).orElse((long) size.value());
        return size.isWritten() || record.isWritten() ? Shape.flat(Math.max(0, columns)) : Shape.UNKNOWN;
    }

    /** Whether more than one attribute says how many features there are. */
    boolean isSaidTwice() {
        return size.isWritten()
                ? arrangement.isWritten() || record.isWritten()
                : arrangement.isWritten() && record.isWritten();
    }

    /** Its size or shape as written, right or wrong, or what a record has. */
    String text() {
        if (arrangement.isWritten() && !arrangement.value().isEmpty()) {
            return arrangement.value().stream()
                    .map(side -> Integer.toString(side.value()))
                    .collect(Collectors.joining("x"));
        }
        if (size.isWritten()) {
            return Integer.toString(size.value());
        }
        return shape().isUnknown() ? "?" : shape().toString();
    }
}
