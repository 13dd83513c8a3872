package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import java.util.List;
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
    private Optional<Loss> loss = Optional.empty();
    private List<Metric> metrics = List.of();
    private int threads = 1;

    private Evaluation(Network network) {
        this.network = network;
    }

    /** Of this network, with its parameters as they are when {@link #on} is called. */
    public static Evaluation of(Network network) {
        return new Evaluation(Objects.requireNonNull(network, "network"));
    }

    /** The loss to measure; none if this is not called. */
    public Evaluation loss(Loss loss) {
        this.loss = Optional.of(Objects.requireNonNull(loss, "loss"));
        return this;
    }

    /** The metrics to measure; none if this is not called. */
    public Evaluation metrics(Metric... metrics) {
        this.metrics = List.of(metrics);
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
     */
    public EvaluationResult on(Dataset data) {
        DataChecks.fits(network, loss, metrics, "data", data);
        int size = Math.min(threads, BlockWorker.blocks(data.rows(), BlockWorker.MEASURED_ROWS));
        BlockWorker[] workers = BlockWorker.of(network, size, BlockWorker.MEASURED_ROWS);
        try (WorkerTeam team = new WorkerTeam(size)) {
            return new BlockEvaluator(team, workers, loss, data, metrics).evaluate();
        }
    }
}
