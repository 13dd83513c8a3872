package dev.netwright.runtime;

/**
 * How many rows a pass takes that only predicts. From such a pass nothing goes back, so generated code may let layers share arrays. Only
 * a network makes one, for the passes that it predicts with: callers have those of {@link Network#newPass}.
 */
public final class PredictionCapacity {
    private final int rows;

    PredictionCapacity(int rows) {
        this.rows = rows;
    }

    /** The most samples that one forward pass takes. */
    public int rows() {
        return rows;
    }
}
