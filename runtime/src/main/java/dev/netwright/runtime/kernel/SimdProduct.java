package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * The matrix product on {@code jdk.incubator.vector}. The lanes of a vector are neighbouring columns of the result, never
 * parts of one sum, so every width gives the same bits. No other class names this one: it is loaded only where the module
 * is present.
 */
final class SimdProduct implements MatrixProduct {
    private static final ThreadLocal<SimdBlocks> BLOCKS = ThreadLocal.withInitial(SimdBlocks::new);

    @Override
    public String description() {
        return "SIMD, " + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bits";
    }

    @Override
    public void multiply(
            float[] left,
            int leftOffset,
            int leftRowStride,
            int leftDepthStride,
            float[] right,
            int rightOffset,
            float[] start,
            int startOffset,
            int startRowStride,
            float[] out,
            int outOffset,
            int rows,
            int depth,
            int columns) {
        if (rows == 1) {
            SimdRow.multiply(
                    left,
                    leftOffset,
                    leftDepthStride,
                    right,
                    rightOffset,
                    start,
                    startOffset,
                    out,
                    outOffset,
                    depth,
                    columns);
            return;
        }
        SimdBlocks blocks = BLOCKS.get();
        SimdOperands operands = blocks.operands();
        operands.setLeft(left, leftOffset, leftRowStride, leftDepthStride);
        operands.setRight(right, rightOffset, columns, 1);
        operands.setStart(start, startOffset, startRowStride);
        blocks.multiply(out, outOffset, rows, depth, columns);
        blocks.clear();
    }

    @Override
    public void multiplyInParts(
            float[] left,
            int leftOffset,
            float[] right,
            int rightOffset,
            float[] start,
            int startOffset,
            float[] out,
            int rows,
            int depth,
            int columns,
            int parts) {
        if (rows == 1) {
            SimdRowParts.multiply(
                    left, leftOffset, right, rightOffset, start, startOffset, out, 0, depth, columns, parts);
        } else {
            MatrixProduct.super.multiplyInParts(
                    left, leftOffset, right, rightOffset, start, startOffset, out, rows, depth, columns, parts);
        }
    }

    @Override
    public void multiplyTransposed(
            float[] left, float[] right, int rightOffset, float[] out, int rows, int depth, int columns) {
        SimdBlocks blocks = BLOCKS.get();
        SimdOperands operands = blocks.operands();
        operands.setLeft(left, 0, depth, 1);
        operands.setRight(right, rightOffset, 1, depth);
        operands.setStart(left, NO_START, 0);
        blocks.multiply(out, 0, rows, depth, columns);
        blocks.clear();
    }
}
