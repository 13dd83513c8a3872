package dev.netwright.processor.onnx;

import dev.netwright.annotations.Normalization;
import dev.netwright.annotations.Padding;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scales and moves data by constants, {@code scale·x + shift}: as a part of the weights before it where there are any, as the network's scaling of
 * features at an input, as a part of the weights behind it elsewhere, and where none of them can take it as a layer of its own.
 */
final class Scaling {
    private final Layers layers;

    Scaling(Layers layers) {
        this.layers = layers;
    }

    /** Scales and moves each element by numbers of its own. */
    Flow apply(Flow x, double[] scale, double[] shift) {
        Optional<Draft> open = layers.open(x);
        if (open.isPresent() && isTaken(open.get(), x, scale, shift)) {
            return x;
        }
        if (isFeatures(x) && DraftInput.canScale(scale)) {
            DraftInput input = (DraftInput) x.ports().get(0);
            for (int i = 0; i < scale.length; i++) {
                input.scale(x.columns()[i], scale[i], shift[i]);
            }
            return x;
        }
        return x.scaled(scale, shift);
    }

    /** The same numbers for all elements. */
    Flow apply(Flow x, double scale, double shift) {
        return apply(x, Layers.filled(x.size(), scale), Layers.filled(x.size(), shift));
    }

    private static boolean isFeatures(Flow x) {
        return !x.isShared()
                && !x.isScaled()
                && !x.isWhole()
                && x.ports().size() == 1
                && x.ports().get(0) instanceof DraftInput
                && x.isComplete();
    }

    private static boolean isTaken(Draft draft, Flow x, double[] scale, double[] shift) {
        boolean isProduct = draft.stage() == Draft.Stage.LINEAR && draft.isProduct();
        boolean isNormalized = draft.stage() == Draft.Stage.NORMALIZED;
        if (!isProduct && !isNormalized) {
            return false;
        }
        int channels = isProduct
                ? draft.size()
                : draft.normalization() == Normalization.BATCH
                        ? (int) draft.preactivation().channels()
                        : (int) draft.preactivation().size();
        Optional<double[]> scales = Layers.ofChannels(scale, x.columns(), channels);
        Optional<double[]> shifts = Layers.ofChannels(shift, x.columns(), channels);
        if (scales.isEmpty() || shifts.isEmpty()) {
            return false;
        }
        if (isProduct) {
            draft.scale(scales.get(), shifts.get());
        } else {
            draft.scaleNormalized(scales.get(), shifts.get());
        }
        return true;
    }

    /** The same data without factors: in a layer that scales it where it is scaled. */
    Flow settled(Flow x) throws UnsupportedException {
        return x.isScaled() ? made(x) : x;
    }

    /** The same data as all that one layer gives, in the order of its elements or, of pixels, channel by channel. */
    Flow output(Flow x) throws UnsupportedException {
        Merged merged = Merged.of(x);
        boolean isOrdered = merged.isInOrder() || (x.isComplete() && merged.isChannelsFirst(x.shape()));
        if (x.isScaled() || !isOrdered) {
            return made(x);
        }
        if (x.ports().size() > 1) {
            return Flow.of(layers.add(Draft.joined(merged, "")), x.shape(), merged.columns());
        }
        return x.ports().get(0) instanceof DraftInput ? made(x) : x;
    }

    /**
     * The same data as an output of the network: with the channels last where it is pixels.
     *
     * @param areImages whether the file has images with the channels first
     */
    Flow head(Flow x, boolean areImages) throws UnsupportedException {
        Optional<int[]> places = ChannelOrder.places(x, areImages);
        if (places.isEmpty() || Merged.of(x).isChannelsFirst(x.shape())) {
            return output(x);
        }
        boolean isPlaced = x.isComplete() && !x.isScaled() && Arrays.equals(x.columns(), places.get());
        if (isPlaced && x.ports().size() == 1 && x.ports().get(0) instanceof Draft) {
            return x;
        }
        Optional<Draft> open = layers.openBefore(Draft.Stage.POOLED, x).filter(Draft::hasUnits);
        if (open.isPresent()) {
            ChannelOrder.move(open.get(), x.columns(), places.get());
            return Flow.of(open.get(), x.shape(), places.get());
        }
        Optional<Flow> image = image(x);
        return image.isPresent() ? image.get() : Flow.of(layers.picked(x, places.get()), x.shape(), places.get());
    }

    /** The same pixels without factors. */
    Flow settledPixels(Flow x) throws UnsupportedException {
        Flow settled = settled(x);
        if (!Merged.of(settled).isChannelsFirst(settled.shape())) {
            throw new UnsupportedException(
                    "the pixels of " + Shapes.ofData(x.shape())
                            + " that it reads have been scaled or moved, each by numbers of its own",
                    "scale and move whole channels, or do it behind the last kernel and pool");
        }
        return settled;
    }

    /**
     * The same data as what one layer gives, each element in the column where that of another is. Few values that are repeated for many
     * elements stay few: the layer has a row of weights for each value.
     */
    Flow arranged(Flow x, Flow like) throws UnsupportedException {
        Optional<Flow> byPixel = byPixel(x, like.ports().get(0).output(), like.columns());
        return byPixel.isPresent()
                ? byPixel.get()
                : Flow.of(layers.picked(x, like.columns()), x.shape(), like.columns());
    }

    /** Data as all pixels of one layer, where each pixel has values of one pixel; empty where it does not. */
    Optional<Flow> image(Flow x) throws UnsupportedException {
        Optional<Shape> pixels = ChannelOrder.pixels(x.shape());
        return pixels.isPresent() ? byPixel(x, pixels.get(), Flow.channelsFirst(pixels.get())) : Optional.empty();
    }

    private Optional<Flow> byPixel(Flow x, Shape to, int[] places) throws UnsupportedException {
        Optional<Draft> draft = PixelChoice.of(x, to, places);
        return draft.isPresent() ? Optional.of(Flow.of(layers.add(draft.get()), x.shape(), places)) : Optional.empty();
    }

    /** The same data, scaled where it is, as what a layer of its own gives: with the channels last where it is pixels. */
    Flow made(Flow x) throws UnsupportedException {
        Merged merged = Merged.of(x);
        if (merged.isChannelsFirst(x.shape())) {
            Optional<double[]> scales = ofChannels(x, merged, true);
            Optional<double[]> shifts = ofChannels(x, merged, false);
            if (scales.isPresent() && shifts.isPresent()) {
                return ofPixels(merged, scales.get(), shifts.get());
            }
            return Flow.of(layers.picked(x, merged.columns()), x.shape(), merged.columns());
        }
        Optional<Flow> image = image(x);
        return image.isPresent() ? image.get() : selected(x);
    }

    /** A dense layer that gives one column for each element. */
    Flow selected(Flow x) throws UnsupportedException {
        return Flow.inOrder(layers.picked(x, IntStream.range(0, x.size()).toArray()), x.shape());
    }

    private static Optional<double[]> ofChannels(Flow x, Merged merged, boolean isScale) {
        double[] ofElements = new double[x.size()];
        for (int i = 0; i < ofElements.length; i++) {
            ofElements[i] = isScale ? x.scale(i) : x.shift(i);
        }
        return Layers.ofChannels(
                ofElements, merged.columns(), (int) merged.shape().channels());
    }

    /** A kernel of one pixel that keeps channels apart. */
    private Flow ofPixels(Merged merged, double[] scale, double[] shift) throws UnsupportedException {
        int channels = scale.length;
        double[] weights = new double[Layers.elements((long) channels * channels)];
        for (int i = 0; i < channels; i++) {
            weights[i * channels + i] = scale[i];
        }
        Shape shape = merged.shape();
        Convolution kernel = new Convolution(1, 1, 1, 1, Padding.VALID);
        Draft draft = Draft.convolution(merged, kernel, channels, weights, shift, "");
        return Flow.of(layers.add(draft), Flow.shapeOf(shape), Flow.channelsFirst(shape));
    }
}
