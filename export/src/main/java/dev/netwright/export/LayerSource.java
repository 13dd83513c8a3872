package dev.netwright.export;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import dev.netwright.runtime.kernel.SumParts;
import dev.netwright.runtime.topology.ConvolutionLayer;
import dev.netwright.runtime.topology.CustomActivation;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.Expression;
import dev.netwright.runtime.topology.LayerPooling;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields and the method of one layer. */
final class LayerSource {
    private final NetworkLayer layer;
    private final Names names;
    private final List<Operand> sources;
    private final Optional<Operand> residual;
    private final String field;
    private final String values;

    LayerSource(NetworkLayer layer, Names names, List<Operand> sources, Optional<Operand> residual) {
        this.layer = layer;
        this.names = names;
        this.sources = sources;
        this.residual = residual;
        this.field = names.field(layer.name());
        this.values = field + "Values";
    }

    /** What others read of it. */
    Operand output() {
        String array = layer.pool().isPresent() ? field + "Pooled" : values;
        return new Operand(layer.name(), array, 0, layer.units(), false);
    }

    /*
     * /** Layer hidden: what it merges, z and a. *\/
     * private final float[] hiddenInput = new float[24];
     * private final float[] hiddenValues = new float[16];
     */
    void writeFields(SourceText text) {
        List<String> arrays = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (sources.size() > 1 && hasWeights()) {
            arrays.add("x");
            lines.add(array(field + "Input", layer.inputs()));
        }
        paddedSize().ifPresent(size -> {
            arrays.add("x with zeros around it");
            lines.add(array(field + "Padded", size));
        });
        arrays.add("z, and in its place " + (layer.pool().isEmpty() && residual.isPresent() ? "a and y" : "a"));
        lines.add(array(values, layer.preactivations()));
        if (layer.pool().isPresent()) {
            arrays.add(residual.isPresent() ? "p, and in its place y" : "p");
            lines.add(array(field + "Pooled", layer.units()));
        }
        text.line("");
        text.comment(List.of("Layer " + Ascii.inComment(layer.name()) + ": " + String.join("; ", arrays) + "."));
        lines.forEach(text::line);
    }

    private static String array(String name, int size) {
        return "private final float[] " + name + " = new float[" + size + "];";
    }

    /** {@code computeHidden(features);}. */
    String call(String features) {
        return names.method(layer.name()) + "(" + (readsFeatures() ? features : "") + ");";
    }

    private boolean readsFeatures() {
        return sources.stream().anyMatch(Operand::isInput)
                || residual.filter(Operand::isInput).isPresent();
    }

    /*
     * /** Layer hidden. *\/
     * private void computeHidden() {
     *     // z = x*W + b
     *     Kernels.dense(inputValues, 0, weights.hiddenWeights, weights.hiddenBiases, hiddenValues);
     *     // a = max(0, z)
     *     ...
     * }
     */
    void writeMethod(SourceText text) {
        text.line("");
        text.comment(List.of("Layer " + Ascii.inComment(layer.name()) + ": " + layer.inputs() + " -> " + layer.units()
                + ", " + layer.activation().label() + "."));
        text.line("private void " + names.method(layer.name()) + "("
                + (readsFeatures() ? "float[] " + NetworkSource.FEATURES : "") + ") {");
        Operand x = writeMerge(text);
        if (layer instanceof DenseLayer) {
            text.line("// z = x*W" + bias());
            int parts = SumParts.of(layer.inputs(), layer.units());
            text.line("Kernels." + (parts == 1 ? "dense" : "denseInParts") + "(" + x.arguments() + ", "
                    + weightsAndBiases() + ", " + values + (parts == 1 ? "" : ", " + parts) + ");");
        } else if (layer instanceof ConvolutionLayer convolution) {
            writeConvolution(convolution.shape(), x, text);
        } else if (layer instanceof EmbeddingLayer embedding) {
            text.line("// z = W[x]");
            text.line("Kernels.embed(" + x.arguments() + ", weights." + field + "Weights, " + embedding.width() + ", "
                    + values + ");");
        } else if (sources.size() == 1) {
            text.line("// z = " + Ascii.inComment(x.name()));
            text.line("System.arraycopy(" + x.arguments() + ", " + values + ", 0, " + x.columns() + ");");
        }
        writeNormalization(text);
        writeActivation(text);
        layer.pool().ifPresent(pool -> writePool(pool, text));
        residual.ifPresent(operand -> {
            text.line("// y = " + (layer.pool().isPresent() ? "p" : "a") + " + " + Ascii.inComment(operand.name()));
            text.line("Kernels.add(" + output().array() + ", " + operand.arguments() + ");");
        });
        text.line("}");
    }

    private boolean hasWeights() {
        return layer instanceof WeightedLayer;
    }

    private String bias() {
        boolean hasBias = layer instanceof WeightedLayer weighted && weighted.bias();
        return hasBias ? " + b" : "";
    }

    private String weightsAndBiases() {
        return "weights." + field + "Weights, weights." + field + "Biases";
    }

    /** Returns what the layer reads then. */
    private Operand writeMerge(SourceText text) {
        if (sources.size() == 1) {
            return sources.get(0);
        }
        String merged = hasWeights() ? field + "Input" : values;
        Merge merge = layer.wiring().merge();
        String sign = merge == Merge.ADD ? " + " : merge == Merge.MULTIPLY ? "*" : ", ";
        String joined = Ascii.inComment(
                String.join(sign, sources.stream().map(Operand::name).toList()));
        text.line("// " + (hasWeights() ? "x" : "z") + " = "
                + (merge == Merge.CONCATENATE ? "[" + joined + "]" : joined));
        int pixels = layer.wiring().pixels();
        int at = 0;
        for (Operand source : sources) {
            if (merge != Merge.CONCATENATE && at > 0) {
                String method = merge == Merge.ADD ? "add" : "multiply";
                text.line("Kernels." + method + "(" + merged + ", " + source.arguments() + ");");
            } else if (merge != Merge.CONCATENATE || pixels == 1) {
                text.line("System.arraycopy(" + source.arguments() + ", " + merged + ", " + at + ", " + source.columns()
                        + ");");
            } else {
                text.line("Kernels.copyColumns(" + source.arguments() + ", " + source.columns() / pixels + ", " + merged
                        + ", " + at + ", " + layer.inputs() / pixels + ", " + pixels + ");");
            }
            at += source.columns() / (merge == Merge.CONCATENATE ? pixels : 1);
        }
        return new Operand("x", merged, 0, layer.inputs(), false);
    }

    private Optional<Integer> paddedSize() {
        if (!(layer instanceof ConvolutionLayer convolution)) {
            return Optional.empty();
        }
        ConvolutionShape shape = convolution.shape();
        int size = paddedHeight(shape) * paddedWidth(shape) * shape.channels();
        return size == shape.inputSize() ? Optional.empty() : Optional.of(size);
    }

    private static int paddedHeight(ConvolutionShape shape) {
        return shape.padTop() + shape.inputHeight() + shape.padBottom();
    }

    private static int paddedWidth(ConvolutionShape shape) {
        return shape.padLeft() + shape.inputWidth() + shape.padRight();
    }

    private void writeConvolution(ConvolutionShape shape, Operand x, SourceText text) {
        String samples = x.arguments();
        if (paddedSize().isPresent()) {
            int row = paddedWidth(shape) * shape.channels();
            int first = shape.padTop() * row + shape.padLeft() * shape.channels();
            text.line("// x with zeros around it");
            text.line("Kernels.pad(" + x.arguments() + ", /* rows= */ " + shape.inputHeight() + ", "
                    + shape.inputWidth() * shape.channels() + ", " + field + "Padded, /* from= */ " + first + ", " + row
                    + ");");
            samples = field + "Padded, 0";
        }
        text.line("// z = patch(x)*W" + bias() + ", for every place of the kernel");
        text.line("Kernels.convolve(" + samples + ", "
                + sizes("x", paddedHeight(shape), paddedWidth(shape), shape.channels()) + ",");
        text.line("        " + weightsAndBiases() + ", /* filters= */ " + shape.filters() + ",");
        text.line("        " + sizes("kernel", shape.kernelHeight(), shape.kernelWidth()) + ", "
                + sizes("stride", shape.strideHeight(), shape.strideWidth()) + ", " + values + ");");
    }

    private static String sizes(String what, int... sizes) {
        List<String> texts = new ArrayList<>();
        for (int size : sizes) {
            texts.add(Integer.toString(size));
        }
        return "/* " + what + "= */ " + String.join(", ", texts);
    }

    private void writeNormalization(SourceText text) {
        String gains = "weights." + field + "Gains, weights." + field + "Shifts";
        switch (layer.treatment().normalization()) {
            case NONE -> {}
            case LAYER -> {
                text.line("// z = gain*(z - mean) / sqrt(variance + epsilon) + shift, over its columns");
                text.line("Kernels.normalize(" + values + ", " + gains + ", "
                        + NetworkSource.literal(layer.treatment().epsilon()) + ");");
            }
            case BATCH -> {
                text.line("// z = gain*(z - mean) / sqrt(variance + epsilon) + shift, with those of the training");
                text.line("Kernels.normalizeColumns(" + values + ", weights." + field + "Means, weights." + field
                        + "InverseDeviations, " + gains + ");");
            }
        }
    }

    private void writeActivation(SourceText text) {
        if (layer.activation() == Activation.IDENTITY) {
            return;
        }
        if (layer.activation() instanceof CustomActivation custom) {
            writeExpression(custom.name(), custom.expression().orElseThrow(), text);
            return;
        }
        String alpha = Float.isNaN(layer.alpha()) ? "alpha" : Float.toString(layer.alpha());
        text.line("// " + Ascii.ofComments(layer.activation().formula()).replace("alpha", alpha));
        if (layer.activation() == Activation.SOFTMAX) {
            text.line("Kernels.softmax(" + values + ");");
        } else if (layer.activation() == Activation.LOG_SOFTMAX) {
            text.line("LogSoftmax.forward(" + values + ", " + values + ", 1, " + layer.preactivations() + ");");
        } else {
            String argument = Float.isNaN(layer.alpha()) ? "" : ", " + NetworkSource.literal(layer.alpha());
            text.line("for (int i = 0; i < " + values + ".length; i++) {");
            text.line(values + "[i] = ActivationMath." + function() + "(" + values + "[i]" + argument + ");");
            text.line("}");
        }
    }

    /*
     * // a = Clip(z), in doubles
     * for (int i = 0; i < hiddenValues.length; i++) {
     *     double z = hiddenValues[i];
     *     hiddenValues[i] = (float) (z > 6.0 ? 6.0 : z <= 0.0 ? 0.0 : z);
     * }
     */
    private void writeExpression(String name, Expression expression, SourceText text) {
        text.line("// a = " + name + "(z), in doubles");
        text.line("for (int i = 0; i < " + values + ".length; i++) {");
        text.line("double z = " + values + "[i];");
        text.statement(values + "[i] = (float) (" + expression.java("z") + ");");
        text.line("}");
    }

    /** {@code GELU_TANH} is {@code geluTanh}. */
    private String function() {
        StringBuilder name = new StringBuilder();
        for (String word : layer.activation().name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    private void writePool(LayerPooling pool, SourceText text) {
        PoolingShape shape = pool.shape();
        text.line("// p = " + (pool.isMaximum() ? "the maximum" : "the mean") + " of a in every window");
        text.line("Kernels." + (pool.isMaximum() ? "maximum" : "mean") + "(" + values + ", "
                + sizes("a", shape.inputHeight(), shape.inputWidth(), shape.channels()) + ",");
        text.line("        " + sizes("window", shape.poolHeight(), shape.poolWidth()) + ", "
                + sizes("stride", shape.strideHeight(), shape.strideWidth()) + ", "
                + sizes("padding", shape.padTop(), shape.padBottom(), shape.padLeft(), shape.padRight()) + ", " + field
                + "Pooled);");
    }
}
