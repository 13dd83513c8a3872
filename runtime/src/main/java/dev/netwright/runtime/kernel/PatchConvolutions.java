package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Convolutions as products of matrices. Some patches at a time are copied together, as many as stay in the cache, and make the left
 * matrix of a product; the way back to the samples is a product as well, whose rows are added to where patches were copied from.
 * Where every patch is one pixel, or the whole sample, samples are that matrix already.
 */
final class PatchConvolutions implements ConvolutionKernels {
    /** Floats of all patches of a block: they stay in the second cache. */
    private static final int BLOCK = 16_384;

    /** Tiles of 6 and of 8 rows divide it. */
    private static final int BLOCK_UNIT = 24;

    private static final ThreadLocal<ConvolutionScratch> SCRATCH = ThreadLocal.withInitial(ConvolutionScratch::new);

    private final MatrixProduct product;

    PatchConvolutions(MatrixProduct product) {
        this.product = product;
    }

    /** How many patches at a time. */
    private static int blockSize(ConvolutionShape shape) {
        return Math.max(BLOCK_UNIT, BLOCK / shape.patchSize() / BLOCK_UNIT * BLOCK_UNIT);
    }

    @Override
    public void forward(
            float[] x,
            int xOffset,
            float[] parameters,
            int weightsOffset,
            int biasesOffset,
            float[] z,
            int rows,
            ConvolutionShape shape) {
        int patchSize = shape.patchSize();
        int filters = shape.filters();
        int pixels = rows * shape.outputPixels();
        boolean isCopied = !Patches.areSamples(shape);
        int blockSize = isCopied ? Math.min(pixels, blockSize(shape)) : pixels;
        float[] patches = isCopied ? SCRATCH.get().patches(blockSize * patchSize) : x;
        for (int pixel = 0; pixel < pixels; pixel += blockSize) {
            int count = Math.min(blockSize, pixels - pixel);
            if (isCopied) {
                Patches.copy(x, xOffset, shape, pixel, count, patches);
            }
            product.multiply(
                    patches,
                    isCopied ? 0 : xOffset,
                    patchSize,
                    1,
                    parameters,
                    weightsOffset,
                    parameters,
                    biasesOffset,
                    0,
                    z,
                    pixel * filters,
                    count,
                    patchSize,
                    filters);
        }
    }

    @Override
    public void weightGradients(
            float[] x,
            int xOffset,
            float[] dz,
            float[] gradients,
            int weightsOffset,
            int rows,
            ConvolutionShape shape,
            GradientShare share) {
        int patchSize = shape.patchSize();
        int filters = shape.filters();
        int from = share.from(patchSize);
        int to = share.to(patchSize);
        if (from == to) {
            return;
        }
        int at = weightsOffset + from * filters;
        int pixels = rows * shape.outputPixels();
        boolean isCopied = !Patches.areSamples(shape);
        int blockSize = isCopied ? Math.min(pixels, blockSize(shape)) : pixels;
        float[] patches = isCopied ? SCRATCH.get().patches(blockSize * patchSize) : x;
        for (int pixel = 0; pixel < pixels; pixel += blockSize) {
            int count = Math.min(blockSize, pixels - pixel);
            if (isCopied) {
                Patches.copy(x, xOffset, shape, pixel, count, patches);
            }
            product.multiply(
                    patches,
                    (isCopied ? 0 : xOffset) + from,
                    1,
                    patchSize,
                    dz,
                    pixel * filters,
                    gradients,
                    pixel > 0 || share.continues() ? at : MatrixProduct.NO_START,
                    filters,
                    gradients,
                    at,
                    to - from,
                    count,
                    filters);
        }
    }

    @Override
    public void biasGradients(
            float[] dz, float[] gradients, int biasesOffset, int rows, ConvolutionShape shape, boolean continues) {
        int filters = shape.filters();
        int size = shape.outputSize();
        int width = BIAS_PARTS * filters;
        float[] parts = SCRATCH.get().patches(width);
        if (!continues) {
            Arrays.fill(gradients, biasesOffset, biasesOffset + filters, 0f);
        }
        for (int row = 0; row < rows; row++) {
            Arrays.fill(parts, 0, width, 0f);
            int end = (row + 1) * size;
            for (int at = row * size; at < end; at += width) {
                int count = Math.min(width, end - at);
                for (int i = 0; i < count; i++) {
                    parts[i] += dz[at + i];
                }
            }
            addParts(parts, gradients, biasesOffset, filters);
        }
    }

    private static void addParts(float[] parts, float[] gradients, int biasesOffset, int filters) {
        for (int filter = 0; filter < filters; filter++) {
            float sum = 0f;
            for (int part = 0; part < BIAS_PARTS; part++) {
                sum += parts[part * filters + filter];
            }
            gradients[biasesOffset + filter] += sum;
        }
    }

    @Override
    public void inputGradients(
            float[] dz, float[] parameters, int weightsOffset, float[] dx, int rows, ConvolutionShape shape) {
        int patchSize = shape.patchSize();
        int filters = shape.filters();
        int pixels = rows * shape.outputPixels();
        if (Patches.areSamples(shape)) {
            product.multiplyTransposed(dz, parameters, weightsOffset, dx, pixels, filters, patchSize);
            return;
        }
        int blockSize = Math.min(pixels, blockSize(shape));
        ConvolutionScratch scratch = SCRATCH.get();
        float[] patches = scratch.patches(blockSize * patchSize);
        float[] transposed = scratch.weights(patchSize * filters);
        for (int i = 0; i < patchSize; i++) {
            for (int filter = 0; filter < filters; filter++) {
                transposed[filter * patchSize + i] = parameters[weightsOffset + i * filters + filter];
            }
        }
        Arrays.fill(dx, 0, rows * shape.inputSize(), 0f);
        for (int pixel = 0; pixel < pixels; pixel += blockSize) {
            int count = Math.min(blockSize, pixels - pixel);
            product.multiply(
                    dz,
                    pixel * filters,
                    filters,
                    1,
                    transposed,
                    0,
                    transposed,
                    MatrixProduct.NO_START,
                    0,
                    patches,
                    0,
                    count,
                    filters,
                    patchSize);
            Patches.add(patches, shape, pixel, count, dx);
        }
    }
}
