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
 * @param pads         how far windows reach over the edges, less than a window
 */
public record Pool(Pooling pooling, int height, int width, int strideHeight, int strideWidth, Pads pads) {
    /** Windows within the sample. */
    public Pool(Pooling pooling, int height, int width, int strideHeight, int strideWidth) {
        this(pooling, height, width, strideHeight, strideWidth, Pads.NONE);
    }

    /** What it makes of a sample with pixels: of all pixels one, without an arrangement. */
    public Shape result(Shape a) {
        return pooling.isGlobal()
                ? Shape.flat(a.channels())
                : new Shape(
                        a.dimensions(),
                        Windows.places(pads.top() + a.height() + pads.bottom(), height, strideHeight),
                        Windows.places(pads.left() + a.width() + pads.right(), width, strideWidth),
                        a.channels());
    }
}
