package dev.netwright.processor.onnx;

import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the inputs of a graph become those of a network: the first axis is that of the samples, and pixels have their channels last. */
final class Inputs {
    private static final String FIRST_AXIS =
            "export the model with a first axis for the samples whose size is free, or 1, and fixed sizes behind it";

    /** What keeps an arrangement as it is. */
    private static final Set<String> NEUTRAL = Set.of(
            "Identity",
            "Cast",
            "Dropout",
            "Add",
            "Sub",
            "Mul",
            "Div",
            "Relu",
            "Sigmoid",
            "Tanh",
            "Clip",
            "Sum",
            "Function");

    private static final Set<String> CHANNELS_FIRST =
            Set.of("Conv", "MaxPool", "AveragePool", "GlobalAveragePool", "GlobalMaxPool", "BatchNormalization");

    /** What reads data first, and only constants behind it. */
    private static final Set<String> TAKES_WEIGHTS = Set.of("Gemm", "Conv", "BatchNormalization", "LayerNormalization");

    private static final int LONGEST_CHAIN = 16;

    private final Map<String, List<OnnxNode>> readers;
    private final OnnxGraph graph;
    private final Map<String, OnnxNode> producers;

    Inputs(OnnxGraph graph, Map<String, List<OnnxNode>> readers) {
        this.graph = graph;
        this.readers = readers;
        producers = graph.producers();
    }

    /** The data of an input. */
    Flow flow(OnnxEnd input) throws OnnxException {
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
            boolean isRight = axis == 0 ? side <= 1 : side >= 1;
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
        return input.kind() == OnnxEnd.Kind.WHOLE ? flow.whole() : flow;
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

    private Flow arranged(String name, int[] shape) {
        Optional<OnnxNode> first = firstThatMatters(name);
        String operator = first.map(OnnxNode::operator).orElse("");
        boolean isLast = operator.equals("MatMul")
                || operator.equals("Gather")
                || first.map(Inputs::takesLast).orElse(false);
        boolean isFirst = CHANNELS_FIRST.contains(operator) || (shape.length == 4 && !isLast);
        if (first.isPresent() && givesAxes(first.get())) {
            return Flow.inOrder(new DraftInput(name, Shape.flat(Shapes.size(shape))), shape);
        }
        boolean isOneRow = isLast && Shapes.size(shape) == shape[shape.length - 1];
        boolean hasPixels = shape.length == 4 || (shape.length == 3 && (isFirst || isLast));
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

    /** The first operator behind an input that says how its values are arranged. */
    private Optional<OnnxNode> firstThatMatters(String name) {
        String at = name;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            List<OnnxNode> next = readers.getOrDefault(at, List.of());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            OnnxNode node = next.get(0);
            if (!NEUTRAL.contains(node.operator())) {
                return Optional.of(node);
            }
            at = node.output();
        }
        return Optional.empty();
    }

    /** Whether a node gives values other axes, so that those of the input say nothing of pixels. */
    private boolean givesAxes(OnnxNode node) {
        try {
            boolean isReshape = node.operator().equals("Reshape");
            return isReshape
                    && graph.constant(node.input(1), producers)
                            .map(target -> target.size() > 2)
                            .orElse(false);
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
