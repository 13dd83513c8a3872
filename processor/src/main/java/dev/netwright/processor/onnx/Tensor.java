package dev.netwright.processor.onnx;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A constant of the model: its values row-major and as doubles, which hold those of every type but the largest whole numbers. */
final class Tensor implements Value {
    /** More elements are refused where a node would make them of few. */
    static final int MOST_ELEMENTS = 1 << 26;

    private final int[] shape;
    private final double[] values;
    private final boolean isWhole;
    private final boolean[] ofSamples;

    /** @param isWhole whether its type is one of whole numbers */
    Tensor(int[] shape, double[] values, boolean isWhole) {
        this(shape, values, isWhole, new boolean[0]);
    }

    private Tensor(int[] shape, double[] values, boolean isWhole, boolean[] ofSamples) {
        if (Shapes.size(shape) != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + Arrays.toString(shape));
        }
        this.shape = shape;
        this.values = values;
        this.isWhole = isWhole;
        this.ofSamples = ofSamples;
    }

    /** The same numbers, of which some are multiples of the number of samples, which counts as 1 in them. */
    Tensor ofSamples(boolean... areOfSamples) {
        return new Tensor(shape, values, isWhole, areOfSamples.clone());
    }

    /** Numbers that are a shape. */
    static Tensor ofWholes(int... numbers) {
        return new Tensor(
                new int[] {numbers.length},
                Arrays.stream(numbers).asDoubleStream().toArray(),
                true);
    }

    /** One number. */
    static Tensor scalar(double value) {
        return new Tensor(new int[0], new double[] {value}, false);
    }

    int[] shape() {
        return shape;
    }

    double[] values() {
        return values;
    }

    int size() {
        return values.length;
    }

    boolean isWhole() {
        return isWhole;
    }

    /** Whether any of its numbers is a multiple of the number of samples. */
    boolean isOfSamples() {
        for (boolean is : ofSamples) {
            if (is) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of its numbers is a multiple of the number of samples. */
    boolean isOfSamples(int element) {
        return element < ofSamples.length && ofSamples[element];
    }

    /** Other elements of it, in another shape. */
    Tensor select(Selection selection) {
        double[] selected = new double[selection.size()];
        boolean[] areOfSamples = new boolean[ofSamples.length == 0 ? 0 : selected.length];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = values[selection.from(i)];
            if (areOfSamples.length > 0) {
                areOfSamples[i] = ofSamples[selection.from(i)];
            }
        }
        return new Tensor(selection.shape(), selected, isWhole, areOfSamples);
    }

    /** Its values as the numbers that sizes and axes are. */
    int[] wholes() throws UnsupportedException {
        int[] wholes = new int[values.length];
        for (int i = 0; i < wholes.length; i++) {
            if (values[i] != Math.rint(values[i])) {
                throw new UnsupportedException(
                        "it takes " + values[i] + " for a whole number", "export the model with whole numbers there");
            }
            // The largest number of 64 bits stands for the end of an axis.
            wholes[i] = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, values[i]));
        }
        return wholes;
    }

    @Override
    public String toString() {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
