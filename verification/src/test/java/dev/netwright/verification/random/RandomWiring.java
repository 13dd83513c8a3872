package dev.netwright.verification.random;

import dev.netwright.annotations.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * What one declared layer reads. Layers have their numbers in the declaration; -1 stands for the first input, -2 for the second.
 *
 * @param from       empty where it is left out
 * @param residual   empty where it is left out
 * @param isWeighted whether size is written
 * @param isOutput   whether output is true
 */
record RandomWiring(List<Integer> from, Merge merge, OptionalInt residual, boolean isWeighted, boolean isOutput) {
    static final RandomWiring ABOVE = new RandomWiring(List.of(), Merge.CONCATENATE, OptionalInt.empty(), true, false);

    RandomWiring asOutput() {
        return new RandomWiring(from, merge, residual, isWeighted, true);
    }

    /** What it reads, also where that is not written. */
    List<Integer> sources(int layer) {
        return from.isEmpty() ? List.of(layer - 1) : from;
    }

    /** What is written of it. */
    List<String> attributes(IntFunction<String> names) {
        List<String> attributes = new ArrayList<>();
        if (!from.isEmpty()) {
            List<String> quoted =
                    from.stream().map(i -> '"' + names.apply(i) + '"').toList();
            attributes.add("from = {" + String.join(", ", quoted) + "}");
        }
        if (from.size() > 1 || merge != Merge.CONCATENATE) {
            attributes.add("merge = dev.netwright.annotations.Merge." + merge);
        }
        residual.ifPresent(i -> attributes.add("residual = \"" + names.apply(i) + '"'));
        if (isOutput) {
            attributes.add("output = true");
        }
        return attributes;
    }
}
