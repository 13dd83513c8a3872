package dev.netwright.processor.declaration;

import java.util.List;
import java.util.Optional;

/**
 * Pixels downwards and to the right.
 *
 * @param height 1 in one dimension
 */
record Window(int height, int width) {
    static final Window ONE = new Window(1, 1);

    /** What numbers mean for so many dimensions; empty where they are too many or one of them is not positive. */
    static Optional<Window> of(Declared<List<Declared<Integer>>> declared, int dimensions) {
        List<Integer> numbers = declared.value().stream().map(Declared::value).toList();
        boolean isValid = !numbers.isEmpty()
                && numbers.size() <= dimensions
                && numbers.stream().allMatch(number -> number >= 1);
        if (!isValid) {
            return Optional.empty();
        }
        int last = numbers.get(numbers.size() - 1);
        return Optional.of(dimensions == 1 ? new Window(1, last) : new Window(numbers.get(0), last));
    }
}
