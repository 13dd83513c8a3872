package dev.netwright.processor.model;

import dev.netwright.annotations.Pooling;

/**
 * What becomes of the activations of a layer that pools them.
 *
 * @param pooling      what a window becomes
 * @param height       rows of a window
 * @param width        pixels of a row of a window
 * @param strideHeight rows from one window to the next
 * @param strideWidth  pixels from one window to the next
 */
public record Pool(Pooling pooling, int height, int width, int strideHeight, int strideWidth) {
    /** What it makes of a sample with pixels: of all pixels one, without an arrangement. */
    public Shape result(Shape a) {
        return pooling.isGlobal()
                ? Shape.flat(a.channels())
                : new Shape(
                        a.dimensions(),
                        Windows.places(a.height(), height, strideHeight),
                        Windows.places(a.width(), width, strideWidth),
                        a.channels());
    }
}
