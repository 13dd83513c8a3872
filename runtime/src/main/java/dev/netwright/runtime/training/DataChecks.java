package dev.netwright.runtime.training;

import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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

    /** Whether a whole data set suits a network: every output has to learn from it, or to be measured with it. */
    static void fits(
            Network network, Optional<HeadLosses> losses, List<HeadMetric> metrics, String name, Dataset data) {
        int silent = silentHeads(network, losses, metrics, name, data);
        if (silent > 0) {
            throw nothingCounts(name);
        }
    }

    /** The same for one batch, in which some of several outputs may have nothing to say. */
    static void fitsBatch(Network network, HeadLosses losses, Dataset batch) {
        String name = "rows of the batch";
        if (silentHeads(network, Optional.of(losses), List.of(), name, batch) == batch.heads()) {
            throw nothingCounts(name);
        }
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

    private static IllegalArgumentException nothingCounts(String name) {
        return new IllegalArgumentException(
                "Every row of the " + name + " has weight 0, so that nothing counts; give at least one a weight.");
    }

    /** Checks all else, and counts the heads for which every row has the weight 0. */
    private static int silentHeads(
            Network network, Optional<HeadLosses> losses, List<HeadMetric> metrics, String name, Dataset data) {
        Objects.requireNonNull(data, name);
        Topology topology = network.topology();
        if (data.inputs() != topology.inputSize()) {
            throw new IllegalArgumentException("The " + name + " have " + data.inputs() + " features, but "
                    + topology.name() + " takes " + topology.inputSize() + ".");
        }
        IndexColumns.of(topology).check("The " + name, data.features(), 0, data.rows());
        network.standardizer().check(data.features(), data.rows());
        List<OutputHead> heads = topology.heads();
        if (data.heads() != heads.size()) {
            throw new IllegalArgumentException("The " + name + " have targets for " + data.heads()
                    + (data.heads() == 1 ? " output, but " : " outputs, but ") + topology.name() + " has "
                    + heads.size() + ": " + String.join(", ", topology.outputs())
                    + "; give targets for each, with Dataset.ofHeads(...) for several.");
        }
        int silent = 0;
        for (int head = 0; losses.isPresent() && head < heads.size(); head++) {
            losses.get().loss(head).check(heads.get(head), data.targets(head));
            silent += counts(losses.get().loss(head), data, head) ? 0 : 1;
        }
        Set<String> names = new HashSet<>();
        for (HeadMetric metric : metrics) {
            if (!names.add(metric.name())) {
                throw new IllegalArgumentException("The metric " + metric.name() + " is given twice.");
            }
            metric.metric().check(heads.get(metric.head()), data.targets(metric.head()));
        }
        return silent;
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

    /** Whether any row has a weight for a head. */
    private static boolean counts(Loss loss, Dataset data, int head) {
        for (int row = 0; row < data.rows(); row++) {
            if (loss.weight(data.targets(head), row) > 0) {
                return true;
            }
        }
        return false;
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
