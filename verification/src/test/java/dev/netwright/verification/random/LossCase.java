package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.runtime.loss.CrossEntropy;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.verification.reference.ReferenceLoss;
import dev.netwright.verification.reference.ReferenceLosses;
import dev.netwright.verification.reference.TargetKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A loss of the runtime beside its definition.
 *
 * @param targets      what targets it takes
 * @param effective    from a row of targets to what the definition sees: smoothed, or labels as signs
 * @param classWeights one for each class; empty where all count alike
 */
record LossCase(
        Loss loss,
        ReferenceLoss reference,
        TargetKind targets,
        UnaryOperator<double[]> effective,
        float[] classWeights) {
    private static final Set<Activation> PROBABILITIES =
            Set.of(Activation.SIGMOID, Activation.HARD_SIGMOID, Activation.SOFTMAX);
    private static final Set<Activation> POSITIVE = Set.of(
            Activation.EXPONENTIAL,
            Activation.SOFTPLUS,
            Activation.RELU,
            Activation.SIGMOID,
            Activation.HARD_SIGMOID,
            Activation.SOFTMAX);

    private LossCase(Loss loss, ReferenceLoss reference, TargetKind targets) {
        this(loss, reference, targets, row -> row, new float[0]);
    }

    /** Every loss that is defined for the outputs of a head, with every kind of target that it takes. */
    static List<LossCase> suiting(OutputHead head, Random random) {
        ActivationFunction last = head.activation();
        List<LossCase> cases = new ArrayList<>();
        float delta = 0.25f + random.nextFloat();
        // With one output, labels are of two classes.
        boolean isSingle = head.units() == 1;
        TargetKind labels = isSingle ? TargetKind.BINARY : TargetKind.LABELS;
        for (TargetKind kind : List.of(TargetKind.NUMBERS, labels)) {
            cases.add(new LossCase(Loss.MEAN_SQUARED_ERROR, ReferenceLosses.meanSquaredError(), kind));
            cases.add(new LossCase(Loss.MEAN_ABSOLUTE_ERROR, ReferenceLosses.meanAbsoluteError(), kind));
            cases.add(new LossCase(Loss.HUBER, ReferenceLosses.huber(1), kind));
            cases.add(new LossCase(Loss.huber(delta), ReferenceLosses.huber(delta), kind));
            cases.add(new LossCase(Loss.LOG_COSH, ReferenceLosses.logCosh(), kind));
        }
        cases.add(new LossCase(Loss.HINGE, ReferenceLosses.hinge(), TargetKind.SIGNS));
        cases.add(
                isSingle
                        ? new LossCase(Loss.HINGE, ReferenceLosses.hinge(), labels, LossCase::signs, new float[0])
                        : new LossCase(Loss.HINGE, ReferenceLosses.hingeOfLabels(), labels));
        if (PROBABILITIES.contains(last)) {
            ReferenceLoss reference = last == Activation.SIGMOID
                    ? ReferenceLosses.binaryCrossEntropyOfLogits()
                    : ReferenceLosses.binaryCrossEntropy();
            cases.add(new LossCase(Loss.BINARY_CROSS_ENTROPY, reference, TargetKind.PROBABILITIES));
            cases.add(new LossCase(Loss.BINARY_CROSS_ENTROPY, reference, labels));
            float smoothing = 0.5f * random.nextFloat();
            float positive = 2 * random.nextFloat();
            cases.add(new LossCase(
                    Loss.BINARY_CROSS_ENTROPY.labelSmoothing(smoothing).classWeights(0.75f, positive),
                    ReferenceLosses.ofTwoClasses(reference, smoothing, 0.75, positive),
                    isSingle ? labels : TargetKind.PROBABILITIES));
        }
        if (POSITIVE.contains(last)) {
            cases.add(new LossCase(Loss.POISSON, ReferenceLosses.poisson(), TargetKind.COUNTS));
        }
        if (!last.isElementwise()) {
            boolean isSoftmax = last == Activation.SOFTMAX;
            addDistributions(
                    cases,
                    Loss.CROSS_ENTROPY,
                    isSoftmax ? ReferenceLosses.crossEntropy() : ReferenceLosses.crossEntropyOfLogarithms(),
                    head,
                    random);
            addDistributions(
                    cases,
                    Loss.KULLBACK_LEIBLER,
                    isSoftmax ? ReferenceLosses.kullbackLeibler() : ReferenceLosses.kullbackLeiblerOfLogarithms(),
                    head,
                    random);
        }
        return cases;
    }

    private static void addDistributions(
            List<LossCase> cases, CrossEntropy loss, ReferenceLoss reference, OutputHead head, Random random) {
        float smoothing = 0.5f * random.nextFloat();
        float[] weights = new float[head.units()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(5) == 0 ? 0 : 2 * random.nextFloat();
        }
        for (TargetKind kind : List.of(TargetKind.DISTRIBUTIONS, TargetKind.LABELS)) {
            cases.add(new LossCase(loss, reference, kind));
            UnaryOperator<double[]> smoothed = row -> ReferenceLosses.smoothed(row, smoothing);
            cases.add(new LossCase(loss.labelSmoothing(smoothing), reference, kind, smoothed, new float[0]));
            cases.add(new LossCase(
                    loss.classWeights(weights).labelSmoothing(smoothing), reference, kind, smoothed, weights));
        }
    }

    private static double[] signs(double[] labels) {
        return Arrays.stream(labels).map(label -> 2 * label - 1).toArray();
    }

    /** The mean of the class weights under a row's targets: for a label, its class's. */
    double classWeight(double[] targets) {
        double mean = classWeights.length == 0 ? 1 : 0;
        for (int i = 0; i < classWeights.length; i++) {
            mean += targets[i] * classWeights[i];
        }
        return mean;
    }

    @Override
    public String toString() {
        return loss + " of " + targets + (classWeights.length == 0 ? "" : " with class weights");
    }
}
