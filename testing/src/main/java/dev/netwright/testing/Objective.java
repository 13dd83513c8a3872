package dev.netwright.testing;

import dev.netwright.runtime.Pass;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.testing.reference.ReferenceGradients;
import dev.netwright.testing.reference.ReferencePass;
import dev.netwright.testing.reference.RoundingErrors;

/**
 * {@code L = Σ g·o} with a given g, o being the outputs or the logits: its values, and its gradients by a generated pass beside
 * those of the reference.
 */
final class Objective {
    /** Functions of the reference may be off by some units in the last place. */
    private static final double FUNCTION_ERROR = 0x1p-50;

    private final boolean isOfLogits;
    private final double[][] g;
    private final double valueError;
    private final Comparison parameters;
    private final Comparison inputs;

    private Objective(boolean isOfLogits, float[] given, Pass pass, ReferencePass reference, RoundingErrors errors) {
        Topology topology = pass.topology();
        this.isOfLogits = isOfLogits;
        g = Doubles.rows(given, 0, pass.rows(), topology.outputSize());
        valueError = valueError(g, isOfLogits ? errors.logits() : errors.outputs());
        ReferenceGradients expected;
        RoundingErrors.Backward deviations;
        if (isOfLogits) {
            pass.backwardFromLogits(given);
            expected = reference.backwardFromLogits(g);
            deviations = errors.backwardFromLogits(g);
        } else {
            pass.backward(given);
            expected = reference.backward(g);
            deviations = errors.backward(g);
        }
        String start = isOfLogits ? "logits" : "outputs";
        parameters = new Comparison(start, pass.gradients(), expected.parameters(), deviations.parameters());
        inputs = new Comparison(start, pass.inputGradients(), expected.inputs(), deviations.inputs());
    }

    /** Goes back from gradients at the outputs after the pass has gone forward. */
    static Objective ofOutputs(float[] given, Pass pass, ReferencePass reference, RoundingErrors errors) {
        return new Objective(/* isOfLogits= */ false, given, pass, reference, errors);
    }

    /** Goes back from gradients at the logits after the pass has gone forward. */
    static Objective ofLogits(float[] given, Pass pass, ReferencePass reference, RoundingErrors errors) {
        return new Objective(/* isOfLogits= */ true, given, pass, reference, errors);
    }

    private static double valueError(double[][] g, double[][] deviations) {
        double error = 0;
        for (int row = 0; row < g.length; row++) {
            for (int j = 0; j < g[row].length; j++) {
                error += Math.abs(g[row][j]) * (Comparison.DOUBLE_ERROR * deviations[row][j] + FUNCTION_ERROR);
            }
        }
        return error;
    }

    /** L of a pass of the reference. */
    double value(ReferencePass pass) {
        double[][] o = isOfLogits ? pass.logits() : pass.outputs();
        double value = 0;
        for (int row = 0; row < g.length; row++) {
            for (int j = 0; j < g[row].length; j++) {
                value += g[row][j] * o[row][j];
            }
        }
        return value;
    }

    /** How far such a value may be off. */
    double valueError() {
        return valueError;
    }

    /** dL/dp, laid out as the parameters. */
    Comparison parameters() {
        return parameters;
    }

    /** dL/dx, row after row. */
    Comparison inputs() {
        return inputs;
    }
}
