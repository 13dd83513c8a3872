package dev.netwright.verification.reference;

import dev.netwright.testing.reference.ReferenceActivations;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Every loss as its definition reads. Here o is an output, t its target and e = o - t. */
public final class ReferenceLosses {
    /** How far probabilities and rates are kept from where a logarithm ends, by the losses' documentation. */
    private static final double EPSILON = 1e-7;

    private ReferenceLosses() {}

    /** (o - t)². */
    public static ReferenceLoss meanSquaredError() {
        return mean((o, t) -> (o - t) * (o - t), (o, t) -> 2 * (o - t));
    }

    /** |o - t|. */
    public static ReferenceLoss meanAbsoluteError() {
        return mean((o, t) -> Math.abs(o - t), (o, t) -> o > t ? 1 : o < t ? -1 : 0);
    }

    /** Huber 1964: a square where |e| is at most delta, then the tangent. */
    public static ReferenceLoss huber(double delta) {
        return mean(
                (o, t) ->
                        Math.abs(o - t) <= delta ? (o - t) * (o - t) / 2 : delta * Math.abs(o - t) - delta * delta / 2,
                (o, t) -> Math.abs(o - t) <= delta ? o - t : o > t ? delta : -delta);
    }

    /** log((exp(e) + exp(-e)) / 2), with exp(|e|) taken out of the logarithm. */
    public static ReferenceLoss logCosh() {
        return mean(
                (o, t) -> Math.abs(o - t) + Math.log((1 + Math.exp(-2 * Math.abs(o - t))) / 2),
                (o, t) -> Math.tanh(o - t));
    }

    /** -t·log o - (1 - t)·log(1 - o). */
    public static ReferenceLoss binaryCrossEntropy() {
        return mean(
                (o, t) -> -t * Math.log(probability(o)) - (1 - t) * Math.log1p(-probability(o)),
                (o, t) -> -t / probability(o) + (1 - t) / (1 - probability(o)));
    }

    /** The same of logits: log(1 + exp(z)) - t·z, for which no probability is rounded. */
    public static ReferenceLoss binaryCrossEntropyOfLogits() {
        return mean(
                (z, t) -> t * ReferenceActivations.softplus(-z) + (1 - t) * ReferenceActivations.softplus(z),
                (z, t) -> (1 - t) * ReferenceActivations.sigmoid(z) - t * ReferenceActivations.sigmoid(-z));
    }

    /**
     * An elementwise loss whose every term counts with the weight of its target's class, 0 or 1, and is taken of the
     * target {@code (1 - smoothing)·t + smoothing / 2}.
     */
    public static ReferenceLoss ofTwoClasses(ReferenceLoss loss, double smoothing, double negative, double positive) {
        Elementwise terms = (Elementwise) loss;
        DoubleUnaryOperator smoothed = t -> (1 - smoothing) * t + smoothing / 2;
        DoubleUnaryOperator weight = t -> (1 - t) * negative + t * positive;
        return new Elementwise(
                (o, t) -> weight.applyAsDouble(t) * terms.value().applyAsDouble(o, smoothed.applyAsDouble(t)),
                (o, t) -> weight.applyAsDouble(t) * terms.slope().applyAsDouble(o, smoothed.applyAsDouble(t)),
                terms.isMean());
    }

    /** o - t·log o. */
    public static ReferenceLoss poisson() {
        return mean((o, t) -> o - t * Math.log(Math.max(EPSILON, o)), (o, t) -> 1 - t / Math.max(EPSILON, o));
    }

    /** max(0, 1 - t·o) for targets -1 and 1. */
    public static ReferenceLoss hinge() {
        return mean((o, t) -> Math.max(0, 1 - t * o), (o, t) -> 1 - t * o > 0 ? -t : 0);
    }

    /** -Σ t·log p for probabilities. */
    public static ReferenceLoss crossEntropy() {
        return sum((o, t) -> t == 0 ? 0 : -t * Math.log(o), (o, t) -> t == 0 ? 0 : -t / o);
    }

    /** -Σ t·o for logarithms of probabilities. */
    public static ReferenceLoss crossEntropyOfLogarithms() {
        return sum((o, t) -> -t * o, (o, t) -> -t);
    }

    /** Σ t·log(t / p) for probabilities. */
    public static ReferenceLoss kullbackLeibler() {
        return sum((o, t) -> t == 0 ? 0 : t * Math.log(t / o), (o, t) -> t == 0 ? 0 : -t / o);
    }

    /** Σ t·(log t - o) for logarithms of probabilities. */
    public static ReferenceLoss kullbackLeiblerOfLogarithms() {
        return sum((o, t) -> t == 0 ? 0 : t * (Math.log(t) - o), (o, t) -> -t);
    }

    /** Crammer and Singer 2001, for targets that are 1 at the label and 0 elsewhere. */
    public static ReferenceLoss hingeOfLabels() {
        return new HingeOfLabels();
    }

    /** Targets as Szegedy et al. 2016 smooth them. */
    public static double[] smoothed(double[] targets, double smoothing) {
        double[] smoothed = new double[targets.length];
        for (int i = 0; i < targets.length; i++) {
            smoothed[i] = (1 - smoothing) * targets[i] + smoothing / targets.length;
        }
        return smoothed;
    }

    private static double probability(double o) {
        return Math.max(EPSILON, Math.min(1 - EPSILON, o));
    }

    private static ReferenceLoss mean(DoubleBinaryOperator value, DoubleBinaryOperator slope) {
        return new Elementwise(value, slope, true);
    }

    private static ReferenceLoss sum(DoubleBinaryOperator value, DoubleBinaryOperator slope) {
        return new Elementwise(value, slope, false);
    }

    private record Elementwise(DoubleBinaryOperator value, DoubleBinaryOperator slope, boolean isMean)
            implements ReferenceLoss {
        @Override
        public double value(double[] outputs, double[] targets) {
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                sum += value.applyAsDouble(outputs[i], targets[i]);
            }
            return sum / (isMean ? outputs.length : 1);
        }

        @Override
        public double[] gradient(double[] outputs, double[] targets) {
            double[] gradient = new double[outputs.length];
            for (int i = 0; i < outputs.length; i++) {
                gradient[i] = slope.applyAsDouble(outputs[i], targets[i]) / (isMean ? outputs.length : 1);
            }
            return gradient;
        }
    }

    private static final class HingeOfLabels implements ReferenceLoss {
        @Override
        public double value(double[] outputs, double[] targets) {
            int label = label(targets);
            return Math.max(0, 1 + outputs[rival(outputs, label)] - outputs[label]);
        }

        @Override
        public double[] gradient(double[] outputs, double[] targets) {
            double[] gradient = new double[outputs.length];
            int label = label(targets);
            if (value(outputs, targets) > 0) {
                gradient[rival(outputs, label)] = 1;
                gradient[label] = -1;
            }
            return gradient;
        }

        private static int label(double[] targets) {
            int label = 0;
            while (targets[label] != 1) {
                label++;
            }
            return label;
        }

        private static int rival(double[] outputs, int label) {
            int rival = label == 0 ? 1 : 0;
            for (int i = 0; i < outputs.length; i++) {
                rival = i != label && outputs[i] > outputs[rival] ? i : rival;
            }
            return rival;
        }
    }
}
