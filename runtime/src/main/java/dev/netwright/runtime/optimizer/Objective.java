package dev.netwright.runtime.optimizer;

/** What an optimizer makes small: the loss of the current batch as a function of the parameters. */
public interface Objective {
    /** The live parameters, which the optimizer changes. */
    float[] parameters();

    /**
     * The live gradients that the last {@link #evaluate()} left, laid out as the parameters. An optimizer may change them, and then asks for
     * them here in every step that does, which takes back {@link #zerosAreKept}.
     */
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

    /**
     * Does work on all parameters that are trained and whose gradients may differ from 0, as {@link #forRanges} does on all that are
     * trained: where a batch picks rows of an embedding's table, all others have gradients of 0. By default the same as {@link #forRanges}.
     */
    default void forNonZeroRanges(RangeWork work) {
        forRanges(work);
    }

    /**
     * Does work on all parameters whose gradients may differ from 0, on the calling thread and in ascending order; others may be among
     * them. By default one range of all parameters.
     */
    default void forNonZeroRangesInOrder(RangeWork work) {
        work.accept(0, parameters().length);
    }

    /**
     * To be called at the end of a step that has changed no gradient outside of {@link #forNonZeroRanges}, if none of these is changed
     * before the next evaluation either: that evaluation may leave them at 0. Without this call it sets all gradients, whatever was done
     * to them. By default nothing.
     */
    default void zerosAreKept() {}

    /** Work on the parameters from {@code from} to {@code to - 1}, which must not depend on how ranges are cut. */
    @FunctionalInterface
    interface RangeWork {
        /** Does it. */
        void accept(int from, int to);
    }
}
