package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Patches of samples as rows of a matrix, {@code pixels x patchSize}, and back. Pixels of results are counted through all samples:
 * sample by sample, and row by row.
 */
final class Patches {
    private Patches() {}

    /** Whether the matrix of all patches lies in memory as the samples do: a kernel of one pixel, or as large as the sample. */
    static boolean areSamples(ConvolutionShape shape) {
        boolean isPixel = shape.kernelHeight() == 1
                && shape.kernelWidth() == 1
                && shape.strideHeight() == 1
                && shape.strideWidth() == 1;
        // As many values as the sample has, in one patch: then there is no padding either.
        boolean isSample = shape.outputPixels() == 1
                && shape.kernelHeight() == shape.inputHeight()
                && shape.kernelWidth() == shape.inputWidth()
                && shape.padTop() == 0
                && shape.padLeft() == 0;
        return isPixel || isSample;
    }

    /** Copies the patches of {@code pixels} pixels from {@code firstPixel} on together. */
    static void copy(float[] x, int xOffset, ConvolutionShape shape, int firstPixel, int pixels, float[] patches) {
        int outputWidth = shape.outputWidth();
        int outputHeight = shape.outputHeight();
        int kernelHeight = shape.kernelHeight();
        int inputHeight = shape.inputHeight();
        int rowSize = shape.inputWidth() * shape.channels();
        int runSize = shape.kernelWidth() * shape.channels();
        int column = firstPixel % outputWidth;
        int row = firstPixel / outputWidth % outputHeight;
        int sampleAt = xOffset + firstPixel / outputWidth / outputHeight * shape.inputSize();
        int to = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            int left = (column * shape.strideWidth() - shape.padLeft()) * shape.channels();
            int skipped = Math.max(0, -left);
            int end = Math.min(runSize, rowSize - left);
            int top = row * shape.strideHeight() - shape.padTop();
            for (int y = top; y < top + kernelHeight; y++) {
                if (y < 0 || y >= inputHeight) {
                    Arrays.fill(patches, to, to + runSize, 0f);
                } else {
                    int from = sampleAt + y * rowSize + left;
                    for (int i = 0; i < skipped; i++) {
                        patches[to + i] = 0f;
                    }
                    for (int i = skipped; i < end; i++) {
                        patches[to + i] = x[from + i];
                    }
                    for (int i = end; i < runSize; i++) {
                        patches[to + i] = 0f;
                    }
                }
                to += runSize;
            }
            column++;
            if (column == outputWidth) {
                column = 0;
                row++;
                if (row == outputHeight) {
                    row = 0;
                    sampleAt += shape.inputSize();
                }
            }
        }
    }

    /** Adds patches to where {@link #copy} copied them from, at {@code x}'s begin; what fell on the padding is lost. */
    static void add(float[] patches, ConvolutionShape shape, int firstPixel, int pixels, float[] x) {
        int outputWidth = shape.outputWidth();
        int outputHeight = shape.outputHeight();
        int kernelHeight = shape.kernelHeight();
        int inputHeight = shape.inputHeight();
        int rowSize = shape.inputWidth() * shape.channels();
        int runSize = shape.kernelWidth() * shape.channels();
        int column = firstPixel % outputWidth;
        int row = firstPixel / outputWidth % outputHeight;
        int sampleAt = firstPixel / outputWidth / outputHeight * shape.inputSize();
        int from = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            int left = (column * shape.strideWidth() - shape.padLeft()) * shape.channels();
            int skipped = Math.max(0, -left);
            int end = Math.min(runSize, rowSize - left);
            int top = row * shape.strideHeight() - shape.padTop();
            for (int y = top; y < top + kernelHeight; y++) {
                if (y >= 0 && y < inputHeight) {
                    int to = sampleAt + y * rowSize + left;
                    for (int i = skipped; i < end; i++) {
                        x[to + i] += patches[from + i];
                    }
                }
                from += runSize;
            }
            column++;
            if (column == outputWidth) {
                column = 0;
                row++;
                if (row == outputHeight) {
                    row = 0;
                    sampleAt += shape.inputSize();
                }
            }
        }
    }
}
