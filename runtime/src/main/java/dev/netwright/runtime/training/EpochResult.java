package dev.netwright.runtime.training;

import dev.netwright.runtime.metric.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one epoch came to.
 *
 * @param epoch          its number, from 1
 * @param trainingLoss   the mean of the batches' losses, each at the parameters before its step, weighted as the rows are,
 *                       and with what the weights of layers cost
 * @param validationLoss the loss of the validation data after the epoch; empty without validation data
 * @param metrics        each metric by its name, in the order in which they were given: of the validation data, or of the
 *                       training data where there are none, after the epoch
 * @param learningRate   the rate of the last step
 * @param seconds        the time it took, with validation and metrics
 */
public record EpochResult(
        int epoch,
        double trainingLoss,
        OptionalDouble validationLoss,
        Map<String, Double> metrics,
        float learningRate,
        double seconds) {
    /** Copies the metrics and keeps their order. */
    public EpochResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The validation loss, or the training loss where nothing is validated. */
    public double loss() {
        return validationLoss.orElse(trainingLoss);
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
