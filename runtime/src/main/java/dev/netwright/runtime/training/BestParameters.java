package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;

/**
 * The parameters to fall back to, and which epoch is the best so far. With validation data these belong together. Without,
 * an epoch's loss was measured while the parameters moved: it says more of those at the epoch's start than of those at its
 * end. So the end of the best epoch is kept until the next epoch's loss is known; where that is not lower, the end of the
 * best epoch was already worse than its start, and the start is kept.
 */
final class BestParameters {
    private final float[] live;
    private final float[] kept;
    private final float[] epochStart;
    private final float[] bestStart;
    private final EarlyStopping criterion;
    private final boolean validated;
    private double bestValue = Double.NaN;
    private int bestEpoch;
    private int keptEpoch;

    BestParameters(Network network, EarlyStopping criterion, boolean validated) {
        this.live = network.parameters();
        this.kept = live.clone();
        this.epochStart = validated ? new float[0] : live.clone();
        this.bestStart = new float[epochStart.length];
        this.criterion = criterion;
        this.validated = validated;
    }

    /** Told of every epoch that ended well. */
    void epochEnded(EpochResult result) {
        double value = criterion.value(result);
        if (criterion.improves(value, bestValue)) {
            bestValue = value;
            bestEpoch = result.epoch();
            System.arraycopy(epochStart, 0, bestStart, 0, bestStart.length);
            keep(live, bestEpoch);
        } else if (!validated && keptEpoch == bestEpoch) {
            keep(bestStart, bestEpoch - 1);
        }
        System.arraycopy(live, 0, epochStart, 0, epochStart.length);
    }

    private void keep(float[] parameters, int epoch) {
        System.arraycopy(parameters, 0, kept, 0, kept.length);
        keptEpoch = epoch;
    }

    /** Gives the network the kept parameters back. */
    void restore() {
        System.arraycopy(kept, 0, live, 0, live.length);
    }

    /** The best epoch, from 1; 0 while there is none. */
    int bestEpoch() {
        return bestEpoch;
    }

    /** The epoch whose parameters are kept; 0 for those at the start. */
    int keptEpoch() {
        return keptEpoch;
    }
}
