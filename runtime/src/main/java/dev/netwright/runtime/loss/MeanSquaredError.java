package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;

/**
 * The mean squared error. Small networks are trained with it on large batches, so it has a loop of its own instead of a function
 * call for every output.
 */
final class MeanSquaredError extends Loss {
    @Override
    public String name() {
        return "mean squared error";
    }

    /** With the identity, logits are outputs and the two gradients are one. */
    @Override
    public boolean fusesWith(Activation lastActivation) {
        return lastActivation == Activation.IDENTITY;
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        TargetChecks.width(this, head, targets);
        TargetChecks.range(this, targets, TargetRange.NUMBER);
    }

    @Override
    public boolean weighsAlike(Targets targets) {
        return !targets.areWeighted();
    }

    @Override
    public void evaluate(
            Predictions predictions, Targets targets, int firstRow, double scale, float[] gradients, double[] losses) {
        int outputs = predictions.head().units();
        for (int row = 0; row < predictions.rows(); row++) {
            double weight = weight(targets, firstRow + row) / outputs;
            double factor = 2.0 * scale * weight;
            double sum = targets.areLabels()
                    ? ofLabel(predictions.outputs(), row, outputs, targets, firstRow + row, factor, gradients)
                    : ofValues(
                            predictions.outputs(), row, outputs, targets.values(), firstRow + row, factor, gradients);
            losses[row] = weight * sum;
        }
    }

    /** In groups of four, since a loop of few steps costs more than its arithmetic. */
    private static double ofValues(
            float[] predictions,
            int row,
            int outputs,
            float[] targets,
            int targetRow,
            double factor,
            float[] gradients) {
        double sum = 0.0;
        int at = row * outputs;
        int targetAt = targetRow * outputs;
        int end = at + outputs;
        for (; at + 3 < end; at += 4, targetAt += 4) {
            double e0 = (double) predictions[at] - targets[targetAt];
            double e1 = (double) predictions[at + 1] - targets[targetAt + 1];
            double e2 = (double) predictions[at + 2] - targets[targetAt + 2];
            double e3 = (double) predictions[at + 3] - targets[targetAt + 3];
            gradients[at] = (float) (factor * e0);
            gradients[at + 1] = (float) (factor * e1);
            gradients[at + 2] = (float) (factor * e2);
            gradients[at + 3] = (float) (factor * e3);
            sum += (e0 * e0 + e1 * e1) + (e2 * e2 + e3 * e3);
        }
        for (; at < end; at++, targetAt++) {
            double e = (double) predictions[at] - targets[targetAt];
            gradients[at] = (float) (factor * e);
            sum += e * e;
        }
        return sum;
    }

    private static double ofLabel(
            float[] predictions,
            int row,
            int outputs,
            Targets targets,
            int targetRow,
            double factor,
            float[] gradients) {
        double sum = 0.0;
        for (int j = 0; j < outputs; j++) {
            int at = row * outputs + j;
            double e = predictions[at] - TargetChecks.target(targets, targetRow, j, outputs);
            gradients[at] = (float) (factor * e);
            sum += e * e;
        }
        return sum;
    }
}
