package dev.netwright.runtime.metric;

import dev.netwright.runtime.Topology;
import dev.netwright.runtime.data.Targets;

/**
 * A number that tells people how good predictions are, measured beside the loss. Immutable and without state; {@link
 * #start} gives the state of one measurement.
 */
public interface Metric {
    /** The name in the field's words, for logs and tables; a training run has each name once. */
    String name();

    /** Whether larger values are better, as with accuracy, and not smaller ones, as with errors. */
    boolean higherIsBetter();

    /**
     * Refuses what cannot be measured.
     *
     * @throws IllegalArgumentException if the targets or the outputs do not suit this metric; the message has both
     */
    void check(Topology topology, Targets targets);

    /** The state of one measurement. */
    Accumulator start();

    /** The state of one measurement over rows that arrive in their order. For one thread. */
    interface Accumulator {
        /**
         * Adds the outputs of some rows.
         *
         * @param outputs  {@code rows x outputSize}; may be longer, is not kept
         * @param rows     rows to add, at least 1
         * @param targets  the targets of at least {@code firstRow + rows} rows
         * @param firstRow the target row of the first output
         */
        void add(float[] outputs, int rows, Targets targets, int firstRow);

        /** The metric over all rows so far; NaN where it is not defined for them. */
        double value();
    }
}
