package dev.netwright.processor.onnx;

import dev.netwright.annotations.Padding;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Shape;
import java.util.Optional;

/**
 * Data each of whose pixels has values of few pixels, at the same places for all: of the same one, as where a map is repeated for all channels
 * or some channels are chosen, or of those that are in equal steps from one another, as where an image is cropped. A kernel gives it that
 * takes one value for each channel.
 */
final class PixelChoice {
    private static final int NONE = -1;

    private final Flow x;
    private final Shape from;
    private final int[] columns;
    private final Shape to;
    private final int[] elements;
    private final int channels;

    private PixelChoice(Flow x, Merged merged, Shape to, int[] places) {
        this.x = x;
        from = merged.shape();
        columns = merged.columns();
        this.to = to;
        channels = (int) to.channels();
        elements = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            elements[places[i]] = i;
        }
    }

    /**
     * A layer that gives such data.
     *
     * @param to     how its pixels are arranged
     * @param places the column of each element
     * @return empty where it is no such data
     */
    static Optional<Draft> of(Flow x, Shape to, int[] places) throws UnsupportedException {
        Merged merged = Merged.of(x);
        boolean havePixels = !merged.shape().isFlat() && merged.shape().dimensions() == to.dimensions();
        return havePixels ? new PixelChoice(x, merged, to, places).draft(merged) : Optional.empty();
    }

    private Optional<Draft> draft(Merged merged) throws UnsupportedException {
        int height = (int) to.height();
        int width = (int) to.width();
        int stepDown = step(height, width);
        int stepAcross = step(width, 1);
        int[] sources = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            sources[channel] = x.scale(elements[channel]) == 0 ? NONE : columns[elements[channel]];
        }
        if (stepDown < 1 || stepAcross < 1 || !isRegular(sources, stepDown, stepAcross)) {
            return Optional.empty();
        }
        int lowest = 0;
        int last = 0;
        for (int source : sources) {
            lowest = source == NONE ? lowest : Math.max(lowest, row(source));
            last = source == NONE ? last : Math.max(last, column(source));
        }
        int kernelHeight = Math.max(lowest + 1, (int) from.height() - height * stepDown + 1);
        int kernelWidth = Math.max(last + 1, (int) from.width() - width * stepAcross + 1);
        int own = (int) from.channels();
        double[] weights = new double[Layers.elements((long) kernelHeight * kernelWidth * own * channels)];
        double[] biases = new double[x.isMoved() ? channels : 0];
        for (int channel = 0; channel < channels; channel++) {
            int source = sources[channel];
            if (source != NONE) {
                int at = (row(source) * kernelWidth + column(source)) * own + source % own;
                weights[at * channels + channel] = x.scale(elements[channel]);
            }
            if (x.isMoved()) {
                biases[channel] = x.shift(elements[channel]);
            }
        }
        Convolution kernel = new Convolution(kernelHeight, kernelWidth, stepDown, stepAcross, Padding.VALID);
        return Optional.of(Draft.convolution(merged, kernel, channels, weights, biases, ""));
    }

    /** How far apart the sources of two pixels are that are neighbours; of which there are so many in a line, each so many pixels behind the other. */
    private int step(int count, int distance) {
        for (int channel = 0; channel < channels && count > 1; channel++) {
            if (x.scale(elements[channel]) != 0) {
                int source = columns[elements[channel]];
                int next = columns[elements[distance * channels + channel]];
                return distance == 1 ? column(next) - column(source) : row(next) - row(source);
            }
        }
        return 1;
    }

    /** Whether every pixel has the values that are as far from those of the first as it is itself, in steps. */
    private boolean isRegular(int[] sources, int stepDown, int stepAcross) {
        int own = (int) from.channels();
        int width = (int) to.width();
        for (int place = 0; place < elements.length; place++) {
            int channel = place % channels;
            int pixel = place / channels;
            int element = elements[place];
            int first = elements[channel];
            if (x.scale(element) != x.scale(first) || x.shift(element) != x.shift(first)) {
                return false;
            }
            int source = columns[element];
            // Of what is multiplied with 0 nothing is known.
            boolean fits = sources[channel] == NONE
                    || (source % own == sources[channel] % own
                            && row(source) == row(sources[channel]) + stepDown * (pixel / width)
                            && column(source) == column(sources[channel]) + stepAcross * (pixel % width));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private int row(int source) {
        return source / (int) from.channels() / (int) from.width();
    }

    private int column(int source) {
        return source / (int) from.channels() % (int) from.width();
    }
}
