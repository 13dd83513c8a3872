package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The operators that only arrange elements, of constants and of data. Of data the first axis is that of the samples and stays. */
final class Arranging {
    private static final String KEEP_SAMPLES = "keep the samples apart: their axis is the first one and stays so";

    private Arranging() {}

    static List<Value> reshape(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        int[] asked = call.wholes("shape", 1)
                .orElseThrow(() -> new UnsupportedException("it does not say which shape", "export the model again"));
        boolean allowsZero = call.node().integer("allowzero", 0) != 0;
        int[] to = asked.clone();
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
        return of(call, reshaped(call, from, to));
    }

    static List<Value> flatten(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        long axis = call.node().integer("axis", 1);
        int split = axis == from.length ? from.length : Shapes.axis(axis, from.length);
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
            throw new UnsupportedException("it moves the axis of the samples", KEEP_SAMPLES);
        }
        return of(call, Selection.strided(to, 0, steps));
    }

    static List<Value> slice(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        boolean isOld = call.node().has("starts");
        int[] starts = isOld ? call.node().integers("starts") : call.tensor(1).wholes();
        int[] ends = isOld ? call.node().integers("ends") : call.tensor(2).wholes();
        int[] axes = isOld
                ? call.node().integers("axes")
                : call.has(3) ? call.tensor(3).wholes() : new int[0];
        if (axes.length == 0) {
            axes = IntStream.range(0, starts.length).toArray();
        }
        int[] given = call.has(4) ? call.tensor(4).wholes() : ones(starts.length);
        if (ends.length != starts.length || axes.length != starts.length || given.length != starts.length) {
            throw new UnsupportedException("its starts and ends are not as many", "export the model again");
        }
        int[] to = from.clone();
        int[] steps = Shapes.strides(from);
        int[] strides = Shapes.strides(from);
        int first = 0;
        for (int i = 0; i < axes.length; i++) {
            int axis = Shapes.axis(axes[i], from.length);
            int side = from[axis];
            int step = given[i];
            if (step == 0) {
                throw new UnsupportedException("one of its steps is 0", "export the model again");
            }
            long start = clamped(starts[i], side, step > 0 ? 0 : -1, step > 0 ? side : side - 1);
            long end = clamped(ends[i], side, step > 0 ? 0 : -1, step > 0 ? side : side - 1);
            long count = step > 0 ? (end - start + step - 1) / step : (start - end - step - 1L) / -(long) step;
            to[axis] = (int) Math.max(0, count);
            first += (int) start * strides[axis];
            steps[axis] = strides[axis] * step;
            requireSamples(call, axis, from[axis] == to[axis]);
        }
        return of(call, Selection.strided(to, first, steps));
    }

    private static int[] ones(int count) {
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static long clamped(int place, int side, int least, int most) {
        long fromStart = place < 0 ? (long) place + side : place;
        return Math.max(least, Math.min(most, fromStart));
    }

    static List<Value> split(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        int axis = Shapes.axis(call.node().integer("axis", 0), from.length);
        int parts = call.node().outputs().size();
        int[] sizes = call.wholes("split", 1).orElse(new int[0]);
        if (sizes.length == 0) {
            int size = (from[axis] + parts - 1) / parts;
            sizes = new int[parts];
            Arrays.fill(sizes, size);
            sizes[parts - 1] = from[axis] - size * (parts - 1);
        }
        if (sizes.length != parts || Arrays.stream(sizes).sum() != from[axis]) {
            throw new UnsupportedException(
                    "its parts are " + Arrays.toString(sizes) + " of " + from[axis], "export the model again");
        }
        List<Value> values = new ArrayList<>();
        int[] strides = Shapes.strides(from);
        int start = 0;
        for (int size : sizes) {
            int[] to = from.clone();
            to[axis] = size;
            requireSamples(call, axis, size == from[axis]);
            values.addAll(of(call, Selection.strided(to, start * strides[axis], strides)));
            start += size;
        }
        return values;
    }

    /** Elements of constants, or of data, at places that are constants. */
    static List<Value> gather(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        int axis = Shapes.axis(call.node().integer("axis", 0), from.length);
        int[] indices = call.tensor(1).wholes();
        int[] indexShape = call.tensor(1).shape();
        requireSamples(call, axis, false);
        int[] to = IntStream.concat(
                        IntStream.concat(Arrays.stream(from, 0, axis), Arrays.stream(indexShape)),
                        Arrays.stream(from, axis + 1, from.length))
                .toArray();
        int inner = (int) Shapes.size(Arrays.copyOfRange(from, axis + 1, from.length));
        Selection places = Selection.all(to);
        int[] chosen = new int[places.size()];
        for (int i = 0; i < chosen.length; i++) {
            int index = indices[i / inner % indices.length];
            int place = index < 0 ? index + from[axis] : index;
            if (place < 0 || place >= from[axis]) {
                throw new UnsupportedException(
                        "it takes element " + index + " of " + from[axis], "export the model again");
            }
            int outer = i / inner / indices.length;
            chosen[i] = (outer * from[axis] + place) * inner + i % inner;
        }
        return of(call, new Selection(to, chosen));
    }

    /** Only what pads nothing, as exporters write it before pools. */
    static List<Value> pad(Call call) throws UnsupportedException {
        int[] pads = call.wholes("pads", 1).orElse(new int[0]);
        if (Arrays.stream(pads).anyMatch(pad -> pad != 0)) {
            throw new UnsupportedException(
                    "it pads by " + Arrays.toString(pads), "let the convolution that follows pad instead");
        }
        return List.of(call.inputs().get(0).orElseThrow());
    }

    static List<Value> expand(Call call) throws UnsupportedException {
        int[] from = shape(call, 0);
        int[] to = Shapes.broadcast(from, call.tensor(1).wholes());
        requireSamples(call, 0, to.length == from.length && to.length > 0 && to[0] == from[0]);
        return of(call, Shapes.repeated(from, to));
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

    private static void requireSamples(Call call, int axis, boolean isKept) throws UnsupportedException {
        if (call.isFlow(0) && axis == 0 && !isKept) {
            throw new UnsupportedException("it chooses among the samples", KEEP_SAMPLES);
        }
    }

    private static int[] shape(Call call, int index) throws UnsupportedException {
        return call.isFlow(index)
                ? flow(call, index).shape()
                : call.tensor(index).shape();
    }

    /** Of any kind: whole numbers may be arranged before they pick rows. */
    private static Flow flow(Call call, int index) {
        return (Flow) call.inputs().get(index).orElseThrow();
    }

    private static String text(Call call, int[] shape) {
        return call.isFlow(0) ? Shapes.ofData(shape) : Shapes.text(shape);
    }

    private static List<Value> of(Call call, Selection selection) throws UnsupportedException {
        return List.of(
                call.isFlow(0)
                        ? flow(call, 0).select(selection)
                        : call.tensor(0).select(selection));
    }
}
