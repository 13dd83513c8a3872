package dev.netwright.processor.model;

import dev.netwright.annotations.Padding;

/**
 * The kernel of a convolution and where it goes.
 *
 * @param height       rows of pixels that it covers
 * @param width        pixels of a row that it covers
 * @param strideHeight rows from one place to the next
 * @param strideWidth  pixels from one place to the next
 * @param padding      what it sees beyond the edges
 */
public record Convolution(int height, int width, int strideHeight, int strideWidth, Padding padding) {
    /** What it makes of a sample with pixels; empty sides where it is larger than the sample. */
    public Shape result(Shape x, long filters) {
        return new Shape(
                x.dimensions(),
                places(x.height(), height, strideHeight),
                places(x.width(), width, strideWidth),
                filters);
    }

    private long places(long pixels, long kernel, long stride) {
        if (padding == Padding.SAME) {
            // Weights of a larger kernel would never meet a pixel.
            return kernel > 2 * pixels - 1 ? 0 : (pixels + stride - 1) / stride;
        }
        return Windows.places(pixels, kernel, stride);
    }
}
