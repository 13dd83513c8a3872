package dev.netwright.runtime.topology;

/**
 * How the parameters of a layer are trained.
 *
 * @param isTrained whether training changes them
 * @param l1        the factor of {@code Σ|w|} over the weights in the loss
 * @param l2        the factor of {@code Σw²} over the weights in the loss
 */
public record LayerTraining(boolean isTrained, float l1, float l2) {
    /** Trained, without a penalty. */
    public static final LayerTraining PLAIN = new LayerTraining(true, 0f, 0f);

    /** Whether the weights add anything to the loss. */
    public boolean hasPenalty() {
        return l1 != 0f || l2 != 0f;
    }
}
