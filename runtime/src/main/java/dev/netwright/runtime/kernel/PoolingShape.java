package dev.netwright.runtime.kernel;

/**
 * The sizes of a pooling. A sample is {@code inputHeight x inputWidth x channels}, row-major with the channels last, and so is its
 * result. There is no padding; windows that would reach over the edge are left out. Global pooling has a window as large as
 * the sample.
 *
 * @param inputHeight  rows of pixels of a sample
 * @param inputWidth   pixels of a row
 * @param channels     values of a pixel, each pooled by itself
 * @param poolHeight   rows of a window
 * @param poolWidth    pixels of a row of a window
 * @param strideHeight rows from one window to the next
 * @param strideWidth  pixels from one window to the next
 */
public record PoolingShape(
        int inputHeight,
        int inputWidth,
        int channels,
        int poolHeight,
        int poolWidth,
        int strideHeight,
        int strideWidth) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a size or stride is not positive, if the window is larger than the sample, or if a sample has
     *                                  more elements than an array
     */
    public PoolingShape {
        ShapeChecks.positive("input height", inputHeight);
        ShapeChecks.positive("input width", inputWidth);
        ShapeChecks.positive("number of channels", channels);
        ShapeChecks.positive("height of the window", poolHeight);
        ShapeChecks.positive("width of the window", poolWidth);
        ShapeChecks.positive("vertical stride", strideHeight);
        ShapeChecks.positive("horizontal stride", strideWidth);
        ShapeChecks.window("window", "high", poolHeight, inputHeight);
        ShapeChecks.window("window", "wide", poolWidth, inputWidth);
        ShapeChecks.elements("A sample", inputHeight, inputWidth, channels);
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
        return (int) ShapeChecks.places(inputHeight, poolHeight, strideHeight);
    }

    /** Windows from left to right. */
    public int outputWidth() {
        return (int) ShapeChecks.places(inputWidth, poolWidth, strideWidth);
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
