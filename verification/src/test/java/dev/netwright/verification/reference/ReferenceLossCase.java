package dev.netwright.verification.reference;

import dev.netwright.annotations.Activation;
import java.util.stream.Stream;

/**
 * A loss with outputs and targets that suit it.
 *
 * @param kinks how far a row is from where the loss has no derivative, or none that is continuous
 */
record ReferenceLossCase(String name, ReferenceLoss loss, Activation last, TargetKind targets, Kinks kinks) {
    /** Distance from the nearest kink. */
    interface Kinks {
        double distance(double[] outputs, double[] targets);
    }

    /** A loss without kinks. */
    ReferenceLossCase(String name, ReferenceLoss loss, Activation last, TargetKind targets) {
        this(name, loss, last, targets, (o, t) -> Double.POSITIVE_INFINITY);
    }

    @Override
    public String toString() {
        return name + " after " + last;
    }

    /** Every loss. */
    static Stream<ReferenceLossCase> all() {
        ReferenceLoss smoothedCrossEntropy = smoothed(ReferenceLosses.crossEntropy(), 0.1);
        return Stream.of(
                new ReferenceLossCase(
                        "squared error", ReferenceLosses.meanSquaredError(), Activation.IDENTITY, TargetKind.NUMBERS),
                new ReferenceLossCase(
                        "absolute error",
                        ReferenceLosses.meanAbsoluteError(),
                        Activation.IDENTITY,
                        TargetKind.NUMBERS,
                        (o, t) -> least(o, t, (a, b) -> Math.abs(a - b))),
                new ReferenceLossCase(
                        "Huber",
                        ReferenceLosses.huber(0.7),
                        Activation.TANH,
                        TargetKind.NUMBERS,
                        (o, t) -> least(o, t, (a, b) -> Math.abs(Math.abs(a - b) - 0.7))),
                new ReferenceLossCase("log-cosh", ReferenceLosses.logCosh(), Activation.SOFTPLUS, TargetKind.NUMBERS),
                new ReferenceLossCase(
                        "binary cross-entropy",
                        ReferenceLosses.binaryCrossEntropy(),
                        Activation.SIGMOID,
                        TargetKind.PROBABILITIES),
                new ReferenceLossCase(
                        "binary cross-entropy",
                        ReferenceLosses.binaryCrossEntropy(),
                        Activation.SOFTMAX,
                        TargetKind.PROBABILITIES),
                new ReferenceLossCase(
                        "smoothed and weighted binary cross-entropy",
                        ReferenceLosses.ofTwoClasses(ReferenceLosses.binaryCrossEntropy(), 0.1, 0.5, 2),
                        Activation.SIGMOID,
                        TargetKind.PROBABILITIES),
                new ReferenceLossCase(
                        "binary cross-entropy of logits",
                        ReferenceLosses.binaryCrossEntropyOfLogits(),
                        Activation.IDENTITY,
                        TargetKind.PROBABILITIES),
                new ReferenceLossCase(
                        "cross-entropy", ReferenceLosses.crossEntropy(), Activation.SOFTMAX, TargetKind.DISTRIBUTIONS),
                new ReferenceLossCase(
                        "cross-entropy of labels",
                        ReferenceLosses.crossEntropy(),
                        Activation.SOFTMAX,
                        TargetKind.LABELS),
                new ReferenceLossCase(
                        "smoothed cross-entropy", smoothedCrossEntropy, Activation.SOFTMAX, TargetKind.LABELS),
                new ReferenceLossCase(
                        "cross-entropy",
                        ReferenceLosses.crossEntropyOfLogarithms(),
                        Activation.LOG_SOFTMAX,
                        TargetKind.DISTRIBUTIONS),
                new ReferenceLossCase(
                        "Kullback-Leibler",
                        ReferenceLosses.kullbackLeibler(),
                        Activation.SOFTMAX,
                        TargetKind.DISTRIBUTIONS),
                new ReferenceLossCase(
                        "Kullback-Leibler",
                        ReferenceLosses.kullbackLeiblerOfLogarithms(),
                        Activation.LOG_SOFTMAX,
                        TargetKind.DISTRIBUTIONS),
                new ReferenceLossCase("Poisson", ReferenceLosses.poisson(), Activation.EXPONENTIAL, TargetKind.COUNTS),
                new ReferenceLossCase(
                        "hinge",
                        ReferenceLosses.hinge(),
                        Activation.IDENTITY,
                        TargetKind.SIGNS,
                        (o, t) -> least(o, t, (a, b) -> Math.abs(1 - a * b))),
                new ReferenceLossCase(
                        "hinge of labels",
                        ReferenceLosses.hingeOfLabels(),
                        Activation.IDENTITY,
                        TargetKind.LABELS,
                        ReferenceLossCase::hingeOfLabelsKinks));
    }

    private interface Distance {
        double of(double output, double target);
    }

    private static double least(double[] outputs, double[] targets, Distance distance) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < outputs.length; i++) {
            least = Math.min(least, distance.of(outputs[i], targets[i]));
        }
        return least;
    }

    /** From where the margin is 0 and from where two rivals are level. */
    private static double hingeOfLabelsKinks(double[] outputs, double[] targets) {
        int label = 0;
        while (targets[label] != 1) {
            label++;
        }
        double least = 1;
        for (int i = 0; i < outputs.length; i++) {
            for (int j = 0; j < i; j++) {
                least = Math.min(least, Math.abs(outputs[i] - outputs[j]));
            }
            least = i == label ? least : Math.min(least, Math.abs(1 + outputs[i] - outputs[label]));
        }
        return least;
    }

    private static ReferenceLoss smoothed(ReferenceLoss loss, double smoothing) {
        return new ReferenceLoss() {
            @Override
            public double value(double[] outputs, double[] targets) {
                return loss.value(outputs, ReferenceLosses.smoothed(targets, smoothing));
            }

            @Override
            public double[] gradient(double[] outputs, double[] targets) {
                return loss.gradient(outputs, ReferenceLosses.smoothed(targets, smoothing));
            }
        };
    }
}
