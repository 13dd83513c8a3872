package dev.netwright.runtime.kernel;

/**
 * Kernels on {@code jdk.incubator.vector}. No other class names this one: it is loaded only where the module is present. The
 * lanes of a vector are neighbouring elements of a result, never parts of one sum, so every width gives the same bits.
 */
final class SimdKernels implements KernelSet {
    @Override
    public MatrixProduct product() {
        return new SimdProduct();
    }

    @Override
    public ActivationKernels activations() {
        return new SimdActivations();
    }

    @Override
    public ActivationGradients activationGradients() {
        return new SimdActivationGradients();
    }

    @Override
    public Magnitudes magnitudes() {
        return new SimdMagnitudes();
    }

    @Override
    public Masks masks() {
        return new SimdMasks();
    }

    @Override
    public NormalizedRows normalizedRows() {
        return new SimdNormalizedRows();
    }

    @Override
    public NormalizedColumns normalizedColumns() {
        return new SimdNormalizedColumns();
    }

    @Override
    public ColumnRanges columnRanges() {
        return new SimdColumnRanges();
    }

    @Override
    public ConvolutionKernels convolutions() {
        return new SimdConvolutions();
    }

    @Override
    public PoolingKernels pooling() {
        return new SimdPooling();
    }
}
