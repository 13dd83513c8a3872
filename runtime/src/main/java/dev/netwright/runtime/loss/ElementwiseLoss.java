package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * A loss in which every output has its own target: the mean over the outputs of one function of both. Labels stand for
 * targets 1 at the label and 0 elsewhere; with a single output and two classes, for the label itself.
 */
final class ElementwiseLoss extends Loss {
    /**
     * One function and its derivative.
     *
     * @param value l of the output (or the logit) and the target
     * @param slope dl/do (or dl/dz) of the same
     */
    record Function(DoubleBinaryOperator value, DoubleBinaryOperator slope) {}

    private final String name;
    private final Function atOutputs;
    private final Function atLogits;
    private final Activation fused;
    private final TargetRange range;
    private final Set<Activation> lastActivations;

    /**
     * @param atLogits        the same loss as a function of the logit, for the activation it fuses with
     * @param lastActivations those that give outputs the loss is defined for; empty for all
     */
    ElementwiseLoss(
            String name,
            Function atOutputs,
            Function atLogits,
            Activation fused,
            TargetRange range,
            Set<Activation> lastActivations) {
        this.name = name;
        this.atOutputs = atOutputs;
        this.atLogits = atLogits;
        this.fused = fused;
        this.range = range;
        this.lastActivations = lastActivations;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean fusesWith(Activation lastActivation) {
        return lastActivation == fused;
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        TargetChecks.lastActivation(this, head, lastActivations);
        TargetChecks.width(this, head, targets);
        TargetChecks.range(this, targets, range);
    }

    @Override
    public boolean weighsAlike(Targets targets) {
        return !targets.areWeighted();
    }

    @Override
    public void evaluate(
            Predictions predictions, Targets targets, int firstRow, double scale, float[] gradients, double[] losses) {
        int outputs = predictions.head().units();
        boolean isFused = fusesWith(predictions.head());
        Function function = isFused ? atLogits : atOutputs;
        float[] values = isFused ? predictions.logits() : predictions.outputs();
        for (int row = 0; row < predictions.rows(); row++) {
            double weight = weight(targets, firstRow + row) / outputs;
            double rowScale = scale * weight;
            double sum = 0.0;
            for (int j = 0; j < outputs; j++) {
                double target = TargetChecks.target(targets, firstRow + row, j, outputs);
                double prediction = values[row * outputs + j];
                sum += function.value().applyAsDouble(prediction, target);
                gradients[row * outputs + j] =
                        (float) (rowScale * function.slope().applyAsDouble(prediction, target));
            }
            losses[row] = weight * sum;
        }
    }
}
