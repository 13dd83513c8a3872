package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;

/**
 * The parameters to fall back to, and which epoch is the best so far. With validation data these belong together. Without,
 * an epoch's loss was measured while the parameters moved, so the fallback is simply the last epoch that ended well.
 */
final class BestParameters {
    private final float[] live;
    private final float[] kept;
    private final EarlyStopping criterion;
    private final boolean validated;
    private double bestValue = Double.NaN;
    private int bestEpoch;
    private int keptEpoch;

    BestParameters(Network network, EarlyStopping criterion, boolean validated) {
        this.live = network.parameters();
        this.kept = live.clone();
        this.criterion = criterion;
        this.validated = validated;
    }

    /** Told of every epoch that ended well. */
    void epochEnded(EpochResult result) {
        double value = criterion.value(result);
        boolean improved = criterion.improves(value, bestValue);
        if (improved) {
            bestValue = value;
            bestEpoch = result.epoch();
        }
        if (improved || !validated) {
            System.arraycopy(live, 0, kept, 0, live.length);
            keptEpoch = result.epoch();
        }
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
