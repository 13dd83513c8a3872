package dev.netwright.console;

import dev.netwright.runtime.training.TrainingProgress;
import java.util.function.LongSupplier;

/** How fast a run goes, by its own clock. Allocates nothing. */
final class Pace {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoTime;
    private final long start;

    /** Of epochs that an earlier run completed, from which this one goes on. */
    private final long rowsBefore;

    private long epochStart;
    private long now;
    private double rowsPerSecond;
    private long rowsDone;
    private long rowsLeft;

    Pace(LongSupplier nanoTime, long rowsBefore) {
        this.nanoTime = nanoTime;
        this.rowsBefore = rowsBefore;
        start = nanoTime.getAsLong();
        epochStart = start;
        now = start;
    }

    void epochStarted() {
        epochStart = nanoTime.getAsLong();
    }

    void batchEnded(TrainingProgress progress) {
        now = nanoTime.getAsLong();
        rowsPerSecond = progress.rowsDone() / ((now - epochStart) / NANOS_PER_SECOND);
        rowsDone = (progress.epoch() - 1L) * progress.rows() + progress.rowsDone();
        rowsLeft = (long) progress.epochs() * progress.rows() - rowsDone;
    }

    /** Counts the validation into the time that is left, though not into the rows a second. */
    void epochEnded() {
        now = nanoTime.getAsLong();
    }

    /** Of the training in the current epoch, without validation. Infinite where the clock is too coarse. */
    double rowsPerSecond() {
        return rowsPerSecond;
    }

    /** Of the whole run, as if all that is left went as fast as what has been done since its start; NaN before the first batch. */
    double secondsLeft() {
        return (now - start) / NANOS_PER_SECOND * rowsLeft / (rowsDone - rowsBefore);
    }
}
