package dev.netwright.testing.reference;

import java.util.Arrays;

/** A matrix of samples as one of pixels, {@code rows·pixels x channels}, and back. */
final class Pixels {
    private Pixels() {}

    /** A row for every pixel of every sample. */
    static double[][] split(double[][] samples, int pixels) {
        int channels = samples[0].length / pixels;
        double[][] split = new double[samples.length * pixels][];
        for (int i = 0; i < split.length; i++) {
            int from = i % pixels * channels;
            split[i] = Arrays.copyOfRange(samples[i / pixels], from, from + channels);
        }
        return split;
    }

    /** A row for every sample again. */
    static double[][] join(double[][] split, int pixels) {
        int channels = split[0].length;
        double[][] samples = new double[split.length / pixels][pixels * channels];
        for (int i = 0; i < split.length; i++) {
            System.arraycopy(split[i], 0, samples[i / pixels], i % pixels * channels, channels);
        }
        return samples;
    }
}
