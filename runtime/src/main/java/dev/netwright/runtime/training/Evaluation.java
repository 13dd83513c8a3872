package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Measures how good a network is on some data, without changing it:
 *
 * <pre>{@code
 * Evaluation.of(net).loss(Loss.CROSS_ENTROPY).metrics(Metric.ACCURACY).on(test)
 * }</pre>
 *
 * <p>The number of threads changes no bit of the result.
 */
public final class Evaluation {
    private final Network network;
    private final Map<String, HeadLosses.Weighted> losses = new LinkedHashMap<>();
    private final Map<String, List<HeadMetric>> metrics = new LinkedHashMap<>();
    private int threads = 1;

    private Evaluation(Network network) {
        this.network = network;
    }

    /** Of this network, with its parameters as they are when {@link #on} is called. */
    public static Evaluation of(Network network) {
        return new Evaluation(Objects.requireNonNull(network, "network"));
    }

    /**
     * The loss to measure; none if this is not called.
     *
     * @throws IllegalArgumentException if the network has several outputs
     */
    public Evaluation loss(Loss loss) {
        return loss(DataChecks.onlyHead(network.topology(), "loss"), loss);
    }

    /**
     * The loss of one output, for a network of several that have one each.
     *
     * @throws IllegalArgumentException if there is no output of that name
     */
    public Evaluation loss(String head, Loss loss) {
        return loss(head, loss, 1f);
    }

    /**
     * The same with a weight: what is measured is the weighted sum of the losses of all outputs.
     *
     * @throws IllegalArgumentException if there is no output of that name, or the weight is negative or not finite
     */
    public Evaluation loss(String head, Loss loss, float weight) {
        losses.put(
                DataChecks.head(network.topology(), head),
                new HeadLosses.Weighted(Objects.requireNonNull(loss, "loss"), weight));
        return this;
    }

    /**
     * The metrics to measure; none if this is not called.
     *
     * @throws IllegalArgumentException if the network has several outputs
     */
    public Evaluation metrics(Metric... metrics) {
        this.metrics.put(DataChecks.onlyHead(network.topology(), "metrics"), HeadMetric.ofOnlyHead(metrics));
        return this;
    }

    /**
     * The metrics of one output, whose names in the result begin with the output's: {@code policy accuracy}.
     *
     * @throws IllegalArgumentException if there is no output of that name
     */
    public Evaluation metrics(String head, Metric... metrics) {
        this.metrics.put(head, HeadMetric.ofHead(network.topology(), head, metrics));
        return this;
    }

    /** Threads that compute, the calling one included; 1 if this is not called. */
    public Evaluation threads(int threads) {
        this.threads = DataChecks.positive("threads", threads);
        return this;
    }

    /**
     * Measures.
     *
     * @throws IllegalArgumentException if the data do not fit the network, the loss or a metric
     * @throws IllegalStateException    if some outputs have a loss and others have none
     */
    public EvaluationResult on(Dataset data) {
        Optional<HeadLosses> ofHeads =
                losses.isEmpty() ? Optional.empty() : Optional.of(HeadLosses.of(network.topology(), losses, "on(...)"));
        List<HeadMetric> measured = HeadMetric.all(network.topology(), metrics);
        new DataFit(network, ofHeads, measured, "data").check(data);
        int size = Math.min(threads, BlockWorker.blocks(data.rows(), BlockWorker.MEASURED_ROWS));
        BlockWorker[] workers = BlockWorker.of(network, size, BlockWorker.MEASURED_ROWS);
        try (WorkerTeam team = new WorkerTeam(size)) {
            return new BlockEvaluator(team, workers, ofHeads, data, measured).evaluate();
        }
    }
}
