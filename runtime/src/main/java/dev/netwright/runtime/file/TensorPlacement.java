package dev.netwright.runtime.file;

import java.util.List;

/**
 * Where one tensor of a network's file lies in the network's own arrays. A file has matrices as {@code [units, inputs]} and pixels
 * channel by channel, a network has {@code [inputs][units]} and pixels with their channels together.
 */
public final class TensorPlacement {
    private final String name;
    private final List<Integer> shape;
    private final boolean isStatistic;
    private final int offset;

    /** Of every input of a unit, or every number of a vector, in the file's order, where it is in the network's; empty for the same order. */
    private final int[] order;

    /** Columns of the network's matrix; 1 for a vector. */
    private final int columns;

    private TensorPlacement(
            String name, List<Integer> shape, boolean isStatistic, int offset, int[] order, int columns) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.isStatistic = isStatistic;
        this.offset = offset;
        this.order = order;
        this.columns = columns;
    }

    /** In the same order in both. */
    static TensorPlacement straight(String name, List<Integer> shape, boolean isStatistic, int offset) {
        return new TensorPlacement(name, shape, isStatistic, offset, new int[0], 1);
    }

    /** A vector among the parameters whose numbers are in another order in the network. */
    static TensorPlacement ordered(String name, List<Integer> shape, int offset, int[] order) {
        return new TensorPlacement(name, shape, false, offset, order, 1);
    }

    /** A matrix among the parameters, {@code order.length x columns} in the network, with the columns outermost in the file. */
    static TensorPlacement transposed(String name, List<Integer> shape, int offset, int[] order, int columns) {
        return new TensorPlacement(name, shape, false, offset, order, columns);
    }

    /** Its name in the file, such as {@code hidden.weight}. */
    public String name() {
        return name;
    }

    /** Its shape in the file. */
    public List<Integer> shape() {
        return shape;
    }

    /** Whether it is among the network's statistics, and not its parameters. */
    public boolean isStatistic() {
        return isStatistic;
    }

    /** Whether it has running variances, of which none is negative. */
    public boolean isVariance() {
        return isStatistic && name.endsWith(ModelLayout.RUNNING_VARIANCE);
    }

    /** Its numbers. */
    public int count() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** The tensor, with numbers from the network's array. */
    public Tensor gather(float[] array) {
        float[] numbers = new float[count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array[at(i)];
        }
        return new Tensor(name, shape, new NumberArray.Floats(numbers));
    }

    /** Puts a tensor's numbers where they belong in the network's array. */
    public void scatter(float[] numbers, float[] array) {
        for (int i = 0; i < numbers.length; i++) {
            array[at(i)] = numbers[i];
        }
    }

    private int at(int i) {
        if (order.length == 0) {
            return offset + i;
        }
        return offset + order[i % order.length] * columns + i / order.length;
    }

    /** Such as {@code hidden.weight [16, 4]}. */
    @Override
    public String toString() {
        return name + " " + shape;
    }
}
