package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.Topology;
import dev.netwright.runtime.data.Targets;

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
    public void check(Topology topology, Targets targets) {
        TargetChecks.width(this, topology, targets);
        float[] values = targets.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 1f && values[i] != -1f) {
                throw new IllegalArgumentException("The target in row " + i / targets.width() + ", column "
                        + i % targets.width() + " is " + values[i] + ", but the hinge loss needs -1 or 1, or labels.");
            }
        }
    }

    @Override
    public double evaluate(Pass pass, Targets targets, int firstRow, double scale, float[] gradients) {
        int width = pass.topology().outputSize();
        double sum = 0.0;
        for (int row = 0; row < pass.rows(); row++) {
            double weight = weight(targets, firstRow + row);
            sum += targets.areLabels() && width > 1
                    ? label(
                            pass.outputs(),
                            row * width,
                            width,
                            targets.labels()[firstRow + row],
                            weight,
                            scale,
                            gradients)
                    : signs(
                            pass.outputs(),
                            row * width,
                            width,
                            targets,
                            firstRow + row,
                            weight / width,
                            scale,
                            gradients);
        }
        return sum;
    }

    private static double signs(
            float[] outputs,
            int at,
            int width,
            Targets targets,
            int row,
            double weight,
            double scale,
            float[] gradients) {
        double sum = 0.0;
        for (int j = 0; j < width; j++) {
            double sign = targets.areLabels() ? 2.0 * targets.labels()[row] - 1.0 : targets.values()[row * width + j];
            double margin = 1.0 - sign * outputs[at + j];
            sum += weight * Math.max(0.0, margin);
            gradients[at + j] = margin > 0.0 ? (float) (-sign * weight * scale) : 0f;
        }
        return sum;
    }

    private static double label(
            float[] outputs, int at, int width, int label, double weight, double scale, float[] gradients) {
        int rival = label == 0 ? 1 : 0;
        for (int j = 0; j < width; j++) {
            gradients[at + j] = 0f;
            if (j != label && outputs[at + j] > outputs[at + rival]) {
                rival = j;
            }
        }
        double margin = 1.0 + outputs[at + rival] - outputs[at + label];
        if (!(margin > 0.0)) {
            return margin <= 0.0 ? 0.0 : Double.NaN;
        }
        gradients[at + rival] = (float) (weight * scale);
        gradients[at + label] = (float) (-weight * scale);
        return weight * margin;
    }
}
