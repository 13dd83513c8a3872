package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.optimizer.RunState;
import java.util.Arrays;

/**
 * The parameters to fall back to, and which epoch is the best so far. With validation data these belong together. Without,
 * an epoch's loss was measured while the parameters moved: it says more of those at the epoch's start than of those at its
 * end. So the end of the best epoch is kept until the next epoch's loss is known; where that is not lower, the end of the
 * best epoch was already worse than its start, and the start is kept.
 */
final class BestParameters {
    /** The parameters, and the statistics of layers that are normalised over the batch. */
    private final float[][] live;

    private final float[][] kept;
    private final float[][] epochStart;
    private final float[][] bestStart;
    private final EarlyStopping criterion;
    private final boolean validated;
    private double bestValue = Double.NaN;
    private int bestEpoch;
    private int keptEpoch;

    BestParameters(Network network, EarlyStopping criterion, boolean validated) {
        this.live = new float[][] {network.parameters(), network.statistics()};
        this.kept = copy(live);
        this.epochStart = validated ? new float[0][] : copy(live);
        this.bestStart = copy(epochStart);
        this.criterion = criterion;
        this.validated = validated;
    }

    private static float[][] copy(float[][] arrays) {
        return Arrays.stream(arrays).map(float[]::clone).toArray(float[][]::new);
    }

    private static void copy(float[][] from, float[][] to) {
        for (int i = 0; i < to.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, to[i].length);
        }
    }

    /** Told of every epoch that ended well. */
    void epochEnded(EpochResult result) {
        double value = criterion.value(result);
        if (criterion.improves(value, bestValue)) {
            bestValue = value;
            bestEpoch = result.epoch();
            copy(epochStart, bestStart);
            keep(live, bestEpoch);
        } else if (!validated && keptEpoch == bestEpoch) {
            keep(bestStart, bestEpoch - 1);
        }
        copy(live, epochStart);
    }

    void exchange(RunState state, int epochs) {
        exchange(state, "kept", kept);
        exchange(state, "epoch start", epochStart);
        exchange(state, "best start", bestStart);
        bestValue = state.number("best value", bestValue);
        bestEpoch = (int) state.count("best epoch", bestEpoch, epochs);
        keptEpoch = (int) state.count("kept epoch", keptEpoch, epochs);
    }

    private static void exchange(RunState state, String name, float[][] arrays) {
        for (int i = 0; i < arrays.length; i++) {
            state.floats(name + (i == 0 ? " parameters" : " statistics"), arrays[i]);
        }
    }

    private void keep(float[][] parameters, int epoch) {
        copy(parameters, kept);
        keptEpoch = epoch;
    }

    /** Gives the network the kept parameters back. */
    void restore() {
        copy(kept, live);
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
