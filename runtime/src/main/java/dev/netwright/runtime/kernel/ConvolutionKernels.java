package dev.netwright.runtime.kernel;

/** The operations behind {@link Convolutions}, which says in which order each adds. */
interface ConvolutionKernels {
    /** In so many parts the gradients of one sample's biases are added. Vectors of any width divide it. */
    int BIAS_PARTS = 16;

    /** Pre-activations; {@code biasesOffset} is {@link MatrixProduct#NO_START} without biases. */
    void forward(
            float[] x,
            int xOffset,
            float[] parameters,
            int weightsOffset,
            int biasesOffset,
            float[] z,
            int rows,
            ConvolutionShape shape);

    void weightGradients(
            float[] x,
            int xOffset,
            float[] dz,
            float[] gradients,
            int weightsOffset,
            int rows,
            ConvolutionShape shape,
            GradientShare share);

    void biasGradients(
            float[] dz, float[] gradients, int biasesOffset, int rows, ConvolutionShape shape, boolean continues);

    void inputGradients(
            float[] dz, float[] parameters, int weightsOffset, float[] dx, int rows, ConvolutionShape shape);
}
