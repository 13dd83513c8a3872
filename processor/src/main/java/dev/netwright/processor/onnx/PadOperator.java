package dev.netwright.processor.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a number around data or a constant. Of data it is a multiple of nothing, to which the number is added. */
final class PadOperator {
    private PadOperator() {}

    static List<Value> pad(Call call) throws UnsupportedException {
        int[] from = Arranging.shape(call, 0);
        int[] pads = pads(call, from.length);
        if (Arrays.stream(pads).allMatch(pad -> pad == 0)) {
            return List.of(call.inputs().get(0).orElseThrow());
        }
        String mode = call.node().text("mode", "constant");
        if (!mode.equals("constant")) {
            throw new UnsupportedException(
                    "its mode is " + Quotes.plain(mode) + ", which repeats what is at the edges",
                    "pad with zeros, which a convolution does itself");
        }
        double number = number(call);
        if (!Double.isFinite(number)) {
            throw new UnsupportedException(
                    "it pads with " + number, "let the pool that follows pad instead, or pad with a finite number");
        }
        if (call.isFlow(0) && (pads[0] != 0 || pads[from.length] != 0)) {
            throw new UnsupportedException("it pads the samples", "pad along other axes than the first");
        }
        int[] to = new int[from.length];
        for (int axis = 0; axis < to.length; axis++) {
            to[axis] = (int) Math.min(Integer.MAX_VALUE, (long) from[axis] + pads[axis] + pads[axis + to.length]);
        }
        if (Arrays.stream(to).anyMatch(side -> side < 1)) {
            throw new UnsupportedException(
                    "it pads " + Shapes.text(from) + " by " + Arrays.toString(pads) + ", of which nothing is left",
                    "export the model again");
        }
        return List.of(padded(call, from, to, pads, number));
    }

    /** For all axes, first those before the data. */
    private static int[] pads(Call call, int rank) throws UnsupportedException {
        int[] given = call.wholes("pads", 1).orElse(new int[0]);
        int[] axes =
                call.has(3) ? call.tensor(3).wholes() : IntStream.range(0, rank).toArray();
        if (given.length != 2 * axes.length) {
            throw new UnsupportedException(
                    "it has " + given.length + " pads for " + axes.length + " axes", "export the model again");
        }
        int[] pads = new int[2 * rank];
        for (int i = 0; i < axes.length; i++) {
            int axis = Shapes.axis(axes[i], rank);
            pads[axis] = given[i];
            pads[rank + axis] = given[axes.length + i];
        }
        return pads;
    }

    private static double number(Call call) throws UnsupportedException {
        if (!call.has(2)) {
            return call.node().number("value", 0);
        }
        Tensor tensor = call.tensor(2);
        if (tensor.size() != 1) {
            throw new UnsupportedException("it pads with " + tensor.size() + " numbers", "export the model again");
        }
        return tensor.values()[0];
    }

    private static Value padded(Call call, int[] from, int[] to, int[] pads, double number)
            throws UnsupportedException {
        int[] strides = Shapes.strides(from);
        int[] steps = Shapes.strides(to);
        Selection all = Selection.all(to);
        int[] sources = new int[all.size()];
        double[] scale = new double[sources.length];
        double[] shift = new double[sources.length];
        for (int i = 0; i < sources.length; i++) {
            boolean isInside = true;
            int source = 0;
            for (int axis = 0; axis < to.length; axis++) {
                int at = i / steps[axis] % to[axis] - pads[axis];
                isInside &= at >= 0 && at < from[axis];
                source += at * strides[axis];
            }
            sources[i] = isInside ? source : 0;
            scale[i] = isInside ? 1 : 0;
            shift[i] = isInside ? 0 : number;
        }
        Selection selection = new Selection(to, sources);
        if (call.isFlow(0)) {
            return ((Flow) call.inputs().get(0).orElseThrow()).select(selection).scaled(scale, shift);
        }
        Tensor tensor = call.tensor(0);
        double[] values = tensor.select(selection).values().clone();
        Arrays.setAll(values, i -> scale[i] == 0 ? shift[i] : values[i]);
        return new Tensor(to, values, tensor.isWhole());
    }
}
