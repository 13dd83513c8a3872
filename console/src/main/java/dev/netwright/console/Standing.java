package dev.netwright.console;

import dev.netwright.runtime.training.TrainingProgress;

/**
 * Where a run stands after a batch.
 *
 * @param epoch         the current epoch, from 1
 * @param epochs        epochs planned
 * @param rowsDone      rows done in the current epoch
 * @param rows          rows of an epoch
 * @param loss          the mean loss of the epoch so far
 * @param rowsPerSecond how fast the epoch's training goes
 * @param secondsLeft   how long the run will go on
 * @param filled        how much of the bar is full, from 0 to 1
 */
record Standing(
        int epoch,
        int epochs,
        int rowsDone,
        int rows,
        double loss,
        double rowsPerSecond,
        double secondsLeft,
        double filled) {
    static Standing of(TrainingProgress progress, Pace pace, double filled) {
        return new Standing(
                progress.epoch(),
                progress.epochs(),
                progress.rowsDone(),
                progress.rows(),
                progress.epochLoss(),
                pace.rowsPerSecond(),
                pace.secondsLeft(),
                filled);
    }
}
