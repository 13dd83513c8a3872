package dev.netwright.console;

import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.runtime.training.TrainingProgress;

/** Throws after the first batch of an epoch. */
record FailsInEpoch(int epoch) implements TrainingListener {
    @Override
    public void batchEnded(TrainingProgress progress) {
        if (progress.epoch() == epoch) {
            throw new IllegalStateException("no more");
        }
    }
}
