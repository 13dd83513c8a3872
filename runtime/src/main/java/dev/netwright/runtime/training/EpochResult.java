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
 * @param trainingLoss     the mean of the rows' losses, each at the parameters before the step of its batch, weighted as the rows are,
 *                         and with what the weights of layers cost; of several outputs the weighted sum of such means
 * @param validationLoss   the loss of the validation data after the epoch; empty without validation data
 * @param trainingLosses   the part of each output in the training loss by the output's name, in the order of the outputs, none of them
 *                         multiplied with its weight in the sum
 * @param validationLosses the same for the validation loss; empty without validation data
 * @param metrics          each metric by its name, in the order of the outputs and there as they were given: of the validation data, or of
 *                         the training data where there are none, after the epoch
 * @param learningRate     the rate of the last step
 * @param seconds          the time it took, with validation and metrics
 */
public record EpochResult(
        int epoch,
        double trainingLoss,
        OptionalDouble validationLoss,
        Map<String, Double> trainingLosses,
        Map<String, Double> validationLosses,
        Map<String, Double> metrics,
        float learningRate,
        double seconds) {
    /** Copies losses and metrics and keeps their order. */
    public EpochResult {
        trainingLosses = Collections.unmodifiableMap(new LinkedHashMap<>(trainingLosses));
        validationLosses = Collections.unmodifiableMap(new LinkedHashMap<>(validationLosses));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The validation loss, or the training loss where nothing is validated. */
    public double loss() {
        return validationLoss.orElse(trainingLoss);
    }

    /**
     * The loss of one output alone, of the validation data, or of the training data where nothing is validated.
     *
     * @throws IllegalArgumentException if there is no output of that name; the message has those that there are
     */
    public double loss(String head) {
        return DataChecks.loss(validationLosses.isEmpty() ? trainingLosses : validationLosses, head);
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
