package dev.netwright.export.parts;

/** One class of those that a network in one file has in it, as {@code Parts} says. */
final class Kernels {
    /** Moves and scales features: (x - mean) / deviation, with a mean that is the sum of two floats. */
    static void scale(float[] x, float[] means, float[] meansLow, float[] factors, float[] scaled) {
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (x[i] - means[i] - meansLow[i]) * factors[i];
        }
    }

    /** Moves and scales features: (x - mean) / deviation. */
    static void scaleInDoubles(float[] x, double[] means, double[] deviations, float[] scaled) {
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) ((x[i] - means[i]) / deviations[i]);
        }
    }

    /**
     * z = x*W + b. Weights are a row of units for each input. Every z starts at its bias, or at 0, and adds the
     * inputs in ascending order, each with one fused multiply-add.
     */
    static void dense(float[] x, int xAt, float[] weights, float[] biases, float[] z) {
        int units = z.length;
        int inputs = weights.length / units;
        start(biases, z, 0, units);
        int w = 0;
        for (int i = 0; i < inputs; i++) {
            float value = x[xAt + i];
            for (int j = 0; j < units; j++) {
                z[j] = Fma.fma(value, weights[w], z[j]);
                w++;
            }
        }
    }

    /** z = x*W + b in two or four parts, each of which adds some of the inputs in ascending order. */
    static void denseInParts(float[] x, int xAt, float[] weights, float[] biases, float[] z, int parts) {
        int units = z.length;
        int inputs = weights.length / units;
        start(biases, z, 0, units);
        for (int j = 0; j < units; j++) {
            z[j] = parts == 2
                    ? RowParts.two(x, xAt, weights, j, units, z[j], inputs)
                    : RowParts.four(x, xAt, weights, j, units, z[j], inputs);
        }
    }

    /** Zeros around an image: its rows of pixels into the middle of a larger one, whose border stays as it is. */
    static void pad(float[] x, int xAt, int height, int rowSize, float[] padded, int paddedAt, int paddedRowSize) {
        for (int y = 0; y < height; y++) {
            System.arraycopy(x, xAt + y * rowSize, padded, paddedAt + y * paddedRowSize, rowSize);
        }
    }

    /**
     * z = patch(x)*W + b for every place of the kernel. Weights are [kernelHeight][kernelWidth][channels][filters].
     * Every z starts at its bias, or at 0, and adds its patch row by row, pixel by pixel and channel by channel, each
     * with one fused multiply-add.
     */
    static void convolve(
            float[] x,
            int xAt,
            int height,
            int width,
            int channels,
            float[] weights,
            float[] biases,
            int filters,
            int kernelHeight,
            int kernelWidth,
            int strideHeight,
            int strideWidth,
            float[] z) {
        int run = kernelWidth * channels;
        int at = 0;
        for (int top = 0; top + kernelHeight <= height; top += strideHeight) {
            for (int left = 0; left + kernelWidth <= width; left += strideWidth) {
                start(biases, z, at, filters);
                int w = 0;
                for (int y = top; y < top + kernelHeight; y++) {
                    int from = xAt + (y * width + left) * channels;
                    for (int i = from; i < from + run; i++) {
                        float value = x[i];
                        for (int filter = 0; filter < filters; filter++) {
                            z[at + filter] = Fma.fma(value, weights[w], z[at + filter]);
                            w++;
                        }
                    }
                }
                at += filters;
            }
        }
    }

    /** Where sums start: at their biases, or without any at 0. */
    private static void start(float[] biases, float[] z, int at, int count) {
        if (biases.length > 0) {
            System.arraycopy(biases, 0, z, at, count);
        } else {
            for (int i = at; i < at + count; i++) {
                z[i] = 0f;
            }
        }
    }

    /** z = W[x]: every x is the number of a row of the table, and the rows lie side by side. */
    static void embed(float[] x, int xAt, float[] table, int width, float[] z) {
        for (int i = 0; i < z.length / width; i++) {
            System.arraycopy(table, (int) x[xAt + i] * width, z, i * width, width);
        }
    }

    /** Puts columns side by side, in every pixel by itself: some of all columns of a pixel of the result. */
    static void copyColumns(float[] x, int xAt, int columns, float[] result, int at, int allColumns, int pixels) {
        for (int pixel = 0; pixel < pixels; pixel++) {
            System.arraycopy(x, xAt + pixel * columns, result, at + pixel * allColumns, columns);
        }
    }

    /** sum = sum + x, element by element. */
    static void add(float[] sum, float[] x, int xAt) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i] + x[xAt + i];
        }
    }

    /** product = product*x, element by element. */
    static void multiply(float[] product, float[] x, int xAt) {
        for (int i = 0; i < product.length; i++) {
            product[i] = product[i] * x[xAt + i];
        }
    }

    /**
     * Layer normalisation: gain*(z - mean) / sqrt(variance + epsilon) + shift, with the mean and the variance of z
     * itself.
     */
    static void normalize(float[] z, float[] gains, float[] shifts, float epsilon) {
        float mean = RowSums.sum(z, 0, z.length) / z.length;
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] - mean;
        }
        float variance = RowSums.dot(z, 0, z, 0, z.length) / z.length;
        float inverseDeviation = 1f / (float) Math.sqrt(variance + epsilon);
        for (int i = 0; i < z.length; i++) {
            z[i] = Fma.fma(gains[i], z[i] * inverseDeviation, shifts[i]);
        }
    }

    /**
     * Batch normalisation: gain*(z - mean) / sqrt(variance + epsilon) + shift, with what training has seen of each
     * column, or of each channel of all pixels.
     */
    static void normalizeColumns(float[] z, float[] means, float[] inverseDeviations, float[] gains, float[] shifts) {
        int columns = gains.length;
        for (int at = 0; at < z.length; at += columns) {
            for (int i = 0; i < columns; i++) {
                z[at + i] = Fma.fma(gains[i], (z[at + i] - means[i]) * inverseDeviations[i], shifts[i]);
            }
        }
    }

    /** a = exp(z) / sum of exp(z), in place; the largest z is subtracted first, which keeps every exponential finite. */
    static void softmax(float[] z) {
        float largest = Softmax.largest(z, 0, z.length);
        double sum = 0.0;
        for (int i = 0; i < z.length; i++) {
            z[i] = FloatMath.expOfDifference(z[i], largest);
            sum += z[i];
        }
        double scale = 1.0 / sum;
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (z[i] * scale);
        }
    }

    /** Of every window the largest value of each channel. Beyond the edges, where padding lets windows reach, is none. */
    static void maximum(
            float[] a,
            int height,
            int width,
            int channels,
            int poolHeight,
            int poolWidth,
            int strideHeight,
            int strideWidth,
            int padTop,
            int padBottom,
            int padLeft,
            int padRight,
            float[] pooled) {
        int to = 0;
        for (int top = -padTop; top + poolHeight <= height + padBottom; top += strideHeight) {
            for (int left = -padLeft; left + poolWidth <= width + padRight; left += strideWidth) {
                int firstRow = Math.max(0, top);
                int firstColumn = Math.max(0, left);
                System.arraycopy(a, (firstRow * width + firstColumn) * channels, pooled, to, channels);
                for (int y = firstRow; y < Math.min(height, top + poolHeight); y++) {
                    for (int x = firstColumn; x < Math.min(width, left + poolWidth); x++) {
                        int from = (y * width + x) * channels;
                        for (int channel = 0; channel < channels; channel++) {
                            pooled[to + channel] = Math.max(pooled[to + channel], a[from + channel]);
                        }
                    }
                }
                to += channels;
            }
        }
    }

    /**
     * Of every window the mean of each channel: its values row by row, from 0, divided by their number. Beyond the edges, where padding
     * lets windows reach, is none.
     */
    static void mean(
            float[] a,
            int height,
            int width,
            int channels,
            int poolHeight,
            int poolWidth,
            int strideHeight,
            int strideWidth,
            int padTop,
            int padBottom,
            int padLeft,
            int padRight,
            float[] pooled) {
        int to = 0;
        for (int top = -padTop; top + poolHeight <= height + padBottom; top += strideHeight) {
            for (int left = -padLeft; left + poolWidth <= width + padRight; left += strideWidth) {
                int firstRow = Math.max(0, top);
                int lastRow = Math.min(height, top + poolHeight);
                int firstColumn = Math.max(0, left);
                int lastColumn = Math.min(width, left + poolWidth);
                float count = (float) (lastRow - firstRow) * (lastColumn - firstColumn);
                for (int channel = 0; channel < channels; channel++) {
                    float sum = 0f;
                    for (int y = firstRow; y < lastRow; y++) {
                        for (int x = firstColumn; x < lastColumn; x++) {
                            sum += a[(y * width + x) * channels + channel];
                        }
                    }
                    pooled[to + channel] = sum / count;
                }
                to += channels;
            }
        }
    }
}
