package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for layers out of the names that weights and nodes have in a file; empty where those say nothing. */
final class Hints {
    /** What names of weights end with, behind that of their layer. */
    private static final Set<String> OF_WEIGHTS = Set.of(
            "weight",
            "weights",
            "bias",
            "biases",
            "kernel",
            "gamma",
            "beta",
            "w",
            "b",
            "scale",
            "running_mean",
            "running_var",
            "readvariableop",
            "embeddings",
            "matmul",
            "biasadd",
            "conv2d",
            "conv1d",
            "gemm");

    /** What nodes are called after their operators, or names say of the program that wrote them. */
    private static final Pattern NOTHING =
            Pattern.compile("(?i)(statefulpartitionedcall|model|sequential|functional)(_\\d+)?");

    private Hints() {}

    /** From the names of some inputs, which are weights, and else from that of the node. */
    static String of(OnnxNode node, int... inputs) {
        for (int input : inputs) {
            String hint = ofWeights(node.input(input));
            if (!hint.isEmpty()) {
                return hint;
            }
        }
        return ofPath(node.name());
    }

    /** {@code fc1} for {@code fc1.weight}. */
    static String ofWeights(String name) {
        // PyTorch's exporter names what it has changed itself.
        return name.startsWith("onnx::") ? "" : ofPath(name.replaceAll(":\\d+$", ""));
    }

    /** {@code fc1} for {@code /fc1/Gemm}. */
    private static String ofPath(String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("[/.]")));
        parts.removeIf(part -> part.isEmpty() || NOTHING.matcher(part).matches());
        int length = parts.size();
        while (!parts.isEmpty()
                && OF_WEIGHTS.contains(parts.get(parts.size() - 1).toLowerCase(Locale.ROOT))) {
            parts.remove(parts.size() - 1);
        }
        return parts.size() == length ? "" : String.join("_", parts);
    }
}
