package dev.netwright.runtime.optimizer;

/** What an optimizer makes small: the loss of the current batch as a function of the parameters. */
public interface Objective {
    /** The live parameters, which the optimizer changes. */
    float[] parameters();

    /** The gradients that the last {@link #evaluate()} left, laid out as the parameters. */
    float[] gradients();

    /**
     * Computes the loss of the current batch at the current parameters, and its gradients.
     *
     * @return the loss, which may be infinite or NaN
     */
    double evaluate();
}
