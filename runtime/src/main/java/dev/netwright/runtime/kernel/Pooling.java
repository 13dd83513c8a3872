package dev.netwright.runtime.kernel;

import java.util.Arrays;

/** The kernels of pooling: every channel of a window by itself. {@link PoolingShape} says how matrices lie in memory. */
public final class Pooling {
    private static final PoolingKernels KERNELS = KernelChoice.KERNELS.pooling();

    private Pooling() {}

    /**
     * The largest value of each window, beyond the edges none; NaN if there is one, and 0 is larger than -0.
     *
     * @param a      {@code rows} samples
     * @param pooled receives {@code rows} results
     */
    public static void maximum(float[] a, float[] pooled, int rows, PoolingShape shape) {
        KERNELS.maximum(a, pooled, rows, shape);
    }

    /**
     * Back through {@link #maximum}: a window's gradient goes to the first value, row by row, that equals its maximum. What several windows
     * hold adds their gradients in ascending order of the windows, from 0; what none holds has 0.
     *
     * @param a       {@code rows} samples
     * @param pooled  their maxima
     * @param dPooled gradients of the maxima
     * @param da      receives {@code rows} gradients of samples
     */
    public static void maximumBackward(
            float[] a, float[] pooled, float[] dPooled, float[] da, int rows, PoolingShape shape) {
        KERNELS.maximumBackward(a, pooled, dPooled, da, rows, shape);
    }

    /**
     * The mean of each window: its values within the sample in ascending order, row by row, from 0, divided by their number.
     *
     * @param a      {@code rows} samples
     * @param pooled receives {@code rows} results
     */
    public static void average(float[] a, float[] pooled, int rows, PoolingShape shape) {
        int channels = shape.channels();
        int to = 0;
        for (int row = 0; row < rows; row++) {
            int sample = row * shape.inputSize();
            for (int y = 0; y < shape.outputHeight(); y++) {
                int top = shape.top(y);
                for (int x = 0; x < shape.outputWidth(); x++) {
                    int left = shape.left(x);
                    Arrays.fill(pooled, to, to + channels, 0f);
                    for (int i = PoolingShape.from(top); i < shape.toRow(top); i++) {
                        for (int j = PoolingShape.from(left); j < shape.toColumn(left); j++) {
                            int from = sample + (i * shape.inputWidth() + j) * channels;
                            for (int channel = 0; channel < channels; channel++) {
                                pooled[to + channel] += a[from + channel];
                            }
                        }
                    }
                    float count = count(shape, top, left);
                    for (int channel = 0; channel < channels; channel++) {
                        pooled[to + channel] /= count;
                    }
                    to += channels;
                }
            }
        }
    }

    /** Pixels of a window within the sample. */
    private static float count(PoolingShape shape, int top, int left) {
        return (float) (shape.toRow(top) - PoolingShape.from(top)) * (shape.toColumn(left) - PoolingShape.from(left));
    }

    /**
     * Back through {@link #average}: every value of a window has the window's gradient divided by their number. What several windows hold adds
     * that in ascending order of the windows, from 0; what none holds has 0.
     *
     * @param dPooled gradients of the means
     * @param da      receives {@code rows} gradients of samples
     */
    public static void averageBackward(float[] dPooled, float[] da, int rows, PoolingShape shape) {
        int channels = shape.channels();
        Arrays.fill(da, 0, rows * shape.inputSize(), 0f);
        int from = 0;
        for (int row = 0; row < rows; row++) {
            int sample = row * shape.inputSize();
            for (int y = 0; y < shape.outputHeight(); y++) {
                int top = shape.top(y);
                for (int x = 0; x < shape.outputWidth(); x++) {
                    int left = shape.left(x);
                    float count = count(shape, top, left);
                    for (int i = PoolingShape.from(top); i < shape.toRow(top); i++) {
                        for (int j = PoolingShape.from(left); j < shape.toColumn(left); j++) {
                            int to = sample + (i * shape.inputWidth() + j) * channels;
                            for (int channel = 0; channel < channels; channel++) {
                                da[to + channel] += dPooled[from + channel] / count;
                            }
                        }
                    }
                    from += channels;
                }
            }
        }
    }
}
