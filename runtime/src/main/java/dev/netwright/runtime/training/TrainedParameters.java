package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.optimizer.Objective.RangeWork;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.ArrayList;
import java.util.List;

/** The parameters that training changes, layer by layer, and which of them a thread has: those whose gradients it computes. */
final class TrainedParameters {
    private final Range[] ranges;
    private final boolean areAll;

    /**
     * Of one layer.
     *
     * @param weights where its weights start, {@code rows x columns}, whose rows are shared out
     * @param end     where its parameters end; what is behind the weights belongs to the first share
     */
    private record Range(int weights, int rows, int columns, int end) {}

    TrainedParameters(Topology topology) {
        List<Range> trained = new ArrayList<>();
        boolean isAnyFrozen = false;
        for (NetworkLayer layer : topology.layers()) {
            if (layer instanceof WeightedLayer weighted) {
                int start = weighted.weightsOffset();
                int end = start + weighted.parameterCount();
                isAnyFrozen |= !weighted.training().isTrained();
                if (weighted.training().isTrained()) {
                    trained.add(new Range(start, weighted.weightRows(), weighted.weightColumns(), end));
                }
            } else if (layer.parameterCount() > 0) {
                int start = layer.treatment().gainsOffset();
                trained.add(new Range(start, 0, 0, start + layer.parameterCount()));
            }
        }
        ranges = trained.toArray(new Range[0]);
        areAll = !isAnyFrozen;
    }

    /**
     * Refuses a network in which nothing would move, neither parameters nor the running means of a normalisation over the batch.
     *
     * @throws IllegalArgumentException if there are no parameters, or every layer that has any is frozen
     */
    static void requireAny(Topology topology) {
        if (new TrainedParameters(topology).ranges.length == 0 && topology.statisticsCount() == 0) {
            throw new IllegalArgumentException(
                    topology.parameterCount() == 0
                            ? topology.name() + " has no parameters, so there is nothing to train; give a layer a size."
                            : "Every layer of " + topology.name()
                                    + " that has parameters has trainable = false, so there is"
                                    + " nothing to train; remove that from one layer at least.");
        }
    }

    /** Work on all of them, on the calling thread. */
    void forAll(int count, RangeWork work) {
        if (areAll) {
            work.accept(0, count);
            return;
        }
        for (Range range : ranges) {
            work.accept(range.weights, range.end);
        }
    }

    /** Work on a share of them. */
    void forShare(GradientShare share, RangeWork work) {
        for (Range range : ranges) {
            work.accept(
                    range.weights + share.from(range.rows) * range.columns,
                    range.weights + share.to(range.rows) * range.columns);
            int behind = range.weights + range.rows * range.columns;
            if (share.part() == 0 && behind < range.end) {
                work.accept(behind, range.end);
            }
        }
    }
}
