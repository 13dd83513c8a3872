package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.annotations.Activation;
import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import java.util.Locale;

/** Writes the Javadoc of a generated class: the table of layers, its totals and the formulas of both directions. */
final class HeaderEmitter {
    private HeaderEmitter() {}

    /*
     * layer    shape           activation  parameters  multiply-adds
     * hidden1  784 -> 128      relu           100,480        100,352
     * total                               101,770        101,632
     */
    static CodeBlock javadoc(NetworkPlan plan) {
        CodeBlock.Builder text = CodeBlock.builder();
        text.add(
                "The network that {@code $L} declares: $L in, $L out.\n\n",
                plan.model().interfaceName(),
                count(plan.model().inputSize(), "feature"),
                count(plan.outputLayer().layer().units(), "output"));
        text.add("<pre>{@code\n$L}</pre>\n\n", table(plan));
        text.add(
                "<p>Forward, from the first layer to the last; x is a layer's input, z its pre-activation, a its output:\n\n");
        text.add("<pre>{@code\n$L}</pre>\n\n", forward(plan.layers()));
        text.add("""
                <p>Backward, from the last layer to the first, is the chain rule. With δ = dL/dz, each layer has
                the gradients of its weights and biases and hands on the gradient of its input:

                <pre>{@code
                """);
        text.add("$L}</pre>\n\n", backward(plan.layers()));
        text.add("<p>Samples are rows. Weights are {@code inputs x units}, row-major, followed by the biases.\n");
        return text.build();
    }

    private static String count(int count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static String table(NetworkPlan plan) {
        int width = nameWidth(plan.layers());
        String row = "%-" + width + "s  %-15s  %-12s  %12s  %15s%n";
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, row, "layer", "shape", "activation", "parameters", "multiply-adds"));
        for (LayerPlan layerPlan : plan.layers()) {
            DenseLayer layer = layerPlan.layer();
            table.append(String.format(
                    Locale.ROOT,
                    row,
                    layer.name(),
                    layer.inputs() + " -> " + layer.units(),
                    layer.activation().name().toLowerCase(Locale.ROOT),
                    String.format(Locale.ROOT, "%,d", layer.parameterCount()),
                    String.format(Locale.ROOT, "%,d", layer.weightCount())));
        }
        table.append(String.format(
                Locale.ROOT,
                row,
                "total",
                "",
                "",
                String.format(Locale.ROOT, "%,d", plan.parameterCount()),
                String.format(Locale.ROOT, "%,d", plan.multiplyAdds())));
        return table.toString().replace(System.lineSeparator(), "\n").replaceAll(" +\n", "\n");
    }

    private static String forward(List<LayerPlan> layers) {
        StringBuilder lines = new StringBuilder();
        for (LayerPlan plan : layers) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%-" + nameWidth(layers) + "s  %-11s  %s\n",
                    plan.layer().name(),
                    Formulas.preactivation(plan.layer()),
                    Formulas.activation(plan.layer())));
        }
        return lines.toString();
    }

    private static String backward(List<LayerPlan> layers) {
        int width = nameWidth(layers);
        StringBuilder lines = new StringBuilder();
        for (int i = layers.size() - 1; i >= 0; i--) {
            DenseLayer layer = layers.get(i).layer();
            String delta = layer.activation() == Activation.IDENTITY
                    ? "δ = dL/da"
                    : Formulas.delta(layer).replace("dL/dz", "δ");
            String products = layer.bias() ? "dW = xᵀ·δ  db = Σ δ" : "dW = xᵀ·δ";
            lines.append(
                    String.format(Locale.ROOT, "%-" + width + "s  %s  %s  dx = δ·Wᵀ\n", layer.name(), delta, products));
            if (layer.activation() != Activation.IDENTITY) {
                lines.append(" ".repeat(width + 2))
                        .append(Formulas.derivative(layer))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static int nameWidth(List<LayerPlan> layers) {
        return layers.stream().mapToInt(plan -> plan.layer().name().length()).reduce(5, Math::max);
    }
}
