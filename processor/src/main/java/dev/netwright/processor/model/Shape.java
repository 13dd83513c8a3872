package dev.netwright.processor.model;

import java.util.Locale;

/**
 * How the values of one sample are arranged: in columns alone, or in the pixels of a sequence or an image with the channels last. Sizes may
 * be more than an array holds where nothing has been checked yet.
 *
 * @param dimensions 0 for columns alone, 1 for a sequence, 2 for an image
 * @param height     rows of pixels; 1 where there are fewer than two dimensions
 * @param width      pixels of a row; 1 where there are none
 * @param channels   values of a pixel, or all columns
 */
public record Shape(int dimensions, long height, long width, long channels) {
    /** Stands for what cannot be known. */
    public static final Shape UNKNOWN = flat(0);

    /** Columns alone. */
    public static Shape flat(long columns) {
        return new Shape(0, 1, 1, columns);
    }

    /** So many pixels in a row. */
    public static Shape sequence(long length, long channels) {
        return new Shape(1, 1, length, channels);
    }

    /** Pixels in two dimensions. */
    public static Shape image(long height, long width, long channels) {
        return new Shape(2, height, width, channels);
    }

    /** The same pixels with other channels. */
    public Shape withChannels(long other) {
        return new Shape(dimensions, height, width, other);
    }

    /** Whether there are no pixels. */
    public boolean isFlat() {
        return dimensions == 0;
    }

    /** Whether it is {@link #UNKNOWN}. */
    public boolean isUnknown() {
        return size() == 0;
    }

    /** Whether another has pixels too, and as many in each direction. */
    public boolean hasPixelsOf(Shape other) {
        return !isFlat() && withChannels(1).equals(other.withChannels(1));
    }

    /** Whether element by element another can be added: the same shape, or as many columns alone. */
    public boolean matches(Shape other) {
        return equals(other) || ((isFlat() || other.isFlat()) && size() == other.size());
    }

    /** Values of a sample; more than any array holds where that would not fit 64 bits. */
    public long size() {
        try {
            return Math.multiplyExact(pixels(), channels);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Pixels of a sample; 1 where there are none. Sides are ints, whose product fits. */
    public long pixels() {
        return height * width;
    }

    /** {@code 784 columns} or {@code 28x28x1 values}. */
    public String description() {
        return isFlat() ? String.format(Locale.ROOT, "%,d columns", channels) : this + " values";
    }

    /** {@code 784}, {@code 100x3} or {@code 28x28x1}. */
    @Override
    public String toString() {
        return switch (dimensions) {
            case 0 -> Long.toString(channels);
            case 1 -> width + "x" + channels;
            default -> height + "x" + width + "x" + channels;
        };
    }
}
