package dev.netwright.runtime.training;

import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether data suit a network, its losses and its metrics. What does not depend on the data is worked out once: steps must not allocate. */
final class DataFit {
    private static final String BATCH = "rows of the batch";

    private final Network network;
    private final Optional<HeadLosses> losses;
    private final List<HeadMetric> metrics;
    private final List<OutputHead> heads;
    private final IndexColumns indices;
    private final String name;
    private final String place;

    /**
     * @param name what messages call the data
     * @throws IllegalArgumentException if a metric is given twice
     */
    DataFit(Network network, Optional<HeadLosses> losses, List<HeadMetric> metrics, String name) {
        this.network = network;
        this.losses = losses;
        this.metrics = metrics;
        this.heads = network.topology().heads();
        this.indices = IndexColumns.of(network.topology());
        this.name = name;
        this.place = "The " + name;
        Set<String> names = new HashSet<>();
        for (HeadMetric metric : metrics) {
            if (!names.add(metric.name())) {
                throw new IllegalArgumentException("The metric " + metric.name() + " is given twice.");
            }
        }
    }

    /** For batches that come one by one. */
    static DataFit ofBatches(Network network, HeadLosses losses) {
        return new DataFit(network, Optional.of(losses), List.of(), BATCH);
    }

    /**
     * A whole data set: every output has to learn from it, or to be measured with it.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    void check(Dataset data) {
        if (silentHeads(data) > 0) {
            throw nothingCounts();
        }
        checkNames(data);
    }

    private void checkNames(Dataset data) {
        String owner = network.topology().name();
        NameOrder.check(
                place,
                "features",
                data.featureNames(),
                owner,
                network.featureNames(),
                "put the columns into the network's order");
        if (data.heads() == 1) {
            NameOrder.check(
                    place,
                    "classes",
                    data.classNames(),
                    owner,
                    network.labels(0),
                    "read the data with the classes in the network's order, which labels(0) has");
        }
    }

    /**
     * One batch, in which some of several outputs may have nothing to say. Allocates nothing.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    void checkBatch(Dataset batch) {
        if (silentHeads(batch) == batch.heads()) {
            throw nothingCounts();
        }
    }

    private IllegalArgumentException nothingCounts() {
        return new IllegalArgumentException(
                "Every row of the " + name + " has weight 0, so that nothing counts; give at least one a weight.");
    }

    /** Checks all else, and counts the heads for which every row has the weight 0. */
    private int silentHeads(Dataset data) {
        Objects.requireNonNull(data, name);
        Topology topology = network.topology();
        if (data.inputs() != topology.inputSize()) {
            throw new IllegalArgumentException(place + " have " + data.inputs() + " features, but " + topology.name()
                    + " takes " + topology.inputSize() + ".");
        }
        indices.check(place, data.features(), 0, data.rows());
        network.standardizer().check(data.features(), data.rows());
        if (data.heads() != heads.size()) {
            throw new IllegalArgumentException(place + " have targets for " + data.heads()
                    + (data.heads() == 1 ? " output, but " : " outputs, but ") + topology.name() + " has "
                    + heads.size() + ": " + String.join(", ", topology.outputs())
                    + "; give targets for each, with Dataset.ofHeads(...) for several.");
        }
        int silent = 0;
        for (int head = 0; losses.isPresent() && head < heads.size(); head++) {
            Loss loss = losses.get().loss(head);
            loss.check(heads.get(head), data.targets(head));
            silent += counts(loss, data, head) ? 0 : 1;
        }
        for (int i = 0; i < metrics.size(); i++) {
            HeadMetric metric = metrics.get(i);
            metric.metric().check(heads.get(metric.head()), data.targets(metric.head()));
        }
        return silent;
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
}
