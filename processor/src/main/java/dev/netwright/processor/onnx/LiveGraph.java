package dev.netwright.processor.onnx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of a graph that some values depend on, and who reads what in it. */
final class LiveGraph {
    private final OnnxGraph graph;
    private final Map<String, OnnxNode> producers;
    private final List<OnnxNode> nodes;
    private final Map<String, List<OnnxNode>> readers = new HashMap<>();
    private final Set<String> ends;

    LiveGraph(OnnxGraph graph, Collection<String> values) {
        this.graph = graph;
        producers = graph.producers();
        ends = Set.copyOf(values);
        Set<OnnxNode> live = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            OnnxNode node = producers.get(open.pop());
            if (node != null && live.add(node)) {
                open.addAll(node.inputs());
            }
        }
        nodes = graph.nodes().stream().filter(live::contains).toList();
        for (OnnxNode node : nodes) {
            for (String input : node.inputs()) {
                readers.computeIfAbsent(input, any -> new ArrayList<>()).add(node);
            }
        }
    }

    List<OnnxNode> nodes() {
        return nodes;
    }

    Map<String, List<OnnxNode>> readers() {
        return readers;
    }

    /** Whether anybody reads a value. */
    boolean isRead(String value) {
        return readers.containsKey(value) || ends.contains(value);
    }

    /** Whether several read a value; those that ask for its shape alone do not. */
    boolean isShared(String value) {
        long count = readers.getOrDefault(value, List.of()).stream()
                .filter(node ->
                        !node.operator().equals("Shape") && !node.operator().equals("Size"))
                .count();
        return count + (ends.contains(value) ? 1 : 0) > 1;
    }

    /** Whether a function or a normalisation is all that reads a value. */
    boolean goesOn(String value) {
        List<OnnxNode> all = readers.getOrDefault(value, List.of());
        return all.size() == 1 && !ends.contains(value) && canEndLayer(all.get(0));
    }

    private static boolean canEndLayer(OnnxNode node) {
        if (node.operator().equals("BatchNormalization") || node.operator().equals(NormalizationFinder.OPERATOR)) {
            return true;
        }
        try {
            return !Arithmetic.isOperator(node.operator())
                    && ElementFormulas.of(node, name -> java.util.OptionalDouble.empty())
                            .isPresent();
        } catch (OnnxException | UnsupportedException e) {
            // Whoever goes through the nodes meets it again, and says so.
            return false;
        }
    }

    /** The way from an input to a node: {@code input "x" -> Flatten -> Gemm}. */
    String pathTo(OnnxNode node, Set<String> data) {
        Deque<String> path = new ArrayDeque<>();
        path.addFirst(node.fullOperator());
        OnnxNode at = node;
        while (path.size() < graph.nodes().size() + 1) {
            String from =
                    at.inputs().stream().filter(data::contains).findFirst().orElse("");
            OnnxNode before = producers.get(from);
            if (before == null) {
                if (!from.isEmpty()) {
                    path.addFirst("input " + Quotes.of(from));
                }
                break;
            }
            path.addFirst(before.fullOperator());
            at = before;
        }
        List<String> steps = new ArrayList<>(path);
        if (steps.size() > 8) {
            steps = new ArrayList<>(steps.subList(0, 2));
            steps.add("...");
            steps.addAll(new ArrayList<>(path).subList(path.size() - 5, path.size()));
        }
        return String.join(" -> ", steps);
    }
}
