package dev.netwright.processor.onnx;

import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.AttributeProto.AttributeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds convolutions of whose places some are cut off that only padding has added, as where a sequence must not look ahead, and lets them pad
 * by less.
 */
final class CropFinder {
    private final OnnxGraph graph;
    private final Map<String, OnnxNode> producers;
    private final Map<String, Integer> reads = new HashMap<>();

    private CropFinder(OnnxGraph graph) {
        this.graph = graph;
        producers = graph.producers();
        graph.nodes().forEach(node -> node.inputs().forEach(input -> reads.merge(input, 1, Integer::sum)));
        graph.outputs().forEach(output -> reads.merge(output.name(), 1, Integer::sum));
    }

    /** The graph with a convolution in the place of what cuts it off. */
    static OnnxGraph find(OnnxGraph graph) {
        CropFinder finder = new CropFinder(graph);
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : graph.nodes()) {
            nodes.add(finder.recognised(node));
        }
        return graph.withNodes(nodes);
    }

    private OnnxNode recognised(OnnxNode node) {
        OnnxNode before = producers.get(node.input(0));
        if (before == null || !node.fullOperator().equals("Slice") || reads.getOrDefault(node.input(0), 0) != 1) {
            return node;
        }
        try {
            return before.fullOperator().equals("Conv") ? cropped(node, before).orElse(node) : node;
        } catch (OnnxException | UnsupportedException e) {
            // Whoever goes through the nodes meets it again, and says so.
            return node;
        }
    }

    private Optional<OnnxNode> cropped(OnnxNode slice, OnnxNode convolution)
            throws OnnxException, UnsupportedException {
        int[] starts = wholes(slice, "starts", 1);
        int[] ends = wholes(slice, "ends", 2);
        int[] axes = wholes(slice, "axes", 3);
        int[] pads = convolution.integers("pads").clone();
        boolean isPlain = areOnes(wholes(slice, "steps", 4))
                && areOnes(convolution.integers("strides"))
                && convolution.text("auto_pad", "NOTSET").equals("NOTSET");
        if (!isPlain || axes.length == 0 || starts.length != axes.length || ends.length != axes.length) {
            return Optional.empty();
        }
        int sides = pads.length / 2;
        int[] sizes = convolution.integers("kernel_shape");
        int[] dilations = convolution.integers("dilations");
        for (int i = 0; i < axes.length; i++) {
            int axis = (axes[i] < 0 ? axes[i] + sides + 2 : axes[i]) - 2;
            boolean cutsPads = axis >= 0
                    && axis < sides
                    && starts[i] >= 0
                    && starts[i] <= pads[axis]
                    && (ends[i] == Integer.MAX_VALUE || (ends[i] < 0 && -(long) ends[i] <= pads[sides + axis]));
            if (!cutsPads) {
                return Optional.empty();
            }
            pads[axis] -= starts[i];
            pads[sides + axis] += Math.min(0, ends[i]);
            // As many places as pixels are what a layer has.
            int covered = axis < sizes.length ? (sizes[axis] - 1) * (dilations.length == 0 ? 1 : dilations[axis]) : 0;
            if (pads[axis] + pads[sides + axis] != covered) {
                return Optional.empty();
            }
        }
        Map<String, AttributeProto> attributes = new HashMap<>(convolution.attributes());
        attributes.put(
                "pads",
                AttributeProto.newBuilder()
                        .setName("pads")
                        .setType(AttributeType.INTS)
                        .addAllInts(IntStream.of(pads).asLongStream().boxed().collect(Collectors.toList()))
                        .build());
        return Optional.of(slice.as("Conv", convolution.inputs(), attributes));
    }

    private static boolean areOnes(int[] numbers) {
        return Arrays.stream(numbers).allMatch(number -> number == 1);
    }

    /** Numbers that have been attributes before they became inputs; none where they are left out. */
    private int[] wholes(OnnxNode node, String attribute, int index) throws OnnxException, UnsupportedException {
        if (node.has(attribute) || node.input(index).isEmpty()) {
            return node.integers(attribute);
        }
        Optional<Tensor> constant = graph.constant(node.input(index), producers);
        if (constant.isEmpty()) {
            throw new UnsupportedException("its " + attribute + " are no constant", "export the model again");
        }
        return constant.get().wholes();
    }
}
