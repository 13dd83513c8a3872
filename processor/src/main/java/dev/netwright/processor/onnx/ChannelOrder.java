package dev.netwright.processor.onnx;

import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which data is pixels with the channels first, though no layer gives it as such: a part of an image, or its pixels in another order. */
final class ChannelOrder {
    private ChannelOrder() {}

    /** The pixels of a shape that has the channels first; empty where it has none. */
    static Optional<Shape> pixels(int[] shape) {
        return switch (shape.length) {
            case 3 -> Optional.of(Shape.sequence(shape[2], shape[1]));
            case 4 -> Optional.of(Shape.image(shape[2], shape[3], shape[1]));
            default -> Optional.empty();
        };
    }

    /** Whether an input is an image that has its channels first in the file. */
    static boolean isImage(Flow input) {
        Shape pixels = input.ports().get(0).output();
        return pixels.dimensions() == 2
                && Arrays.equals(input.shape(), Flow.shapeOf(pixels))
                && Arrays.equals(input.columns(), Flow.channelsFirst(pixels));
    }

    /**
     * Where each element stands if the channels are last; empty for data that has none, or has them last.
     *
     * @param areImages whether the file has images with the channels first, as what has four axes is then too
     */
    static Optional<int[]> places(Flow x, boolean areImages) {
        Optional<Shape> pixels = pixels(x.shape());
        if (pixels.isEmpty()) {
            return Optional.empty();
        }
        int last = x.shape().length - 1;
        boolean hasPixels =
                x.ports().stream().anyMatch(port -> !arrangement(port).isFlat());
        boolean isFirst = hasPixels && isOfOnePixel(x, 1);
        boolean isLast = hasPixels && isOfOnePixel(x, last) && !isFirst;
        boolean isImage = last == 3 && (hasPixels || areImages);
        return isFirst || (isImage && !isLast) ? pixels.map(Flow::channelsFirst) : Optional.empty();
    }

    /** How the columns of a port are arranged, or those are that it only scales, moves, adds or activates one by one. */
    private static Shape arrangement(Port port) {
        Shape own = port.output();
        if (!own.isFlat() || !(port instanceof Draft draft) || draft.pool().isPresent()) {
            return own;
        }
        if (draft.isWeighted() && !keepsColumns(draft)) {
            return own;
        }
        return Stream.concat(Stream.of(draft.input()), draft.sources().stream().map(ChannelOrder::arrangement))
                .filter(shape -> !shape.isFlat() && shape.size() == own.size())
                .findFirst()
                .orElse(own);
    }

    /** Whether each unit of a dense layer reads one column alone, that of its own number. */
    private static boolean keepsColumns(Draft draft) {
        double[] weights = draft.weights();
        boolean isSquare = draft.hasUnits() && draft.input().size() == draft.size();
        return isSquare
                && IntStream.range(0, weights.length)
                        .allMatch(i -> weights[i] == 0 || i / draft.size() == i % draft.size());
    }

    /** Whether neighbours along an axis that one layer gives are channels of one pixel. */
    private static boolean isOfOnePixel(Flow x, int axis) {
        int[] ports = new int[x.ports().stream().mapToInt(Port::columns).sum()];
        int[] pixels = new int[ports.length];
        int start = 0;
        for (int port = 0; port < x.ports().size(); port++) {
            Shape shape = arrangement(x.ports().get(port));
            for (int column = 0; column < shape.size(); column++) {
                ports[start + column] = port;
                pixels[start + column] = column / (int) shape.channels();
            }
            start += (int) shape.size();
        }
        int stride = Shapes.strides(x.shape())[axis];
        for (int i = 0; i < x.size(); i++) {
            boolean isFirst = i / stride % x.shape()[axis] == 0;
            int column = x.columns()[i];
            int before = x.columns()[isFirst ? i : i - stride];
            if (ports[column] == ports[before] && pixels[column] != pixels[before]) {
                return false;
            }
        }
        return true;
    }

    /** Puts units of a layer into other places. */
    static void move(Draft draft, int[] from, int[] to) {
        double[] weights = draft.weights().clone();
        double[] biases = draft.biases().clone();
        for (int i = 0; i < from.length; i++) {
            for (int row = 0; row < weights.length; row += from.length) {
                draft.weights()[row + to[i]] = weights[row + from[i]];
            }
            if (biases.length > 0) {
                draft.biases()[to[i]] = biases[from[i]];
            }
        }
    }
}
