package dev.netwright.processor.onnx;

/** Which elements of a tensor make another one, in which order and shape: what every operator that only arranges comes to. */
final class Selection {
    private final int[] shape;
    private final int[] from;

    Selection(int[] shape, int[] from) {
        this.shape = shape;
        this.from = from;
    }

    /** The same elements in another shape. */
    static Selection all(int[] shape) throws UnsupportedException {
        int[] from = new int[checked(shape)];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        return new Selection(shape, from);
    }

    /** Elements that are {@code steps} apart along each axis, the first of them at {@code start}. */
    static Selection strided(int[] shape, int start, int[] steps) throws UnsupportedException {
        int[] from = new int[checked(shape)];
        int[] at = new int[shape.length];
        int place = start;
        for (int i = 0; i < from.length; i++) {
            from[i] = place;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += steps[axis];
                if (++at[axis] < shape[axis]) {
                    break;
                }
                place -= steps[axis] * shape[axis];
                at[axis] = 0;
            }
        }
        return new Selection(shape, from);
    }

    /** A limit on what files merely claim. */
    private static int checked(int[] shape) throws UnsupportedException {
        long size = Shapes.size(shape);
        if (size > Tensor.MOST_ELEMENTS) {
            throw new UnsupportedException(
                    "it gives " + Shapes.text(shape) + ", more than " + Tensor.MOST_ELEMENTS + " elements",
                    "make the model smaller");
        }
        return (int) size;
    }

    int[] shape() {
        return shape;
    }

    int size() {
        return from.length;
    }

    /** Which element stands at a place. */
    int from(int place) {
        return from[place];
    }
}
