package dev.netwright.processor.model;

/**
 * What is done to a layer's values beside its activation.
 *
 * @param dropout the probability that an activation is dropped in training
 */
public record Treatment(float dropout) {
    /** Nothing. */
    public static final Treatment NONE = new Treatment(0f);

    /** Whether training drops activations. */
    public boolean dropsOut() {
        return dropout != 0f;
    }
}
