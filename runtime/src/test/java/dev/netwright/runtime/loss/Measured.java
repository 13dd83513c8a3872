package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.Topologies;
import dev.netwright.runtime.data.Targets;
import java.util.Arrays;

/**
 * A loss evaluated over given logits.
 *
 * @param sum       {@code Σ w·l}
 * @param weight    {@code Σ w}
 * @param gradients as the loss left them, with scale 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Measured(double sum, double weight, float[] gradients) {
    static Measured of(Loss loss, Activation activation, Targets targets, float... logits) {
        int columns = logits.length / targets.rows();
        loss.check(Topologies.head(activation, columns), targets);
        float[] gradients = new float[logits.length];
        double sum = sum(loss, GivenLogits.of(activation, columns, logits), targets, 0, 1, gradients);
        double weight = 0;
        for (int row = 0; row < targets.rows(); row++) {
            weight += loss.weight(targets, row);
        }
        return new Measured(sum, weight, gradients);
    }

    /** {@code Σ w·l} over the rows of a pass, whose gradients the loss leaves. */
    static double sum(Loss loss, Pass pass, Targets targets, int firstRow, double scale, float[] gradients) {
        double[] losses = new double[pass.rows()];
        loss.evaluate(pass.predictions(0), targets, firstRow, scale, gradients, losses);
        return Arrays.stream(losses).sum();
    }

    /** The loss of the batch. */
    double mean() {
        return sum / weight;
    }
}
