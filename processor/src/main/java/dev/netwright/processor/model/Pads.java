package dev.netwright.processor.model;

/**
 * How far windows may reach over the edges of a sample.
 *
 * @param top    rows above it
 * @param bottom rows below it
 * @param left   pixels to its left
 * @param right  pixels to its right
 */
public record Pads(int top, int bottom, int left, int right) {
    /** Windows lie within the sample. */
    public static final Pads NONE = new Pads(0, 0, 0, 0);

    /** So many that there are {@code ceil(pixels / stride)} windows in each direction, with the odd one below and to the right. */
    public static Pads same(Shape a, int height, int width, int strideHeight, int strideWidth) {
        int vertical = same(a.height(), height, strideHeight);
        int horizontal = same(a.width(), width, strideWidth);
        return new Pads(vertical / 2, vertical - vertical / 2, horizontal / 2, horizontal - horizontal / 2);
    }

    private static int same(long pixels, int window, int stride) {
        return (int) Math.max(0, (pixels - 1) / stride * stride + window - pixels);
    }
}
