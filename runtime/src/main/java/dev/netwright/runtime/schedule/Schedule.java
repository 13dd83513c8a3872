package dev.netwright.runtime.schedule;

/**
 * How the learning rate changes over a training run. A schedule is an immutable description; {@link #start} gives the
 * state of one run.
 */
public interface Schedule {
    /**
     * The state of one run.
     *
     * @param baseRate      the optimizer's own learning rate, positive
     * @param stepsPerEpoch optimizer steps in one epoch, at least 1
     * @param epochs        epochs planned, at least 1
     */
    Run start(float baseRate, int stepsPerEpoch, int epochs);

    /** The state of one training run. For one thread. */
    interface Run {
        /** The learning rate of step {@code step}, counted from 0 over the whole run. */
        float rate(long step);

        /** Told after every epoch; {@code loss} is the validation loss, or the training loss where nothing is validated. */
        default void epochEnded(double loss) {}
    }
}
