package dev.netwright.runtime.topology;

import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What tells networks apart whose parameters mean different things: the SHA-256 of a text with every name, size and step of the
 * computation. How a network is trained is no part of it, nor is the name of its interface.
 *
 * <p>Files keep it, so the text of a network never changes from one release to the next.
 */
final class Fingerprint {
    private final StringBuilder text = new StringBuilder("netwright 1\n");

    private Fingerprint() {}

    /** 64 hexadecimal digits. */
    static String of(Topology topology) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.write(topology);
        return fingerprint.digest();
    }

    private void write(Topology topology) {
        for (NetworkInput input : topology.inputs()) {
            line("input", input.name(), input.size());
        }
        for (int i = 0; i < topology.layers().size(); i++) {
            write(topology.layers().get(i), topology.sources(i));
        }
        topology.outputs().forEach(output -> line("output", output));
    }

    private void write(NetworkLayer layer, List<String> sources) {
        line("layer", layer.name(), layer.inputs(), layer.units());
        sources.forEach(source -> line("from", source));
        if (sources.size() > 1) {
            boolean joinsPixels = layer.wiring().merge() == Merge.CONCATENATE;
            line("merge", layer.wiring().merge(), joinsPixels ? layer.wiring().pixels() : 1);
        }
        writeWeights(layer);
        LayerTreatment treatment = layer.treatment();
        if (treatment.normalizes()) {
            line("normalize", treatment.normalization(), treatment.pixels());
            if (treatment.epsilon() != Normalization.DEFAULT_EPSILON) {
                line("epsilon", treatment.epsilon());
            }
        }
        boolean isCustom = layer.activation() instanceof CustomActivation;
        line(isCustom ? "function" : "activation", layer.activation().name(), alpha(layer));
        if (layer.activation() instanceof CustomActivation custom) {
            custom.expression().ifPresent(expression -> line("expression", text(expression)));
        }
        layer.pool().ifPresent(this::write);
        if (layer.wiring().hasResidual()) {
            line("residual", layer.wiring().residual());
        }
    }

    /** With numbers as hexadecimal ones: Java platforms do not agree on the digits of all decimal ones. */
    private static String text(Expression expression) {
        return new ExpressionText("z", Expression.Function::text, Double::toHexString).of(expression);
    }

    private static String alpha(NetworkLayer layer) {
        return Float.isNaN(layer.alpha()) ? "" : Float.toString(layer.alpha());
    }

    private void writeWeights(NetworkLayer layer) {
        if (layer instanceof WeightedLayer weighted) {
            line("weights", weighted.weightRows(), weighted.weightColumns(), weighted.biasCount());
        }
        if (layer instanceof ConvolutionLayer convolution) {
            ConvolutionShape shape = convolution.shape();
            line("pixels", shape.inputHeight(), shape.inputWidth(), shape.channels());
            line("kernel", shape.kernelHeight(), shape.kernelWidth(), shape.strideHeight(), shape.strideWidth());
            line("padding", shape.padTop(), shape.padBottom(), shape.padLeft(), shape.padRight());
        } else if (layer instanceof EmbeddingLayer) {
            line("embedding");
        }
    }

    private void write(LayerPooling pool) {
        PoolingShape shape = pool.shape();
        line(pool.isMaximum() ? "maximum" : "mean", shape.inputHeight(), shape.inputWidth(), shape.channels());
        line("window", shape.poolHeight(), shape.poolWidth(), shape.strideHeight(), shape.strideWidth());
        if (shape.isPadded()) {
            line("padding", shape.padTop(), shape.padBottom(), shape.padLeft(), shape.padRight());
        }
    }

    /** Names have no line breaks and no spaces, so no two texts are alike by accident. */
    private void line(String word, Object... values) {
        text.append(word);
        for (Object value : values) {
            text.append(' ').append(value);
        }
        text.append('\n');
    }

    private String digest() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
