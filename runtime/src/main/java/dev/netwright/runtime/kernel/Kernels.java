package dev.netwright.runtime.kernel;

/**
 * The door to the kernels: what a generated network calls for a layer too large to be written out. Matrices are
 * row-major in flat arrays. The order of every sum is part of the contract; it is the same for every implementation, on
 * every JVM, at every vector width.
 *
 * <p>Sizes and offsets come from generated code and are not checked here beyond the arrays' own bounds.
 */
public final class Kernels {
    private static final MatrixProduct PRODUCT = KernelChoice.choose();

    /** Edge of the square blocks in which weights are transposed: two of them fit the first cache. */
    private static final int TRANSPOSE_BLOCK = 16;

    private Kernels() {}

    /** What is in use, for logs: {@code SIMD, 512 bits} or {@code plain Java}. */
    public static String description() {
        return PRODUCT.description();
    }

    /**
     * {@code z = x·W + b}: every z starts at its bias and adds its inputs in ascending order.
     *
     * @param x          {@code rows x inputs}, from {@code xOffset}
     * @param parameters weights, {@code inputs x units}, and biases, {@code 1 x units}, at their offsets
     * @param z          receives {@code rows x units}
     */
    public static void affine(
            float[] x,
            int xOffset,
            float[] parameters,
            int weightsOffset,
            int biasesOffset,
            float[] z,
            int rows,
            int inputs,
            int units) {
        PRODUCT.multiply(
                x, xOffset, inputs, 1, parameters, weightsOffset, parameters, biasesOffset, z, 0, rows, inputs, units);
    }

    /** {@code z = x·W}: as {@link #affine} for a layer without biases; every z starts at 0. */
    public static void linear(
            float[] x, int xOffset, float[] parameters, int weightsOffset, float[] z, int rows, int inputs, int units) {
        PRODUCT.multiply(
                x,
                xOffset,
                inputs,
                1,
                parameters,
                weightsOffset,
                parameters,
                MatrixProduct.NO_START,
                z,
                0,
                rows,
                inputs,
                units);
    }

    /**
     * {@code dW = xᵀ·dz}: every gradient starts at 0 and adds the rows in ascending order.
     *
     * @param x         {@code rows x inputs}, from {@code xOffset}
     * @param dz        {@code rows x units}
     * @param gradients receives {@code inputs x units} from {@code weightsOffset}
     */
    public static void weightGradients(
            float[] x, int xOffset, float[] dz, float[] gradients, int weightsOffset, int rows, int inputs, int units) {
        PRODUCT.multiply(
                x,
                xOffset,
                1,
                inputs,
                dz,
                0,
                dz,
                MatrixProduct.NO_START,
                gradients,
                weightsOffset,
                inputs,
                rows,
                units);
    }

    /**
     * {@code db = Σ dz} over the rows, in ascending order from 0.
     *
     * @param dz        {@code rows x units}
     * @param gradients receives {@code 1 x units} from {@code biasesOffset}
     */
    public static void biasGradients(float[] dz, float[] gradients, int biasesOffset, int rows, int units) {
        for (int j = 0; j < units; j++) {
            gradients[biasesOffset + j] = 0f;
        }
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < units; j++) {
                gradients[biasesOffset + j] += dz[r * units + j];
            }
        }
    }

    /** Floats that {@link #inputGradients} needs as scratch. */
    public static int inputGradientScratch(int inputs, int units) {
        return Math.multiplyExact(inputs, units);
    }

    /**
     * {@code dx = dz·Wᵀ}: every dx starts at 0 and adds the units in ascending order.
     *
     * @param dz         {@code rows x units}
     * @param parameters weights, {@code inputs x units}, from {@code weightsOffset}
     * @param dx         receives {@code rows x inputs}
     * @param scratch    for the transposed weights, at least {@link #inputGradientScratch}
     */
    public static void inputGradients(
            float[] dz,
            float[] parameters,
            int weightsOffset,
            float[] dx,
            float[] scratch,
            int rows,
            int inputs,
            int units) {
        transpose(parameters, weightsOffset, scratch, inputs, units);
        PRODUCT.multiply(dz, 0, units, 1, scratch, 0, scratch, MatrixProduct.NO_START, dx, 0, rows, units, inputs);
    }

    /** In square blocks, because a whole column touches a cache line for every element. */
    private static void transpose(float[] matrix, int offset, float[] transposed, int rows, int columns) {
        for (int r0 = 0; r0 < rows; r0 += TRANSPOSE_BLOCK) {
            int rEnd = Math.min(rows, r0 + TRANSPOSE_BLOCK);
            for (int c0 = 0; c0 < columns; c0 += TRANSPOSE_BLOCK) {
                int cEnd = Math.min(columns, c0 + TRANSPOSE_BLOCK);
                for (int c = c0; c < cEnd; c++) {
                    for (int r = r0; r < rEnd; r++) {
                        transposed[c * rows + r] = matrix[offset + r * columns + c];
                    }
                }
            }
        }
    }
}
