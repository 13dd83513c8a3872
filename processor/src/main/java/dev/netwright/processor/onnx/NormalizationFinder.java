package dev.netwright.processor.onnx;

import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.AttributeProto.AttributeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds layer normalisation that a file puts together of its parts: {@code (x - mean(x)) / √(mean((x - mean(x))²) + ε)}. Gains and shifts
 * that follow are arithmetic with constants, which becomes a part of it as elsewhere.
 */
final class NormalizationFinder {
    /** The operator that the parts become. */
    static final String OPERATOR = "LayerNormalization";

    private final OnnxGraph graph;
    private final Map<String, OnnxNode> producers;

    private NormalizationFinder(OnnxGraph graph) {
        this.graph = graph;
        producers = graph.producers();
    }

    /** The graph with one node for each normalisation that is found. */
    static OnnxGraph find(OnnxGraph graph) {
        NormalizationFinder finder = new NormalizationFinder(graph);
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : graph.nodes()) {
            nodes.add(finder.recognised(node));
        }
        return graph.withNodes(nodes);
    }

    private OnnxNode recognised(OnnxNode node) {
        try {
            return find(node).orElse(node);
        } catch (OnnxException | UnsupportedException e) {
            // Whoever goes through the nodes meets it again, and says so.
            return node;
        }
    }

    private Optional<OnnxNode> find(OnnxNode node) throws OnnxException, UnsupportedException {
        Optional<OnnxNode> root = is(node, "Div") ? producer(node.input(1), "Sqrt") : Optional.empty();
        Optional<OnnxNode> centred = producer(node.input(0), "Sub");
        if (root.isEmpty() || centred.isEmpty()) {
            return Optional.empty();
        }
        Optional<OnnxNode> sum = producer(root.get().input(0), "Add");
        if (sum.isEmpty()) {
            return Optional.empty();
        }
        int constant = number(sum.get().input(1)).isPresent() ? 1 : 0;
        Optional<Double> epsilon = number(sum.get().input(constant));
        Optional<OnnxNode> variance = producer(sum.get().input(1 - constant), "ReduceMean");
        Optional<OnnxNode> mean = producer(centred.get().input(1), "ReduceMean");
        if (epsilon.isEmpty() || variance.isEmpty() || mean.isEmpty()) {
            return Optional.empty();
        }
        boolean isOfOne = mean.get().input(0).equals(centred.get().input(0))
                && isSquare(variance.get().input(0), centred.get())
                && Arrays.equals(axes(mean.get()), axes(variance.get()))
                && keepsAxes(mean.get())
                && keepsAxes(variance.get());
        if (!isOfOne) {
            return Optional.empty();
        }
        AttributeProto axes = AttributeProto.newBuilder()
                .setName("axes")
                .setType(AttributeType.INTS)
                .addAllInts(
                        IntStream.of(axes(mean.get())).asLongStream().boxed().toList())
                .build();
        AttributeProto added = AttributeProto.newBuilder()
                .setName("epsilon")
                .setType(AttributeType.FLOAT)
                .setF((float) (double) epsilon.get())
                .build();
        return Optional.of(node.as(OPERATOR, List.of(centred.get().input(0)), Map.of("axes", axes, "epsilon", added)));
    }

    private boolean isSquare(String name, OnnxNode centred) throws OnnxException, UnsupportedException {
        OnnxNode node = producers.get(name);
        if (node == null) {
            return false;
        }
        boolean isSquare = node.function().map(NormalizationFinder::isSquare).orElse(false)
                || (is(node, "Pow") && number(node.input(1)).equals(Optional.of(2.0)))
                || (is(node, "Mul") && node.input(0).equals(node.input(1)));
        if (!isSquare) {
            return false;
        }
        // Some exporters subtract the mean once for each use.
        Optional<OnnxNode> again = producer(node.input(0), "Sub");
        return again.isPresent() && again.get().inputs().equals(centred.inputs());
    }

    private static boolean isSquare(Formula formula) {
        return formula.equals(Formula.z().power(2));
    }

    /** Without its axes a mean is subtracted along others. */
    private static boolean keepsAxes(OnnxNode mean) throws UnsupportedException {
        return mean.integer("keepdims", 1) != 0;
    }

    private int[] axes(OnnxNode node) throws OnnxException, UnsupportedException {
        Optional<Tensor> input = graph.constant(node.input(1), producers);
        return input.isPresent() ? input.get().wholes() : node.integers("axes");
    }

    private Optional<Double> number(String name) throws OnnxException, UnsupportedException {
        return graph.constant(name, producers)
                .filter(tensor -> tensor.size() == 1)
                .map(tensor -> tensor.values()[0]);
    }

    private Optional<OnnxNode> producer(String name, String operator) {
        return Optional.ofNullable(producers.get(name)).filter(node -> is(node, operator));
    }

    private static boolean is(OnnxNode node, String operator) {
        return node.domain().isEmpty() && node.operator().equals(operator);
    }
}
