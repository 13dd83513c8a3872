package dev.netwright.runtime.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Maxima of windows of 2 x 2 within the sample on vectors, whose lanes are channels; other windows are done in plain Java. Where there are fewer channels than lanes, a vector spills into the pixels behind,
 * which are stored after; where there are more, the last vector of a pixel overlaps the one before. What lies too near the end of
 * an array for a vector is done channel by channel.
 */
final class SimdPooling implements PoolingKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void maximum(float[] a, float[] pooled, int rows, PoolingShape shape) {
        if (shape.poolHeight() != 2 || shape.poolWidth() != 2 || shape.isPadded()) {
            PoolingKernels.super.maximum(a, pooled, rows, shape);
            return;
        }
        int channels = shape.channels();
        int lastChannel = Math.max(0, channels - LANES);
        int rowSize = shape.inputWidth() * channels;
        int outputHeight = shape.outputHeight();
        int outputWidth = shape.outputWidth();
        int strideSize = shape.strideWidth() * channels;
        int lastWindow = a.length - LANES - rowSize - channels;
        int lastResult = rows * shape.outputSize() - LANES;
        int to = 0;
        for (int row = 0; row < rows; row++) {
            for (int y = 0; y < outputHeight; y++) {
                int window = row * shape.inputSize() + y * shape.strideHeight() * rowSize;
                for (int x = 0; x < outputWidth; x++) {
                    for (int c = 0; c < channels; c += LANES) {
                        int channel = Math.min(c, lastChannel);
                        int at = window + channel;
                        if (at > lastWindow || to + channel > lastResult) {
                            maximaOfFew(a, at, rowSize, pooled, to + channel, channels - channel, shape);
                            continue;
                        }
                        int below = at + rowSize;
                        FloatVector maxima = FloatVector.fromArray(SPECIES, a, at)
                                .max(FloatVector.fromArray(SPECIES, a, at + channels))
                                .max(FloatVector.fromArray(SPECIES, a, below)
                                        .max(FloatVector.fromArray(SPECIES, a, below + channels)));
                        maxima.intoArray(pooled, to + channel);
                    }
                    to += channels;
                    window += strideSize;
                }
            }
        }
    }

    private static void maximaOfFew(
            float[] a, int at, int rowSize, float[] pooled, int to, int count, PoolingShape shape) {
        for (int channel = 0; channel < count; channel++) {
            float maximum = a[at + channel];
            for (int i = 0; i < shape.poolHeight(); i++) {
                for (int j = 0; j < shape.poolWidth(); j++) {
                    maximum = Math.max(maximum, a[at + channel + i * rowSize + j * shape.channels()]);
                }
            }
            pooled[to + channel] = maximum;
        }
    }

    /**
     * Windows that lie side by side are gone through row by row of the samples, so that gradients are stored in ascending order. A gradient
     * that found its maximum becomes 0; for the rows of a window after the first it is searched anew.
     */
    @Override
    public void maximumBackward(float[] a, float[] pooled, float[] dPooled, float[] da, int rows, PoolingShape shape) {
        int poolHeight = shape.poolHeight();
        int poolWidth = shape.poolWidth();
        boolean isPair = poolHeight == 2 && poolWidth == 2 && !shape.isPadded();
        if (!isPair || shape.strideHeight() != poolHeight || shape.strideWidth() != poolWidth) {
            PoolingKernels.super.maximumBackward(a, pooled, dPooled, da, rows, shape);
            return;
        }
        int channels = shape.channels();
        int lastChannel = Math.max(0, channels - LANES);
        int rowSize = shape.inputWidth() * channels;
        int inputSize = shape.inputSize();
        int outputHeight = shape.outputHeight();
        int outputWidth = shape.outputWidth();
        int windowSize = poolWidth * channels;
        int last = rows * inputSize - LANES - windowSize;
        int lastResult = rows * shape.outputSize() - LANES;
        for (int row = 0; row < rows; row++) {
            int sampleAt = row * inputSize;
            for (int y = 0; y < outputHeight * poolHeight; y++) {
                int rowAt = sampleAt + y * rowSize;
                int above = y % poolHeight;
                int result = (row * outputHeight + y / poolHeight) * outputWidth * channels;
                for (int x = 0; x < outputWidth; x++) {
                    for (int c = 0; c < channels; c += LANES) {
                        int channel = Math.min(c, lastChannel);
                        int from = result + x * channels + channel;
                        int at = rowAt + x * windowSize + channel;
                        if (at > last || from > lastResult) {
                            fewBackward(a, pooled, dPooled, da, at, from, above, channels - channel, shape);
                            continue;
                        }
                        FloatVector maxima = FloatVector.fromArray(SPECIES, pooled, from);
                        FloatVector gradients = FloatVector.fromArray(SPECIES, dPooled, from);
                        if (above == 1) {
                            int before = at - rowSize;
                            VectorMask<Float> isFirst =
                                    FloatVector.fromArray(SPECIES, a, before).compare(VectorOperators.EQ, maxima);
                            VectorMask<Float> isSecond = FloatVector.fromArray(SPECIES, a, before + channels)
                                    .compare(VectorOperators.EQ, maxima);
                            gradients = gradients.blend(0f, isFirst.or(isSecond));
                        }
                        VectorMask<Float> isLeft =
                                FloatVector.fromArray(SPECIES, a, at).compare(VectorOperators.EQ, maxima);
                        VectorMask<Float> isRight =
                                FloatVector.fromArray(SPECIES, a, at + channels).compare(VectorOperators.EQ, maxima);
                        // Gradients are added to 0, so that none is -0.
                        gradients = gradients.add(0f);
                        FloatVector.broadcast(SPECIES, 0f)
                                .blend(gradients, isLeft)
                                .intoArray(da, at);
                        FloatVector.broadcast(SPECIES, 0f)
                                .blend(gradients.blend(0f, isLeft), isRight)
                                .intoArray(da, at + channels);
                    }
                }
                Arrays.fill(da, rowAt + outputWidth * windowSize, rowAt + rowSize, 0f);
            }
            Arrays.fill(da, sampleAt + outputHeight * poolHeight * rowSize, sampleAt + inputSize, 0f);
        }
    }

    /** One row of one window, channel by channel. */
    private static void fewBackward(
            float[] a,
            float[] pooled,
            float[] dPooled,
            float[] da,
            int at,
            int from,
            int above,
            int count,
            PoolingShape shape) {
        int channels = shape.channels();
        int rowSize = shape.inputWidth() * channels;
        int windowSize = shape.poolWidth() * channels;
        for (int channel = 0; channel < count; channel++) {
            float maximum = pooled[from + channel];
            float gradient = dPooled[from + channel];
            for (int i = -above; i <= 0; i++) {
                for (int j = 0; j < windowSize; j += channels) {
                    int place = at + channel + i * rowSize + j;
                    boolean isMaximum = a[place] == maximum;
                    if (i == 0) {
                        da[place] = isMaximum ? 0f + gradient : 0f;
                    }
                    gradient = isMaximum ? 0f : gradient;
                }
            }
        }
    }
}
