package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * How convolutions look at samples: one column of places of the kernel after the other. What the kernel covers on its way down such a
 * column, {@code paddedHeight} runs of {@code kernelWidth x channels} values, is copied together. In that copy every patch lies
 * together, and patches of neighbouring rows overlap: they begin {@code patchStep} apart. So the patches of a column are a
 * matrix of {@code outputHeight x patchSize} already, for {@code kernelWidth} times the values of the sample instead of
 * {@code kernelHeight x kernelWidth} times.
 *
 * <p>A sample of one row is taken as one column, which lies in memory the same way.
 *
 * <p>One thread's: it holds the sizes of the current convolution, and scratch.
 */
final class ConvolutionColumns {
    /** Tiles may read so far behind the last patch. */
    private static final int BEHIND = 32;

    private int inputHeight;
    private int padTop;
    private int padLeft;
    private int strideWidth;
    private int channels;

    int filters;
    int outputHeight;
    int outputWidth;
    int patchSize;
    int inputSize;
    int outputSize;

    /** Values of a row of a sample. */
    int rowSize;

    /** Values of a row of a patch. */
    int runSize;

    /** From one patch of a column to the next. */
    int patchStep;

    /** Runs of a column that patches reach. */
    private int runs;

    private float[] columns = {};
    private float[] patches = {};
    private float[] weights = {};
    private float[] sums = {};

    void set(ConvolutionShape shape) {
        boolean isRow = shape.inputHeight() == 1 && shape.kernelHeight() == 1;
        inputHeight = isRow ? shape.inputWidth() : shape.inputHeight();
        channels = shape.channels();
        filters = shape.filters();
        padTop = isRow ? shape.padLeft() : shape.padTop();
        padLeft = isRow ? 0 : shape.padLeft();
        strideWidth = isRow ? 1 : shape.strideWidth();
        outputHeight = isRow ? shape.outputWidth() : shape.outputHeight();
        outputWidth = isRow ? 1 : shape.outputWidth();
        patchSize = shape.patchSize();
        inputSize = shape.inputSize();
        outputSize = shape.outputSize();
        rowSize = isRow ? channels : shape.inputWidth() * channels;
        runSize = isRow ? channels : shape.kernelWidth() * channels;
        int strideHeight = isRow ? shape.strideWidth() : shape.strideHeight();
        patchStep = strideHeight * runSize;
        runs = (outputHeight - 1) * strideHeight + patchSize / runSize;
    }

    /** Values of the copy of a column. */
    int columnSize() {
        return runs * runSize;
    }

    /** Room for the copies of so many columns, with anything in it. */
    float[] columns(int count) {
        columns = ofAtLeast(columns, count * columnSize() + BEHIND);
        return columns;
    }

    /** With anything in it. */
    float[] patches(int length) {
        patches = ofAtLeast(patches, length);
        return patches;
    }

    /** With anything in it. */
    float[] weights(int length) {
        weights = ofAtLeast(weights, length);
        return weights;
    }

    /** With anything in it. */
    float[] sums(int length) {
        sums = ofAtLeast(sums, length);
        return sums;
    }

    private static float[] ofAtLeast(float[] array, int length) {
        return array.length < length ? new float[length] : array;
    }

    /** Where the column's runs begin in a row of a sample, which may be before it. */
    int left(int column) {
        return (column * strideWidth - padLeft) * channels;
    }

    /** The first of the column's runs that lies in a row of the sample. */
    int firstRun() {
        return Math.min(runs, padTop);
    }

    /** One past the last of them. */
    int endOfRuns() {
        return Math.min(runs, padTop + inputHeight);
    }

    /** From a run to the value of the sample's row in which it begins: what to add to {@code run·rowSize}. */
    int sampleOffset() {
        return -padTop * rowSize;
    }

    /** Whether all of a column's runs lie within the rows of the sample, so that none has padding at its ends. */
    boolean isInside(int left) {
        return left >= 0 && left + runSize <= rowSize;
    }

    /** Copies a column of the sample that begins at {@code sampleAt}, with zeros for what is padding. */
    void copy(float[] x, int sampleAt, int column, float[] to, int at) {
        int left = left(column);
        int first = firstRun();
        int end = endOfRuns();
        clearPadding(to, at);
        int skipped = Math.max(0, -left);
        int count = Math.min(runSize, rowSize - left) - skipped;
        for (int run = first; run < end; run++) {
            int from = sampleAt + sampleOffset() + run * rowSize + left;
            int target = at + run * runSize;
            if (count < runSize) {
                Arrays.fill(to, target, target + runSize, 0f);
            }
            System.arraycopy(x, from + skipped, to, target + skipped, count);
        }
    }

    /** Zeros for the runs above and below the sample. */
    void clearPadding(float[] to, int at) {
        Arrays.fill(to, at, at + firstRun() * runSize, 0f);
        Arrays.fill(to, at + endOfRuns() * runSize, at + columnSize(), 0f);
    }

    /** Adds what {@link #copy} would overwrite to where it copies from; padding is lost. */
    void add(float[] from, float[] dx, int sampleAt, int column) {
        int left = left(column);
        int end = endOfRuns();
        int skipped = Math.max(0, -left);
        int inRun = Math.min(runSize, rowSize - left);
        for (int run = firstRun(); run < end; run++) {
            int to = sampleAt + sampleOffset() + run * rowSize + left;
            int at = run * runSize;
            for (int i = skipped; i < inRun; i++) {
                dx[to + i] += from[at + i];
            }
        }
    }

    /** Whether the patches of the samples are the samples themselves: a kernel as large as the sample. */
    static boolean isWhole(ConvolutionShape shape) {
        return shape.outputPixels() == 1
                && shape.kernelHeight() == shape.inputHeight()
                && shape.kernelWidth() == shape.inputWidth()
                && shape.padTop() == 0
                && shape.padLeft() == 0;
    }

    /** Whether patches are pixels, each of one place of the kernel. */
    static boolean isPixel(ConvolutionShape shape) {
        return shape.kernelHeight() == 1
                && shape.kernelWidth() == 1
                && shape.strideHeight() == 1
                && shape.strideWidth() == 1;
    }
}
