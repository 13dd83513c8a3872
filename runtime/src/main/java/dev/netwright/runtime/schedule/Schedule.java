package dev.netwright.runtime.schedule;

/**
 * How the learning rate changes over a training run. A schedule is an immutable description; {@link #start} gives the
 * state of one run.
 *
 * <p>Below, {@code base} is the optimizer's own rate. {@code progress} goes from 0 at the first step to 1 where the run is planned
 * to end, after its last step, as in PyTorch and Keras: no step is wasted at a rate of 0. Should a run go on, the rate stays
 * at that end; schedules that count epochs go on as they were.
 *
 * <p>Rates have the same bits on every JVM.
 */
public interface Schedule {
    /**
     * The state of one run.
     *
     * @param baseRate      the optimizer's own learning rate, positive
     * @param stepsPerEpoch optimizer steps in one epoch, at least 1
     * @param epochs        epochs planned, at least 1
     * @throws IllegalArgumentException if one of these is out of its range
     */
    Run start(float baseRate, int stepsPerEpoch, int epochs);

    /** The rate stays as it is. */
    static Schedule constant() {
        return Schedules.constant();
    }

    /**
     * {@code base·factor^n} after n times {@code epochsPerDrop} epochs.
     *
     * @throws IllegalArgumentException if {@code epochsPerDrop < 1} or {@code factor} is not above 0 and at most 1
     */
    static Schedule step(int epochsPerDrop, float factor) {
        return Schedules.step(epochsPerDrop, factor);
    }

    /**
     * {@code base·factorPerEpoch^e} after e epochs, a little at every step (PyTorch waits for the end of the epoch).
     *
     * @throws IllegalArgumentException if {@code factorPerEpoch} is not above 0 and at most 1
     */
    static Schedule exponential(float factorPerEpoch) {
        return Schedules.exponential(factorPerEpoch);
    }

    /** Half a cosine from base to 0, {@code base·(1 + cos(π·progress)) / 2} (Loshchilov and Hutter 2017). */
    static Schedule cosine() {
        return Schedules.cosine(0f);
    }

    /**
     * Half a cosine from base to {@code endFraction·base}.
     *
     * @throws IllegalArgumentException if {@code endFraction} is not from 0 to 1
     */
    static Schedule cosine(float endFraction) {
        return Schedules.cosine(endFraction);
    }

    /**
     * Half a cosine from base towards 0, again and again: the first takes {@code firstCycleEpochs}, each next one
     * {@code cycleFactor} times as long (Loshchilov and Hutter 2017, SGDR).
     *
     * @throws IllegalArgumentException if {@code firstCycleEpochs < 1} or {@code cycleFactor < 1}
     */
    static Schedule cosineWithRestarts(int firstCycleEpochs, int cycleFactor) {
        return Schedules.cosineWithRestarts(firstCycleEpochs, cycleFactor);
    }

    /** {@link #oneCycle(float)} with a warm-up of 0.3 of the run. */
    static Schedule oneCycle() {
        return Schedules.oneCycle(0.3f);
    }

    /**
     * One cycle with its peak at base: half a cosine up from base/25 over {@code warmUpFraction} of the run, then half a
     * cosine down to base/250,000, which is the rate of the very last step (Smith and Topin 2018, with PyTorch's numbers).
     *
     * @throws IllegalArgumentException if {@code warmUpFraction} is not between 0 and 1
     */
    static Schedule oneCycle(float warmUpFraction) {
        return Schedules.oneCycle(warmUpFraction);
    }

    /**
     * {@code base·(end + (1 - end)·(1 - progress)^power)}, where {@code end} is {@code endFraction}.
     *
     * @throws IllegalArgumentException if {@code power} is not positive and finite or {@code endFraction} not from 0 to 1
     */
    static Schedule polynomial(float power, float endFraction) {
        return Schedules.polynomial(power, endFraction);
    }

    /** {@link #reduceOnPlateau(float, int, float)} down to a thousandth of base. */
    static Schedule reduceOnPlateau(float factor, int patience) {
        return Schedules.reduceOnPlateau(factor, patience, 1e-3f);
    }

    /**
     * The rate is multiplied with {@code factor} whenever the loss has not fallen by a ten-thousandth of its best for
     * {@code patience} epochs, down to {@code leastFraction·base}. Epochs are counted as in Keras; PyTorch waits for one
     * more.
     *
     * @throws IllegalArgumentException if {@code factor} is not between 0 and 1, {@code patience < 1}, or
     *                                  {@code leastFraction} is not from 0 to 1
     */
    static Schedule reduceOnPlateau(float factor, int patience, float leastFraction) {
        return Schedules.reduceOnPlateau(factor, patience, leastFraction);
    }

    /**
     * This schedule after a linear warm-up: the rate rises in equal steps over {@code warmUpEpochs} and reaches base with
     * the last of them, then this schedule begins and has the epochs that remain (Goyal et al. 2017). A run that is no longer
     * than its warm-up ends within it.
     *
     * @throws IllegalArgumentException if {@code warmUpEpochs < 1}
     */
    default Schedule afterWarmUp(int warmUpEpochs) {
        return Schedules.afterWarmUp(this, warmUpEpochs);
    }

    /** The state of one training run. For one thread. */
    interface Run {
        /** The learning rate of step {@code step}, counted from 0 over the whole run. */
        float rate(long step);

        /** Told after every epoch; {@code loss} is the validation loss, or the training loss where nothing is validated. */
        default void epochEnded(double loss) {}
    }
}
