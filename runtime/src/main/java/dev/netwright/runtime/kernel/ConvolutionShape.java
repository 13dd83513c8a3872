package dev.netwright.runtime.kernel;

/**
 * The sizes of a convolution. A sample is {@code inputHeight x inputWidth x channels} and its result
 * {@code outputHeight x outputWidth x filters}, both row-major with the channels or filters last. Weights are
 * {@code [kernelHeight][kernelWidth][channels][filters]}: a matrix of {@code patchSize x filters}, where a patch is what the
 * kernel covers at one place. A convolution in one dimension has a height of 1.
 *
 * @param inputHeight  rows of pixels of a sample
 * @param inputWidth   pixels of a row
 * @param channels     values of a pixel
 * @param filters      values of a pixel of the result
 * @param kernelHeight rows of pixels that the kernel covers
 * @param kernelWidth  pixels of a row that the kernel covers
 * @param strideHeight rows from one place of the kernel to the next
 * @param strideWidth  pixels from one place of the kernel to the next
 * @param padTop       rows of zeros above the sample
 * @param padBottom    rows of zeros below the sample
 * @param padLeft      zeros to the left of every row
 * @param padRight     zeros to the right of every row
 */
public record ConvolutionShape(
        int inputHeight,
        int inputWidth,
        int channels,
        int filters,
        int kernelHeight,
        int kernelWidth,
        int strideHeight,
        int strideWidth,
        int padTop,
        int padBottom,
        int padLeft,
        int padRight) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a size or stride is not positive, if padding is negative or a kernel would see nothing but
     *                                  padding, if the kernel is larger than the padded sample, or if a sample, its result or the weights have more
     *                                  elements than an array
     */
    public ConvolutionShape {
        ShapeChecks.positive("input height", inputHeight);
        ShapeChecks.positive("input width", inputWidth);
        ShapeChecks.positive("number of channels", channels);
        ShapeChecks.positive("number of filters", filters);
        ShapeChecks.positive("kernel height", kernelHeight);
        ShapeChecks.positive("kernel width", kernelWidth);
        ShapeChecks.positive("vertical stride", strideHeight);
        ShapeChecks.positive("horizontal stride", strideWidth);
        checkPadding("above", padTop, "high", kernelHeight);
        checkPadding("below", padBottom, "high", kernelHeight);
        checkPadding("to the left", padLeft, "wide", kernelWidth);
        checkPadding("to the right", padRight, "wide", kernelWidth);
        ShapeChecks.window("kernel", "high", kernelHeight, (long) inputHeight + padTop + padBottom);
        ShapeChecks.window("kernel", "wide", kernelWidth, (long) inputWidth + padLeft + padRight);
        ShapeChecks.elements("A sample", inputHeight, inputWidth, channels);
        ShapeChecks.elements(
                "The result of a sample",
                ShapeChecks.places((long) inputHeight + padTop + padBottom, kernelHeight, strideHeight),
                ShapeChecks.places((long) inputWidth + padLeft + padRight, kernelWidth, strideWidth),
                filters);
        ShapeChecks.elements(
                "The weights", ShapeChecks.elements("A patch", kernelHeight, kernelWidth, channels), filters, 1);
    }

    private static void checkPadding(String side, int padding, String direction, int kernel) {
        if (padding < 0 || padding >= kernel) {
            throw new IllegalArgumentException("Padding of " + padding + " " + side
                    + " does not fit a kernel that is " + kernel + " " + direction
                    + ": it must be from 0 to " + (kernel - 1) + ".");
        }
    }

    /**
     * Without padding: the kernel goes wherever it lies within the sample, and what no place covers is left out.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static ConvolutionShape valid(
            int inputHeight,
            int inputWidth,
            int channels,
            int filters,
            int kernelHeight,
            int kernelWidth,
            int strideHeight,
            int strideWidth) {
        return new ConvolutionShape(
                inputHeight,
                inputWidth,
                channels,
                filters,
                kernelHeight,
                kernelWidth,
                strideHeight,
                strideWidth,
                0,
                0,
                0,
                0);
    }

    /**
     * With as much padding as gives a result of {@code ceil(input / stride)}: half of it on each side, and what can not be halved
     * below and to the right (as {@code SAME} in TensorFlow and {@code SAME_UPPER} in ONNX).
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static ConvolutionShape same(
            int inputHeight,
            int inputWidth,
            int channels,
            int filters,
            int kernelHeight,
            int kernelWidth,
            int strideHeight,
            int strideWidth) {
        int vertical = padding("height", inputHeight, kernelHeight, strideHeight);
        int horizontal = padding("width", inputWidth, kernelWidth, strideWidth);
        return new ConvolutionShape(
                inputHeight,
                inputWidth,
                channels,
                filters,
                kernelHeight,
                kernelWidth,
                strideHeight,
                strideWidth,
                vertical / 2,
                vertical - vertical / 2,
                horizontal / 2,
                horizontal - horizontal / 2);
    }

    private static int padding(String direction, int input, int kernel, int stride) {
        ShapeChecks.positive("input " + direction, input);
        ShapeChecks.positive("kernel " + direction, kernel);
        ShapeChecks.positive("stride", stride);
        int lastPlace = (input - 1) / stride * stride;
        return (int) Math.max(0, (long) lastPlace + kernel - input);
    }

    /** Places of the kernel from top to bottom. */
    public int outputHeight() {
        return (int) ShapeChecks.places((long) inputHeight + padTop + padBottom, kernelHeight, strideHeight);
    }

    /** Places of the kernel from left to right. */
    public int outputWidth() {
        return (int) ShapeChecks.places((long) inputWidth + padLeft + padRight, kernelWidth, strideWidth);
    }

    /** Values of a sample. */
    public int inputSize() {
        return inputHeight * inputWidth * channels;
    }

    /** Values of the result of a sample. */
    public int outputSize() {
        return outputPixels() * filters;
    }

    /** Places of the kernel. */
    public int outputPixels() {
        return outputHeight() * outputWidth();
    }

    /** Values that the kernel covers at one place. */
    public int patchSize() {
        return kernelHeight * kernelWidth * channels;
    }

    /** Weights without the biases, of which there is one for each filter. */
    public int weightCount() {
        return patchSize() * filters;
    }
}
