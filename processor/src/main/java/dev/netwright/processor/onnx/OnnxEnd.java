package dev.netwright.processor.onnx;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An input or output of a graph.
 *
 * @param name  its name
 * @param kind  what kind of values it has
 * @param shape its sizes, of which those that are not fixed are -1
 * @param hasShape whether its shape is known at all
 */
record OnnxEnd(String name, Kind kind, Sizes shape, boolean hasShape) {
    /** What kinds of values there are. */
    enum Kind {
        REAL,
        WHOLE,
        OTHER
    }

    /** Sizes, of which those that are not fixed are -1. */
    static final class Sizes {
        private final long[] sizes;

        Sizes(long... sizes) {
            this.sizes = sizes.clone();
        }

        int rank() {
            return sizes.length;
        }

        long get(int axis) {
            return sizes[axis];
        }

        /** {@code [N, 4]}; the first axis is that of the samples. */
        String text() {
            return LongStream.of(sizes)
                    .skip(1)
                    .mapToObj(size -> ", " + (size < 0 ? "?" : Long.toString(size)))
                    .collect(Collectors.joining("", "[N", "]"));
        }
    }
}
