package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Pooling;
import dev.netwright.processor.model.Pads;
import dev.netwright.processor.model.Pool;
import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Pools of windows and of all pixels, and means and sums along axes. */
final class PoolOperators {
    private static final Set<Activation> NEVER_NEGATIVE = EnumSet.of(
            Activation.RELU,
            Activation.SIGMOID,
            Activation.HARD_SIGMOID,
            Activation.SOFTPLUS,
            Activation.SOFTMAX,
            Activation.EXPONENTIAL);

    private final Layers layers;
    private final Scaling scaling;
    private final ConvolutionOperators convolutions;

    PoolOperators(Layers layers, Scaling scaling, ConvolutionOperators convolutions) {
        this.layers = layers;
        this.scaling = scaling;
        this.convolutions = convolutions;
    }

    List<Value> pool(Call call, Pooling pooling) throws UnsupportedException {
        Padded padded = Padded.of(call.flow(0));
        int[] sizes = call.node().integers("kernel_shape");
        Windows given = Windows.of(call.node(), call.flow(0).shape(), sizes);
        Windows all = padded.within(given);
        boolean countsZeros = !pooling.isMaximum()
                && ((padded.isPadded() && !given.isPadded()) || call.node().integer("count_include_pad", 0) != 0);
        if (padded.isPadded() && pooling.isMaximum() && !isNeverNegative(padded.inner())) {
            throw new UnsupportedException(
                    "the zeros around the pixels that it reads may be more than these",
                    "let the pool pad itself, or put the zeros behind a function that gives no negative numbers, such as Relu");
        }
        if (padded.isPadded() && !pooling.isMaximum() && !countsZeros) {
            throw new UnsupportedException(
                    "its windows reach over the edges of zeros, of which only those count that a Pad has put there",
                    "let either the pool pad or the Pad before it");
        }
        return List.of(
                countsZeros && all.isPadded()
                        ? mean(call, padded.inner(), all)
                        : pooled(call, padded.inner(), all, pooling));
    }

    /** Whether zeros are never more than the largest of some values, as they are after a function that gives none below. */
    private static boolean isNeverNegative(Flow x) {
        boolean isScaledDown = IntStream.range(0, x.size()).anyMatch(i -> x.scale(i) < 0 || x.shift(i) < 0);
        return !isScaledDown
                && x.ports().stream()
                        .allMatch(port -> port instanceof Draft draft
                                && draft.residual().isEmpty()
                                && draft.activation() instanceof Activation function
                                && NEVER_NEGATIVE.contains(function));
    }

    /** A mean that counts zeros beyond the edges is a kernel with equal weights. */
    private Flow mean(Call call, Flow x, Windows windows) throws UnsupportedException {
        int[] shape = x.shape();
        int[] kernels = new int[shape.length];
        Arrays.fill(kernels, 1);
        kernels[0] = shape[1];
        boolean roundsUp = call.node().integer("ceil_mode", 0) != 0;
        for (int axis = 0; axis < shape.length - 2; axis++) {
            kernels[axis + 2] = windows.size(axis);
            if (roundsUp && windows.end(axis, shape[axis + 2], true) != windows.end(axis, shape[axis + 2], false)) {
                throw new UnsupportedException(
                        "its ceil_mode is 1 and its count_include_pad too, and runtimes differ in what a window beyond the edge then counts",
                        "use ceil_mode 0, or count_include_pad 0");
            }
        }
        int size = (int) Shapes.size(kernels);
        Tensor w = new Tensor(kernels, Layers.filled(size, (double) shape[1] / size), false);
        return convolutions.of(x, w, windows, shape[1], new double[0], "mean");
    }

    private Flow pooled(Call call, Flow data, Windows all, Pooling pooling) throws UnsupportedException {
        if (ConvolutionOperators.isOnePixel(data) && all.areOfOne()) {
            return data;
        }
        PixelView view = ConvolutionOperators.pixels(data, scaling);
        Windows windows = view.windows(all);
        Flow x = view.flow();
        int[] shape = x.shape();
        if (windows.isDilated()) {
            throw new UnsupportedException(
                    "its windows are " + windows + ", dilated, but windows of pools have no gaps",
                    "use dilations of 1");
        }
        Pads pads = pads(call, windows, shape);
        int last = shape.length - 3;
        boolean isImage = shape.length == 4;
        Pool pool = new Pool(
                pooling,
                isImage ? windows.size(0) : 1,
                windows.size(last),
                isImage ? windows.stride(0) : 1,
                windows.stride(last),
                pads);
        return view.back(pooled(x, pool));
    }

    private static Pads pads(Call call, Windows windows, int[] shape) throws UnsupportedException {
        boolean roundsUp = call.node().integer("ceil_mode", 0) != 0;
        int axes = shape.length - 2;
        int[] begins = new int[axes];
        int[] ends = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            int side = shape[axis + 2];
            begins[axis] = windows.begin(axis);
            ends[axis] = windows.end(axis, side, roundsUp);
            if (begins[axis] >= windows.size(axis) || windows.end(axis, side, false) >= windows.size(axis)) {
                throw new UnsupportedException(
                        "its windows are " + windows + ", of which some have no pixel", "pad by less than a window");
            }
            if (windows.size(axis) > begins[axis] + side + ends[axis]) {
                throw new UnsupportedException("its window is larger than " + Shapes.ofData(shape), "make it smaller");
            }
        }
        boolean isImage = axes == 2;
        return new Pads(isImage ? begins[0] : 0, isImage ? ends[0] : 0, begins[axes - 1], ends[axes - 1]);
    }

    List<Value> globalPool(Call call, Pooling pooling) throws UnsupportedException {
        if (ConvolutionOperators.isOnePixel(call.flow(0))) {
            return List.of(call.flow(0));
        }
        int[] shape = call.flow(0).shape().clone();
        Flow x = ConvolutionOperators.pixels(call.flow(0), scaling).flow();
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
        if (given.length == 0 && call.node().integer("noop_with_empty_axes", 0) != 0) {
            return List.of(x);
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
        if (Shapes.size(shape) == x.size()) {
            return List.of(x.select(Selection.all(shape)));
        }
        boolean isOfPixels = rank > 2 && count(goes) == rank - 2 && !goes[1] && !operator.equals("ReduceSum");
        Optional<PixelView> pixels = isOfPixels ? PixelView.of(x) : Optional.empty();
        if (pixels.isPresent()) {
            Pooling pooling = operator.equals("ReduceMax") ? Pooling.GLOBAL_MAXIMUM : Pooling.GLOBAL_AVERAGE;
            return List.of(global(pixels.get().flow(), pooling).select(Selection.all(shape)));
        }
        if (operator.equals("ReduceMax")) {
            throw new UnsupportedException("its maximum is not over all pixels", "let it go over pixels alone");
        }
        boolean isMean = operator.equals("ReduceMean");
        boolean isOfChannels =
                rank > 2 && count(goes) == 1 && goes[1] && PixelView.of(x).isPresent();
        return List.of(
                isOfChannels ? ofChannels(x, isMean).select(Selection.all(shape)) : linear(x, goes, shape, isMean));
    }

    private static long count(boolean[] goes) {
        int count = 0;
        for (boolean one : goes) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** A sum or mean of the channels of each pixel is a kernel of one pixel with equal weights. */
    private Flow ofChannels(Flow x, boolean isMean) throws UnsupportedException {
        int channels = x.shape()[1];
        int[] kernels = x.shape().clone();
        Arrays.fill(kernels, 2, kernels.length, 1);
        Tensor w = new Tensor(kernels, Layers.filled(channels, isMean ? 1.0 / channels : 1), false);
        return convolutions.of(x, w, Windows.ofOne(kernels.length - 2), 1, new double[0], "");
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
        Flow settled = scaling.settledPixels(x);
        boolean isSideBySide = pool.strideHeight() == pool.height()
                && pool.strideWidth() == pool.width()
                && pool.pads().equals(Pads.NONE);
        Optional<Draft> open =
                layers.openBefore(Draft.Stage.POOLED, settled).filter(draft -> isSideBySide || !draft.isWeighted());
        Draft draft = open.isPresent() ? open.get() : layers.add(Draft.joined(Merged.of(settled), ""));
        draft.pool(pool);
        return Flow.channelsFirst(draft);
    }
}
