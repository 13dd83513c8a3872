package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;

/**
 * One convolution with random values and offsets: all its operations by one implementation, and what each must give by its
 * definition, written as loops over single values; once in floats in the order that is promised, and once in doubles in
 * another.
 */
final class ConvolutionCase {
    private static final float CANARY = 12345.678f;
    private static final int BEHIND = 7;

    private final ConvolutionShape shape;
    private final int rows;
    private final int xOffset;
    private final int weightsOffset;
    private final int biasesOffset;
    private final float[] x;
    private final float[] parameters;
    private final float[] dz;

    ConvolutionCase(ConvolutionShape shape, int rows, long seed) {
        this.shape = shape;
        this.rows = rows;
        SeededRandom random = new SeededRandom(seed);
        xOffset = random.nextInt(4);
        weightsOffset = random.nextInt(4);
        biasesOffset = weightsOffset + shape.weightCount();
        // Arrays end where their last matrix ends: what lies behind must never be read.
        x = values(random, xOffset + rows * shape.inputSize());
        parameters = values(random, biasesOffset + shape.filters());
        dz = values(random, rows * shape.outputSize());
    }

    private static float[] values(SeededRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    void check(ConvolutionKernels kernels) {
        checkForward(kernels);
        checkInputGradients(kernels);
        GradientShare[] one = {GradientShare.ALL};
        checkGradients(kernels, one, rows);
    }

    private static float[] canaries(int count) {
        float[] values = new float[count + BEHIND];
        Arrays.fill(values, CANARY);
        return values;
    }

    private static void checkCanaries(float[] values) {
        for (int i = values.length - BEHIND; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(CANARY);
        }
    }

    private void checkForward(ConvolutionKernels kernels) {
        for (int start : new int[] {MatrixProduct.NO_START, biasesOffset}) {
            float[] z = canaries(rows * shape.outputSize());
            kernels.forward(x, xOffset, parameters, weightsOffset, start, z, rows, shape);
            checkCanaries(z);
            for (int at = 0; at < rows * shape.outputSize(); at++) {
                int filter = at % shape.filters();
                float sum = start < 0 ? 0f : parameters[start + filter];
                double exact = sum;
                double magnitude = Math.abs(sum);
                for (int k = 0; k < shape.patchSize(); k++) {
                    float input = input(at / shape.filters(), k);
                    float weight = parameters[weightsOffset + k * shape.filters() + filter];
                    sum = Math.fma(input, weight, sum);
                    exact += (double) input * weight;
                    magnitude += Math.abs((double) input * weight);
                }
                check("z", at, z[at], sum, exact, magnitude, shape.patchSize() + 1);
            }
        }
    }

    /** All gradients in the given shares, the samples in two parts. */
    void checkGradients(ConvolutionKernels kernels, GradientShare[] shares, int firstRows) {
        float[] found = canaries(biasesOffset + shape.filters());
        float[] furtherDz = Arrays.copyOfRange(dz, firstRows * shape.outputSize(), dz.length);
        for (GradientShare share : shares) {
            kernels.weightGradients(x, xOffset, dz, found, weightsOffset, firstRows, shape, share);
            if (share.part() == 0) {
                kernels.biasGradients(dz, found, biasesOffset, firstRows, shape, false);
            }
            if (firstRows < rows) {
                GradientShare further = new GradientShare(share.part(), share.parts(), true);
                int at = xOffset + firstRows * shape.inputSize();
                kernels.weightGradients(x, at, furtherDz, found, weightsOffset, rows - firstRows, shape, further);
                if (share.part() == 0) {
                    kernels.biasGradients(furtherDz, found, biasesOffset, rows - firstRows, shape, true);
                }
            }
        }
        checkCanaries(found);
        for (int i = 0; i < weightsOffset; i++) {
            assertThat(found[i]).isEqualTo(CANARY);
        }
        checkWeightGradients(found);
        checkBiasGradients(found);
    }

    private void checkWeightGradients(float[] found) {
        int pixels = rows * shape.outputPixels();
        for (int at = 0; at < shape.weightCount(); at++) {
            float sum = 0f;
            double exact = 0;
            double magnitude = 0;
            for (int i = 0; i < pixels; i++) {
                int pixel = byColumns(i);
                float input = input(pixel, at / shape.filters());
                float delta = dz[pixel * shape.filters() + at % shape.filters()];
                sum = Math.fma(input, delta, sum);
                exact += (double) input * delta;
                magnitude += Math.abs((double) input * delta);
            }
            check("dW", at, found[weightsOffset + at], sum, exact, magnitude, pixels);
        }
    }

    private void checkBiasGradients(float[] found) {
        for (int filter = 0; filter < shape.filters(); filter++) {
            float sum = 0f;
            double exact = 0;
            double magnitude = 0;
            for (int row = 0; row < rows; row++) {
                float ofSample = 0f;
                for (int part = 0; part < 16; part++) {
                    float ofPart = 0f;
                    for (int pixel = part; pixel < shape.outputPixels(); pixel += 16) {
                        float delta = dz[row * shape.outputSize() + pixel * shape.filters() + filter];
                        ofPart += delta;
                        exact += delta;
                        magnitude += Math.abs(delta);
                    }
                    ofSample += ofPart;
                }
                sum += ofSample;
            }
            int terms = rows * shape.outputPixels() + 16;
            check("db", filter, found[biasesOffset + filter], sum, exact, magnitude, terms);
        }
    }

    private void checkInputGradients(ConvolutionKernels kernels) {
        int size = rows * shape.inputSize();
        float[] found = canaries(size);
        kernels.inputGradients(dz, parameters, weightsOffset, found, rows, shape);
        checkCanaries(found);
        float[] sums = new float[size];
        float[] ofColumn = new float[size];
        double[] exact = new double[size];
        double[] magnitude = new double[size];
        for (int i = 0; i < rows * shape.outputPixels(); i++) {
            int pixel = byColumns(i);
            for (int k = 0; k < shape.patchSize(); k++) {
                int at = at(pixel, k);
                if (at < 0) {
                    continue;
                }
                float sum = 0f;
                for (int filter = 0; filter < shape.filters(); filter++) {
                    float delta = dz[pixel * shape.filters() + filter];
                    float weight = parameters[weightsOffset + k * shape.filters() + filter];
                    sum = Math.fma(delta, weight, sum);
                    exact[at] += (double) delta * weight;
                    magnitude[at] += Math.abs((double) delta * weight);
                }
                ofColumn[at] += sum;
            }
            if (isOneColumn() ? (i + 1) % shape.outputPixels() == 0 : (i + 1) % shape.outputHeight() == 0) {
                for (int at = 0; at < size; at++) {
                    sums[at] += ofColumn[at];
                    ofColumn[at] = 0f;
                }
            }
        }
        for (int at = 0; at < size; at++) {
            check("dx", at, found[at], sums[at], exact[at], magnitude[at], shape.weightCount());
        }
    }

    private void check(String what, int at, float found, float wanted, double exact, double magnitude, int operations) {
        assertThat(found)
                .as("%s at %d of %d samples with %s", what, at, rows, shape)
                .isEqualTo(wanted);
        assertThat((double) found)
                .as("%s at %d of %d samples with %s, against doubles", what, at, rows, shape)
                .isBetween(exact - magnitude * operations * 0x1p-23, exact + magnitude * operations * 0x1p-23);
    }

    /** A sample of one row is one column. */
    private boolean isOneColumn() {
        return shape.inputHeight() == 1 && shape.kernelHeight() == 1;
    }

    /** The pixel that is number i where samples are counted in their order and pixels column by column. */
    private int byColumns(int i) {
        int sample = i / shape.outputPixels() * shape.outputPixels();
        int column = i % shape.outputPixels() / shape.outputHeight();
        return sample + i % shape.outputHeight() * shape.outputWidth() + column;
    }

    private float input(int pixel, int k) {
        int at = at(pixel, k);
        return at < 0 ? 0f : x[xOffset + at];
    }

    /** Where value k of a pixel's patch lies among all samples; -1 where that is padding. */
    private int at(int pixel, int k) {
        int sample = pixel / shape.outputPixels();
        int row = pixel % shape.outputPixels() / shape.outputWidth();
        int column = pixel % shape.outputWidth();
        int i = k / (shape.kernelWidth() * shape.channels());
        int j = k / shape.channels() % shape.kernelWidth();
        int inputRow = row * shape.strideHeight() + i - shape.padTop();
        int inputColumn = column * shape.strideWidth() + j - shape.padLeft();
        boolean isInside =
                inputRow >= 0 && inputRow < shape.inputHeight() && inputColumn >= 0 && inputColumn < shape.inputWidth();
        int inSample = (inputRow * shape.inputWidth() + inputColumn) * shape.channels() + k % shape.channels();
        return isInside ? sample * shape.inputSize() + inSample : -1;
    }
}
