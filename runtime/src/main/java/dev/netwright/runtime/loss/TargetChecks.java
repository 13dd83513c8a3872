package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;
import java.util.Set;

/** What losses ask of targets and last activations before a training run changes anything. */
final class TargetChecks {
    private static final double DISTRIBUTION_TOLERANCE = 1e-3;

    private TargetChecks() {}

    /** The target of one output, from values or from a label. */
    static double target(Targets targets, int row, int output, int outputs) {
        if (!targets.areLabels()) {
            return targets.values()[row * outputs + output];
        }
        int label = targets.labels()[row];
        return outputs == 1 ? label : label == output ? 1.0 : 0.0;
    }

    static void lastActivation(Loss loss, OutputHead head, Set<Activation> allowed) {
        if (!allowed.isEmpty() && !(head.activation() instanceof Activation known && allowed.contains(known))) {
            throw new IllegalArgumentException(
                    "The loss " + loss.name() + " is not defined for what " + head.description()
                            + " gives: " + head.ending() + "; let the outputs be one of " + sorted(allowed)
                            + ", or use another loss.");
        }
    }

    /** Values have a column for each output; labels a class for each, or two classes for one output. */
    static void width(Loss loss, OutputHead head, Targets targets) {
        int outputs = head.units();
        boolean fits = targets.width() == outputs || (targets.areLabels() && outputs == 1 && targets.width() == 2);
        if (!fits) {
            throw new IllegalArgumentException("The targets have " + targets.width()
                    + (targets.areLabels() ? " classes" : " columns") + ", but " + head.description() + " has "
                    + head.countOfOutputs()
                    + "; the loss " + loss.name() + " needs as many.");
        }
    }

    static void range(Loss loss, Targets targets, TargetRange range) {
        float[] values = targets.values();
        for (int i = 0; i < values.length; i++) {
            if (!range.allows(values[i])) {
                throw new IllegalArgumentException("The target in row " + i / targets.width() + ", column "
                        + i % targets.width() + " is " + values[i] + ", but the loss " + loss.name()
                        + " needs targets " + range.words() + ".");
            }
        }
    }

    static void distributions(Loss loss, Targets targets) {
        range(loss, targets, TargetRange.PROBABILITY);
        for (int row = 0; row < targets.rows() && !targets.areLabels(); row++) {
            double sum = 0.0;
            for (int j = 0; j < targets.width(); j++) {
                sum += targets.values()[row * targets.width() + j];
            }
            if (!(Math.abs(sum - 1.0) <= DISTRIBUTION_TOLERANCE)) {
                throw new IllegalArgumentException("The targets of row " + row + " sum to " + sum + ", but the loss "
                        + loss.name() + " needs a distribution, which sums to 1.");
            }
        }
    }

    private static String sorted(Set<Activation> activations) {
        return activations.stream().sorted().toList().toString();
    }
}
