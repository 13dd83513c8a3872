package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The operators that choose or repeat elements, of constants and of data. Of data all samples are kept. */
final class Choosing {
    private Choosing() {}

    static List<Value> slice(Call call) throws UnsupportedException {
        int[] from = Arranging.shape(call, 0);
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
            // Of a number of samples that nobody knows yet all are taken only up to the largest number.
            Arranging.requireSamples(call, axis, starts[i] == 0 && step == 1 && ends[i] == Integer.MAX_VALUE);
        }
        return Arranging.of(call, Selection.strided(to, first, steps));
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
        int[] from = Arranging.shape(call, 0);
        int axis = Shapes.axis(call.node().integer("axis", 0), from.length);
        int parts = call.node().outputs().size();
        int[] sizes = call.wholes("split", 1).orElse(new int[0]);
        Arranging.requireSamples(call, axis, parts == 1);
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
            values.addAll(Arranging.of(call, Selection.strided(to, start * strides[axis], strides)));
            start += size;
        }
        return values;
    }

    /** Elements of constants, or of data, at places that are constants. */
    static List<Value> gather(Call call) throws UnsupportedException {
        int[] from = Arranging.shape(call, 0);
        int axis = Shapes.axis(call.node().integer("axis", 0), from.length);
        int[] indices = call.tensor(1).wholes();
        int[] indexShape = call.tensor(1).shape();
        Arranging.requireSamples(call, axis, false);
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
        return Arranging.of(call, new Selection(to, chosen));
    }

    static List<Value> expand(Call call) throws UnsupportedException {
        int[] from = Arranging.shape(call, 0);
        int[] asked = call.sizes(1).wholes();
        if (call.hasFixedRows(call.sizes(1)) && asked.length == from.length) {
            asked[0] = 1;
        }
        int[] to = Shapes.broadcast(from, asked);
        if (Arranging.isMoved(call.sizes(1), to)) {
            throw new UnsupportedException(
                    "it repeats elements as often as there are samples", "let the samples have the first axis alone");
        }
        Arranging.requireSamples(call, 0, to.length == from.length && to.length > 0 && to[0] == from[0]);
        return Arranging.of(call, Shapes.repeated(from, to));
    }
}
