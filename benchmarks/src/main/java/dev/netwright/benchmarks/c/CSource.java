package dev.netwright.benchmarks.c;

import dev.netwright.annotations.Activation;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Work;
import java.util.Locale;

/** Writes the program of one work: constants, buffers and one operation, put into the loops that all share. */
final class CSource {
    private final Work work;
    private final Shape shape;
    private final boolean trains;

    CSource(Work work) {
        this.work = work;
        shape = work.shape();
        trains = work.kind() == Kind.TRAINING;
    }

    String text() {
        return Gcc.resource("network.c")
                .replace("/*@SIZES@*/", sizes())
                .replace("/*@BUFFERS@*/", buffers())
                .replace("/*@OPERATION@*/", forward() + (trains ? backward() : ""));
    }

    private String sizes() {
        StringBuilder text = new StringBuilder();
        define(text, "ROWS", work.rows());
        define(text, "INPUTS", shape.inputSize());
        define(text, "OUTPUTS", shape.outputSize());
        define(text, "PARAMETERS", shape.parameterCount());
        define(text, "TRAINS", trains ? 1 : 0);
        define(text, "RATE", work.rule().learningRate() + "f");
        define(text, "RESULT", trains ? "parameters" : "a" + shape.layers());
        define(text, "RESULT_COUNT", trains ? "PARAMETERS" : "(ROWS * OUTPUTS)");
        return text.toString();
    }

    private static void define(StringBuilder text, String name, Object value) {
        text.append("#define ").append(name).append(' ').append(value).append('\n');
    }

    private String buffers() {
        StringBuilder text = new StringBuilder("#define a0 input\n");
        for (int layer = 0; layer < shape.layers(); layer++) {
            int count = work.rows() * shape.units(layer);
            text.append(String.format(
                    Locale.ROOT, "static float a%d[%d] __attribute__((aligned(64)));%n", layer + 1, count));
            if (trains) {
                text.append(String.format(
                        Locale.ROOT, "static float d%d[%d] __attribute__((aligned(64)));%n", layer + 1, count));
            }
        }
        return text.toString();
    }

    private String forward() {
        StringBuilder text = new StringBuilder();
        for (int layer = 0; layer < shape.layers(); layer++) {
            text.append(String.format(
                    Locale.ROOT,
                    "    dense(a%d, parameters + %d, parameters + %d, a%d, ROWS, %d, %d);%n",
                    layer,
                    shape.weightsOffset(layer),
                    shape.biasesOffset(layer),
                    layer + 1,
                    shape.inputs(layer),
                    shape.units(layer)));
            text.append(activation(layer));
        }
        return text.toString();
    }

    private String activation(int layer) {
        int count = work.rows() * shape.units(layer);
        return switch (shape.activation(layer)) {
            case TANH -> String.format(Locale.ROOT, "    tanh_all(a%d, %d);%n", layer + 1, count);
            case RELU -> String.format(Locale.ROOT, "    relu_all(a%d, %d);%n", layer + 1, count);
            case SOFTMAX ->
                String.format(Locale.ROOT, "    softmax_all(a%d, ROWS, %d);%n", layer + 1, shape.units(layer));
            default -> "";
        };
    }

    private String backward() {
        int last = shape.layers();
        double scale = shape.isClassifier() ? 1.0 / work.rows() : 2.0 / work.rows() / shape.outputSize();
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "    difference(a%d, d%d, ROWS * OUTPUTS, %.12ef);%n", last, last, scale));
        text.append(derivative(last - 1));
        for (int layer = last - 1; layer >= 0; layer--) {
            text.append(String.format(
                    Locale.ROOT,
                    "    weight_gradients(a%d, d%d, gradients + %d, gradients + %d, ROWS, %d, %d);%n",
                    layer,
                    layer + 1,
                    shape.weightsOffset(layer),
                    shape.biasesOffset(layer),
                    shape.inputs(layer),
                    shape.units(layer)));
            if (layer > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "    input_gradients(d%d, parameters + %d, d%d, ROWS, %d, %d);%n",
                        layer + 1,
                        shape.weightsOffset(layer),
                        layer,
                        shape.inputs(layer),
                        shape.units(layer)));
                text.append(derivative(layer - 1));
            }
        }
        return text.append(work.rule() == Rule.SGD ? "    sgd();\n" : "    adam();\n")
                .toString();
    }

    private String derivative(int layer) {
        Activation activation = shape.activation(layer);
        if (activation != Activation.TANH && activation != Activation.RELU) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "    %s_derivative(a%d, d%d, %d);%n",
                activation.name().toLowerCase(Locale.ROOT),
                layer + 1,
                layer + 1,
                work.rows() * shape.units(layer));
    }
}
