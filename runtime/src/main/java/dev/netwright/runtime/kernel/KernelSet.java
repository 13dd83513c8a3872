package dev.netwright.runtime.kernel;

/** One implementation of everything behind the door. Made by reflection, so its class has a constructor without arguments. */
interface KernelSet {
    /** The matrix products. */
    MatrixProduct product();

    /** The activations. */
    ActivationKernels activations();

    /** Back through the activations. */
    ActivationGradients activationGradients();

    /** What finds values that are not finite. */
    Magnitudes magnitudes();

    /** What dropout keeps. */
    Masks masks();

    /** Layer normalisation. */
    NormalizedRows normalizedRows();

    /** Batch normalisation. */
    NormalizedColumns normalizedColumns();

    /** Sums over the rows of a batch. */
    ColumnRanges columnRanges();

    /** Convolutions. */
    ConvolutionKernels convolutions();

    /** Pooling. */
    PoolingKernels pooling();
}
