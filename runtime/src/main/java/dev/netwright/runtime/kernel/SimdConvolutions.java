package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * Convolutions on vectors, whose lanes are filters, or for gradients values of a patch. {@link ConvolutionColumns} says how
 * samples are copied. Some columns at a time are copied, as many as stay in the cache, and panels of the weights, as wide as a register
 * tile, pass over them. Filters that no panel divides make a last one that overlaps. Where there are fewer filters than lanes,
 * results spill into the pixels to the right, which are computed after; the last columns, where none are, go through scratch.
 */
final class SimdConvolutions implements ConvolutionKernels {
    private static final int LANES = SimdTiles.LANES;

    /** Floats of all columns that are copied at a time. */
    static final int BLOCK = 8_192;

    private static final ThreadLocal<SimdState> STATES = ThreadLocal.withInitial(SimdState::new);

    /** One thread's. */
    private static final class SimdState {
        final ConvolutionColumns columns = new ConvolutionColumns();
        final SimdBlock block = new SimdBlock();
    }

    private final MatrixProduct product = new SimdProduct();

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
        if (ConvolutionColumns.isPixel(shape) || ConvolutionColumns.isWhole(shape)) {
            int patchSize = shape.patchSize();
            product.multiply(
                    x,
                    xOffset,
                    patchSize,
                    1,
                    parameters,
                    weightsOffset,
                    parameters,
                    biasesOffset,
                    0,
                    z,
                    0,
                    rows * shape.outputPixels(),
                    patchSize,
                    shape.filters());
            return;
        }
        SimdState state = STATES.get();
        ConvolutionColumns of = state.columns;
        of.set(shape);
        int filters = of.filters;
        int vectors = SimdConvolutionPanels.mostVectors(filters, of.outputHeight);
        float[] starts = of.sums(filters + LANES);
        if (biasesOffset == MatrixProduct.NO_START) {
            Arrays.fill(starts, 0, filters, 0f);
        } else {
            System.arraycopy(parameters, biasesOffset, starts, 0, filters);
        }
        SimdBlock block = state.block;
        block.setStart(starts, 0, 0);
        if (filters >= LANES && filters <= vectors * LANES) {
            block.setRight(parameters, weightsOffset, filters, of.patchSize);
        } else {
            float[] weights = of.weights(SimdConvolutionPanels.size(of.patchSize, filters));
            SimdConvolutionPanels.copy(parameters, weightsOffset, filters, 1, of.patchSize, filters, vectors, weights);
            block.setRight(weights, 0, LANES, of.patchSize);
        }
        int columnSize = of.columnSize();
        int chunk = Math.max(1, Math.min(of.outputWidth, BLOCK / columnSize));
        float[] copies = of.columns(chunk);
        for (int row = 0; row < rows; row++) {
            int resultAt = row * of.outputSize;
            for (int column = 0; column < of.outputWidth; column += chunk) {
                int columns = Math.min(chunk, of.outputWidth - column);
                SimdColumnLoops.copyColumns(of, x, xOffset + row * of.inputSize, column, columns, copies);
                forwardOfColumns(of, block, copies, column, columns, vectors, z, resultAt);
            }
        }
        block.clear();
    }

    /** All panels over some columns. */
    private static void forwardOfColumns(
            ConvolutionColumns of,
            SimdBlock block,
            float[] copies,
            int firstColumn,
            int columns,
            int vectors,
            float[] z,
            int resultAt) {
        int filters = of.filters;
        int rowSize = of.outputWidth * filters;
        int weightsAt = block.rightAt;
        int panelAt = weightsAt;
        int width;
        for (int j = 0; j < filters; j += width) {
            width = SimdConvolutionPanels.width(filters - j, vectors);
            j = SimdConvolutionPanels.start(j, width, filters);
            block.rightAt = panelAt;
            block.rightStride = filters < LANES ? LANES : width;
            block.startAt = j;
            block.second = width - LANES;
            for (int i = 0; i < columns; i++) {
                block.setLeft(copies, i * of.columnSize(), of.patchStep, 1);
                int to = resultAt + (firstColumn + i) * filters;
                int filtersBehind = (of.outputWidth - 1 - firstColumn - i) * filters;
                if (filters + filtersBehind >= LANES) {
                    block.setOut(z, to + j, rowSize);
                    SimdTiles.multiplyDeep(block, width > LANES ? 2 : 1, of.outputHeight);
                } else {
                    block.setOut(of.patches(of.outputHeight * LANES), 0, LANES);
                    SimdTiles.multiplyDeep(block, 1, of.outputHeight);
                    copyResults(of, block.out, z, to);
                }
            }
            panelAt += width * of.patchSize;
        }
        block.rightAt = weightsAt;
    }

    private static void copyResults(ConvolutionColumns of, float[] results, float[] z, int zAt) {
        int to = zAt;
        int from = 0;
        for (int y = 0; y < of.outputHeight; y++) {
            for (int filter = 0; filter < of.filters; filter++) {
                z[to + filter] = results[from + filter];
            }
            to += of.outputWidth * of.filters;
            from += LANES;
        }
    }

    @Override
    public void biasGradients(
            float[] dz, float[] gradients, int biasesOffset, int rows, ConvolutionShape shape, boolean continues) {
        ConvolutionColumns of = STATES.get().columns;
        int filters = shape.filters();
        int size = shape.outputSize();
        int width = BIAS_PARTS * filters;
        float[] parts = of.sums(width);
        if (!continues) {
            Arrays.fill(gradients, biasesOffset, biasesOffset + filters, 0f);
        }
        for (int row = 0; row < rows; row++) {
            Arrays.fill(parts, 0, width, 0f);
            int whole = size / width;
            int rest = size - whole * width;
            SimdColumnLoops.addRuns(dz, row * size, width, parts, 0, 0, whole, width);
            if (rest > 0) {
                SimdColumnLoops.addRuns(dz, row * size + whole * width, width, parts, 0, 0, 1, rest);
            }
            PlainConvolutions.addParts(parts, gradients, biasesOffset, filters);
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
        SimdState state = STATES.get();
        state.columns.set(shape);
        SimdConvolutionWeights.gradients(
                state.columns, state.block, x, xOffset, dz, gradients, weightsOffset, rows, share);
        state.block.clear();
    }

    @Override
    public void inputGradients(
            float[] dz, float[] parameters, int weightsOffset, float[] dx, int rows, ConvolutionShape shape) {
        SimdState state = STATES.get();
        state.columns.set(shape);
        SimdConvolutionGradients.ofSamples(state.columns, state.block, dz, parameters, weightsOffset, dx, rows);
        state.block.clear();
    }
}
