package dev.netwright.runtime.kernel;

/**
 * The door to the kernels of convolutions in one and two dimensions. {@link ConvolutionShape} says how matrices lie in memory.
 * The order of every sum is part of the contract; it is the same for every implementation, on every JVM, at every vector
 * width. Zeros of the padding take part in sums like all other values. Where columns of results have a part in the order, a
 * sample of one row is one column.
 *
 * <p>Offsets come from generated code and are not checked here beyond the arrays' own bounds.
 */
public final class Convolutions {
    private static final ConvolutionKernels KERNELS = KernelChoice.KERNELS.convolutions();

    private Convolutions() {}

    /**
     * {@code z = patch(x)·W + b}: every z starts at its bias and adds its patch in ascending order: row by row, in a row pixel by pixel,
     * in a pixel channel by channel.
     *
     * @param x          {@code rows} samples, from {@code xOffset}
     * @param parameters weights, {@code patchSize x filters}, and biases, {@code 1 x filters}, at their offsets
     * @param z          receives {@code rows} results
     */
    public static void forward(
            float[] x,
            int xOffset,
            float[] parameters,
            int weightsOffset,
            int biasesOffset,
            float[] z,
            int rows,
            ConvolutionShape shape) {
        KERNELS.forward(x, xOffset, parameters, weightsOffset, biasesOffset, z, rows, shape);
    }

    /** {@code z = patch(x)·W}: as {@link #forward} for a layer without biases; every z starts at 0. */
    public static void linear(
            float[] x,
            int xOffset,
            float[] parameters,
            int weightsOffset,
            float[] z,
            int rows,
            ConvolutionShape shape) {
        KERNELS.forward(x, xOffset, parameters, weightsOffset, MatrixProduct.NO_START, z, rows, shape);
    }

    /**
     * {@code dW = patch(x)ᵀ·dz}: every gradient starts at 0, or goes on from what is there, and adds the samples in ascending order and of
     * each sample the pixels of its result, column by column from the left, and in a column from the top.
     *
     * @param x         {@code rows} samples, from {@code xOffset}
     * @param dz        {@code rows} gradients of results
     * @param gradients receives {@code patchSize x filters} from {@code weightsOffset}
     * @param share     which of the rows of this matrix, and whether sums go on
     */
    public static void weightGradients(
            float[] x,
            int xOffset,
            float[] dz,
            float[] gradients,
            int weightsOffset,
            int rows,
            ConvolutionShape shape,
            GradientShare share) {
        KERNELS.weightGradients(x, xOffset, dz, gradients, weightsOffset, rows, shape, share);
    }

    /**
     * {@code db = Σ dz} over the samples, in ascending order from 0, or from what is there. The sum of one sample is that of
     * {@value ConvolutionKernels#BIAS_PARTS} parts, in ascending order from 0; part p adds the pixels p, p +
     * {@value ConvolutionKernels#BIAS_PARTS}, ... of the result, in this order from 0.
     *
     * @param dz        {@code rows} gradients of results
     * @param gradients receives {@code 1 x filters} from {@code biasesOffset}
     * @param share     whether sums go on; the first of all shares has all biases
     */
    public static void biasGradients(
            float[] dz, float[] gradients, int biasesOffset, int rows, ConvolutionShape shape, GradientShare share) {
        if (share.part() == 0) {
            KERNELS.biasGradients(dz, gradients, biasesOffset, rows, shape, share.continues());
        }
    }

    /**
     * {@code dx}: every dx starts at 0 and adds what each column of the result has for it, from the left. That is a sum from 0 over those
     * of the column's pixels that see it, from the top, of the sum over the filters of {@code dz·w}, which starts at 0 and
     * adds the filters in ascending order.
     *
     * @param dz         {@code rows} gradients of results
     * @param parameters weights, {@code patchSize x filters}, from {@code weightsOffset}
     * @param dx         receives {@code rows} gradients of samples
     */
    public static void inputGradients(
            float[] dz, float[] parameters, int weightsOffset, float[] dx, int rows, ConvolutionShape shape) {
        KERNELS.inputGradients(dz, parameters, weightsOffset, dx, rows, shape);
    }
}
