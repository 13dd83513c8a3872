package dev.netwright.verification.random;

import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import dev.netwright.runtime.topology.LayerPooling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a random sample is arranged.
 *
 * @param dimensions 0 for columns alone, whose sides are 1
 */
record Pixels(int dimensions, int height, int width, int channels) {
    int size() {
        return height * width * channels;
    }

    boolean hasPixelsOf(Pixels other) {
        return dimensions > 0 && dimensions == other.dimensions && height == other.height && width == other.width;
    }

    Pixels withChannels(int other) {
        return new Pixels(dimensions, height, width, other);
    }

    /** What an input says of it: {@code shape = {9, 8, 2}}, or how many columns there are. */
    String text() {
        return dimensions == 0 ? Integer.toString(channels) : "shape = " + sides();
    }

    private String sides() {
        return (dimensions == 1 ? Stream.of(width, channels) : Stream.of(height, width, channels))
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    Optional<ConvolutionShape> convolution(RandomWindow layer) {
        if (layer.kernel().isEmpty() || layer.filters() < 1) {
            return Optional.empty();
        }
        List<Integer> stride = layer.stride().isEmpty() ? List.of(1) : layer.stride();
        int kernelHeight = down(layer.kernel());
        int kernelWidth = right(layer.kernel());
        return Optional.of(
                layer.padding() == Padding.SAME
                        ? ConvolutionShape.same(
                                height,
                                width,
                                channels,
                                layer.filters(),
                                kernelHeight,
                                kernelWidth,
                                down(stride),
                                right(stride))
                        : ConvolutionShape.valid(
                                height,
                                width,
                                channels,
                                layer.filters(),
                                kernelHeight,
                                kernelWidth,
                                down(stride),
                                right(stride)));
    }

    Optional<LayerPooling> pool(RandomWindow layer) {
        if (!layer.pools()) {
            return LayerPooling.none();
        }
        boolean isMaximum = layer.pooling().orElse(Pooling.MAXIMUM).isMaximum();
        if (layer.isGlobal()) {
            return Optional.of(new LayerPooling(isMaximum, PoolingShape.global(height, width, channels)));
        }
        List<Integer> stride = layer.filters() > 0 || layer.stride().isEmpty() ? layer.pool() : layer.stride();
        boolean isPadded = layer.filters() == 0 && layer.padding() == Padding.SAME;
        int vertical = isPadded ? beyond(height, down(layer.pool()), down(stride)) : 0;
        int horizontal = isPadded ? beyond(width, right(layer.pool()), right(stride)) : 0;
        return Optional.of(new LayerPooling(
                isMaximum,
                new PoolingShape(
                        height,
                        width,
                        channels,
                        down(layer.pool()),
                        right(layer.pool()),
                        down(stride),
                        right(stride),
                        vertical / 2,
                        (vertical + 1) / 2,
                        horizontal / 2,
                        (horizontal + 1) / 2)));
    }

    /** How far windows have to reach over both edges, so that one starts at each stride. */
    private static int beyond(int pixels, int window, int stride) {
        if (window < 1 || stride < 1) {
            // A mistake, which the shape refuses.
            return 0;
        }
        int windows = (pixels + stride - 1) / stride;
        int seen = (windows - 1) * stride + window;
        return Math.max(seen - pixels, 0);
    }

    private int down(List<Integer> numbers) {
        return dimensions == 1 ? 1 : numbers.get(0);
    }

    private int right(List<Integer> numbers) {
        return numbers.get(numbers.size() - 1);
    }

    /** After the convolution, if it is one. */
    Pixels convolved(RandomWindow layer) {
        if (layer.embedding() > 0) {
            return withChannels(channels * layer.filters());
        }
        return convolution(layer)
                .map(shape -> new Pixels(dimensions, shape.outputHeight(), shape.outputWidth(), shape.filters()))
                .orElse(this);
    }

    /** After the pool, if it has one. */
    Pixels pooled(RandomWindow layer) {
        return layer.isGlobal()
                ? new Pixels(0, 1, 1, channels)
                : pool(layer)
                        .map(pool -> new Pixels(
                                dimensions,
                                pool.shape().outputHeight(),
                                pool.shape().outputWidth(),
                                channels))
                        .orElse(this);
    }
}
