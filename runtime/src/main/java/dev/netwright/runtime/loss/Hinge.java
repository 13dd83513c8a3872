package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;
import java.util.Arrays;

/** The hinge loss: of every output for targets -1 and 1, of the whole row for labels with several outputs. */
final class Hinge extends Loss {
    @Override
    public String name() {
        return "hinge";
    }

    @Override
    public boolean fusesWith(Activation lastActivation) {
        return false;
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        TargetChecks.width(this, head, targets);
        float[] values = targets.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 1f && values[i] != -1f) {
                throw new IllegalArgumentException("The target in row " + i / targets.width() + ", column "
                        + i % targets.width() + " is " + values[i] + ", but the hinge loss needs -1 or 1, or labels.");
            }
        }
    }

    @Override
    public boolean weighsAlike(Targets targets) {
        return !targets.areWeighted();
    }

    @Override
    public void evaluate(
            Predictions predictions, Targets targets, int firstRow, double scale, float[] gradients, double[] losses) {
        int width = predictions.head().units();
        boolean isOfClasses = targets.areLabels() && width > 1;
        for (int r = 0; r < predictions.rows(); r++) {
            int at = r * width;
            int row = firstRow + r;
            double loss = isOfClasses
                    ? ofClasses(predictions.outputs(), at, width, targets.labels()[row], gradients)
                    : ofSigns(predictions.outputs(), at, width, targets, row, gradients);
            double weight = isOfClasses ? weight(targets, row) : weight(targets, row) / width;
            losses[r] = weight * loss;
            for (int j = at; j < at + width; j++) {
                gradients[j] = (float) (scale * weight * gradients[j]);
            }
        }
    }

    /** The sum over the outputs; leaves its gradient. */
    private static double ofSigns(float[] outputs, int at, int width, Targets targets, int row, float[] gradients) {
        double sum = 0.0;
        for (int j = 0; j < width; j++) {
            float sign = targets.areLabels() ? 2f * targets.labels()[row] - 1f : targets.values()[row * width + j];
            double margin = 1.0 - (double) sign * outputs[at + j];
            sum += Math.max(0.0, margin);
            gradients[at + j] = margin > 0.0 ? -sign : 0f;
        }
        return sum;
    }

    /** How far the right class fails to lead by 1 over its first largest rival; leaves its gradient. */
    private static double ofClasses(float[] outputs, int at, int width, int label, float[] gradients) {
        Arrays.fill(gradients, at, at + width, 0f);
        float largest = Float.NEGATIVE_INFINITY;
        int rival = 0;
        for (int j = 0; j < width; j++) {
            if (j != label) {
                rival = outputs[at + j] > largest ? j : rival;
                // Math.max keeps a NaN, which must not go unseen.
                largest = Math.max(largest, outputs[at + j]);
            }
        }
        double margin = 1.0 + largest - outputs[at + label];
        if (margin > 0.0) {
            gradients[at + rival] = 1f;
            gradients[at + label] = -1f;
        }
        return Math.max(0.0, margin);
    }
}
