package dev.netwright.processor.onnx;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Arithmetic of shapes as ONNX has them: a size for each axis. That of the samples, the first one of data, counts as 1. */
final class Shapes {
    private Shapes() {}

    /** Elements; more than any array holds where they would not fit. */
    static long size(int[] shape) {
        long size = 1;
        for (int side : shape) {
            size = Math.min(Integer.MAX_VALUE + 1L, size * side);
        }
        return size;
    }

    /** How far apart two neighbours are along each axis. */
    static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /** An axis from 0, of one that may be counted from the end. */
    static int axis(long axis, int rank) throws UnsupportedException {
        long found = axis < 0 ? axis + rank : axis;
        if (found < 0 || found >= rank) {
            throw new UnsupportedException(
                    "its axis is " + axis + ", but what it reads has " + rank, "export the model again");
        }
        return (int) found;
    }

    /** What two shapes become side by side: sizes of 1 are repeated, and axes that one lacks stand before the others. */
    static int[] broadcast(int[] one, int[] other) throws UnsupportedException {
        int[] result = new int[Math.max(one.length, other.length)];
        for (int i = 1; i <= result.length; i++) {
            int a = i <= one.length ? one[one.length - i] : 1;
            int b = i <= other.length ? other[other.length - i] : 1;
            if (a != b && a != 1 && b != 1) {
                throw new UnsupportedException(
                        "it puts " + text(one) + " and " + text(other) + " together, which do not fit",
                        "export the model again");
            }
            result[result.length - i] = a == 1 ? b : a;
        }
        return result;
    }

    /** Which element of a tensor stands at each place of a shape that it is repeated to. */
    static Selection repeated(int[] from, int[] to) throws UnsupportedException {
        int[] strides = strides(from);
        int[] steps = new int[to.length];
        int missing = to.length - from.length;
        for (int axis = 0; axis < to.length; axis++) {
            steps[axis] = axis < missing || from[axis - missing] == 1 ? 0 : strides[axis - missing];
        }
        return Selection.strided(to, 0, steps);
    }

    /** {@code [N, 3, 28, 28]} for data. */
    static String ofData(int[] shape) {
        return shape.length == 0
                ? "[]"
                : "[N"
                        + Arrays.stream(shape)
                                .skip(1)
                                .mapToObj(side -> ", " + side)
                                .collect(Collectors.joining())
                        + "]";
    }

    static String text(int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
