package dev.netwright.runtime.topology;

import dev.netwright.annotations.Normalization;

/**
 * What is done to a layer's values beside its activation.
 *
 * @param normalization what is done to u, which is {@code x·W + b} or x, to make z
 * @param gainsOffset   where its gains, one for each column of z, and then as many shifts start in the network's parameters; 0
 *                      where nothing is normalised
 * @param dropout       the probability that an activation is dropped in training, from 0 to less than 1
 */
public record LayerTreatment(Normalization normalization, int gainsOffset, float dropout) {
    /** Nothing. */
    public static final LayerTreatment NONE = new LayerTreatment(0f);

    /** Dropout alone. */
    public LayerTreatment(float dropout) {
        this(Normalization.NONE, 0, dropout);
    }

    /** Whether anything is normalised. */
    public boolean normalizes() {
        return normalization != Normalization.NONE;
    }

    /** Whether training drops activations. */
    public boolean dropsOut() {
        return dropout != 0f;
    }
}
