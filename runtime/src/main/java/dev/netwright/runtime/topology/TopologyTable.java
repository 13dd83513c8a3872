package dev.netwright.runtime.topology;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints a topology as a table, a line for each input and each layer. What a layer reads has a column where that is not always the layer
 * above, and gains and shifts where there are any. The same on every machine, whatever its language.
 */
final class TopologyTable {
    /** Letters of a formula that a table has room for. */
    private static final int MOST_OF_A_FORMULA = 60;

    private final Topology topology;
    private final PixelShapes shapes;
    private final List<List<String>> rows = new ArrayList<>();

    private TopologyTable(Topology topology) {
        this.topology = topology;
        shapes = new PixelShapes(topology);
    }

    /** Ends without a line break. */
    static String of(Topology topology) {
        return new TopologyTable(topology).print();
    }

    private String print() {
        rows.add(List.of("layer", "reads", "shape", "activation", "weights", "biases", "gains", "shifts"));
        for (NetworkInput input : topology.inputs()) {
            rows.add(List.of(input.name(), "", shapes.of(input.name(), input.size()), "", "", "", "", ""));
        }
        for (int i = 0; i < topology.layers().size(); i++) {
            rows.add(row(i, topology.layers().get(i)));
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %,d parameters, %,d multiply-adds",
                topology.name(),
                topology.parameterCount(),
                topology.multiplyAdds()));
        int[] widths = widths();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                if (widths[column] > 0) {
                    line.append("  ")
                            .append(row.get(column))
                            .append(" ".repeat(widths[column] - row.get(column).length()));
                }
            }
            text.append('\n').append(line.toString().stripTrailing());
        }
        if (topology.outputs().size() > 1) {
            text.append("\n  outputs: ").append(String.join(", ", topology.outputs()));
        }
        return text.toString();
    }

    private List<String> row(int index, NetworkLayer layer) {
        List<String> sources = topology.sources(index);
        String shape = shapes.ofInputs(layer, sources) + " -> " + shapes.of(layer.name(), layer.units());
        String gains = layer.gainCount() == 0 ? "" : Integer.toString(layer.gainCount());
        String reads = isAnyWired() ? joined(layer.wiring().merge(), sources) : "";
        return layer instanceof WeightedLayer weighted
                ? List.of(
                        layer.name(),
                        reads,
                        shape,
                        work(layer),
                        weighted.weightRows() + "x" + weighted.weightColumns(),
                        Integer.toString(weighted.biasCount()),
                        gains,
                        gains)
                : List.of(layer.name(), reads, shape, work(layer), "", "", gains, gains);
    }

    private boolean isAnyWired() {
        return topology.inputs().size() > 1
                || topology.layers().stream()
                        .anyMatch(layer -> !layer.wiring().from().isEmpty());
    }

    /** As the header of a generated class writes it. */
    private static String joined(Merge merge, List<String> sources) {
        if (sources.size() == 1) {
            return sources.get(0);
        }
        return switch (merge) {
            case CONCATENATE -> "[" + String.join(", ", sources) + "]";
            case ADD -> String.join(" + ", sources);
            case MULTIPLY -> String.join("·", sources);
        };
    }

    /** A column in which nothing stands is left out. */
    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (int column = 0; column < widths.length; column++) {
            boolean isEmpty = true;
            int width = 0;
            for (int row = 0; row < rows.size(); row++) {
                int length = rows.get(row).get(column).length();
                isEmpty &= row == 0 || length == 0;
                width = Math.max(width, length);
            }
            widths[column] = isEmpty ? 0 : width;
        }
        return widths;
    }

    /** {@code kernel 3x3, stride 2, batch norm, relu, max pool 2x2, dropout 0.2, + above}, in the order in which it is done. */
    private static String work(NetworkLayer layer) {
        List<String> steps = new ArrayList<>();
        if (layer instanceof ConvolutionLayer convolution) {
            steps.add(kernel(convolution.shape()));
        } else if (layer instanceof EmbeddingLayer) {
            steps.add("embedding");
        }
        LayerTreatment treatment = layer.treatment();
        if (treatment.normalizes()) {
            String epsilon = treatment.epsilon() == Normalization.DEFAULT_EPSILON
                    ? ""
                    : " with epsilon = " + treatment.epsilon();
            steps.add(treatment.normalization().name().toLowerCase(Locale.ROOT) + " norm" + epsilon);
        }
        steps.add(activation(layer.activation()));
        layer.pool().ifPresent(pool -> steps.add((pool.isMaximum() ? "max" : "mean") + pool(pool.shape())));
        if (treatment.dropsOut()) {
            steps.add("dropout " + treatment.dropout());
        }
        if (layer.wiring().hasResidual()) {
            steps.add("+ " + layer.wiring().residual());
        }
        if (layer instanceof WeightedLayer weighted && !weighted.training().isTrained()) {
            steps.add("frozen");
        }
        return String.join(", ", steps);
    }

    /** {@code relu}, or {@code Clip: z > 6 ? 6 : z <= 0 ? 0 : z} where a function of a file has a short formula. */
    private static String activation(ActivationFunction activation) {
        String formula = activation instanceof CustomActivation custom
                ? custom.expression().map(Expression::text).orElse("")
                : "";
        boolean isShown = !formula.isEmpty() && formula.length() <= MOST_OF_A_FORMULA;
        return activation.label() + (isShown ? ": " + formula : "");
    }

    private static String kernel(ConvolutionShape shape) {
        boolean isPadded = shape.padTop() + shape.padBottom() + shape.padLeft() + shape.padRight() > 0;
        return "kernel "
                + PixelShapes.sizes(shape.inputHeight(), shape.kernelHeight(), shape.kernelWidth())
                + stride(shape.inputHeight(), shape.strideHeight(), shape.strideWidth(), 1, 1)
                + (isPadded ? ", padded" : "");
    }

    private static String pool(PoolingShape shape) {
        return shape.isGlobal()
                ? " of all pixels"
                : " pool " + PixelShapes.sizes(shape.inputHeight(), shape.poolHeight(), shape.poolWidth())
                        + stride(
                                shape.inputHeight(),
                                shape.strideHeight(),
                                shape.strideWidth(),
                                shape.poolHeight(),
                                shape.poolWidth())
                        + (shape.isPadded() ? ", padded" : "");
    }

    /** Where it is another than usual. */
    private static String stride(
            int inputHeight, int vertical, int horizontal, int usualVertical, int usualHorizontal) {
        return vertical == usualVertical && horizontal == usualHorizontal
                ? ""
                : ", stride " + PixelShapes.sizes(inputHeight, vertical, horizontal);
    }
}
