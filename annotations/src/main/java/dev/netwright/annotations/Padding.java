package dev.netwright.annotations;

/** What a convolution sees beyond the edges of a sample. */
public enum Padding {
    /** Nothing: the kernel goes wherever it lies within the sample, and what no place covers is left out. */
    VALID,
    /**
     * Zeros, so many that the result has {@code ceil(input / stride)} pixels in each direction: half of them on each side, and one more
     * below and to the right where they cannot be halved.
     */
    SAME
}
