package dev.netwright.runtime.training;

import java.util.Arrays;
import java.util.Map;

/**
 * The losses of an epoch so far. Of each head there is one sum over the rows of all batches, as {@link Evaluation} has it: a mean of the
 * batches' means would count rows otherwise where some say nothing of a head.
 */
final class EpochLosses {
    private final HeadLosses losses;

    /** Of each head {@code Σ w·l} and {@code Σ w}. */
    private final double[] sums;

    private final double[] weights;

    private double penalties;
    private long rows;

    EpochLosses(HeadLosses losses) {
        this.losses = losses;
        sums = new double[losses.count()];
        weights = new double[losses.count()];
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(weights, 0);
        penalties = 0;
        rows = 0;
    }

    /**
     * Adds a batch.
     *
     * @param penalty what the weights of layers cost in its step
     */
    void add(double[] batchSums, double[] batchWeights, double penalty, int batchRows) {
        for (int head = 0; head < sums.length; head++) {
            sums[head] += batchSums[head];
            weights[head] += batchWeights[head];
        }
        penalties += penalty * batchRows;
        rows += batchRows;
    }

    /** What training makes small; NaN before the first batch. */
    double mean() {
        return losses.mean(sums, weights) + penalties / rows;
    }

    /** The mean loss of each head by its name. */
    Map<String, Double> byHead() {
        return losses.means(sums, weights);
    }
}
