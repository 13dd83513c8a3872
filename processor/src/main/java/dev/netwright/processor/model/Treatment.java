package dev.netwright.processor.model;

import dev.netwright.annotations.Normalization;

/**
 * What is done to a layer's values beside its activation.
 *
 * @param normalization what is done before the activation
 * @param epsilon       ε of the normalisation, above 0 and at most 1
 * @param dropout       the probability that an activation is dropped in training
 */
public record Treatment(Normalization normalization, float epsilon, float dropout) {
    /** Nothing. */
    public static final Treatment NONE = new Treatment(Normalization.NONE, 0f);

    /** With the ε of layers that do not say. */
    public Treatment(Normalization normalization, float dropout) {
        this(normalization, Normalization.DEFAULT_EPSILON, dropout);
    }

    /** Whether ε is another than that of layers that do not say. */
    public boolean hasOwnEpsilon() {
        return epsilon != Normalization.DEFAULT_EPSILON;
    }

    /** Whether the pre-activation is normalised. */
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
