package dev.netwright.processor.onnx;

import dev.netwright.processor.model.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Data of the graph: for every element of a tensor which column of what some ports give it is, and how it is scaled and moved. All that
 * only arranges elements, from transposing to slicing, is told by the columns, so that weights that follow take it in.
 */
final class Flow implements Value {
    /** What numbers there are. */
    enum Numbers {
        REAL,
        WHOLE,
        /** What has been made whole, of which a part may be gone. */
        CUT
    }

    private static final double[] NONE = new double[0];

    private final int[] shape;
    private final List<Port> ports;
    private final int[] columns;
    private final double[] scale;
    private final double[] shift;
    private final boolean isShared;
    private final Numbers numbers;

    private Flow(
            int[] shape,
            List<Port> ports,
            int[] columns,
            double[] scale,
            double[] shift,
            boolean isShared,
            Numbers numbers) {
        this.shape = shape;
        this.ports = List.copyOf(ports);
        this.columns = columns;
        this.scale = scale;
        this.shift = shift;
        this.isShared = isShared;
        this.numbers = numbers;
    }

    /** What one port gives, with the column of each element. */
    static Flow of(Port port, int[] shape, int[] columns) {
        return new Flow(shape, List.of(port), columns, NONE, NONE, false, Numbers.REAL);
    }

    /** What one port gives, column by column. */
    static Flow inOrder(Port port, int... shape) {
        return of(port, shape, ascending(port.columns()));
    }

    /** What one port with pixels gives, channel by channel. */
    static Flow channelsFirst(Port port) {
        return of(port, shapeOf(port.output()), channelsFirst(port.output()));
    }

    /** What several give, with the column of each element where theirs stand one after the other. */
    static Flow of(List<Port> ports, int[] shape, int[] columns) {
        return new Flow(shape, ports, columns, NONE, NONE, false, Numbers.REAL);
    }

    private static int[] ascending(int count) {
        int[] columns = new int[count];
        Arrays.setAll(columns, i -> i);
        return columns;
    }

    /** {@code [1, channels, height, width]}, or with fewer axes. */
    static int[] shapeOf(Shape pixels) {
        return switch (pixels.dimensions()) {
            case 0 -> new int[] {1, (int) pixels.channels()};
            case 1 -> new int[] {1, (int) pixels.channels(), (int) pixels.width()};
            default -> new int[] {1, (int) pixels.channels(), (int) pixels.height(), (int) pixels.width()};
        };
    }

    /** Where each element of a tensor with the channels first lies among columns that have them last. */
    static int[] channelsFirst(Shape shape) {
        int pixels = (int) shape.pixels();
        int channels = (int) shape.channels();
        int[] columns = new int[pixels * channels];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i % pixels * channels + i / pixels;
        }
        return columns;
    }

    /** The same data, which others read too: what gives them must stay as it is. */
    Flow shared() {
        return new Flow(shape, ports, columns, scale, shift, true, numbers);
    }

    /** The same data, taken for other numbers. */
    Flow as(Numbers others) {
        return new Flow(shape, ports, columns, scale, shift, isShared, others);
    }

    /** The same data from what stands in place of the only port, alike in columns. */
    Flow from(Port port) {
        return new Flow(shape, List.of(port), columns, NONE, NONE, false, Numbers.REAL);
    }

    /** The same data scaled and moved further. */
    Flow scaled(double[] newScale, double[] newShift) {
        double[] scales = new double[columns.length];
        double[] shifts = new double[columns.length];
        boolean isPlain = true;
        for (int i = 0; i < columns.length; i++) {
            scales[i] = scale(i) * newScale[i];
            shifts[i] = shift(i) * newScale[i] + newShift[i];
            // What rounding leaves of factors that cancel.
            isPlain &= Math.abs(scales[i] - 1) < 1e-9 && shifts[i] == 0;
        }
        return isPlain
                ? new Flow(shape, ports, columns, NONE, NONE, isShared, numbers)
                : new Flow(shape, ports, columns, scales, shifts, isShared, numbers);
    }

    /** Other elements of it, in another shape. */
    Flow select(Selection selection) {
        int[] selected = new int[selection.size()];
        double[] scales = new double[isScaled() ? selected.length : 0];
        double[] shifts = new double[isScaled() ? selected.length : 0];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = columns[selection.from(i)];
            if (isScaled()) {
                scales[i] = scale(selection.from(i));
                shifts[i] = shift(selection.from(i));
            }
        }
        Flow all = new Flow(selection.shape(), ports, selected, scales, shifts, isShared, numbers);
        return ports.size() > 1 ? all.withoutUnread() : all;
    }

    /** Without ports of which no element is left. */
    private Flow withoutUnread() {
        List<Port> left = new ArrayList<>();
        int[] moved = columns.clone();
        int start = 0;
        int removed = 0;
        for (Port port : ports) {
            int from = start;
            int to = start + port.columns();
            int gone = removed;
            boolean isRead = false;
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] >= from && columns[i] < to) {
                    moved[i] = columns[i] - gone;
                    isRead = true;
                }
            }
            if (isRead) {
                left.add(port);
            } else {
                removed += port.columns();
            }
            start = to;
        }
        return new Flow(shape, left, moved, scale, shift, isShared, numbers);
    }

    int[] shape() {
        return shape;
    }

    int size() {
        return columns.length;
    }

    List<Port> ports() {
        return ports;
    }

    int[] columns() {
        return columns;
    }

    boolean isShared() {
        return isShared;
    }

    /** Whether it is to be whole numbers. */
    boolean isWhole() {
        return numbers != Numbers.REAL;
    }

    /** Whether it is whole numbers as an input has them. */
    boolean isGivenWhole() {
        return numbers == Numbers.WHOLE;
    }

    boolean isScaled() {
        return scale.length > 0;
    }

    double scale(int element) {
        return isScaled() ? scale[element] : 1;
    }

    double shift(int element) {
        return isScaled() ? shift[element] : 0;
    }

    /** Whether all elements are scaled and moved by the same numbers. */
    boolean isScaledAlike() {
        return IntStream.range(0, columns.length).allMatch(i -> scale(i) == scale(0) && shift(i) == shift(0));
    }

    /** The same elements as their ports give them. */
    Flow unscaled() {
        return new Flow(shape, ports, columns, NONE, NONE, isShared, numbers);
    }

    /** Whether anything is added to any element. */
    boolean isMoved() {
        return Arrays.stream(shift).anyMatch(value -> value != 0);
    }

    /** Whether it is all that its ports give, every column once. */
    boolean isComplete() {
        int count = ports.stream().mapToInt(Port::columns).sum();
        BitSet seen = new BitSet();
        for (int column : columns) {
            seen.set(column);
        }
        return columns.length == count && seen.cardinality() == count;
    }

    /** Whether its elements are the columns one after the other. */
    boolean isInOrder() {
        return isComplete() && Arrays.equals(columns, ascending(columns.length));
    }
}
