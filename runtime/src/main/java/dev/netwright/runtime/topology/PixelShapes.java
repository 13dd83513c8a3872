package dev.netwright.runtime.topology;

import dev.netwright.annotations.Merge;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How what inputs and layers give is arranged in pixels, as far as kernels and pools on either side say so. */
public final class PixelShapes {
    private final Map<String, Pixels> pixels = new HashMap<>();

    /**
     * Pixels of a sample.
     *
     * @param height rows of them
     * @param width  pixels of a row
     */
    public record Pixels(int height, int width) {
        /** Where there are none: one, which has all columns. */
        public static final Pixels ONE = new Pixels(1, 1);

        /** All of them. */
        public int count() {
            return height * width;
        }
    }

    /** Of all inputs and layers of a network. */
    public PixelShapes(Topology topology) {
        List<NetworkLayer> layers = topology.layers();
        for (int i = 0; i < layers.size(); i++) {
            List<String> sources = topology.sources(i);
            NetworkLayer layer = layers.get(i);
            if (layer instanceof ConvolutionLayer convolution) {
                ConvolutionShape shape = convolution.shape();
                learn(sources, shape.inputHeight(), shape.inputWidth());
                pixels.put(layer.name(), new Pixels(shape.outputHeight(), shape.outputWidth()));
            } else if (layer.pool().isPresent() && layer instanceof WeightlessLayer) {
                PoolingShape shape = layer.pool().get().shape();
                learn(sources, shape.inputHeight(), shape.inputWidth());
            } else if (layer instanceof WeightlessLayer) {
                keepPixels(layer, sources);
            }
            if (layer.pool().isPresent()) {
                PoolingShape shape = layer.pool().get().shape();
                pixels.put(layer.name(), new Pixels(shape.outputHeight(), shape.outputWidth()));
            }
        }
    }

    /** All that a kernel or a pool reads has the same pixels. */
    private void learn(List<String> sources, int height, int width) {
        sources.forEach(source -> pixels.put(source, new Pixels(height, width)));
    }

    private void keepPixels(NetworkLayer layer, List<String> sources) {
        Pixels first = pixels.get(sources.get(0));
        if (arePixelsJoined(layer, sources) && first != null) {
            pixels.put(layer.name(), first);
        }
    }

    /** The pixels of an input or a layer of so many columns. */
    public Pixels pixels(String name, int columns) {
        Pixels known = pixels.getOrDefault(name, Pixels.ONE);
        return columns % known.count() == 0 ? known : Pixels.ONE;
    }

    /** Whether what a layer reads has the pixels of its first source, since all that it reads has; else they are columns side by side. */
    public static boolean arePixelsJoined(NetworkLayer layer, List<String> sources) {
        return sources.size() == 1
                || layer.wiring().merge() != Merge.CONCATENATE
                || layer.wiring().pixels() > 1;
    }

    /** What a layer reads. */
    String ofInputs(NetworkLayer layer, List<String> sources) {
        return arePixelsJoined(layer, sources) ? of(sources.get(0), layer.inputs()) : Integer.toString(layer.inputs());
    }

    /** {@code 28x28x3}, {@code 20x16} in one dimension, or where there are no pixels {@code 100}. */
    String of(String name, int columns) {
        Pixels known = pixels(name, columns);
        int count = known.count();
        if (count == 1) {
            return Integer.toString(columns);
        }
        return sizes(known.height, known.height, known.width) + "x" + columns / count;
    }

    /** In one dimension, where samples are one pixel high, the width alone. */
    static String sizes(int inputHeight, int vertical, int horizontal) {
        return inputHeight == 1 ? Integer.toString(horizontal) : vertical + "x" + horizontal;
    }
}
