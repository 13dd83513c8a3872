package dev.netwright.runtime.training;

import dev.netwright.runtime.topology.Topology;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What trainer and evaluation refuse before they begin. Every message has the values that were found. */
final class DataChecks {
    private DataChecks() {}

    static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value + ".");
        }
        return value;
    }

    /** The number of the first parameter that is NaN or infinite; empty where there is none. */
    static OptionalInt firstNotFinite(float[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Whether every batch of an epoch has the rows that layers need that are normalised over the batch, and can be held at once.
     *
     * @throws IllegalArgumentException if not; the message has a batch size that leaves no row alone
     */
    static void normalizable(Topology topology, int rows, int batchSize) {
        if (!topology.normalizesBatches()) {
            return;
        }
        int last = rows % batchSize == 0 ? batchSize : rows % batchSize;
        Optional<String> objection = topology.objectionToBatch(last);
        if (objection.isPresent()) {
            String found = batchSize == 1
                    ? "A batch has 1 row"
                    : rows + " rows in batches of " + batchSize + " leave a last batch of 1 row";
            String cure = rows == 1 ? "give more rows" : "use batchSize(" + withoutSingleRow(rows, batchSize) + ")";
            throw new IllegalArgumentException(found + ", but " + objection.get() + "; " + cure + ".");
        }
        if (batchSize > topology.mostRows()) {
            throw new IllegalArgumentException("A batch has " + batchSize + " rows, but " + topology.name()
                    + " has layers that are normalised over the batch, which must be in memory at once, and its arrays hold "
                    + topology.mostRows() + " rows at most.");
        }
    }

    /** The nearest size of batches, smaller if there is one, that leaves no row alone. */
    private static int withoutSingleRow(int rows, int batchSize) {
        for (int size = batchSize - 1; size > 1; size--) {
            if (rows % size != 1) {
                return size;
            }
        }
        int size = batchSize + 1;
        while (rows % size == 1) {
            size++;
        }
        return size;
    }

    /**
     * The name of an output head, which there must be.
     *
     * @throws IllegalArgumentException if there is none; the message has the nearest, or all
     */
    static String head(Topology topology, String name) {
        Objects.requireNonNull(name, "head");
        if (!topology.outputs().contains(name)) {
            throw new IllegalArgumentException(topology.name() + " has no output \"" + name + "\"; "
                    + NearestName.of(name, topology.outputs())
                            .map(nearest -> "did you mean \"" + nearest + "\"?")
                            .orElse("it has " + String.join(", ", topology.outputs()) + "."));
        }
        return name;
    }

    /**
     * The name of the only output head.
     *
     * @throws IllegalArgumentException if there are several; the message says what to call instead
     */
    static String onlyHead(Topology topology, String method) {
        if (topology.outputs().size() > 1) {
            throw new IllegalArgumentException(
                    topology.name() + " has " + topology.outputs().size() + " outputs, "
                            + String.join(", ", topology.outputs()) + "; say which: " + method + "(\""
                            + topology.outputs().get(0) + "\", ...).");
        }
        return topology.outputs().get(0);
    }

    static double metric(Map<String, Double> metrics, String name) {
        return measured("metric", metrics, name);
    }

    static double loss(Map<String, Double> losses, String head) {
        return measured("loss of an output", losses, head);
    }

    private static double measured(String what, Map<String, Double> values, String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + what + " \"" + name + "\" was measured; there "
                    + (values.isEmpty() ? "are none." : "are: " + String.join(", ", values.keySet()) + "."));
        }
        return value;
    }
}
