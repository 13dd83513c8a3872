package dev.netwright.processor.declaration;

import dev.netwright.annotations.Merge;
import dev.netwright.processor.model.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each layer of a declaration reads, as far as the names are right, in which order they can be computed, and how many columns
 * each has. Layers have their numbers in the declaration. What cannot be known counts as 0 columns.
 */
final class Graph {
    private final NetworkDeclaration declaration;

    /** By name; of two equal names the first. */
    private final Map<String, Source> named = new LinkedHashMap<>();

    private final List<List<Optional<Source>>> sources = new ArrayList<>();
    private final List<Optional<Source>> residuals = new ArrayList<>();
    private final Map<Source, List<Integer>> readers = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<Integer> cycle = new ArrayList<>();
    private final long[] inputs;
    private final long[] units;

    Graph(NetworkDeclaration declaration) {
        this.declaration = declaration;
        int count = declaration.layers().size();
        for (int i = 0; i < declaration.inputs().size(); i++) {
            named.putIfAbsent(declaration.nameOfInput(i), Source.input(i));
        }
        for (int i = 0; i < count; i++) {
            named.putIfAbsent(declaration.nameOf(i), Source.layer(i));
        }
        for (int i = 0; i < count; i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            sources.add(
                    layer.from().isWritten()
                            ? layer.from().value().stream()
                                    .map(name -> find(name.value()))
                                    .toList()
                            : List.of(above(i)));
            residuals.add(layer.residual().isWritten() ? find(layer.residual().value()) : Optional.empty());
        }
        for (int i = 0; i < count; i++) {
            for (Source source : read(i)) {
                readers.computeIfAbsent(source, any -> new ArrayList<>()).add(i);
            }
        }
        sort();
        inputs = new long[count];
        units = new long[count];
        measure();
    }

    private Optional<Source> above(int layer) {
        if (layer > 0) {
            return Optional.of(Source.layer(layer - 1));
        }
        // Of several inputs the first layer must say which it reads.
        return declaration.inputs().size() == 1 ? Optional.of(Source.input(0)) : Optional.empty();
    }

    /** The input or layer of a name. */
    Optional<Source> find(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** The names of inputs and layers. */
    List<String> names() {
        return List.copyOf(named.keySet());
    }

    /** What a layer reads; empty for a name that there is not. */
    List<Optional<Source>> sources(int layer) {
        return sources.get(layer);
    }

    /** What is added to a layer's activations. */
    Optional<Source> residual(int layer) {
        return residuals.get(layer);
    }

    /** The layers, each after all that it reads and otherwise as declared; those of a cycle are missing. */
    List<Integer> order() {
        return order;
    }

    /** Layers that read each other in a circle, each read by the next and the last by the first; empty where there are none. */
    List<Integer> cycle() {
        return cycle;
    }

    /** Columns of what a layer reads. */
    long inputs(int layer) {
        return inputs[layer];
    }

    /** Columns of a layer's output. */
    long units(int layer) {
        return units[layer];
    }

    /** Columns of something that a layer reads. */
    long columns(Source source) {
        if (!source.isInput()) {
            return units[source.index()];
        }
        return Math.max(0, declaration.inputs().get(source.index()).size().value());
    }

    /** The name of something that a layer reads. */
    String nameOf(Source source) {
        return source.isInput() ? declaration.nameOfInput(source.index()) : declaration.nameOf(source.index());
    }

    /** The layers that read one, as their input or as a residual, in their order; twice if they do both. */
    List<Integer> readers(Source source) {
        return readers.getOrDefault(source, List.of());
    }

    /** All that must be computed before a layer. */
    private List<Source> read(int layer) {
        List<Source> read = new ArrayList<>();
        sources.get(layer).forEach(source -> source.ifPresent(read::add));
        residuals.get(layer).ifPresent(read::add);
        return read;
    }

    /** Depth first and without recursion, which a thousand layers would be too many for. */
    private void sort() {
        int[] next = new int[sources.size()];
        boolean[] isDone = new boolean[sources.size()];
        for (int start = 0; start < sources.size() && cycle.isEmpty(); start++) {
            Deque<Integer> path = new ArrayDeque<>();
            if (!isDone[start]) {
                path.push(start);
            }
            while (!path.isEmpty() && cycle.isEmpty()) {
                int layer = path.peek();
                List<Source> read = read(layer);
                if (next[layer] == read.size()) {
                    path.pop();
                    isDone[layer] = true;
                    order.add(layer);
                    continue;
                }
                Source source = read.get(next[layer]++);
                if (source.isInput() || isDone[source.index()]) {
                    continue;
                }
                if (path.contains(source.index())) {
                    close(path, source.index());
                } else {
                    path.push(source.index());
                }
            }
        }
    }

    /** The path leads from a layer to what it reads; data flow the other way. */
    private void close(Deque<Integer> path, int closing) {
        for (int layer : path) {
            cycle.add(layer);
            if (layer == closing) {
                return;
            }
        }
    }

    private void measure() {
        for (int i = 0; i < units.length; i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            units[i] = layer.isWeighted() ? Math.max(0, layer.size().value()) : 0;
        }
        for (int layer : order) {
            inputs[layer] = merged(layer);
            if (declaration.layers().get(layer).isWeightless()) {
                units[layer] = inputs[layer];
            }
        }
    }

    private long merged(int layer) {
        List<Long> columns = sources.get(layer).stream()
                .map(source -> source.map(this::columns).orElse(0L))
                .toList();
        if (columns.isEmpty() || columns.contains(0L)) {
            return 0;
        }
        boolean isSide = declaration.layers().get(layer).merge().value() == Merge.CONCATENATE;
        if (isSide) {
            return columns.stream().mapToLong(Long::longValue).sum();
        }
        return columns.stream().distinct().count() == 1 ? columns.get(0) : 0;
    }
}
