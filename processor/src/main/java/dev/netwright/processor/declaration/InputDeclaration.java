package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Shape;
import java.util.List;
import java.util.stream.Collectors;

/** One {@code @Input} as the user wrote it. */
record InputDeclaration(
        Origin origin, Declared<Integer> size, Declared<List<Declared<Integer>>> arrangement, Declared<String> name) {
    /** What can be known of it. */
    Shape shape() {
        if (arrangement.isWritten()) {
            List<Integer> sides =
                    arrangement.value().stream().map(Declared::value).toList();
            boolean isValid = !size.isWritten() && sides.stream().allMatch(side -> side >= 1);
            return switch (isValid ? sides.size() : 0) {
                case 2 -> Shape.sequence(sides.get(0), sides.get(1));
                case 3 -> Shape.image(sides.get(0), sides.get(1), sides.get(2));
                default -> Shape.UNKNOWN;
            };
        }
        return size.isWritten() ? Shape.flat(Math.max(0, size.value())) : Shape.UNKNOWN;
    }

    /** Its size or shape as written, right or wrong. */
    String text() {
        if (arrangement.isWritten() && !arrangement.value().isEmpty()) {
            return arrangement.value().stream()
                    .map(side -> Integer.toString(side.value()))
                    .collect(Collectors.joining("x"));
        }
        return size.isWritten() ? Integer.toString(size.value()) : "?";
    }
}
