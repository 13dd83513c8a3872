package dev.netwright.annotations;

/** What a convolution, or a pool in a layer of its own, sees beyond the edges of a sample. */
public enum Padding {
    /** Nothing: the kernel or window goes wherever it lies within the sample, and what no place covers is left out. */
    VALID,
    /**
     * Zeros, so many that the result has {@code ceil(input / stride)} pixels in each direction: half of them on each side, and one more
     * below and to the right where they cannot be halved. A pool sees no zeros but fewer pixels there: its maximum and its mean are of those within
     * the sample.
     */
    SAME
}
