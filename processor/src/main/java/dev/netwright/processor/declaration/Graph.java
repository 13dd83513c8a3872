package dev.netwright.processor.declaration;

import dev.netwright.annotations.Merge;
import dev.netwright.processor.model.Shape;
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
 * What each layer of a declaration reads, as far as the names are right, in which order they can be computed, and which shape
 * each has. Layers have their numbers in the declaration. What cannot be known has an {@linkplain Shape#UNKNOWN unknown} shape of 0
 * columns.
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
    private final Shape[] inputs;
    private final Shape[] preactivations;
    private final Shape[] outputs;

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
        inputs = new Shape[count];
        preactivations = new Shape[count];
        outputs = new Shape[count];
        measure();
    }

    private Optional<Source> above(int layer) {
        if (layer > 0) {
            return Optional.of(Source.layer(layer - 1));
        }
        // Of several inputs the first layer must say which it reads.
        return declaration.ownInputs().size() == 1 ? Optional.of(Source.input(0)) : Optional.empty();
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

    /** The shape of what a layer reads. */
    Shape input(int layer) {
        return inputs[layer];
    }

    /** The shape of a layer's z. */
    Shape preactivation(int layer) {
        return preactivations[layer];
    }

    /** The shape of a layer's output. */
    Shape output(int layer) {
        return outputs[layer];
    }

    /** Columns of what a layer reads. */
    long inputs(int layer) {
        return inputs[layer].size();
    }

    /** Columns of a layer's output. */
    long units(int layer) {
        return outputs[layer].size();
    }

    /** The shape of something that a layer reads. */
    Shape shape(Source source) {
        return known(source.isInput() ? declaration.inputs().get(source.index()).shape() : outputs[source.index()]);
    }

    /** What does not even fit a number has its own finding and is not known to others. */
    private static Shape known(Shape shape) {
        return shape.size() > Integer.MAX_VALUE ? Shape.UNKNOWN : shape;
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
        for (int i = 0; i < outputs.length; i++) {
            // Those of a cycle are never reached.
            inputs[i] = Shape.UNKNOWN;
            boolean isDense = isDense(declaration.layers().get(i));
            preactivations[i] = isDense ? dense(declaration.layers().get(i)) : Shape.UNKNOWN;
            outputs[i] = preactivations[i];
        }
        for (int i : order) {
            LayerDeclaration layer = declaration.layers().get(i);
            inputs[i] = merged(i);
            preactivations[i] = preactivation(layer, inputs[i]);
            outputs[i] = layer.pools() ? pooled(layer, known(preactivations[i])) : preactivations[i];
        }
    }

    private static Shape preactivation(LayerDeclaration layer, Shape x) {
        if (isDense(layer)) {
            return dense(layer);
        }
        if (layer.embeds()) {
            return x.withChannels(x.channels() * Math.max(0, layer.size().value()));
        }
        if (layer.convolves()) {
            long filters = Math.max(0, layer.size().value());
            return layer.convolution(x.dimensions())
                    .map(kernel -> kernel.result(x, filters))
                    .orElse(Shape.UNKNOWN);
        }
        return layer.isWeightless() ? x : Shape.UNKNOWN;
    }

    private static boolean isDense(LayerDeclaration layer) {
        return layer.isWeighted() && !layer.convolves() && !layer.embeds();
    }

    private static Shape dense(LayerDeclaration layer) {
        return Shape.flat(Math.max(0, layer.size().value()));
    }

    private static Shape pooled(LayerDeclaration layer, Shape a) {
        return a.isFlat()
                ? Shape.UNKNOWN
                : layer.pool(a).map(pool -> pool.result(a)).orElse(Shape.UNKNOWN);
    }

    private Shape merged(int layer) {
        List<Shape> shapes = sources.get(layer).stream()
                .map(source -> source.map(this::shape).orElse(Shape.UNKNOWN))
                .toList();
        if (shapes.isEmpty() || shapes.stream().anyMatch(Shape::isUnknown)) {
            return Shape.UNKNOWN;
        }
        if (shapes.size() == 1) {
            return shapes.get(0);
        }
        return isSide(layer) ? joined(shapes) : combined(shapes);
    }

    private static Shape joined(List<Shape> shapes) {
        Shape first = shapes.get(0);
        return shapes.stream().allMatch(first::hasPixelsOf)
                ? first.withChannels(shapes.stream().mapToLong(Shape::channels).sum())
                : Shape.flat(shapes.stream().mapToLong(Shape::size).sum());
    }

    private static Shape combined(List<Shape> shapes) {
        Shape first = shapes.get(0);
        if (shapes.stream().allMatch(first::equals)) {
            return first;
        }
        boolean isPossible = shapes.stream().allMatch(one -> shapes.stream().allMatch(one::matches));
        return isPossible ? Shape.flat(first.size()) : Shape.UNKNOWN;
    }

    private boolean isSide(int layer) {
        return declaration.layers().get(layer).merge().value() == Merge.CONCATENATE;
    }
}
