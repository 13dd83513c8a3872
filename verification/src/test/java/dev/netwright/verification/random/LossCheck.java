package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.testing.reference.ReferenceActivations;
import dev.netwright.verification.reference.ReferenceLoss;
import dev.netwright.verification.reference.TargetKind;
import java.util.Arrays;
import java.util.Random;

/** A loss after a forward pass against its definition: its value, and its gradient at the outputs or the logits. */
final class LossCheck {
    /** Losses compute in double precision with functions that are exact to 1e-11. */
    private static final double DOUBLE_ERROR = 1e-10;

    private static final double FLOAT_ERROR = 0x1p-24;

    /** With labels after softmax they start from probabilities that are floats, and that are not the nearest. */
    private static final double PROBABILITY_ERROR = 6 * FLOAT_ERROR;

    private final LossCase loss;
    private final Predictions predictions;
    private final OutputHead head;
    private final double alpha;
    private final boolean isFused;

    LossCheck(LossCase loss, Pass pass, int head) {
        this.loss = loss;
        predictions = pass.predictions(head);
        this.head = predictions.head();
        alpha = pass.topology().layers().stream()
                .filter(layer -> layer.name().equals(this.head.name()))
                .findFirst()
                .orElseThrow()
                .alpha();
        isFused = loss.loss().fusesWith(this.head);
    }

    boolean isFused() {
        return isFused;
    }

    /** Checks against random targets and weights, and returns the gradient. */
    float[] check(Random random) {
        int columns = head.units();
        int before = random.nextInt(3);
        int rows = before + predictions.rows();
        double[][] targets = loss.targets().draw(random, rows, columns);
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            weights[row] = random.nextInt(6) == 0 ? 0 : 0.25f + random.nextFloat();
        }
        Targets given = given(targets).weighted(weights);
        loss.loss().check(head, given);
        double scale = 1.0 / predictions.rows();
        float[] gradients = new float[predictions.rows() * columns];
        double[] losses = new double[predictions.rows()];
        loss.loss().evaluate(predictions, given, before, scale, gradients, losses);
        double found = 0;
        double expected = 0;
        double magnitude = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            double weight = weights[before + row] * loss.classWeight(targets[before + row]);
            double value = row(row, loss.effective().apply(targets[before + row]), scale * weight, gradients);
            found += losses[row];
            expected += weight * value;
            magnitude += weight * Math.max(1, Math.abs(value));
        }
        near("value", found, expected, (startsFromProbabilities() ? PROBABILITY_ERROR : DOUBLE_ERROR) * magnitude);
        return gradients;
    }

    /** Checks the gradient of one row and gives its loss. */
    private double row(int row, double[] targets, double scale, float[] gradients) {
        int columns = head.units();
        ActivationFunction activation = head.activation();
        double[] logits = Doubles.rows(predictions.logits(), row, 1, columns)[0];
        double[] outputs = isFused
                ? ReferenceActivations.row(activation, logits, alpha)
                : Doubles.rows(predictions.outputs(), row, 1, columns)[0];
        boolean isOfLogits = isFused && activation == Activation.SIGMOID;
        ReferenceLoss reference = loss.reference();
        double[] gradient = reference.gradient(isOfLogits ? logits : outputs, targets);
        double largest = 1;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        if (isFused && !isOfLogits) {
            gradient = ReferenceActivations.backward(activation, logits, gradient, alpha);
        }
        for (int j = 0; j < columns; j++) {
            double expected = scale * gradient[j];
            double rounding = startsFromProbabilities() ? PROBABILITY_ERROR : FLOAT_ERROR;
            double tolerance = rounding * Math.abs(expected) + DOUBLE_ERROR * scale * largest + Float.MIN_VALUE;
            near("gradient, row " + row + ", column " + j, gradients[row * columns + j], expected, tolerance);
        }
        return reference.value(isOfLogits ? logits : outputs, targets);
    }

    private boolean startsFromProbabilities() {
        return head.activation() == Activation.SOFTMAX && loss.targets() == TargetKind.LABELS;
    }

    private Targets given(double[][] targets) {
        int columns = head.units();
        if (loss.targets() == TargetKind.BINARY) {
            int[] labels = Arrays.stream(targets).mapToInt(row -> (int) row[0]).toArray();
            return Targets.ofLabels(labels, 2);
        }
        if (loss.targets() == TargetKind.LABELS) {
            int[] labels = Arrays.stream(targets).mapToInt(LossCheck::label).toArray();
            return Targets.ofLabels(labels, columns);
        }
        return Targets.ofValues(Floats.flat(targets), columns);
    }

    private static int label(double[] row) {
        int label = 0;
        while (row[label] != 1) {
            label++;
        }
        return label;
    }

    private void near(String what, double found, double expected, double tolerance) {
        if (!(Math.abs(found - expected) <= tolerance)) {
            throw new AssertionError(String.format(
                    "%s, %s: found %s, definition %s; they differ by %.3g, but rounding explains %.3g",
                    loss, what, found, expected, Math.abs(found - expected), tolerance));
        }
    }
}
