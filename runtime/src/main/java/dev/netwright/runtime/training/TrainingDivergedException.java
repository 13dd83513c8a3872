package dev.netwright.runtime.training;

/**
 * The loss, a gradient or a parameter became NaN or infinite while training. The network then has the best parameters so
 * far: with validation data, those after the epoch with the best monitored value; without, those after the epoch with the
 * lowest training loss, or before it where the next epoch's loss was higher; the starting parameters where no epoch was
 * completed.
 */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int epoch;
    private final int batch;
    private final double lossBefore;
    private final float learningRate;
    private final int keptEpoch;

    TrainingDivergedException(String found, TrainingProgress progress, int batch, float learningRate, int keptEpoch) {
        super("Training diverged in epoch " + progress.epoch() + ", batch " + batch + " of " + progress.batches() + ": "
                + found + before(progress) + " The learning rate was " + learningRate
                + ". The network has the parameters "
                + (keptEpoch == 0 ? "that it started with." : "of epoch " + keptEpoch + ", the best so far.")
                + " Try a smaller learning rate, a warm-up, clipping the gradients' norm, or standardized features.");
        this.epoch = progress.epoch();
        this.batch = batch;
        this.lossBefore = progress.batchLoss();
        this.learningRate = learningRate;
        this.keptEpoch = keptEpoch;
    }

    private static String before(TrainingProgress progress) {
        return Double.isNaN(progress.batchLoss())
                ? ""
                : " The loss of the batch before was " + progress.batchLoss() + ".";
    }

    /** The epoch in which it happened, from 1. */
    public int epoch() {
        return epoch;
    }

    /** The batch in which it happened, from 1; the last one if it was found after the epoch. */
    public int batch() {
        return batch;
    }

    /** The loss of the batch before; NaN where there was none. */
    public double lossBefore() {
        return lossBefore;
    }

    /** The learning rate of the step. */
    public float learningRate() {
        return learningRate;
    }

    /** The epoch whose parameters the network has now, from 1; 0 for those that it started with. */
    public int keptEpoch() {
        return keptEpoch;
    }
}
