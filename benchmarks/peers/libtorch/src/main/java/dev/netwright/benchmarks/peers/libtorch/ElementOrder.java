package dev.netwright.benchmarks.peers.libtorch;

import dev.netwright.benchmarks.work.Convolution;

/** Where PyTorch has the elements of an array: channels lie first in what it reads and writes, and units before inputs in weights. */
final class ElementOrder {
    /** The index in our order of every element in PyTorch's. */
    private final int[] indexes;

    private ElementOrder(int size) {
        indexes = new int[size];
    }

    /** {@code [pixels][channels]} to {@code [channels][pixels]}, image after image. */
    static ElementOrder ofImages(int rows, int pixels, int channels) {
        ElementOrder order = new ElementOrder(rows * pixels * channels);
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int pixel = 0; pixel < pixels; pixel++) {
                    order.indexes[next++] = (row * pixels + pixel) * channels + channel;
                }
            }
        }
        return order;
    }

    /**
     * {@code [pixels][channels][units]} to {@code [units][channels][pixels]}: the weights of a dense layer that reads an image, or
     * anything else as one pixel.
     */
    static ElementOrder ofWeights(int pixels, int channels, int units) {
        ElementOrder order = new ElementOrder(units * channels * pixels);
        int next = 0;
        for (int unit = 0; unit < units; unit++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int pixel = 0; pixel < pixels; pixel++) {
                    order.indexes[next++] = (pixel * channels + channel) * units + unit;
                }
            }
        }
        return order;
    }

    /** {@code [kernel][kernel][channels][filters]} to {@code [filters][channels][kernel][kernel]}. */
    static ElementOrder ofWeights(Convolution convolution) {
        return ofWeights(convolution.kernel() * convolution.kernel(), convolution.channels(), convolution.filters());
    }

    float[] toTorch(float[] values) {
        float[] ordered = new float[values.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = values[indexes[i]];
        }
        return ordered;
    }

    float[] fromTorch(float[] values) {
        float[] ordered = new float[values.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[indexes[i]] = values[i];
        }
        return ordered;
    }
}
