package dev.netwright.processor.onnx;

import dev.netwright.annotations.Padding;
import dev.netwright.processor.model.Convolution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Convolutions, whatever their padding, dilation and groups, as kernels of a network. */
final class ConvolutionOperators {
    private static final String PIXELS =
            "let it read an image [N, channels, height, width] or a sequence [N, channels, length]";

    private final Layers layers;
    private final Scaling scaling;

    ConvolutionOperators(Layers layers, Scaling scaling) {
        this.layers = layers;
        this.scaling = scaling;
    }

    List<Value> convolution(Call call) throws UnsupportedException {
        Padded x = Padded.of(call.flow(0));
        Tensor w = call.tensor(1);
        Windows windows = x.within(Windows.of(call.node(), call.flow(0).shape(), kernelSizes(w)));
        int groups = (int) Math.max(1, Math.min(Integer.MAX_VALUE, call.node().integer("group", 1)));
        requireKernels(w, x.inner().shape(), groups);
        double[] biases = biases(call, w.shape()[0]);
        return List.of(of(x.inner(), w, windows, groups, biases, Hints.of(call.node(), 1, 2)));
    }

    /**
     * A convolution.
     *
     * @param whole  its kernels, {@code [filters][channels of a group][height][width]}
     * @param biases one for each filter, or none
     */
    Flow of(Flow data, Tensor whole, Windows all, int groups, double[] biases, String hint)
            throws UnsupportedException {
        if (isOnePixel(data)) {
            return onePixel(data, whole, all, groups, biases, hint);
        }
        PixelView view = pixels(data, scaling);
        Flow x = view.flow();
        int[] shape = x.shape();
        Windows seenWindows = view.windows(all);
        int[][] seen = seenWindows.seen(shape);
        Windows windows = seenWindows.part(seen[0], seen[1]);
        Tensor w = part(view.kernels(whole), seen[0], seen[1]);
        int filters = w.shape()[0];
        Kernel kernel = kernel(windows, shape);
        Flow read = x.isMoved() && kernel.padding() == Padding.SAME ? scaling.settledPixels(x) : x;
        Flow settled = isByChannel(read) ? read : scaling.settledPixels(read);
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
        Draft draft = Draft.convolution(merged, convolution, filters, weights, moved, hint);
        if (draft.output().size() <= 0) {
            throw new UnsupportedException("its kernel is larger than " + Shapes.ofData(shape), "make it smaller");
        }
        return view.back(Flow.channelsFirst(layers.add(draft)));
    }

    /** Whether columns are taken for one pixel, as behind a pool of all. */
    static boolean isOnePixel(Flow x) throws UnsupportedException {
        boolean hasAxes = x.shape().length == 3 || x.shape().length == 4;
        return hasAxes && x.size() == x.shape()[1] && PixelView.of(x).isEmpty();
    }

    /** A kernel on one pixel is a dense layer: of its weights one for each channel meets it. */
    private Flow onePixel(Flow x, Tensor w, Windows windows, int groups, double[] biases, String hint)
            throws UnsupportedException {
        int channels = x.shape()[1];
        int[] shape = x.shape().clone();
        int[] start = new int[w.shape().length];
        for (int axis = 2; axis < shape.length; axis++) {
            start[axis] = windows.placeOfOnlyPixel(axis - 2);
        }
        int filters = w.shape()[0];
        int own = w.shape()[1];
        int[] strides = Shapes.strides(w.shape());
        double[] weights = new double[Layers.elements((long) channels * filters)];
        for (int filter = 0; filter < filters; filter++) {
            int first = filter / (filters / groups) * own;
            for (int channel = 0; channel < own; channel++) {
                int at = filter * strides[0] + channel * strides[1];
                for (int axis = 2; axis < start.length; axis++) {
                    at += start[axis] * strides[axis];
                }
                weights[(first + channel) * filters + filter] = w.values()[at];
            }
        }
        shape[1] = filters;
        return Flow.inOrder(layers.dense(x, filters, weights, biases, hint), shape);
    }

    private static void requireKernels(Tensor w, int[] shape, int groups) throws UnsupportedException {
        boolean fits = w.shape().length == shape.length
                && (long) w.shape()[1] * groups == shape[1]
                && w.shape()[0] % groups == 0
                && w.size() > 0;
        if (!fits) {
            throw new UnsupportedException(
                    "its kernels are " + w + " in " + groups + " groups for " + Shapes.ofData(shape),
                    "export the model again");
        }
    }

    private static double[] biases(Call call, int filters) throws UnsupportedException {
        double[] biases = call.has(2) ? call.tensor(2).values().clone() : new double[0];
        if (biases.length != 0 && biases.length != filters) {
            throw new UnsupportedException(
                    "it has " + biases.length + " biases for " + filters + " filters", "export the model again");
        }
        return biases;
    }

    private static int[] kernelSizes(Tensor w) {
        return w.shape().length < 2 ? new int[0] : Arrays.copyOfRange(w.shape(), 2, w.shape().length);
    }

    /** Rows and columns of kernels. */
    private static Tensor part(Tensor w, int[] firsts, int[] counts) throws UnsupportedException {
        int[] shape = w.shape().clone();
        int[] strides = Shapes.strides(shape);
        int start = 0;
        for (int axis = 0; axis < firsts.length; axis++) {
            shape[axis + 2] = counts[axis];
            start += firsts[axis] * strides[axis + 2];
        }
        return w.select(Selection.strided(shape, start, strides));
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

    /** Data that is pixels, or a choice among pixels and their channels. */
    static PixelView pixels(Flow x, Scaling scaling) throws UnsupportedException {
        Optional<PixelView> view = PixelView.of(x);
        if (view.isPresent()) {
            return view.get();
        }
        Optional<Flow> chosen = scaling.image(x);
        if (chosen.isPresent()) {
            return PixelView.of(chosen.get()).orElseThrow();
        }
        if (IntStream.range(0, x.size()).anyMatch(i -> x.scale(i) == 0 && x.shift(i) != 0)) {
            throw new UnsupportedException(
                    "it reads " + Shapes.ofData(x.shape()) + " with other numbers than 0 around its pixels",
                    "pad with zeros");
        }
        int rank = x.shape().length;
        throw new UnsupportedException(
                "it reads " + Shapes.ofData(x.shape())
                        + (rank < 3 || rank > 4
                                ? ", which is no image and no sequence"
                                : ", whose values are no pixels of an input or of a convolution"),
                PIXELS);
    }
}
