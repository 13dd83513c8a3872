package dev.netwright.runtime.metric;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Topologies;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;
import java.util.Arrays;
import java.util.Random;

/**
 * What a network might have put out, {@code rows x width}, and what it should have.
 *
 * @param activation the last one
 * @param width      outputs of a row
 */
@SuppressWarnings("ArrayRecordComponent")
record Predictions(Activation activation, int width, float[] outputs, Targets targets) {
    static Predictions of(Activation activation, Targets targets, float... outputs) {
        return new Predictions(activation, outputs.length / targets.rows(), outputs, targets);
    }

    int rows() {
        return targets.rows();
    }

    /** Measured in one go. */
    double measure(Metric metric) {
        return measure(metric, rows());
    }

    /** Measured over blocks of so many rows, and a shorter last one. */
    double measure(Metric metric, int block) {
        Metric.Accumulator accumulator = start(metric);
        for (int first = 0; first < rows(); first += block) {
            add(accumulator, first, Math.min(block, rows() - first));
        }
        return accumulator.value();
    }

    /** Measured row by row from the last to the first. */
    double measureBackwards(Metric metric) {
        Metric.Accumulator accumulator = start(metric);
        for (int row = rows() - 1; row >= 0; row--) {
            add(accumulator, row, 1);
        }
        return accumulator.value();
    }

    private Metric.Accumulator start(Metric metric) {
        OutputHead head = Topologies.head(activation, width);
        metric.check(head, targets);
        return metric.start(head);
    }

    private void add(Metric.Accumulator accumulator, int first, int rows) {
        float[] longer = Arrays.copyOfRange(outputs, first * width, first * width + rows * width + 5);
        accumulator.add(longer, rows, targets, first);
    }

    /** The same rows, each with a weight of its own; some are 0. */
    Predictions weighted(Random random) {
        float[] weights = new float[rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = random.nextInt(4) * 0.75f;
        }
        return new Predictions(activation, width, outputs, targets.weighted(weights));
    }

    double weight(int row) {
        return targets.weight(row);
    }
}
