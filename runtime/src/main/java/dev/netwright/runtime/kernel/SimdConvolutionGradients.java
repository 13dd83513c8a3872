package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * The way back through convolutions to their samples: a product gives the gradients of every patch, which are then added column by
 * column.
 */
final class SimdConvolutionGradients {
    private static final int LANES = SimdTiles.LANES;
    private static final float[] ZEROS = new float[2 * LANES];

    private SimdConvolutionGradients() {}

    static void ofSamples(
            ConvolutionColumns of,
            SimdBlock block,
            float[] dz,
            float[] parameters,
            int weightsOffset,
            float[] dx,
            int rows) {
        int filters = of.filters;
        int vectors = SimdConvolutionPanels.mostVectors(of.patchSize, of.outputHeight);
        float[] transposed = of.weights(SimdConvolutionPanels.size(filters, of.patchSize));
        SimdConvolutionPanels.copy(parameters, weightsOffset, 1, filters, filters, of.patchSize, vectors, transposed);
        int patchesSize = of.outputHeight * Math.max(LANES, of.patchSize);
        int chunk = Math.max(1, Math.min(of.outputWidth, SimdConvolutions.BLOCK / patchesSize));
        float[] patches = of.patches(chunk * patchesSize);
        float[] copy = of.columns(1);
        block.setRight(transposed, 0, LANES, filters);
        block.setStart(ZEROS, 0, 0);
        Arrays.fill(dx, 0, rows * of.inputSize, 0f);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < of.outputWidth; column += chunk) {
                int columns = Math.min(chunk, of.outputWidth - column);
                int deltasAt = row * of.outputSize + column * filters;
                patchesOfColumns(of, block, dz, deltasAt, columns, vectors, patches, patchesSize);
                for (int i = 0; i < columns; i++) {
                    addPatches(of, patches, i * patchesSize, copy, dx, row * of.inputSize, column + i);
                }
            }
        }
    }

    /** What some columns have for the gradients of their patches: all panels over them. */
    private static void patchesOfColumns(
            ConvolutionColumns of,
            SimdBlock block,
            float[] dz,
            int deltasAt,
            int columns,
            int vectors,
            float[] patches,
            int patchesSize) {
        int filters = of.filters;
        int patchSize = of.patchSize;
        int panelAt = 0;
        int width;
        for (int j = 0; j < patchSize; j += width) {
            width = SimdConvolutionPanels.width(patchSize - j, vectors);
            j = SimdConvolutionPanels.start(j, width, patchSize);
            block.rightAt = panelAt;
            block.rightStride = width;
            block.second = width - LANES;
            for (int i = 0; i < columns; i++) {
                block.setLeft(dz, deltasAt + i * filters, of.outputWidth * filters, 1);
                block.setOut(patches, i * patchesSize + j, Math.max(LANES, patchSize));
                SimdTiles.multiplyDeep(block, width > LANES ? 2 : 1, of.outputHeight);
            }
            panelAt += width * filters;
        }
    }

    /** Adds the patches of a column together, and that to the gradients of the sample. */
    private static void addPatches(
            ConvolutionColumns of, float[] patches, int at, float[] copy, float[] dx, int sampleAt, int column) {
        Arrays.fill(copy, 0, of.columnSize(), 0f);
        int patchStride = Math.max(LANES, of.patchSize);
        SimdColumnLoops.addRuns(patches, at, patchStride, copy, 0, of.patchStep, of.outputHeight, of.patchSize);
        int left = of.left(column);
        if (of.isInside(left)) {
            int first = of.firstRun();
            int to = sampleAt + of.sampleOffset() + first * of.rowSize + left;
            int runs = of.endOfRuns() - first;
            SimdColumnLoops.addRuns(copy, first * of.runSize, of.runSize, dx, to, of.rowSize, runs, of.runSize);
        } else {
            of.add(copy, dx, sampleAt, column);
        }
    }
}
