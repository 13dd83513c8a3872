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
 * @param metrics each metric by its name, in the order in which they were given
 */
public record EvaluationResult(OptionalDouble loss, Map<String, Double> metrics) {
    /** Copies the metrics and keeps their order. */
    public EvaluationResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
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
     * The value of a metric of one output, for a network of several.
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
