package dev.netwright.runtime.kernel;

import java.util.Arrays;

/** Convolutions as products of the columns that {@link ConvolutionColumns} copies together. */
final class PlainConvolutions implements ConvolutionKernels {
    private static final ThreadLocal<ConvolutionColumns> COLUMNS = ThreadLocal.withInitial(ConvolutionColumns::new);

    private final MatrixProduct product;

    PlainConvolutions(MatrixProduct product) {
        this.product = product;
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
        ConvolutionColumns of = COLUMNS.get();
        of.set(shape);
        float[] copy = of.columns(1);
        float[] results = of.patches(of.outputHeight * of.filters);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < of.outputWidth; column++) {
                of.copy(x, xOffset + row * of.inputSize, column, copy, 0);
                product.multiply(
                        copy,
                        0,
                        of.patchStep,
                        1,
                        parameters,
                        weightsOffset,
                        parameters,
                        biasesOffset,
                        0,
                        results,
                        0,
                        of.outputHeight,
                        of.patchSize,
                        of.filters);
                int to = row * of.outputSize + column * of.filters;
                for (int y = 0; y < of.outputHeight; y++) {
                    System.arraycopy(results, y * of.filters, z, to, of.filters);
                    to += of.outputWidth * of.filters;
                }
            }
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
        ConvolutionColumns of = COLUMNS.get();
        of.set(shape);
        int from = share.from(of.patchSize);
        int to = share.to(of.patchSize);
        int at = weightsOffset + from * of.filters;
        if (!share.continues()) {
            Arrays.fill(gradients, at, weightsOffset + to * of.filters, 0f);
        }
        if (from == to) {
            return;
        }
        float[] copy = of.columns(1);
        float[] deltas = of.patches(of.outputHeight * of.filters);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < of.outputWidth; column++) {
                of.copy(x, xOffset + row * of.inputSize, column, copy, 0);
                copyResults(of, dz, row, column, deltas);
                product.multiply(
                        copy,
                        from,
                        1,
                        of.patchStep,
                        deltas,
                        0,
                        gradients,
                        at,
                        of.filters,
                        gradients,
                        at,
                        to - from,
                        of.outputHeight,
                        of.filters);
            }
        }
    }

    private static void copyResults(ConvolutionColumns of, float[] dz, int row, int column, float[] results) {
        int from = row * of.outputSize + column * of.filters;
        for (int y = 0; y < of.outputHeight; y++) {
            System.arraycopy(dz, from, results, y * of.filters, of.filters);
            from += of.outputWidth * of.filters;
        }
    }

    @Override
    public void biasGradients(
            float[] dz, float[] gradients, int biasesOffset, int rows, ConvolutionShape shape, boolean continues) {
        ConvolutionColumns of = COLUMNS.get();
        int filters = shape.filters();
        int size = shape.outputSize();
        int width = BIAS_PARTS * filters;
        float[] parts = of.sums(width);
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

    /** Adds the parts of each sum, and that to the gradients. */
    static void addParts(float[] parts, float[] gradients, int biasesOffset, int filters) {
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
        ConvolutionColumns of = COLUMNS.get();
        of.set(shape);
        int filters = of.filters;
        float[] columns = of.columns(1);
        float[] patches = of.patches(of.outputHeight * of.patchSize);
        float[] deltas = of.sums(of.outputHeight * filters);
        float[] transposed = of.weights(of.patchSize * filters);
        for (int i = 0; i < of.patchSize; i++) {
            for (int filter = 0; filter < filters; filter++) {
                transposed[filter * of.patchSize + i] = parameters[weightsOffset + i * filters + filter];
            }
        }
        Arrays.fill(dx, 0, rows * of.inputSize, 0f);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < of.outputWidth; column++) {
                copyResults(of, dz, row, column, deltas);
                product.multiply(
                        deltas,
                        0,
                        filters,
                        1,
                        transposed,
                        0,
                        transposed,
                        MatrixProduct.NO_START,
                        0,
                        patches,
                        0,
                        of.outputHeight,
                        filters,
                        of.patchSize);
                Arrays.fill(columns, 0, of.columnSize(), 0f);
                for (int y = 0; y < of.outputHeight; y++) {
                    int from = y * of.patchSize;
                    int to = y * of.patchStep;
                    for (int i = 0; i < of.patchSize; i++) {
                        columns[to + i] += patches[from + i];
                    }
                }
                of.add(columns, dx, row * of.inputSize, column);
            }
        }
    }
}
