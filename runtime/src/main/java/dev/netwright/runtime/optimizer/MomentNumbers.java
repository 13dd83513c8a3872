package dev.netwright.runtime.optimizer;

/**
 * The numbers that Adam and its relatives share.
 *
 * @param beta1   β₁, the share of the mean of gradients that a step keeps
 * @param beta2   β₂, the share of the mean of squared gradients that a step keeps
 * @param epsilon ε, which keeps the quotient of the two finite
 */
record MomentNumbers(float beta1, float beta2, float epsilon) {
    /** Those of the paper (Kingma and Ba 2015), and of PyTorch. */
    static final MomentNumbers DEFAULT = new MomentNumbers(0.9f, 0.999f, 1e-8f);

    MomentNumbers {
        Hyperparameters.share("Beta 1", beta1);
        Hyperparameters.share("Beta 2", beta2);
        Hyperparameters.positive("Epsilon", epsilon);
    }
}
