package dev.netwright.runtime.kernel;

import java.util.Arrays;

/**
 * The door to the kernels: what a generated network calls for a layer too large to be written out. Matrices are
 * row-major in flat arrays. The order of every sum is part of the contract; it is the same for every implementation, on
 * every JVM, at every vector width.
 *
 * <p>Sizes and offsets come from generated code and are not checked here beyond the arrays' own bounds.
 */
public final class Kernels {
    private static final MatrixProduct PRODUCT = KernelChoice.KERNELS.product();
    private static final Magnitudes MAGNITUDES = KernelChoice.KERNELS.magnitudes();
    private static final float[] ONE = {1f};

    /** The sums of fewer columns are not worth a product. */
    private static final int FEW_UNITS = 16;

    private Kernels() {}

    /** What is in use, for logs: {@code SIMD, 512 bits} or {@code plain Java}. */
    public static String description() {
        return PRODUCT.description();
    }

    /**
     * {@code z = x·W + b}: every z starts at its bias and adds its inputs in ascending order; a layer of few units and many inputs in
     * parts, as {@link SumParts} says.
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
        forward(x, xOffset, parameters, weightsOffset, biasesOffset, z, rows, inputs, units);
    }

    /** {@code z = x·W}: as {@link #affine} for a layer without biases; every z starts at 0. */
    public static void linear(
            float[] x, int xOffset, float[] parameters, int weightsOffset, float[] z, int rows, int inputs, int units) {
        forward(x, xOffset, parameters, weightsOffset, MatrixProduct.NO_START, z, rows, inputs, units);
    }

    private static void forward(
            float[] x,
            int xOffset,
            float[] parameters,
            int weightsOffset,
            int startOffset,
            float[] z,
            int rows,
            int inputs,
            int units) {
        int parts = SumParts.of(inputs, units);
        if (parts > 1) {
            PRODUCT.multiplyInParts(
                    x, xOffset, parameters, weightsOffset, parameters, startOffset, z, rows, inputs, units, parts);
            return;
        }
        PRODUCT.multiply(
                x,
                xOffset,
                inputs,
                1,
                parameters,
                weightsOffset,
                parameters,
                startOffset,
                0,
                z,
                0,
                rows,
                inputs,
                units);
    }

    /**
     * {@code dW = xᵀ·dz}: every gradient starts at 0, or goes on from what is there, and adds the rows in ascending order.
     *
     * @param x         {@code rows x inputs}, from {@code xOffset}
     * @param dz        {@code rows x units}
     * @param gradients receives {@code inputs x units} from {@code weightsOffset}
     * @param share     which of the inputs, and whether sums go on
     */
    public static void weightGradients(
            float[] x,
            int xOffset,
            float[] dz,
            float[] gradients,
            int weightsOffset,
            int rows,
            int inputs,
            int units,
            GradientShare share) {
        int from = share.from(inputs);
        int to = share.to(inputs);
        int at = weightsOffset + from * units;
        PRODUCT.multiply(
                x,
                xOffset + from,
                1,
                inputs,
                dz,
                0,
                gradients,
                share.continues() ? at : MatrixProduct.NO_START,
                units,
                gradients,
                at,
                to - from,
                rows,
                units);
    }

    /**
     * {@code db = Σ dz} over the rows, in ascending order from 0, or from what is there.
     *
     * @param dz        {@code rows x units}
     * @param gradients receives {@code 1 x units} from {@code biasesOffset}
     * @param share     whether sums go on; the first of all shares has all biases
     */
    public static void biasGradients(
            float[] dz, float[] gradients, int biasesOffset, int rows, int units, GradientShare share) {
        if (share.part() != 0) {
            return;
        }
        if (units < FEW_UNITS) {
            ColumnSums.add(dz, gradients, biasesOffset, rows, units, share.continues());
        } else {
            // The product of dz with a row of ones: fma(1, dz, sum) is sum + dz, rounded once.
            PRODUCT.multiply(
                    ONE,
                    0,
                    0,
                    0,
                    dz,
                    0,
                    gradients,
                    share.continues() ? biasesOffset : MatrixProduct.NO_START,
                    0,
                    gradients,
                    biasesOffset,
                    1,
                    rows,
                    units);
        }
    }

    /** Gradients of 0, for parameters that are not trained; the first of all shares has them all. */
    public static void noGradients(float[] gradients, int offset, int count, GradientShare share) {
        if (share.part() == 0 && !share.keepsZeros()) {
            Arrays.fill(gradients, offset, offset + count, 0f);
        }
    }

    /**
     * {@code dx = dz·Wᵀ}: every dx starts at 0 and adds the units in ascending order.
     *
     * @param dz         {@code rows x units}
     * @param parameters weights, {@code inputs x units}, from {@code weightsOffset}
     * @param dx         receives {@code rows x inputs}
     */
    public static void inputGradients(
            float[] dz, float[] parameters, int weightsOffset, float[] dx, int rows, int inputs, int units) {
        PRODUCT.multiplyTransposed(dz, parameters, weightsOffset, dx, rows, units, inputs);
    }

    /** The largest {@code |value|} from {@code from} to {@code to - 1}: NaN if there is one, 0 if there is no value. */
    public static float largestMagnitude(float[] values, int from, int to) {
        int bits = to - from < Magnitudes.FEW
                ? Magnitudes.largestBitsOfFew(values, from, to)
                : MAGNITUDES.largestBits(values, from, to);
        return Float.intBitsToFloat(bits);
    }
}
