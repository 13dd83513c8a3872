package dev.netwright.processor.onnx;

import java.util.Arrays;

/** Pixels with zeros around them, which a kernel or a pool can see beyond the edges instead. */
final class Padded {
    private final Flow inner;
    private final int[] begins;
    private final int[] ends;

    private Padded(Flow inner, int[] begins, int[] ends) {
        this.inner = inner;
        this.begins = begins;
        this.ends = ends;
    }

    static Padded of(Flow x) throws UnsupportedException {
        int axes = Math.max(0, x.shape().length - 2);
        Padded none = new Padded(x, new int[axes], new int[axes]);
        boolean canBePadded = x.isScaled() && (axes == 1 || axes == 2);
        return canBePadded ? none.cut() : none;
    }

    private Padded cut() throws UnsupportedException {
        int[] shape = inner.shape().clone();
        int[] strides = Shapes.strides(shape);
        int start = 0;
        for (int axis = 2; axis < shape.length; axis++) {
            int stride = strides[axis];
            int side = inner.shape()[axis];
            boolean[] isUsed = new boolean[side];
            for (int i = 0; i < inner.size(); i++) {
                isUsed[i / stride % side] |= inner.scale(i) != 0 || inner.shift(i) != 0;
            }
            int first = 0;
            while (first < side && !isUsed[first]) {
                first++;
            }
            int last = side - 1;
            while (last > first && !isUsed[last]) {
                last--;
            }
            if (first == side) {
                return new Padded(inner, new int[begins.length], new int[ends.length]);
            }
            begins[axis - 2] = first;
            ends[axis - 2] = side - 1 - last;
            shape[axis] = last + 1 - first;
            start += first * stride;
        }
        if (!isPadded()) {
            return this;
        }
        Flow part = inner.select(Selection.strided(shape, start, strides));
        return new Padded(part.scaled(Layers.filled(part.size(), 1), new double[part.size()]), begins, ends);
    }

    /** What the zeros are around; all where there are none. */
    Flow inner() {
        return inner;
    }

    /** How windows of all lie over what the zeros are around. */
    Windows within(Windows windows) {
        return windows.padded(begins, ends);
    }

    boolean isPadded() {
        return Arrays.stream(begins).anyMatch(pad -> pad > 0)
                || Arrays.stream(ends).anyMatch(pad -> pad > 0);
    }
}
