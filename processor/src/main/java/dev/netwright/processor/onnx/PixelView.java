package dev.netwright.processor.onnx;

import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Data as pixels, channel by channel, with the axes that what gives it has. A file may leave out an axis of one pixel that is there, or have
 * one that is not: windows and kernels are seen with the same axes then, and results with those of the file again.
 */
final class PixelView {
    private static final int NONE = -1;

    private final Flow flow;
    private final int added;
    private final int removed;

    private PixelView(Flow flow, int added, int removed) {
        this.flow = flow;
        this.added = added;
        this.removed = removed;
    }

    /** Such a view; empty where the data is no image and no sequence, or its values are no pixels. */
    static Optional<PixelView> of(Flow x) throws UnsupportedException {
        int[] shape = x.shape();
        arrangeInput(x);
        Merged merged = Merged.of(x);
        int[] natural = Flow.shapeOf(merged.shape());
        boolean hasAxes = shape.length >= 3 && shape.length <= 4 && natural.length >= 3;
        if (!hasAxes) {
            return Optional.empty();
        }
        int added = natural.length > shape.length ? axisOfOne(natural, shape) : NONE;
        int removed = natural.length < shape.length ? axisOfOne(shape, natural) : NONE;
        boolean isAsLong = natural.length == shape.length || added != NONE || removed != NONE;
        if (!isAsLong) {
            return Optional.empty();
        }
        Flow flow = natural.length == shape.length ? x : x.select(Selection.all(natural));
        return merged.isChannelsFirst(flow.shape())
                ? Optional.of(new PixelView(flow, added, removed))
                : Optional.empty();
    }

    /**
     * Takes features that come as columns alone, or the rows of a table that they pick, for the pixels that they are used as, where they are in the order of
     * those: with the channels last.
     */
    static void arrangeInput(Flow x) {
        int[] shape = x.shape();
        boolean hasAxes = shape.length == 3 || shape.length == 4;
        if (!hasAxes || x.ports().size() != 1 || !x.ports().get(0).output().isFlat()) {
            return;
        }
        Shape pixels =
                shape.length == 3 ? Shape.sequence(shape[2], shape[1]) : Shape.image(shape[2], shape[3], shape[1]);
        if (!Arrays.equals(x.columns(), Flow.channelsFirst(pixels))
                || pixels.size() != x.ports().get(0).columns()) {
            return;
        }
        if (canArrange(x.ports().get(0), pixels)) {
            arrange(x.ports().get(0), pixels);
        }
    }

    /** Whether columns can be taken for pixels: features, rows of tables that features pick, and layers without weights behind such. */
    private static boolean canArrange(Port port, Shape pixels) {
        if (!port.output().isFlat() || port instanceof DraftInput) {
            return port.output().isFlat() || port.output().equals(pixels);
        }
        Draft draft = (Draft) port;
        if (draft.embedding().isPresent()) {
            return pixels.channels() % draft.size() == 0
                    && canArrange(draft.sources().get(0), indices(draft, pixels));
        }
        boolean isByColumn = !draft.isWeighted()
                && draft.isBefore(Draft.Stage.POOLED)
                && draft.normalization() != Normalization.BATCH
                && (draft.sources().size() == 1 || draft.merge() != Merge.CONCATENATE);
        return isByColumn && draft.sources().stream().allMatch(source -> canArrange(source, pixels));
    }

    private static Shape indices(Draft table, Shape pixels) {
        return pixels.withChannels(pixels.channels() / table.size());
    }

    private static void arrange(Port port, Shape pixels) {
        if (port instanceof DraftInput input) {
            input.arrange(pixels);
        } else if (port instanceof Draft draft && port.output().isFlat()) {
            if (draft.embedding().isPresent()) {
                arrange(draft.sources().get(0), indices(draft, pixels));
            } else {
                draft.sources().forEach(source -> arrange(source, pixels));
                draft.arrange(pixels);
            }
        }
    }

    /** The axis of pixels of size 1 without which the longer shape is the shorter; none where there is no such. */
    private static int axisOfOne(int[] longer, int[] shorter) {
        for (int axis = 2; axis < longer.length; axis++) {
            if (longer[axis] == 1 && Arrays.equals(without(longer, axis), shorter)) {
                return axis;
            }
        }
        return NONE;
    }

    private static int[] without(int[] shape, int axis) {
        return IntStream.range(0, shape.length)
                .filter(i -> i != axis)
                .map(i -> shape[i])
                .toArray();
    }

    private static int[] with(int[] shape, int axis, int size) {
        int[] longer = new int[shape.length + 1];
        System.arraycopy(shape, 0, longer, 0, axis);
        longer[axis] = size;
        System.arraycopy(shape, axis, longer, axis + 1, shape.length - axis);
        return longer;
    }

    /** The data, {@code [1, channels, height, width]} or {@code [1, channels, length]}. */
    Flow flow() {
        return flow;
    }

    /** Kernels of the file. */
    Tensor kernels(Tensor w) throws UnsupportedException {
        if (removed != NONE && w.shape()[removed] != 1) {
            throw tooHigh();
        }
        int[] shape =
                added != NONE ? with(w.shape(), added, 1) : removed != NONE ? without(w.shape(), removed) : w.shape();
        return new Tensor(shape, w.values(), w.isWhole());
    }

    /** Windows of the file. */
    Windows windows(Windows windows) throws UnsupportedException {
        if (added != NONE) {
            return windows.withAxis(added - 2);
        }
        if (removed == NONE) {
            return windows;
        }
        if (!windows.isOfOne(removed - 2)) {
            throw tooHigh();
        }
        return windows.withoutAxis(removed - 2);
    }

    private static UnsupportedException tooHigh() {
        return new UnsupportedException(
                "its windows are higher than the one row of pixels that it reads", "let it read an image");
    }

    /** A result with the axes of the file. */
    Flow back(Flow result) throws UnsupportedException {
        int[] shape = result.shape();
        if (added != NONE) {
            return result.select(Selection.all(without(shape, added)));
        }
        return removed != NONE ? result.select(Selection.all(with(shape, removed, 1))) : result;
    }
}
