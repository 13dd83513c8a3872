package dev.netwright.runtime.kernel;

/** Kernels in plain Java. */
final class PlainKernels implements KernelSet {
    @Override
    public MatrixProduct product() {
        return new PlainProduct();
    }

    @Override
    public ActivationKernels activations() {
        return new ActivationKernels() {};
    }

    @Override
    public ActivationGradients activationGradients() {
        return new ActivationGradients() {};
    }

    @Override
    public Magnitudes magnitudes() {
        return new Magnitudes() {};
    }

    @Override
    public Masks masks() {
        return new Masks() {};
    }

    @Override
    public NormalizedRows normalizedRows() {
        return new NormalizedRows() {};
    }

    @Override
    public NormalizedColumns normalizedColumns() {
        return new NormalizedColumns() {};
    }

    @Override
    public ColumnRanges columnRanges() {
        return new ColumnRanges() {};
    }

    @Override
    public ConvolutionKernels convolutions() {
        return new PlainConvolutions(new PlainProduct());
    }

    @Override
    public PoolingKernels pooling() {
        return new PoolingKernels() {};
    }
}
