package dev.netwright.runtime.training;

import dev.netwright.runtime.optimizer.RunState;

/** Where a training run stands. One object for the whole run, so that an event allocates nothing; it is live. */
public final class TrainingProgress {
    private final int epochs;
    private final int batches;
    private final int rows;
    private final int batchSize;
    private final EpochLosses epochLosses;
    private int resumedEpochs;
    private int epoch;
    private int batch;
    private double batchLoss = Double.NaN;
    private float learningRate = Float.NaN;
    private boolean stopRequested;

    TrainingProgress(int epochs, int rows, int batchSize, EpochLosses epochLosses) {
        this.epochs = epochs;
        this.rows = rows;
        this.batchSize = batchSize;
        this.epochLosses = epochLosses;
        this.batches = (int) (((long) rows + batchSize - 1) / batchSize);
    }

    /** The current epoch, from 1; 0 before the first. */
    public int epoch() {
        return epoch;
    }

    /** Epochs planned. */
    public int epochs() {
        return epochs;
    }

    /** Epochs that an earlier run completed, from which this one goes on by its checkpoint; 0 for a run that began anew. */
    public int resumedEpochs() {
        return resumedEpochs;
    }

    /** Batches done in the current epoch. */
    public int batch() {
        return batch;
    }

    /** Batches of an epoch. */
    public int batches() {
        return batches;
    }

    /** Rows done in the current epoch. */
    public int rowsDone() {
        return (int) Math.min(rows, (long) batch * batchSize);
    }

    /** Rows of an epoch. */
    public int rows() {
        return rows;
    }

    /** The loss of the last batch, before its step; NaN before the first. */
    public double batchLoss() {
        return batchLoss;
    }

    /** The mean loss of the current epoch's rows so far, as {@link EpochResult#trainingLoss}; NaN before the first. */
    public double epochLoss() {
        return epochLosses.mean();
    }

    /** The learning rate of the last step; NaN before the first. */
    public float learningRate() {
        return learningRate;
    }

    /** Ends the run after what is being done: within an epoch after the batch, which leaves that epoch incomplete. */
    public void stop() {
        stopRequested = true;
    }

    boolean stopRequested() {
        return stopRequested;
    }

    void exchange(RunState state) {
        batchLoss = state.number("batch loss", batchLoss);
    }

    /** An epoch that an earlier run completed, which this one goes on from. */
    void replayed(int epoch, float rate) {
        this.epoch = epoch;
        resumedEpochs = epoch;
        batch = batches;
        learningRate = rate;
    }

    void startEpoch(int epoch) {
        this.epoch = epoch;
        batch = 0;
        epochLosses.clear();
    }

    /** Ends a batch that says nothing. */
    void endBatch(float rate) {
        batch++;
        learningRate = rate;
    }

    void endBatch(double loss, float rate) {
        endBatch(rate);
        batchLoss = loss;
    }
}
