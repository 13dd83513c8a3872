package dev.netwright.processor.onnx;

import dev.netwright.processor.model.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of a graph that gives the values which a user has chosen as outputs: outputs of the file, or what its nodes give on the way to them. */
final class ChosenOutputs {
    private static final int MOST_NAMES = 10;

    private ChosenOutputs() {}

    /**
     * The graph with these outputs, and the nodes that they depend on.
     *
     * @param names of values; without any it stays as it is
     */
    static OnnxGraph of(OnnxGraph graph, List<String> names) throws OnnxException {
        if (names.isEmpty()) {
            return graph;
        }
        Map<String, OnnxNode> producers = graph.producers();
        List<OnnxEnd> ends = new ArrayList<>();
        for (String name : names) {
            Optional<OnnxEnd> output = graph.outputs().stream()
                    .filter(end -> end.name().equals(name))
                    .findFirst();
            if (output.isEmpty() && !producers.containsKey(name)) {
                throw OnnxException.ofOutput(name, "no node of the file gives it", cure(name, graph));
            }
            ends.add(output.orElseGet(() -> new OnnxEnd(name, OnnxEnd.Kind.REAL, new OnnxEnd.Sizes(), false)));
        }
        return graph.withOutputs(ends).withNodes(new LiveGraph(graph, names).nodes());
    }

    private static String cure(String written, OnnxGraph graph) {
        List<OnnxEnd> outputs = graph.outputs();
        Optional<String> nearest = NearestName.of(written, names(graph));
        if (nearest.isPresent()) {
            return "write " + Quotes.of(nearest.get()) + ", which is there";
        }
        return "write the name of one of its outputs, "
                + outputs.stream()
                        .limit(MOST_NAMES)
                        .map(output -> Quotes.of(output.name()))
                        .collect(Collectors.joining(", "))
                + (outputs.size() > MOST_NAMES ? ", ..." : "")
                + ", or of a value on the way to them, as a viewer of models shows it";
    }

    /** Outputs first, and then what is on the way to them. */
    private static Set<String> names(OnnxGraph graph) {
        Set<String> names = new LinkedHashSet<>();
        graph.outputs().forEach(output -> names.add(output.name()));
        graph.nodes().forEach(node -> names.addAll(node.outputs()));
        return names;
    }
}
