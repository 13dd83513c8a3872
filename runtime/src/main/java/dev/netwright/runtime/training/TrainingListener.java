package dev.netwright.runtime.training;

/**
 * Told how a training run goes. Every method is called on the thread that called {@code fit}, several listeners in the
 * order in which they were given. The progress is live: read it during the call. {@link TrainingProgress#stop()} ends the
 * run. An exception that a listener throws ends it too and reaches the caller of {@code fit}.
 */
public interface TrainingListener {
    /** Before the first epoch, when everything has been checked; with a checkpoint, before the first that is trained here. */
    default void trainingStarted(TrainingProgress progress) {}

    /** Before the first batch of an epoch. */
    default void epochStarted(TrainingProgress progress) {}

    /** After every optimizer step. */
    default void batchEnded(TrainingProgress progress) {}

    /** After an epoch's validation. */
    default void epochEnded(TrainingProgress progress, EpochResult result) {}

    /** At the very end, also where an exception ended the run. */
    default void trainingEnded(TrainingProgress progress) {}
}
