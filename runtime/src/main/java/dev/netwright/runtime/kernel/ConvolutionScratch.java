package dev.netwright.runtime.kernel;

/** One thread's arrays for what convolutions copy together; each grows to the largest that was asked for. */
final class ConvolutionScratch {
    private float[] patches = {};
    private float[] weights = {};

    /** With anything in it. */
    float[] patches(int length) {
        if (patches.length < length) {
            patches = new float[length];
        }
        return patches;
    }

    /** With anything in it. */
    float[] weights(int length) {
        if (weights.length < length) {
            weights = new float[length];
        }
        return weights;
    }
}
