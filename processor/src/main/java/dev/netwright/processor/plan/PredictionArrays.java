package dev.netwright.processor.plan;

import java.util.List;
import java.util.Optional;

/**
 * What layers share in passes that only predict: once the last layer that reads an array has done so, it serves again.
 *
 * @param shared each called as the first of its users; empty where it would save next to nothing
 * @param alone  the columns of all arrays of a forward pass together, where none is shared
 */
public record PredictionArrays(List<SharedArray> shared, long alone) {
    /** Fewer floats a row are not worth the lines that it takes. */
    public static final int LEAST_SAVED = 64;

    /** Copies the list. */
    public PredictionArrays {
        shared = List.copyOf(shared);
    }

    static PredictionArrays of(List<SharedArray> shared, long alone) {
        PredictionArrays all = new PredictionArrays(shared, alone);
        return alone - all.together() < LEAST_SAVED ? new PredictionArrays(List.of(), alone) : all;
    }

    /** Whether layers share anything. */
    public boolean areShared() {
        return !shared.isEmpty();
    }

    /** The columns that all arrays have together, those that are shared counted once. */
    public long together() {
        return alone
                - shared.stream()
                        .mapToLong(array -> array.alone() - array.size())
                        .sum();
    }

    /** What an array shares its memory with. */
    public Optional<SharedArray> with(PlannedArray array) {
        return shared.stream()
                .filter(group -> group.users().contains(array.name()))
                .findFirst();
    }
}
