package dev.netwright.verification.random;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.topology.ConvolutionLayer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.WeightlessLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a declaration that read pixels or pick rows of a table: they stand above all others, and the last of them stands for the first input to these.
 *
 * @param input how a sample of the first input is arranged
 */
record RandomFront(Pixels input, List<RandomWindow> layers) {
    /** The name of a layer, or of the first input. */
    String nameOf(int layer, String input) {
        return layer < 0 ? input : "pixels_" + (layer + 1);
    }

    String nameOfLast() {
        return nameOf(layers.size() - 1, "");
    }

    /** What a layer makes, or the input. */
    Pixels output(int layer) {
        return layer < 0 ? input : preactivation(layer).pooled(layers.get(layer));
    }

    Pixels output() {
        return output(layers.size() - 1);
    }

    Pixels preactivation(int layer) {
        return x(layer).convolved(layers.get(layer));
    }

    /** What a layer reads. */
    Pixels x(int layer) {
        List<Pixels> sources =
                layers.get(layer).sources(layer).stream().map(this::output).toList();
        Pixels first = sources.get(0);
        return layers.get(layer).merge() == Merge.CONCATENATE
                ? first.withChannels(sources.stream().mapToInt(Pixels::channels).sum())
                : first;
    }

    List<String> texts(String input) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            texts.add(layers.get(i).text(nameOf(i, input), node -> nameOf(node, input)));
        }
        return texts;
    }

    /** What the topology has to say of a layer. */
    NetworkLayer expected(int layer, String input, boolean isOnlyInput, int offset, int statistics) {
        RandomWindow window = layers.get(layer);
        LayerWiring wiring = wiring(layer, input, isOnlyInput);
        ActivationFunction activation = window.activation();
        float alpha = Functions.alpha(activation).map(Alpha::byDefault).orElse(Float.NaN);
        String name = nameOf(layer, input);
        if (window.filters() == 0) {
            return new WeightlessLayer(
                    name,
                    wiring,
                    x(layer).size(),
                    activation,
                    alpha,
                    x(layer).pool(window),
                    treatment(layer, offset, statistics));
        }
        if (window.embedding() > 0) {
            return new EmbeddingLayer(
                    name,
                    wiring,
                    x(layer).size(),
                    window.embedding(),
                    window.filters(),
                    activation,
                    alpha,
                    preactivation(layer).pool(window),
                    Initializer.LECUN_NORMAL,
                    Float.NaN,
                    offset,
                    window.training(),
                    treatment(layer, offset + window.embedding() * window.filters(), statistics));
        }
        int weights = x(layer).convolution(window).orElseThrow().weightCount();
        return new ConvolutionLayer(
                name,
                wiring,
                x(layer).convolution(window).orElseThrow(),
                activation,
                alpha,
                preactivation(layer).pool(window),
                window.hasBiases(),
                Initializer.AUTO.resolve(activation),
                Float.NaN,
                offset,
                offset + weights,
                window.training(),
                treatment(layer, offset + weights + (window.hasBiases() ? window.filters() : 0), statistics));
    }

    private LayerTreatment treatment(int layer, int gains, int statistics) {
        RandomWindow window = layers.get(layer);
        Pixels z = preactivation(layer);
        return switch (window.normalization()) {
            case NONE -> new LayerTreatment(window.dropout());
            case LAYER ->
                new LayerTreatment(Normalization.LAYER, gains, window.dropout()).withEpsilon(window.epsilon());
            case BATCH ->
                new LayerTreatment(
                        Normalization.BATCH,
                        gains,
                        statistics,
                        z.height() * z.width(),
                        window.dropout(),
                        window.epsilon());
        };
    }

    private LayerWiring wiring(int layer, String input, boolean isOnlyInput) {
        RandomWindow window = layers.get(layer);
        boolean isAbove = window.sources(layer).equals(List.of(layer - 1))
                && window.residual().isEmpty()
                && (layer > 0 || isOnlyInput);
        if (isAbove) {
            return LayerWiring.ABOVE;
        }
        boolean isByPixel = window.from().size() > 1 && window.merge() == Merge.CONCATENATE;
        return new LayerWiring(
                window.sources(layer).stream().map(node -> nameOf(node, input)).toList(),
                window.merge(),
                window.residual().isPresent() ? nameOf(window.residual().getAsInt(), input) : "",
                isByPixel ? x(layer).height() * x(layer).width() : 1);
    }
}
