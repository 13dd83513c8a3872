package dev.netwright.processor.onnx;

import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.List;

/** What a layer reads to get some data: its ports side by side, and where among their columns each element is then. */
final class Merged {
    private final List<Port> ports;
    private final Shape shape;
    private final int[] columns;

    private Merged(List<Port> ports, Shape shape, int[] columns) {
        this.ports = ports;
        this.shape = shape;
        this.columns = columns;
    }

    /** What a layer reads already. */
    static Merged of(Draft draft) {
        return new Merged(draft.sources(), draft.input(), new int[0]);
    }

    static Merged of(Flow flow) throws UnsupportedException {
        List<Port> ports = flow.ports();
        if (ports.size() == 1) {
            return new Merged(ports, ports.get(0).output(), flow.columns());
        }
        if (ports.size() > LayerModel.MOST_SOURCES) {
            throw new UnsupportedException(
                    "it puts together what " + ports.size() + " layers give, but a layer reads at most "
                            + LayerModel.MOST_SOURCES,
                    "put them together in several steps");
        }
        Shape first = ports.get(0).output();
        boolean isByPixel = ports.stream().allMatch(port -> first.hasPixelsOf(port.output()));
        long channels =
                ports.stream().mapToLong(port -> port.output().channels()).sum();
        return isByPixel
                ? new Merged(ports, first.withChannels(channels), byPixel(flow, (int) channels))
                : new Merged(
                        ports,
                        Shape.flat(ports.stream().mapToLong(Port::columns).sum()),
                        flow.columns());
    }

    /** Each pixel has the channels of the first, then those of the second, and so on. */
    private static int[] byPixel(Flow flow, int channels) {
        int[] places = new int[flow.ports().stream().mapToInt(Port::columns).sum()];
        int place = 0;
        int before = 0;
        for (Port port : flow.ports()) {
            int own = (int) port.output().channels();
            for (int column = 0; column < port.columns(); column++) {
                places[place++] = column / own * channels + before + column % own;
            }
            before += own;
        }
        return Arrays.stream(flow.columns()).map(column -> places[column]).toArray();
    }

    List<Port> ports() {
        return ports;
    }

    /** Of the layer's input. */
    Shape shape() {
        return shape;
    }

    /** Of each element. */
    int[] columns() {
        return columns;
    }

    int size() {
        return (int) shape.size();
    }

    /** Whether the elements are all pixels, channel by channel. */
    boolean isChannelsFirst(int[] of) {
        return !shape.isFlat()
                && Arrays.equals(of, Flow.shapeOf(shape))
                && Arrays.equals(columns, Flow.channelsFirst(shape));
    }

    /** Whether the elements are all columns, one after the other. */
    boolean isInOrder() {
        return columns.length == size()
                && java.util.stream.IntStream.range(0, columns.length).allMatch(i -> columns[i] == i);
    }
}
