package dev.netwright.runtime.kernel;

import java.util.Arrays;

/** The operations behind {@link Pooling}, in plain Java. */
interface PoolingKernels {
    /** The largest value of each window. */
    default void maximum(float[] a, float[] pooled, int rows, PoolingShape shape) {
        int channels = shape.channels();
        int to = 0;
        for (int row = 0; row < rows; row++) {
            int sample = row * shape.inputSize();
            for (int y = 0; y < shape.outputHeight(); y++) {
                int top = shape.top(y);
                for (int x = 0; x < shape.outputWidth(); x++) {
                    int left = shape.left(x);
                    int first =
                            sample + (PoolingShape.from(top) * shape.inputWidth() + PoolingShape.from(left)) * channels;
                    System.arraycopy(a, first, pooled, to, channels);
                    for (int i = PoolingShape.from(top); i < shape.toRow(top); i++) {
                        for (int j = PoolingShape.from(left); j < shape.toColumn(left); j++) {
                            int from = sample + (i * shape.inputWidth() + j) * channels;
                            for (int channel = 0; channel < channels; channel++) {
                                pooled[to + channel] = Math.max(pooled[to + channel], a[from + channel]);
                            }
                        }
                    }
                    to += channels;
                }
            }
        }
    }

    /** Back through {@link #maximum}. */
    default void maximumBackward(float[] a, float[] pooled, float[] dPooled, float[] da, int rows, PoolingShape shape) {
        int channels = shape.channels();
        Arrays.fill(da, 0, rows * shape.inputSize(), 0f);
        int from = 0;
        for (int row = 0; row < rows; row++) {
            int sample = row * shape.inputSize();
            for (int y = 0; y < shape.outputHeight(); y++) {
                int top = shape.top(y);
                for (int x = 0; x < shape.outputWidth(); x++) {
                    int left = shape.left(x);
                    for (int channel = 0; channel < channels; channel++) {
                        addToFirst(
                                a,
                                pooled[from + channel],
                                dPooled[from + channel],
                                da,
                                sample + channel,
                                top,
                                left,
                                shape);
                    }
                    from += channels;
                }
            }
        }
    }

    private static void addToFirst(
            float[] a,
            float maximum,
            float gradient,
            float[] da,
            int channelOfSample,
            int top,
            int left,
            PoolingShape shape) {
        for (int i = PoolingShape.from(top); i < shape.toRow(top); i++) {
            for (int j = PoolingShape.from(left); j < shape.toColumn(left); j++) {
                int at = channelOfSample + (i * shape.inputWidth() + j) * shape.channels();
                if (a[at] == maximum) {
                    da[at] += gradient;
                    return;
                }
            }
        }
    }
}
