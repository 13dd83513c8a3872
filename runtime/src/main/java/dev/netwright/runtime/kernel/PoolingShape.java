package dev.netwright.runtime.kernel;

/**
 * The sizes of a pooling. A sample is {@code inputHeight x inputWidth x channels}, row-major with the channels last, and so is its
 * result. Windows may reach over the edges as far as the padding says, where they have fewer pixels; those that would reach farther are left out. Global pooling has a
 * window as large as the sample.
 *
 * @param inputHeight  rows of pixels of a sample
 * @param inputWidth   pixels of a row
 * @param channels     values of a pixel, each pooled by itself
 * @param poolHeight   rows of a window
 * @param poolWidth    pixels of a row of a window
 * @param strideHeight rows from one window to the next
 * @param strideWidth  pixels from one window to the next
 * @param padTop       rows that the first windows may reach above the sample, fewer than a window has, and so on
 * @param padBottom    rows below it
 * @param padLeft      pixels to its left
 * @param padRight     pixels to its right
 */
public record PoolingShape(
        int inputHeight,
        int inputWidth,
        int channels,
        int poolHeight,
        int poolWidth,
        int strideHeight,
        int strideWidth,
        int padTop,
        int padBottom,
        int padLeft,
        int padRight) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a size or stride is not positive, if a padding is negative or as large as the window, if the window is
     *                                  larger than the padded sample, or if a sample has more elements than an array
     */
    public PoolingShape {
        ShapeChecks.positive("input height", inputHeight);
        ShapeChecks.positive("input width", inputWidth);
        ShapeChecks.positive("number of channels", channels);
        ShapeChecks.positive("height of the window", poolHeight);
        ShapeChecks.positive("width of the window", poolWidth);
        ShapeChecks.positive("vertical stride", strideHeight);
        ShapeChecks.positive("horizontal stride", strideWidth);
        ShapeChecks.padding("padding above", padTop, poolHeight);
        ShapeChecks.padding("padding below", padBottom, poolHeight);
        ShapeChecks.padding("padding to the left", padLeft, poolWidth);
        ShapeChecks.padding("padding to the right", padRight, poolWidth);
        ShapeChecks.window("window", "high", poolHeight, (long) padTop + inputHeight + padBottom);
        ShapeChecks.window("window", "wide", poolWidth, (long) padLeft + inputWidth + padRight);
        ShapeChecks.elements("A sample", inputHeight, inputWidth, channels);
    }

    /**
     * Without padding.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public PoolingShape(
            int inputHeight,
            int inputWidth,
            int channels,
            int poolHeight,
            int poolWidth,
            int strideHeight,
            int strideWidth) {
        this(inputHeight, inputWidth, channels, poolHeight, poolWidth, strideHeight, strideWidth, 0, 0, 0, 0);
    }

    /**
     * One window as large as the sample.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static PoolingShape global(int inputHeight, int inputWidth, int channels) {
        return new PoolingShape(inputHeight, inputWidth, channels, inputHeight, inputWidth, inputHeight, inputWidth);
    }

    /** Windows from top to bottom. */
    public int outputHeight() {
        return (int) ShapeChecks.places((long) padTop + inputHeight + padBottom, poolHeight, strideHeight);
    }

    /** Windows from left to right. */
    public int outputWidth() {
        return (int) ShapeChecks.places((long) padLeft + inputWidth + padRight, poolWidth, strideWidth);
    }

    /** Whether windows may reach over any edge. */
    public boolean isPadded() {
        return padTop + padBottom + padLeft + padRight > 0;
    }

    /** Whether one window is the whole sample. */
    public boolean isGlobal() {
        return poolHeight == inputHeight && poolWidth == inputWidth && !isPadded();
    }

    /** The row of pixels where a window starts; negative above the sample. */
    int top(int window) {
        return window * strideHeight - padTop;
    }

    /** The pixel of a row where a window starts; negative to the left of the sample. */
    int left(int window) {
        return window * strideWidth - padLeft;
    }

    /** The first row within the sample of a window that starts at {@code top}. */
    static int from(int top) {
        return Math.max(0, top);
    }

    /** Behind its last row within the sample. */
    int toRow(int top) {
        return Math.min(inputHeight, top + poolHeight);
    }

    /** Behind its last pixel of a row within the sample. */
    int toColumn(int left) {
        return Math.min(inputWidth, left + poolWidth);
    }

    /** Values of a sample. */
    public int inputSize() {
        return inputHeight * inputWidth * channels;
    }

    /** Values of the result of a sample. */
    public int outputSize() {
        return outputHeight() * outputWidth() * channels;
    }
}
