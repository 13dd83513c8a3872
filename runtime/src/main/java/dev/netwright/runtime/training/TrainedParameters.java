package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.optimizer.Objective.RangeWork;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters that training changes, layer by layer, and which of them a thread has: those whose gradients it computes. Some have
 * gradients of 0: rows of tables that a batch did not pick.
 */
final class TrainedParameters {
    private final int parameterCount;
    private final Range[] ranges;
    private final boolean areAll;
    private final boolean haveTables;

    /**
     * Of one layer.
     *
     * @param weights where its weights start, {@code rows x columns}, whose rows are shared out
     * @param end     where its parameters end; what is behind the weights belongs to the first share
     * @param picked  of a table the rows with gradients that differ from 0, where they are known
     */
    private record Range(int weights, int rows, int columns, int end, Optional<PickedRows> picked) {
        void forShare(GradientShare share, RangeWork work) {
            work.accept(weights + share.from(rows) * columns, weights + share.to(rows) * columns);
            forBehind(share, work);
        }

        void forNonZero(GradientShare share, RangeWork work) {
            if (picked.isEmpty()) {
                forShare(share, work);
            } else {
                picked.get().forShare(share, work);
                forBehind(share, work);
            }
        }

        private void forBehind(GradientShare share, RangeWork work) {
            int behind = weights + rows * columns;
            if (share.part() == 0 && behind < end) {
                work.accept(behind, end);
            }
        }

        int nonZeroCount() {
            int all = end - weights;
            return picked.isEmpty() ? all : all - rows * columns + picked.get().parameterCount();
        }
    }

    /** Where nothing is known of gradients. */
    TrainedParameters(Topology topology) {
        this(topology, List.of());
    }

    /**
     * Where gradients belong to a batch.
     *
     * @param tables of which it picks rows
     */
    TrainedParameters(Topology topology, List<PickedRows> tables) {
        List<Range> trained = new ArrayList<>();
        boolean isAnyFrozen = false;
        for (NetworkLayer layer : topology.layers()) {
            if (layer instanceof WeightedLayer weighted) {
                int start = weighted.weightsOffset();
                isAnyFrozen |= !weighted.training().isTrained();
                if (weighted.training().isTrained()) {
                    Optional<PickedRows> picked = tables.stream()
                            .filter(table -> table.offset() == start)
                            .findFirst();
                    trained.add(new Range(
                            start,
                            weighted.weightRows(),
                            weighted.weightColumns(),
                            start + weighted.parameterCount(),
                            picked));
                }
            } else if (layer.parameterCount() > 0) {
                int start = layer.treatment().gainsOffset();
                trained.add(new Range(start, 0, 0, start + layer.parameterCount(), Optional.empty()));
            }
        }
        parameterCount = topology.parameterCount();
        ranges = trained.toArray(new Range[0]);
        areAll = !isAnyFrozen;
        haveTables = !tables.isEmpty();
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

    /** Work on all of them, on the calling thread and in ascending order. */
    void forAll(RangeWork work) {
        if (areAll) {
            work.accept(0, parameterCount);
            return;
        }
        for (Range range : ranges) {
            work.accept(range.weights, range.end);
        }
    }

    /** Work on a share of them. */
    void forShare(GradientShare share, RangeWork work) {
        for (Range range : ranges) {
            range.forShare(share, work);
        }
    }

    /** Work on those whose gradients may differ from 0, on the calling thread and in ascending order. */
    void forNonZero(RangeWork work) {
        if (haveTables) {
            forNonZeroShare(GradientShare.ALL, work);
        } else {
            forAll(work);
        }
    }

    /** Work on a share of these. */
    void forNonZeroShare(GradientShare share, RangeWork work) {
        for (Range range : ranges) {
            range.forNonZero(share, work);
        }
    }

    /** How many these are. */
    int nonZeroCount() {
        int nonZero = 0;
        for (Range range : ranges) {
            nonZero += range.nonZeroCount();
        }
        return nonZero;
    }
}
