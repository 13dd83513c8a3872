package dev.netwright.processor.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the windows of a kernel or a pool lie along each axis of pixels: sizes, strides, how far apart what they see is, and what lies
 * beyond the edges.
 */
final class Windows {
    private final int[] sizes;
    private final int[] strides;
    private final int[] dilations;
    private final int[] begins;
    private final int[] ends;

    private Windows(int[] sizes, int[] strides, int[] dilations, int[] begins, int[] ends) {
        this.sizes = sizes;
        this.strides = strides;
        this.dilations = dilations;
        this.begins = begins;
        this.ends = ends;
    }

    /** @param shape of what is read, {@code [1, channels, height, width]} */
    static Windows of(OnnxNode node, int[] shape, int[] sizes) throws UnsupportedException {
        int axes = shape.length - 2;
        int[] strides = each(node, "strides", axes, 1);
        int[] dilations = each(node, "dilations", axes, 1);
        int[] pads = each(node, "pads", 2 * axes, 0);
        if (sizes.length != axes
                || anyBelow(sizes, 1)
                || anyBelow(strides, 1)
                || anyBelow(dilations, 1)
                || anyBelow(pads, 0)) {
            throw new UnsupportedException(
                    "its windows are " + Arrays.toString(sizes) + " with strides " + Arrays.toString(strides)
                            + ", dilations " + Arrays.toString(dilations) + " and pads " + Arrays.toString(pads),
                    "export the model again");
        }
        int[] begins = Arrays.copyOf(pads, axes);
        int[] ends = Arrays.copyOfRange(pads, axes, 2 * axes);
        String automatic = node.text("auto_pad", "NOTSET");
        if (!List.of("NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER").contains(automatic)) {
            throw new UnsupportedException("its auto_pad is " + Quotes.plain(automatic), "export the model again");
        }
        for (int axis = 0; axis < axes && !automatic.equals("NOTSET"); axis++) {
            int covered = (sizes[axis] - 1) * dilations[axis] + 1;
            int total = automatic.equals("VALID") ? 0 : same(shape[axis + 2], covered, strides[axis]);
            begins[axis] = automatic.equals("SAME_LOWER") ? total - total / 2 : total / 2;
            ends[axis] = total - begins[axis];
        }
        return new Windows(sizes, strides, dilations, begins, ends);
    }

    /** Windows of one pixel. */
    static Windows ofOne(int axes) {
        int[] ones = new int[axes];
        Arrays.fill(ones, 1);
        return new Windows(ones, ones, ones, new int[axes], new int[axes]);
    }

    private static int[] each(OnnxNode node, String attribute, int count, int otherwise) throws UnsupportedException {
        int[] given = node.integers(attribute);
        if (given.length == 0) {
            int[] all = new int[count];
            Arrays.fill(all, otherwise);
            return all;
        }
        if (given.length != count) {
            throw new UnsupportedException(
                    "its " + attribute + " are " + Arrays.toString(given) + " and not " + count + " numbers",
                    "export the model again");
        }
        return given;
    }

    private static boolean anyBelow(int[] numbers, int least) {
        // Larger ones than any side has would only overflow.
        return Arrays.stream(numbers).anyMatch(number -> number < least || number > 1 << 24);
    }

    /** Zeros on both sides together, so that there is a place for every stride of the input. */
    private static int same(int side, int covered, int stride) {
        return Math.max(0, (side - 1) / stride * stride + covered - side);
    }

    /** Whether it is one pixel along an axis and goes on by one. */
    boolean isOfOne(int axis) {
        return sizes[axis] == 1 && begins[axis] == 0 && ends[axis] == 0;
    }

    /** Whether it is one pixel along every axis. */
    boolean areOfOne() {
        for (int axis = 0; axis < sizes.length; axis++) {
            if (!isOfOne(axis)) {
                return false;
            }
        }
        return true;
    }

    /** Of a side of one pixel, where a kernel sees it. */
    int placeOfOnlyPixel(int axis) throws UnsupportedException {
        int place = begins[axis] / dilations[axis];
        boolean isSeenOnce = places(axis, 1) == 1 && place * dilations[axis] == begins[axis] && place < sizes[axis];
        if (!isSeenOnce) {
            throw new UnsupportedException(
                    "its kernel is " + this + " on one pixel", "use a kernel of one pixel there");
        }
        return place;
    }

    /** With more beyond the edges. */
    Windows padded(int[] before, int[] behind) {
        return new Windows(sizes, strides, dilations, sum(begins, before), sum(ends, behind));
    }

    private static int[] sum(int[] one, int[] other) {
        return IntStream.range(0, one.length).map(i -> one[i] + other[i]).toArray();
    }

    /** With a further axis along which it is one pixel. */
    Windows withAxis(int axis) {
        return new Windows(
                with(sizes, axis, 1),
                with(strides, axis, 1),
                with(dilations, axis, 1),
                with(begins, axis, 0),
                with(ends, axis, 0));
    }

    private static int[] with(int[] numbers, int axis, int number) {
        int[] more = Arrays.copyOf(numbers, numbers.length + 1);
        System.arraycopy(numbers, axis, more, axis + 1, numbers.length - axis);
        more[axis] = number;
        return more;
    }

    /** Without an axis along which it is one pixel. */
    Windows withoutAxis(int axis) {
        return new Windows(
                without(sizes, axis),
                without(strides, axis),
                without(dilations, axis),
                without(begins, axis),
                without(ends, axis));
    }

    private static int[] without(int[] numbers, int axis) {
        int[] fewer = Arrays.copyOf(numbers, numbers.length - 1);
        System.arraycopy(numbers, axis + 1, fewer, axis, fewer.length - axis);
        return fewer;
    }

    /**
     * Without what lies beyond the edges wherever a window is: where along each axis the rest of it begins, and how much of it there is.
     *
     * @param shape of what is read, {@code [1, channels, height, width]}
     */
    int[][] seen(int[] shape) {
        int axes = sizes.length;
        int[][] seen = {new int[axes], sizes.clone()};
        for (int axis = 0; axis < axes; axis++) {
            int side = shape[axis + 2];
            int dilation = dilations[axis];
            while (seen[1][axis] > 1
                    && (seen[0][axis] + 1) * dilation <= begins[axis]
                    && !sees(axis, seen[0][axis], side)) {
                seen[0][axis]++;
                seen[1][axis]--;
            }
            int last = seen[0][axis] + seen[1][axis] - 1;
            while (seen[1][axis] > 1 && (sizes[axis] - last) * dilation <= ends[axis] && !sees(axis, last, side)) {
                seen[1][axis]--;
                last--;
            }
        }
        return seen;
    }

    /** Whether one row of a kernel is ever on a pixel. */
    private boolean sees(int axis, int row, int side) {
        for (int place = 0; place < places(axis, side); place++) {
            int at = place * strides[axis] - begins[axis] + row * dilations[axis];
            if (at >= 0 && at < side) {
                return true;
            }
        }
        return false;
    }

    /** With a part of each window, and beyond the edges only as far as that reaches. */
    Windows part(int[] firsts, int[] counts) {
        int[] newBegins = begins.clone();
        int[] newEnds = ends.clone();
        for (int axis = 0; axis < sizes.length; axis++) {
            newBegins[axis] -= firsts[axis] * dilations[axis];
            newEnds[axis] -= (sizes[axis] - firsts[axis] - counts[axis]) * dilations[axis];
        }
        return new Windows(counts, strides, dilations, newBegins, newEnds);
    }

    int size(int axis) {
        return sizes[axis];
    }

    int stride(int axis) {
        return strides[axis];
    }

    int dilation(int axis) {
        return dilations[axis];
    }

    /** Pixels from the first to the last that it sees. */
    int covered(int axis) {
        return (sizes[axis] - 1) * dilations[axis] + 1;
    }

    boolean isPadded() {
        return Arrays.stream(begins).anyMatch(pad -> pad > 0)
                || Arrays.stream(ends).anyMatch(pad -> pad > 0);
    }

    boolean isDilated() {
        return Arrays.stream(dilations).anyMatch(dilation -> dilation > 1);
    }

    /** Places along a side. */
    int places(int axis, int side) {
        return (side + begins[axis] + ends[axis] - covered(axis)) / strides[axis] + 1;
    }

    /** How far the first window reaches over the edge. */
    int begin(int axis) {
        return begins[axis];
    }

    /** How far windows may reach over the other edge; where their number is rounded up far enough for one more, if that has any pixel. */
    int end(int axis, int side, boolean roundsUp) {
        int rest = (side + begins[axis] + ends[axis] - covered(axis)) % strides[axis];
        int more = rest > 0 ? strides[axis] - rest : 0;
        int start = side + ends[axis] + more - covered(axis);
        return ends[axis] + (roundsUp && start < side ? more : 0);
    }

    /**
     * A larger window that our padding of all sides lays so that this one is in it at the same places: its size, and where this one begins in
     * it; empty where there is none.
     */
    int[] withinSame(int axis, int side) {
        int stride = strides[axis];
        boolean hasPlaces = places(axis, side) == (side + stride - 1) / stride;
        for (int size = covered(axis); hasPlaces && size <= 2 * side - 1; size++) {
            int first = same(side, size, stride) / 2 - begins[axis];
            if (first >= 0 && first + covered(axis) <= size) {
                return new int[] {size, first};
            }
            if (size > 2 * (covered(axis) + begins[axis] + stride)) {
                break;
            }
        }
        return new int[0];
    }

    @Override
    public String toString() {
        return Arrays.toString(sizes) + " with strides " + Arrays.toString(strides) + " and pads "
                + Arrays.toString(begins) + " and " + Arrays.toString(ends);
    }
}
