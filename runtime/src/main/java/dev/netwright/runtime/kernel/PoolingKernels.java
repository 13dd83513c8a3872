package dev.netwright.runtime.kernel;

import java.util.Arrays;

/** The operations behind {@link Pooling}, in plain Java. */
interface PoolingKernels {
    /** The largest value of each window. */
    default void maximum(float[] a, float[] pooled, int rows, PoolingShape shape) {
        int channels = shape.channels();
        int rowSize = shape.inputWidth() * channels;
        int to = 0;
        for (int row = 0; row < rows; row++) {
            for (int y = 0; y < shape.outputHeight(); y++) {
                for (int x = 0; x < shape.outputWidth(); x++) {
                    int window = row * shape.inputSize()
                            + y * shape.strideHeight() * rowSize
                            + x * shape.strideWidth() * channels;
                    System.arraycopy(a, window, pooled, to, channels);
                    for (int i = 0; i < shape.poolHeight(); i++) {
                        for (int j = 0; j < shape.poolWidth(); j++) {
                            int from = window + i * rowSize + j * channels;
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
        int rowSize = shape.inputWidth() * channels;
        Arrays.fill(da, 0, rows * shape.inputSize(), 0f);
        int from = 0;
        for (int row = 0; row < rows; row++) {
            for (int y = 0; y < shape.outputHeight(); y++) {
                for (int x = 0; x < shape.outputWidth(); x++) {
                    int window = row * shape.inputSize()
                            + y * shape.strideHeight() * rowSize
                            + x * shape.strideWidth() * channels;
                    for (int channel = 0; channel < channels; channel++) {
                        addToFirst(a, pooled[from + channel], dPooled[from + channel], da, window + channel, shape);
                    }
                    from += channels;
                }
            }
        }
    }

    private static void addToFirst(
            float[] a, float maximum, float gradient, float[] da, int window, PoolingShape shape) {
        int rowSize = shape.inputWidth() * shape.channels();
        for (int i = 0; i < shape.poolHeight(); i++) {
            for (int j = 0; j < shape.poolWidth(); j++) {
                int at = window + i * rowSize + j * shape.channels();
                if (a[at] == maximum) {
                    da[at] += gradient;
                    return;
                }
            }
        }
    }
}
