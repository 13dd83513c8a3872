package dev.netwright.processor.onnx;

import dev.netwright.processor.model.Shape;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How the inputs of a graph become those of a network: the first axis is that of the samples, and pixels have their channels last. */
final class Inputs {
    private static final String FIRST_AXIS =
            "export the model with a first axis for the samples whose size is free, or the same for every input, and fixed sizes behind it";

    /** What gives values other axes. All else hands them on as they are arranged. */
    private static final Set<String> OTHER_AXES = Set.of(
            "Transpose",
            "Reshape",
            "Flatten",
            "Squeeze",
            "Unsqueeze",
            "Expand",
            "Tile",
            "Gemm",
            "MatMul",
            "Gather",
            "ReduceMean",
            "ReduceMax",
            "ReduceSum",
            "Shape",
            "Size");

    private static final Set<String> CHANNELS_FIRST =
            Set.of("Conv", "MaxPool", "AveragePool", "GlobalAveragePool", "GlobalMaxPool", "BatchNormalization");

    /** What reads data first, and only constants behind it. */
    private static final Set<String> TAKES_WEIGHTS = Set.of("Gemm", "Conv", "BatchNormalization", "LayerNormalization");

    private final Map<String, List<OnnxNode>> readers;
    private final OnnxGraph graph;
    private final Map<String, OnnxNode> producers;

    Inputs(OnnxGraph graph, Map<String, List<OnnxNode>> readers) {
        this.graph = graph;
        this.readers = readers;
        producers = graph.producers();
    }

    /** The number of samples, where all inputs agree on it and have more axes than that of the samples; 0 where it is free, or cannot be said. */
    static int fixedRows(List<OnnxEnd> inputs) {
        Set<Long> rows = new HashSet<>();
        for (OnnxEnd input : inputs) {
            int rank = input.shape().rank();
            boolean isSize = rank > 0 && (rank > 1 || input.shape().get(0) == 1);
            rows.add(isSize ? input.shape().get(0) : 0L);
        }
        long found = rows.size() == 1 ? rows.iterator().next() : 0;
        return found > 0 && found <= Integer.MAX_VALUE ? (int) found : 0;
    }

    /**
     * The data of an input.
     *
     * @param rows the number of samples that the file fixes; 0 where there is none
     */
    Flow flow(OnnxEnd input, int rows) throws OnnxException {
        String place = "the input " + Quotes.of(input.name());
        if (input.kind() == OnnxEnd.Kind.OTHER) {
            throw OnnxException.ofEnd(place, "it is no tensor of numbers", "give the model numbers as its input");
        }
        if (!input.hasShape() || input.shape().rank() == 0) {
            throw OnnxException.ofEnd(place, "it does not say its shape", FIRST_AXIS);
        }
        requireData(input, place);
        int[] shape = new int[input.shape().rank()];
        for (int axis = 0; axis < shape.length; axis++) {
            long side = input.shape().get(axis);
            boolean isRight = axis == 0 ? side <= 1 || side == rows : side >= 1;
            if (!isRight) {
                throw OnnxException.ofEnd(
                        place,
                        "the size of its axis " + axis + " is " + (side < 1 ? "not fixed" : Long.toString(side)),
                        FIRST_AXIS);
            }
            shape[axis] = axis == 0 ? 1 : (int) side;
        }
        if (Shapes.size(shape) > Tensor.MOST_ELEMENTS) {
            throw OnnxException.ofEnd(place, "it has " + Shapes.size(shape) + " features", "make the model smaller");
        }
        Flow flow = arranged(input.name(), shape);
        return input.kind() == OnnxEnd.Kind.WHOLE ? flow.as(Flow.Numbers.WHOLE) : flow;
    }

    /** Exporters write weights as inputs where they are told to leave their numbers out. */
    private void requireData(OnnxEnd input, String place) throws OnnxException {
        List<OnnxNode> read = readers.getOrDefault(input.name(), List.of());
        boolean areWeights = !read.isEmpty()
                && read.stream()
                        .allMatch(node -> TAKES_WEIGHTS.contains(node.operator())
                                && !node.input(0).equals(input.name()));
        if (areWeights) {
            throw OnnxException.ofEnd(
                    place,
                    "it is a weight of " + Quotes.plain(read.get(0).operator()) + ", without numbers",
                    "export the model with its weights (export_params=True in PyTorch)");
        }
    }

    /** Pixels only where something reads them as such; else the values stay in the order of the file. */
    private Flow arranged(String name, int[] shape) {
        Set<OnnxNode> deciding = deciding(name);
        boolean isFirst = deciding.stream().anyMatch(node -> isOfPixels(node, shape.length));
        boolean isLast = !isFirst
                && deciding.stream()
                        .anyMatch(node -> node.operator().equals("MatMul")
                                || node.operator().equals("Gather")
                                || takesLast(node));
        boolean isOneRow = isLast && Shapes.size(shape) == shape[shape.length - 1];
        boolean hasPixels = (shape.length == 3 || shape.length == 4) && (isFirst || isLast);
        if (hasPixels && !isOneRow) {
            int channels = shape[isLast ? shape.length - 1 : 1];
            int[] sides = isLast
                    ? Arrays.copyOfRange(shape, 1, shape.length - 1)
                    : Arrays.copyOfRange(shape, 2, shape.length);
            Shape pixels =
                    sides.length == 1 ? Shape.sequence(sides[0], channels) : Shape.image(sides[0], sides[1], channels);
            DraftInput input = new DraftInput(name, pixels);
            return isLast ? Flow.inOrder(input, shape) : Flow.channelsFirst(input);
        }
        return Flow.inOrder(new DraftInput(name, Shape.flat(Shapes.size(shape))), shape);
    }

    /** The first operators behind an input, on all ways, that may say how its values are arranged. */
    private Set<OnnxNode> deciding(String name) {
        Set<OnnxNode> deciding = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (!seen.add(at)) {
                continue;
            }
            for (OnnxNode node : readers.getOrDefault(at, List.of())) {
                if (CHANNELS_FIRST.contains(node.operator()) || OTHER_AXES.contains(node.operator())) {
                    deciding.add(node);
                } else {
                    open.addAll(node.outputs());
                }
            }
        }
        return deciding;
    }

    /** Whether a node reads an image or a sequence with the channels first. */
    private boolean isOfPixels(OnnxNode node, int rank) {
        if (CHANNELS_FIRST.contains(node.operator())) {
            return true;
        }
        boolean isReduced =
                node.operator().equals("ReduceMean") || node.operator().equals("ReduceMax");
        try {
            int[] axes = node.integers("axes");
            if (axes.length == 0 && !node.input(1).isEmpty()) {
                axes = graph.constant(node.input(1), producers)
                        .map(found -> Arrays.stream(found.values())
                                .mapToInt(value -> (int) value)
                                .toArray())
                        .orElse(axes);
            }
            int[] pixels = IntStream.range(2, rank).toArray();
            return isReduced
                    && rank > 2
                    && Arrays.equals(
                            pixels,
                            Arrays.stream(axes)
                                    .map(axis -> axis < 0 ? axis + rank : axis)
                                    .sorted()
                                    .toArray());
        } catch (OnnxException | UnsupportedException e) {
            // Whoever goes through the nodes meets it again, and says so.
            return false;
        }
    }

    /** Whether a node brings channels from the last place to the first, as exporters write where a model has them last. */
    private static boolean takesLast(OnnxNode node) {
        try {
            int[] order = node.integers("perm");
            int rank = order.length;
            return node.operator().equals("Transpose")
                    && (rank == 3 || rank == 4)
                    && order[0] == 0
                    && order[1] == rank - 1
                    && order[2] == 1;
        } catch (UnsupportedException e) {
            // Whoever goes through the nodes meets it again, and says so.
            return false;
        }
    }
}
