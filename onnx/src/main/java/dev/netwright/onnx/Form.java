package dev.netwright.onnx;

import dev.netwright.runtime.topology.PixelShapes.Pixels;
import java.util.ArrayList;
import java.util.List;

/**
 * How the values of a sample lie in a tensor.
 *
 * @param sizes  of the tensor behind its rows, outermost first
 * @param planes how many pixels of a channel lie together, as ONNX has them for kernels; 1 where the channels of each pixel lie together, as a network has
 *               them
 */
record Form(List<Integer> sizes, int planes) {
    /** Columns as a network has them. */
    static Form flat(int columns) {
        return new Form(List.of(columns), 1);
    }

    /** As a network has them, {@code height x width x channels}; without the height where it is 1, and {@code channels} alone of one pixel. */
    static Form channelsLast(Pixels pixels, int channels) {
        List<Integer> sizes = new ArrayList<>(pixels.count() == 1 ? List.of() : sizes(pixels));
        sizes.add(channels);
        return new Form(List.copyOf(sizes), 1);
    }

    /** {@code channels x height x width}; without the height where it is 1. */
    static Form channelsFirst(Pixels pixels, int channels) {
        return channelsFirst(sizes(pixels), channels);
    }

    /** {@code channels} and then so many pixels in one or two directions. */
    static Form channelsFirst(List<Integer> pixels, int channels) {
        List<Integer> sizes = new ArrayList<>(List.of(channels));
        sizes.addAll(pixels);
        return channelsFirst(List.copyOf(sizes));
    }

    /** Of sizes of which the first counts channels, and all others pixels. */
    static Form channelsFirst(List<Integer> sizes) {
        int channels = sizes.get(0);
        // Where there is but one channel or pixel, both orders are the same.
        return new Form(sizes, channels == 1 ? 1 : product(sizes) / channels);
    }

    private static List<Integer> sizes(Pixels pixels) {
        return pixels.height() == 1 ? List.of(pixels.width()) : List.of(pixels.height(), pixels.width());
    }

    /** All values side by side, in the order in which they are. */
    Form flattened() {
        return new Form(List.of(columns()), planes);
    }

    int columns() {
        return product(sizes);
    }

    /** Whether it has channels, and behind them pixels. */
    boolean isChannelsFirst(int channels) {
        return sizes.size() > 1 && equals(channelsFirst(sizes)) && sizes.get(0) == channels;
    }

    /** Behind the channels of a form that has them first. */
    List<Integer> pixels() {
        return sizes.subList(1, sizes.size());
    }

    private static int product(List<Integer> sizes) {
        return sizes.stream().reduce(1, (a, b) -> a * b);
    }
}
