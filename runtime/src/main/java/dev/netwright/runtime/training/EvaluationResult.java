package dev.netwright.runtime.training;

import dev.netwright.runtime.metric.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How good a network is on some data.
 *
 * @param loss    the mean loss, weighted as the rows are; empty where no loss was given
 * @param losses  the mean loss of each output by its name, in the order of the outputs, none of them multiplied with its weight in the
 *                sum; empty where no loss was given
 * @param metrics each metric by its name, in the order of the outputs and there as they were given
 */
public record EvaluationResult(OptionalDouble loss, Map<String, Double> losses, Map<String, Double> metrics) {
    /** Copies losses and metrics and keeps their order. */
    public EvaluationResult {
        losses = Collections.unmodifiableMap(new LinkedHashMap<>(losses));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * The loss of one output alone, as in {@link #losses}.
     *
     * @throws IllegalArgumentException if it was not measured; the message has those that were
     */
    public double loss(String head) {
        return DataChecks.loss(losses, head);
    }

    /**
     * A metric's value.
     *
     * @throws IllegalArgumentException if it was not measured; the message has those that were
     */
    public double metric(Metric metric) {
        return metric(metric.name());
    }

    /**
     * The value of a metric that was asked for by the name of its output.
     *
     * @throws IllegalArgumentException if it was not measured; the message has those that were
     */
    public double metric(String head, Metric metric) {
        return metric(HeadMetric.name(head, metric));
    }

    /**
     * A metric by its name.
     *
     * @throws IllegalArgumentException if it was not measured; the message has those that were
     */
    public double metric(String name) {
        return DataChecks.metric(metrics, name);
    }
}
