package dev.netwright.runtime;

import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import java.util.Objects;
import java.util.Optional;

/** Checks of arrays that callers pass in. Every message has the values that were found and what would fit. */
final class Checks {
    private Checks() {}

    static void length(String name, float[] array, int rows, int columns) {
        Objects.requireNonNull(array, name);
        if (array.length != (long) rows * columns) {
            throw new IllegalArgumentException(name + " has " + array.length + " values, but " + rows + " x " + columns
                    + " (rows x columns) needs " + (long) rows * columns + ".");
        }
    }

    static void atLeast(String name, float[] array, int rows, int columns) {
        Objects.requireNonNull(array, name);
        if (array.length < (long) rows * columns) {
            throw new IllegalArgumentException(name + " has " + array.length + " values, but " + rows + " x " + columns
                    + " (rows x columns) needs at least " + (long) rows * columns + ".");
        }
    }

    /** An array without rows. */
    static void count(String name, float[] array, String owner, int count) {
        Objects.requireNonNull(array, name);
        if (array.length != count) {
            throw new IllegalArgumentException(
                    name + " has " + array.length + " values, but " + owner + " has " + count + " of them.");
        }
    }

    static void range(String name, float[] array, int firstRow, int rows, int columns) {
        Objects.requireNonNull(array, name);
        if (firstRow < 0) {
            throw new IllegalArgumentException("firstRow must be at least 0, but is " + firstRow + ".");
        }
        if (((long) firstRow + rows) * columns > array.length) {
            throw new IllegalArgumentException(name + " has " + array.length + " values, which is too few for rows "
                    + firstRow + " to " + ((long) firstRow + rows - 1) + " of " + columns + " columns.");
        }
    }

    /** The length of an array that holds {@code rows x columns}, where there can be one. */
    static int size(String name, int rows, int columns) {
        long size = (long) rows * columns;
        if (size > Topology.MOST_ELEMENTS) {
            throw new IllegalArgumentException(name + " of " + rows + " x " + columns + " (rows x columns) would need "
                    + size + " values, but an array holds " + Topology.MOST_ELEMENTS
                    + " at most; take fewer rows at a time.");
        }
        return (int) size;
    }

    /** Returns the capacity of a pass, where it can have that. */
    static int capacity(Topology topology, int capacity) {
        int most = topology.mostRows();
        if (capacity < 1 || capacity > most) {
            throw new IllegalArgumentException("A pass of " + topology.name() + " holds 1 to " + most + " rows, but "
                    + capacity + " were asked for.");
        }
        return capacity;
    }

    /** Whether so many rows can be a batch of training. */
    static void batch(Topology topology, int rows) {
        Optional<String> objection = topology.objectionToBatch(rows);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(
                    "The batch has 1 row, but " + objection.get() + "; give 2 rows at least.");
        }
    }

    /** Running means and variances, with which a network can compute. */
    static void statistics(Topology topology, float[] statistics) {
        count("statistics", statistics, topology.name(), topology.statisticsCount());
        for (NetworkLayer layer : topology.layers()) {
            int means = layer.treatment().statisticsOffset();
            int columns = layer.statisticsCount() / 2;
            for (int column = 0; column < columns; column++) {
                float mean = statistics[means + column];
                float variance = statistics[means + columns + column];
                if (!Float.isFinite(mean)) {
                    throw new IllegalArgumentException("statistics has the mean " + mean + " for column " + column
                            + " of layer " + layer.name() + " of " + topology.name() + "; it must be finite.");
                }
                if (!Float.isFinite(variance) || variance < 0f) {
                    throw new IllegalArgumentException(
                            "statistics has the variance " + variance + " for column " + column
                                    + " of layer " + layer.name() + " of " + topology.name()
                                    + "; it must be finite and at least 0.");
                }
            }
        }
    }

    static void rows(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, but is " + rows + ".");
        }
    }

    /** Refuses the first of {@code rows} rows from {@code firstRow} on that has NaN or an infinite value. */
    static void finite(String name, float[] array, int firstRow, int rows, int columns) {
        int from = firstRow * columns;
        int to = from + rows * columns;
        if (Float.isFinite(Kernels.largestMagnitude(array, from, to))) {
            return;
        }
        for (int i = from; i < to; i++) {
            if (!Float.isFinite(array[i])) {
                throw new IllegalArgumentException(name + " has " + array[i] + " in row " + i / columns + ", column "
                        + i % columns + "; every feature must be finite.");
            }
        }
    }
}
