package dev.netwright.runtime.topology;

import dev.netwright.annotations.Normalization;

/**
 * What is done to a layer's values beside its activation.
 *
 * @param normalization    what is done to u, which is {@code x·W + b} or x, to make z
 * @param gainsOffset      where its gains, one for each column of z, or with {@code BATCH} for each channel, and then as many shifts start
 *                         in the network's parameters; 0 where nothing is normalised
 * @param statisticsOffset with {@code BATCH}, where its running means and then its running variances, as many as gains each, start in the
 *                         network's statistics; else 0
 * @param pixels           with {@code BATCH}, how many pixels of z have a channel; 1 where z has columns alone, and else
 * @param dropout          the probability that an activation is dropped in training, from 0 to less than 1
 * @param epsilon          ε of the normalisation, above 0 and at most 1
 */
public record LayerTreatment(
        Normalization normalization, int gainsOffset, int statisticsOffset, int pixels, float dropout, float epsilon) {
    /** Nothing. */
    public static final LayerTreatment NONE = new LayerTreatment(0f);

    /** With the ε of layers that do not say. */
    public LayerTreatment(
            Normalization normalization, int gainsOffset, int statisticsOffset, int pixels, float dropout) {
        this(normalization, gainsOffset, statisticsOffset, pixels, dropout, Normalization.DEFAULT_EPSILON);
    }

    /** Nothing that needs other samples. */
    public LayerTreatment(Normalization normalization, int gainsOffset, float dropout) {
        this(normalization, gainsOffset, 0, 1, dropout);
    }

    /** Dropout alone. */
    public LayerTreatment(float dropout) {
        this(Normalization.NONE, 0, dropout);
    }

    /** The same with another ε. */
    public LayerTreatment withEpsilon(float other) {
        return new LayerTreatment(normalization, gainsOffset, statisticsOffset, pixels, dropout, other);
    }

    /** Whether anything is normalised. */
    public boolean normalizes() {
        return normalization != Normalization.NONE;
    }

    /** Whether the rows of a batch are normalised together. */
    public boolean normalizesBatch() {
        return normalization == Normalization.BATCH;
    }

    /** Whether training drops activations. */
    public boolean dropsOut() {
        return dropout != 0f;
    }
}
