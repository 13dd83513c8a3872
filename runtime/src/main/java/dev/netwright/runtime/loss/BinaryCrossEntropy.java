package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.kernel.PortableMath;
import dev.netwright.runtime.loss.ElementwiseLoss.Function;
import dev.netwright.runtime.topology.OutputHead;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * Binary cross-entropy of every output: {@code l = -t·log o - (1 - t)·log(1 - o)}, which is {@code log(1 + exp(z)) - t·z} at
 * the logit z of a sigmoid, with {@code dl/dz = o - t}.
 */
public final class BinaryCrossEntropy extends Loss {
    /** Probabilities are kept this far from 0 and 1, where a logarithm ends. */
    private static final double EPSILON = 1e-7;

    private static final Set<Activation> PROBABILITIES =
            Set.of(Activation.SIGMOID, Activation.HARD_SIGMOID, Activation.SOFTMAX);

    private final float smoothing;
    private final float[] classWeights;
    private final ElementwiseLoss elements;

    BinaryCrossEntropy() {
        this(0f, new float[0]);
    }

    private BinaryCrossEntropy(float smoothing, float[] classWeights) {
        this.smoothing = smoothing;
        this.classWeights = classWeights;
        this.elements = new ElementwiseLoss(
                "binary cross-entropy",
                prepared(BinaryCrossEntropy::ofProbability, BinaryCrossEntropy::slopeAtProbability),
                prepared((z, t) -> PortableMath.softplus(z) - t * z, (z, t) -> PortableMath.sigmoid(z) - t),
                Activation.SIGMOID,
                TargetRange.PROBABILITY,
                PROBABILITIES);
    }

    private static double ofProbability(double o, double t) {
        double p = inside(o);
        return -t * PortableMath.log(p) - (1.0 - t) * PortableMath.log(1.0 - p);
    }

    private static double slopeAtProbability(double o, double t) {
        double p = inside(o);
        return (p - t) / (p * (1.0 - p));
    }

    private static double inside(double probability) {
        return Math.max(EPSILON, Math.min(1.0 - EPSILON, probability));
    }

    /** The function with its target smoothed and its value weighted. */
    private Function prepared(DoubleBinaryOperator value, DoubleBinaryOperator slope) {
        return new Function(prepared(value), prepared(slope));
    }

    private DoubleBinaryOperator prepared(DoubleBinaryOperator function) {
        return (x, t) -> classWeight(t) * function.applyAsDouble(x, (1.0 - smoothing) * t + 0.5 * smoothing);
    }

    private double classWeight(double target) {
        return classWeights.length == 0 ? 1.0 : (1.0 - target) * classWeights[0] + target * classWeights[1];
    }

    /**
     * The same loss with targets {@code (1 - smoothing)·t + smoothing / 2}, as in Keras (Szegedy et al. 2016, for two
     * classes).
     *
     * @throws IllegalArgumentException if {@code smoothing} is not at least 0 and less than 1
     */
    public BinaryCrossEntropy labelSmoothing(float smoothing) {
        return new BinaryCrossEntropy(ClassOptions.smoothing(smoothing), classWeights);
    }

    /**
     * The same loss with a weight for targets of 0 and one for targets of 1; a target between them has its share of both. Like
     * sample weights, these are divided by: {@code L = Σ w·l / Σ w} over all targets. PyTorch's {@code pos_weight} is
     * {@code classWeights(1, posWeight)}, but divides by the number of targets.
     *
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public BinaryCrossEntropy classWeights(float negative, float positive) {
        return new BinaryCrossEntropy(smoothing, ClassOptions.weights(negative, positive));
    }

    @Override
    public String name() {
        return elements.name();
    }

    @Override
    public String toString() {
        return ClassOptions.describe(name(), smoothing, classWeights);
    }

    @Override
    public boolean fusesWith(Activation lastActivation) {
        return elements.fusesWith(lastActivation);
    }

    @Override
    public void check(OutputHead head, Targets targets) {
        elements.check(head, targets);
        if (classWeights.length != 0 && outputs(targets) != head.units()) {
            throw new IllegalArgumentException("With class weights and labels of two classes, the loss " + name()
                    + " needs one output, but " + head.description() + " has " + head.units()
                    + "; use one output, or cross-entropy after a softmax.");
        }
    }

    /** The sample weight times the mean of the class weights over the outputs. */
    @Override
    public double weight(Targets targets, int row) {
        double weight = targets.weight(row);
        if (classWeights.length == 0) {
            return weight;
        }
        int outputs = outputs(targets);
        double sum = 0.0;
        for (int j = 0; j < outputs; j++) {
            sum += classWeight(TargetChecks.target(targets, row, j, outputs));
        }
        return weight * sum / outputs;
    }

    /** Labels of two classes stand for one output. */
    private static int outputs(Targets targets) {
        return targets.areLabels() && targets.width() == 2 ? 1 : targets.width();
    }

    @Override
    public boolean weighsAlike(Targets targets) {
        return classWeights.length == 0 && elements.weighsAlike(targets);
    }

    @Override
    public void evaluate(
            Predictions predictions, Targets targets, int firstRow, double scale, float[] gradients, double[] losses) {
        elements.evaluate(predictions, targets, firstRow, scale, gradients, losses);
    }
}
