package dev.netwright.processor.onnx;

import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Pool;
import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Convolutions and pools. */
final class WindowOperators {
    private static final String PIXELS =
            "let it read an image [N, channels, height, width] or a sequence [N, channels, length]";

    private final Layers layers;
    private final Scaling scaling;

    WindowOperators(Layers layers, Scaling scaling) {
        this.layers = layers;
        this.scaling = scaling;
    }

    List<Value> convolution(Call call) throws UnsupportedException {
        Flow x = pixels(call);
        Tensor w = call.tensor(1);
        int[] shape = x.shape();
        int groups = (int) Math.max(1, Math.min(Integer.MAX_VALUE, call.node().integer("group", 1)));
        boolean fits = w.shape().length == shape.length
                && (long) w.shape()[1] * groups == shape[1]
                && w.shape()[0] % groups == 0
                && w.size() > 0;
        if (!fits) {
            throw new UnsupportedException(
                    "its kernels are " + w + " in " + groups + " groups for " + Shapes.ofData(shape),
                    "export the model again");
        }
        Windows windows = Windows.of(call.node(), shape, Arrays.copyOfRange(w.shape(), 2, w.shape().length));
        int filters = w.shape()[0];
        Kernel kernel = kernel(windows, shape);
        double[] biases = call.has(2) ? call.tensor(2).values().clone() : new double[0];
        if (biases.length != 0 && biases.length != filters) {
            throw new UnsupportedException(
                    "it has " + biases.length + " biases for " + filters + " filters", "export the model again");
        }
        Flow read = x.isMoved() && kernel.padding() == Padding.SAME ? scaling.settled(x) : x;
        boolean isByChannel = isByChannel(read);
        Flow settled = isByChannel ? read : scaling.settled(read);
        Merged merged = Merged.of(settled);
        double[] weights = new double[Layers.elements((long) kernel.height() * kernel.width() * shape[1] * filters)];
        double[] moved = settled.isMoved() ? Arrays.copyOf(biases, filters) : biases;
        place(w, windows, kernel, settled, groups, weights, moved);
        Convolution convolution = new Convolution(
                kernel.height(),
                kernel.width(),
                shape.length == 4 ? windows.stride(0) : 1,
                windows.stride(shape.length - 3),
                kernel.padding());
        Draft draft = Draft.convolution(merged, convolution, filters, weights, moved, Hints.of(call.node(), 1, 2));
        if (draft.output().size() <= 0) {
            throw new UnsupportedException("its kernel is larger than " + Shapes.ofData(shape), "make it smaller");
        }
        return List.of(Flow.channelsFirst(layers.add(draft)));
    }

    /** A kernel of ours, and where that of the file begins in it. */
    private record Kernel(int height, int width, int top, int left, Padding padding) {}

    private static Kernel kernel(Windows windows, int[] shape) throws UnsupportedException {
        int axes = shape.length - 2;
        int last = axes - 1;
        if (!windows.isPadded()) {
            return new Kernel(axes == 2 ? windows.covered(0) : 1, windows.covered(last), 0, 0, Padding.VALID);
        }
        int[] vertical = axes == 2 ? windows.withinSame(0, shape[2]) : new int[] {1, 0};
        int[] horizontal = windows.withinSame(last, shape[shape.length - 1]);
        if (vertical.length == 0 || horizontal.length == 0) {
            throw new UnsupportedException(
                    "its kernel is " + windows + " on " + Shapes.ofData(shape)
                            + ", which neither no padding nor one that keeps all places comes to",
                    "pad by half of the kernel, or not at all");
        }
        return new Kernel(vertical[0], horizontal[0], vertical[1], horizontal[1], Padding.SAME);
    }

    /** From {@code [filters][channels of a group][height][width]} into {@code [height][width][channels][filters]}. */
    private static void place(
            Tensor w, Windows windows, Kernel kernel, Flow x, int groups, double[] weights, double[] biases) {
        int filters = w.shape()[0];
        int own = w.shape()[1];
        int channels = x.shape()[1];
        int pixels = x.size() / channels;
        boolean isImage = w.shape().length == 4;
        int height = isImage ? w.shape()[2] : 1;
        int width = w.shape()[w.shape().length - 1];
        int dilationHeight = isImage ? windows.dilation(0) : 1;
        int dilationWidth = windows.dilation(isImage ? 1 : 0);
        int next = 0;
        for (int filter = 0; filter < filters; filter++) {
            int firstChannel = filter / (filters / groups) * own;
            for (int channel = firstChannel; channel < firstChannel + own; channel++) {
                for (int i = 0; i < height; i++) {
                    for (int j = 0; j < width; j++) {
                        int row = kernel.top() + i * dilationHeight;
                        int column = kernel.left() + j * dilationWidth;
                        int place = ((row * kernel.width() + column) * channels + channel) * filters + filter;
                        weights[place] = x.scale(channel * pixels) * w.values()[next];
                        if (x.isMoved()) {
                            biases[filter] += x.shift(channel * pixels) * w.values()[next];
                        }
                        next++;
                    }
                }
            }
        }
    }

    private static boolean isByChannel(Flow x) {
        int pixels = x.size() / x.shape()[1];
        for (int i = 0; i < x.size(); i++) {
            int first = i / pixels * pixels;
            if (x.scale(i) != x.scale(first) || x.shift(i) != x.shift(first)) {
                return false;
            }
        }
        return true;
    }

    List<Value> pool(Call call, Pooling pooling) throws UnsupportedException {
        Flow x = pixels(call);
        int[] shape = x.shape();
        Windows windows = Windows.of(call.node(), shape, call.node().integers("kernel_shape"));
        if (windows.isPadded() || windows.isDilated()) {
            throw new UnsupportedException(
                    "its windows are " + windows + (windows.isDilated() ? ", dilated" : "")
                            + ", but windows of pools lie within the pixels",
                    "pool without padding, such as over windows of 2 with strides of 2");
        }
        boolean roundsUp = call.node().integer("ceil_mode", 0) != 0;
        for (int axis = 0; axis < shape.length - 2; axis++) {
            if (windows.size(axis) > shape[axis + 2]) {
                throw new UnsupportedException("its window is larger than " + Shapes.ofData(shape), "make it smaller");
            }
            if (roundsUp && windows.isCut(axis, shape[axis + 2])) {
                throw new UnsupportedException(
                        "its ceil_mode is 1, and windows go beyond the edge of " + Shapes.ofData(shape),
                        "use ceil_mode 0");
            }
        }
        int last = shape.length - 3;
        boolean isImage = shape.length == 4;
        return List.of(pooled(
                x,
                new Pool(
                        pooling,
                        isImage ? windows.size(0) : 1,
                        windows.size(last),
                        isImage ? windows.stride(0) : 1,
                        windows.stride(last))));
    }

    List<Value> globalPool(Call call, Pooling pooling) throws UnsupportedException {
        Flow x = pixels(call);
        int[] shape = x.shape().clone();
        Arrays.fill(shape, 2, shape.length, 1);
        return List.of(global(x, pooling).select(Selection.all(shape)));
    }

    /** A mean or maximum over all pixels, or a mean or sum over all that a sample has. */
    List<Value> reduce(Call call) throws UnsupportedException {
        Flow x = call.flow(0);
        int rank = x.shape().length;
        int[] given = call.wholes("axes", 1).orElse(new int[0]);
        boolean[] goes = new boolean[rank];
        for (int axis : given) {
            goes[Shapes.axis(axis, rank)] = true;
        }
        String operator = call.node().operator();
        boolean isOfSamples = given.length == 0 || goes[0];
        if (isOfSamples) {
            throw new UnsupportedException("it goes over the samples", "let it go over pixels alone");
        }
        boolean isKept = call.node().integer("keepdims", 1) != 0;
        int[] shape = new int[isKept ? rank : rank - (int) count(goes)];
        int next = 0;
        for (int axis = 0; axis < rank; axis++) {
            if (isKept || !goes[axis]) {
                shape[next++] = goes[axis] ? 1 : x.shape()[axis];
            }
        }
        boolean isOfPixels = rank > 2 && count(goes) == rank - 2 && !goes[1] && !operator.equals("ReduceSum");
        if (isOfPixels && Merged.of(x).isChannelsFirst(x.shape())) {
            Pooling pooling = operator.equals("ReduceMax") ? Pooling.GLOBAL_MAXIMUM : Pooling.GLOBAL_AVERAGE;
            return List.of(global(x, pooling).select(Selection.all(shape)));
        }
        if (operator.equals("ReduceMax")) {
            throw new UnsupportedException("its maximum is not over all pixels", "let it go over pixels alone");
        }
        return List.of(linear(x, goes, shape, operator.equals("ReduceMean")));
    }

    private static long count(boolean[] goes) {
        int count = 0;
        for (boolean one : goes) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** A sum or mean is a dense layer with equal weights. */
    private Flow linear(Flow x, boolean[] goes, int[] shape, boolean isMean) throws UnsupportedException {
        int units = (int) Shapes.size(shape);
        int[] kept = x.shape().clone();
        for (int axis = 0; axis < kept.length; axis++) {
            kept[axis] = goes[axis] ? 1 : kept[axis];
        }
        Selection unitOf = Shapes.repeated(kept, x.shape());
        double[] weights = new double[Layers.elements((long) x.size() * units)];
        for (int i = 0; i < x.size(); i++) {
            weights[i * units + unitOf.from(i)] = isMean ? (double) units / x.size() : 1;
        }
        return Flow.inOrder(layers.dense(x, units, weights, new double[0], ""), shape);
    }

    private Flow global(Flow x, Pooling pooling) throws UnsupportedException {
        Shape shape = Merged.of(x).shape();
        int height = (int) shape.height();
        int width = (int) shape.width();
        return pooled(x, new Pool(pooling, height, width, height, width));
    }

    private Flow pooled(Flow x, Pool pool) throws UnsupportedException {
        Flow settled = scaling.settled(x);
        boolean isSideBySide = pool.strideHeight() == pool.height() && pool.strideWidth() == pool.width();
        Optional<Draft> open =
                layers.openBefore(Draft.Stage.POOLED, settled).filter(draft -> isSideBySide || !draft.isWeighted());
        Draft draft = open.isPresent() ? open.get() : layers.add(Draft.joined(Merged.of(settled), ""));
        draft.pool(pool);
        return Flow.channelsFirst(draft);
    }

    /** Data that is pixels, channel by channel. Features that come as columns alone are taken for pixels of one channel. */
    private static Flow pixels(Call call) throws UnsupportedException {
        Flow x = call.flow(0);
        int[] shape = x.shape();
        boolean isOneInput = x.ports().size() == 1 && x.ports().get(0) instanceof DraftInput;
        if (isOneInput && x.ports().get(0).output().isFlat() && x.isInOrder() && shape.length >= 3 && shape[1] == 1) {
            ((DraftInput) x.ports().get(0))
                    .arrange(shape.length == 3 ? Shape.sequence(shape[2], 1) : Shape.image(shape[2], shape[3], 1));
        }
        if (shape.length < 3 || shape.length > 4 || !Merged.of(x).isChannelsFirst(shape)) {
            throw new UnsupportedException(
                    "it reads " + Shapes.ofData(shape)
                            + (shape.length < 3 || shape.length > 4
                                    ? ", which is no image and no sequence"
                                    : ", whose values are no pixels of an input or of a convolution"),
                    PIXELS);
        }
        return x;
    }
}
