package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The operators that only arrange elements, of constants and of data. Of data the first axis is that of the samples and stays. */
final class Arranging {
    private static final String KEEP_SAMPLES = "keep the samples apart: their axis is the first one and stays so";
    private static final String NO_ATTENTION =
            KEEP_SAMPLES + "; attention and recurrent layers, which move it, are no layers of such networks";

    private Arranging() {}

    static List<Value> reshape(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        int[] asked = call.sizes(1).wholes();
        boolean allowsZero = call.node().integer("allowzero", 0) != 0;
        int[] to = asked.clone();
        boolean hasFixedRows = call.hasFixedRows(call.sizes(1));
        if (hasFixedRows) {
            to[0] = 1;
        }
        int open = -1;
        long known = 1;
        for (int axis = 0; axis < to.length; axis++) {
            if (to[axis] == 0 && !allowsZero && axis < from.length) {
                to[axis] = from[axis];
            }
            if (to[axis] == -1 && open < 0) {
                open = axis;
            } else {
                known = Math.min(Integer.MAX_VALUE, known * to[axis]);
            }
        }
        long size = Shapes.size(from);
        if (open >= 0 && known > 0 && size % known == 0) {
            to[open] = (int) (size / known);
        }
        if (Arrays.stream(to).anyMatch(side -> side < 0) || Shapes.size(to) != size) {
            throw new UnsupportedException(
                    "it makes " + text(call, from) + " the shape " + Shapes.text(asked) + ", which has other elements",
                    "let the first axis be that of the samples, and -1 or 0");
        }
        boolean isFree = asked.length > 0 && (asked[0] == -1 || (asked[0] == 0 && !allowsZero));
        boolean keepsSamples = isFree || hasFixedRows || isOfSamples(call.sizes(1), to) || call.isOne();
        if ((call.isFlow(0) && !keepsSamples) || isMoved(call.sizes(1), to)) {
            throw new UnsupportedException(
                    "it makes " + text(call, from) + " the shape " + Shapes.text(asked)
                            + ", whose first axis is not that of the samples",
                    "write -1 or 0 for the samples, or export the model with a first axis of size 1");
        }
        return of(call, reshaped(call, from, to));
    }

    /** Whether the first of some sizes is the number of samples. */
    private static boolean isOfSamples(Tensor sizes, int[] to) {
        return sizes.isOfSamples(0) && to[0] == 1;
    }

    /** Whether the number of samples is in some sizes otherwise than as the first one. */
    static boolean isMoved(Tensor sizes, int[] to) {
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.isOfSamples(i) && (i > 0 || to[0] != 1)) {
                return true;
            }
        }
        return false;
    }

    static List<Value> flatten(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        long axis = call.node().integer("axis", 1);
        int split = axis == from.length ? from.length : Shapes.axis(axis, from.length);
        if (call.isFlow(0) && split == 0 && !call.isOne()) {
            throw new UnsupportedException("it puts all samples into one row", KEEP_SAMPLES);
        }
        int before = (int) Shapes.size(Arrays.copyOf(from, split));
        return of(call, reshaped(call, from, new int[] {before, (int) Shapes.size(from) / Math.max(1, before)}));
    }

    static List<Value> squeeze(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        Optional<int[]> axes = call.wholes("axes", 1);
        boolean[] goes = new boolean[from.length];
        if (axes.isPresent()) {
            for (int axis : axes.get()) {
                goes[Shapes.axis(axis, from.length)] = true;
            }
        } else {
            // Without axes all of size 1 go, but that of the samples has not this size.
            for (int axis = call.isFlow(0) ? 1 : 0; axis < from.length; axis++) {
                goes[axis] = from[axis] == 1;
            }
        }
        if (call.isFlow(0) && goes.length > 0 && goes[0]) {
            throw new UnsupportedException("it takes the axis of the samples away", KEEP_SAMPLES);
        }
        int[] to = IntStream.range(0, from.length)
                .filter(axis -> !goes[axis])
                .map(axis -> from[axis])
                .toArray();
        if (Shapes.size(to) != Shapes.size(from)) {
            throw new UnsupportedException("it takes an axis away that is longer than 1", "export the model again");
        }
        return of(call, Selection.all(to));
    }

    static List<Value> unsqueeze(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        int[] axes = call.wholes("axes", 1)
                .orElseThrow(() -> new UnsupportedException("it does not say which axes", "export the model again"));
        int[] to = new int[from.length + axes.length];
        boolean[] isNew = new boolean[to.length];
        for (int axis : axes) {
            isNew[Shapes.axis(axis, to.length)] = true;
        }
        int next = 0;
        for (int axis = 0; axis < to.length; axis++) {
            to[axis] = isNew[axis] || next == from.length ? 1 : from[next++];
        }
        if (call.isFlow(0) && isNew[0]) {
            throw new UnsupportedException("it puts an axis before that of the samples", KEEP_SAMPLES);
        }
        return of(call, Selection.all(to));
    }

    static List<Value> transpose(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        int[] order = call.node().integers("perm");
        if (order.length == 0) {
            order = IntStream.range(0, from.length)
                    .map(axis -> from.length - 1 - axis)
                    .toArray();
        }
        boolean[] seen = new boolean[from.length];
        int[] to = new int[from.length];
        int[] steps = new int[from.length];
        int[] strides = Shapes.strides(from);
        for (int axis = 0; axis < order.length && axis < to.length; axis++) {
            int source = Shapes.axis(order[axis], from.length);
            seen[source] = true;
            to[axis] = from[source];
            steps[axis] = strides[source];
        }
        if (order.length != from.length || IntStream.range(0, seen.length).anyMatch(axis -> !seen[axis])) {
            throw new UnsupportedException(
                    "its perm is " + Arrays.toString(order) + ", but it reads " + text(call, from),
                    "export the model again");
        }
        if (call.isFlow(0) && order.length > 0 && order[0] != 0) {
            throw new UnsupportedException("it moves the axis of the samples", NO_ATTENTION);
        }
        return of(call, Selection.strided(to, 0, steps));
    }

    /** In predictions nothing is dropped. */
    static List<Value> dropout(Call call) throws UnsupportedException {
        boolean isTraining =
                call.has(2) && call.tensor(2).size() == 1 && call.tensor(2).values()[0] != 0;
        if (isTraining) {
            throw new UnsupportedException("it is in training mode", "export the model for inference");
        }
        return List.of(call.inputs().get(0).orElseThrow());
    }

    static List<Value> concat(Call call) throws UnsupportedException {
        int rank = shape(call, 0).length;
        int axis = Shapes.axis(call.node().integer("axis", 1), rank);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < call.inputs().size(); i++) {
            if (!call.isFlow(i)) {
                throw new UnsupportedException(
                        "it puts a constant beside data", "add the constant to a layer's bias instead");
            }
            Flow flow = call.flow(i);
            int[] first = flows.isEmpty() ? flow.shape() : flows.get(0).shape();
            for (int side = 0; side < rank; side++) {
                if (flow.shape().length != rank || (side != axis && flow.shape()[side] != first[side])) {
                    throw new UnsupportedException(
                            "it puts " + Shapes.ofData(first) + " and " + Shapes.ofData(flow.shape())
                                    + " side by side, which do not fit",
                            "export the model again");
                }
            }
            flows.add(flow);
        }
        if (axis == 0) {
            throw new UnsupportedException("it puts samples one behind the other", KEEP_SAMPLES);
        }
        return List.of(flows.size() == 1 ? flows.get(0) : Combining.joined(flows, axis));
    }

    private static Selection reshaped(Call call, int[] from, int[] to) throws UnsupportedException {
        boolean mixes = call.isFlow(0) && (to.length == 0 || to[0] != 1);
        if (mixes) {
            throw new UnsupportedException(
                    "it makes " + text(call, from) + " the shape " + Shapes.text(to)
                            + ", counted for one sample, whose axis is not the first one then",
                    KEEP_SAMPLES);
        }
        return Selection.all(to);
    }

    /** Of data all samples are kept. */
    static void requireSamples(Call call, int axis, boolean isKept) throws UnsupportedException {
        if (call.isFlow(0) && axis == 0 && !isKept) {
            throw new UnsupportedException("it chooses among the samples", KEEP_SAMPLES);
        }
    }

    static int[] shape(Call call, int index) throws UnsupportedException {
        return call.isFlow(index)
                ? flow(call, index).shape()
                : call.sizes(index).shape();
    }

    /** Of any kind: whole numbers may be arranged before they pick rows. */
    private static Flow flow(Call call, int index) {
        return (Flow) call.inputs().get(index).orElseThrow();
    }

    private static String text(Call call, int[] shape) {
        return call.isFlow(0) ? Shapes.ofData(shape) : Shapes.text(shape);
    }

    /** Chosen elements of what a node reads. */
    static List<Value> of(Call call, Selection selection) throws UnsupportedException {
        if (call.isFlow(0) && selection.size() == 0) {
            throw new UnsupportedException(
                    "nothing is left of " + Shapes.ofData(flow(call, 0).shape()), "export the model again");
        }
        return List.of(
                call.isFlow(0) ? flow(call, 0).select(selection) : call.sizes(0).select(selection));
    }
}
