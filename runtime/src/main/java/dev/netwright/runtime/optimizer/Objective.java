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

    /**
     * To be called by a step that has gone back to the parameters with which it began: what its evaluations found counts for nothing,
     * the statistics of a batch among it. By default nothing.
     */
    default void stepRefused() {}

    /**
     * Does work on all parameters that are trained, in ranges that do not overlap and that several threads may do at once. By default one
     * range on the calling thread.
     */
    default void forRanges(RangeWork work) {
        work.accept(0, parameters().length);
    }

    /** Work on the parameters from {@code from} to {@code to - 1}, which must not depend on how ranges are cut. */
    @FunctionalInterface
    interface RangeWork {
        /** Does it. */
        void accept(int from, int to);
    }
}
