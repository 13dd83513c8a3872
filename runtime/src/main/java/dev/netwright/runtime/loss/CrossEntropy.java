package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.kernel.LogSoftmax;
import dev.netwright.runtime.kernel.PortableMath;
import dev.netwright.runtime.kernel.Softmax;
import dev.netwright.runtime.topology.OutputHead;
import java.util.Set;

/**
 * Cross-entropy over classes, and the Kullback-Leibler divergence, which differs by the entropy of the targets. Both are
 * computed from the logits: {@code l = Σ t·(log Σ exp(z) - zⱼ)} and {@code dl/dzⱼ = pⱼ·Σ t - tⱼ}.
 */
public final class CrossEntropy extends Loss {
    private static final Set<Activation> DISTRIBUTIONS = Set.of(Activation.SOFTMAX, Activation.LOG_SOFTMAX);

    /** Smaller floats have fewer digits than others. */
    private static final double LEAST_PRECISE = 0x1p-120;

    private final String name;
    private final boolean isDivergence;
    private final float smoothing;
    private final float[] classWeights;

    CrossEntropy(String name, boolean isDivergence) {
        this(name, isDivergence, 0f, new float[0]);
    }

    private CrossEntropy(String name, boolean isDivergence, float smoothing, float[] classWeights) {
        this.name = name;
        this.isDivergence = isDivergence;
        this.smoothing = smoothing;
        this.classWeights = classWeights;
    }

    /**
     * The same loss with targets {@code (1 - smoothing)·t + smoothing / classes} (Szegedy et al. 2016), as in PyTorch and
     * Keras. Class weights follow the targets as they were.
     *
     * @throws IllegalArgumentException if {@code smoothing} is not at least 0 and less than 1
     */
    public CrossEntropy labelSmoothing(float smoothing) {
        return new CrossEntropy(name, isDivergence, ClassOptions.smoothing(smoothing), classWeights);
    }

    /**
     * The same loss with a weight for each class: a row counts with the weight of its label, or with the mean of the
     * weights under its target distribution, besides its sample weight. For labels, these are the class
     * weights of PyTorch and Keras; for smoothed labels and distributions PyTorch weights the classes within a row instead.
     *
     * @throws IllegalArgumentException if a weight is negative or not finite, or if there is none
     */
    public CrossEntropy classWeights(float... weights) {
        if (weights.length == 0) {
            throw new IllegalArgumentException("Give a weight for each class.");
        }
        return new CrossEntropy(name, isDivergence, smoothing, ClassOptions.weights(weights));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return ClassOptions.describe(name(), smoothing, classWeights);
    }

    @Override
    public boolean fusesWith(Activation lastActivation) {
        return DISTRIBUTIONS.contains(lastActivation);
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        TargetChecks.lastActivation(this, head, DISTRIBUTIONS);
        TargetChecks.width(this, head, targets);
        TargetChecks.distributions(this, targets);
        if (classWeights.length != 0 && classWeights.length != head.units()) {
            throw new IllegalArgumentException("There are " + classWeights.length + " class weights, but "
                    + head.description() + " has " + head.countOfOutputs() + "; give one for each.");
        }
    }

    @Override
    public double weight(Targets targets, int row) {
        double weight = targets.weight(row);
        if (classWeights.length == 0) {
            return weight;
        }
        if (targets.areLabels()) {
            return weight * classWeights[targets.labels()[row]];
        }
        double mean = 0.0;
        for (int c = 0; c < classWeights.length; c++) {
            mean += (double) targets.values()[row * classWeights.length + c] * classWeights[c];
        }
        return weight * mean;
    }

    @Override
    public boolean weighsAlike(Targets targets) {
        return !targets.areWeighted() && classWeights.length == 0;
    }

    @Override
    public void evaluate(
            Predictions predictions, Targets targets, int firstRow, double scale, float[] gradients, double[] losses) {
        boolean areProbabilities = predictions.head().activation() == Activation.SOFTMAX;
        boolean areLabels =
                targets.areLabels() && smoothing == 0f && predictions.head().units() > 1;
        for (int row = 0; row < predictions.rows(); row++) {
            double weight = weight(targets, firstRow + row);
            double loss = areProbabilities && areLabels
                    ? ofLabel(predictions, row, targets.labels()[firstRow + row], scale * weight, gradients)
                    : ofTargets(predictions, row, targets, firstRow + row, scale * weight, gradients);
            losses[row] = weight * loss;
        }
    }

    /**
     * The loss of a row whose target is 1 at a label. Softmax has left the probabilities, so no exponential is computed
     * again. What the others have together stands for {@code 1 - p} of the label, which would lose its digits near 1.
     */
    private static double ofLabel(Predictions predictions, int row, int label, double rowScale, float[] gradients) {
        int classes = predictions.head().units();
        float[] probabilities = predictions.outputs();
        int at = row * classes;
        double others = 0.0;
        for (int c = at; c < at + classes; c++) {
            others += c == at + label ? 0.0 : probabilities[c];
            gradients[c] = (float) (rowScale * probabilities[c]);
        }
        gradients[at + label] = (float) (rowScale * (0.0 - others));
        double probability = probabilities[at + label];
        if (others < 0.5) {
            return -PortableMath.log1p(-others);
        }
        return probability >= LEAST_PRECISE
                ? -PortableMath.log(probability)
                : ofLogits(predictions.logits(), at, classes, label);
    }

    /** log Σ exp(z) - z of the label, for one whose probability is too small for a float. */
    private static double ofLogits(float[] logits, int at, int classes, int label) {
        float largest = Softmax.largest(logits, at, classes);
        double logSum = LogSoftmax.logSum(logits, at, classes, largest);
        return logSum - ((double) logits[at + label] - largest);
    }

    /** The loss of a row with any targets, from its logits. */
    private double ofTargets(
            Predictions predictions, int row, Targets targets, int targetRow, double rowScale, float[] gradients) {
        int classes = predictions.head().units();
        float[] logits = predictions.logits();
        int at = row * classes;
        float largest = Softmax.largest(logits, at, classes);
        double logSum = LogSoftmax.logSum(logits, at, classes, largest);
        double total = 0.0;
        double loss = 0.0;
        for (int c = 0; c < classes; c++) {
            double target = smoothed(TargetChecks.target(targets, targetRow, c, classes), classes);
            total += target;
            loss -= target * (((double) logits[at + c] - largest) - logSum) + entropy(target);
        }
        for (int c = 0; c < classes; c++) {
            double target = smoothed(TargetChecks.target(targets, targetRow, c, classes), classes);
            double probability = PortableMath.exp(((double) logits[at + c] - largest) - logSum);
            gradients[at + c] = (float) (rowScale * (probability * total - target));
        }
        return loss;
    }

    private double smoothed(double target, int classes) {
        return (1.0 - smoothing) * target + smoothing / (double) classes;
    }

    /** What a class contributes to the entropy of the targets, which the divergence leaves out. */
    private double entropy(double target) {
        return isDivergence && target > 0.0 ? -target * PortableMath.log(target) : 0.0;
    }
}
