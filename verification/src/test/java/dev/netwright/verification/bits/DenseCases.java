package dev.netwright.verification.bits;

import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adadelta;
import dev.netwright.runtime.optimizer.Adagrad;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.AdamW;
import dev.netwright.runtime.optimizer.AmsGrad;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.Lion;
import dev.netwright.runtime.optimizer.Momentum;
import dev.netwright.runtime.optimizer.NAdam;
import dev.netwright.runtime.optimizer.Nesterov;
import dev.netwright.runtime.optimizer.RProp;
import dev.netwright.runtime.optimizer.RmsProp;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.schedule.Schedule;
import java.util.List;

/** Dense layers one after the other, unrolled and by kernels, with every activation, initializer, loss and optimizer. */
final class DenseCases {
    private DenseCases() {}

    static List<TrainingCase> all() {
        return List.of(
                new TrainingCase(
                        "unrolled saturating, cross-entropy, Adam",
                        UnrolledNetworks_SaturatingNetwork.create(1),
                        Loss.CROSS_ENTROPY.labelSmoothing(0.1f),
                        SampleData.Kind.LABELS,
                        new Adam(1e-2f),
                        Schedule.cosine(),
                        101,
                        13,
                        40),
                new TrainingCase(
                        "unrolled rectified, squared error, momentum",
                        UnrolledNetworks_RectifiedNetwork.create(2),
                        Loss.MEAN_SQUARED_ERROR,
                        SampleData.Kind.VALUES,
                        new Momentum(1e-2f),
                        Schedule.exponential(0.9f),
                        150,
                        65,
                        40),
                new TrainingCase(
                        "unrolled smooth, binary cross-entropy, RMSProp",
                        UnrolledNetworks_SmoothNetwork.create(3),
                        Loss.BINARY_CROSS_ENTROPY,
                        SampleData.Kind.PROBABILITIES,
                        new RmsProp(1e-2f).clipNorm(0.3f),
                        Schedule.step(2, 0.5f),
                        90,
                        1,
                        40),
                new TrainingCase(
                        "unrolled counting, Poisson, NAdam",
                        UnrolledNetworks_CountingNetwork.create(4),
                        Loss.POISSON,
                        SampleData.Kind.COUNTS,
                        new NAdam(1e-2f),
                        Schedule.reduceOnPlateau(0.5f, 1),
                        111,
                        37,
                        40),
                new TrainingCase(
                        "unrolled smooth, binary cross-entropy, L-BFGS",
                        UnrolledNetworks_SmoothNetwork.create(5),
                        Loss.BINARY_CROSS_ENTROPY,
                        SampleData.Kind.PROBABILITIES,
                        new Lbfgs(),
                        Schedule.constant(),
                        150,
                        150,
                        80),
                new TrainingCase(
                        "kernel saturating, Kullback-Leibler, AdamW",
                        KernelNetworks_SaturatingNetwork.create(6),
                        Loss.KULLBACK_LEIBLER,
                        SampleData.Kind.DISTRIBUTIONS,
                        new AdamW(3e-3f),
                        Schedule.oneCycle(),
                        200,
                        193,
                        40),
                new TrainingCase(
                        "kernel rectified, Huber, Nesterov",
                        KernelNetworks_RectifiedNetwork.create(7),
                        Loss.HUBER,
                        SampleData.Kind.VALUES,
                        new Nesterov(1e-2f).weightDecay(1e-3f).clipValue(0.05f),
                        Schedule.polynomial(2f, 0.1f).afterWarmUp(1),
                        140,
                        64,
                        40),
                new TrainingCase(
                        "kernel smooth, cross-entropy with class weights, AMSGrad",
                        KernelNetworks_SmoothNetwork.create(8),
                        Loss.CROSS_ENTROPY.classWeights(1f, 2f, 0.5f, 1f, 3f),
                        SampleData.Kind.LABELS,
                        new AmsGrad(3e-3f),
                        Schedule.cosineWithRestarts(2, 2),
                        130,
                        27,
                        40),
                new TrainingCase(
                        "kernel counting, Poisson, Adagrad",
                        KernelNetworks_CountingNetwork.create(9),
                        Loss.POISSON,
                        SampleData.Kind.COUNTS,
                        new Adagrad(1e-2f),
                        Schedule.constant(),
                        77,
                        7,
                        40),
                new TrainingCase(
                        "alternating, hinge, Lion",
                        KernelNetworks_AlternatingNetwork.create(10),
                        Loss.HINGE,
                        SampleData.Kind.LABELS,
                        new Lion(1e-3f),
                        Schedule.constant(),
                        190,
                        129,
                        40),
                new TrainingCase(
                        "alternating, log-cosh, Adadelta",
                        KernelNetworks_AlternatingNetwork.create(11),
                        Loss.LOG_COSH,
                        SampleData.Kind.VALUES,
                        new Adadelta(1f),
                        Schedule.constant(),
                        60,
                        11,
                        40),
                new TrainingCase(
                        "kernel rectified, absolute error, SGD",
                        KernelNetworks_RectifiedNetwork.create(12),
                        Loss.MEAN_ABSOLUTE_ERROR,
                        SampleData.Kind.VALUES,
                        new Sgd(1e-2f),
                        Schedule.constant(),
                        300,
                        150,
                        40),
                new TrainingCase(
                        "kernel saturating, cross-entropy, RPROP",
                        KernelNetworks_SaturatingNetwork.create(13),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new RProp(),
                        Schedule.constant(),
                        258,
                        258,
                        80),
                // More rows than three threads take in a round.
                new TrainingCase(
                        "kernel rectified, squared error, Adam, in rounds",
                        KernelNetworks_RectifiedNetwork.create(14),
                        Loss.MEAN_SQUARED_ERROR,
                        SampleData.Kind.VALUES,
                        new Adam(1e-3f),
                        Schedule.constant(),
                        1_100,
                        1_100,
                        20),
                new TrainingCase(
                        "large, cross-entropy, Adam",
                        KernelNetworks_LargeNetwork.create(15),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Adam(1e-3f),
                        Schedule.constant(),
                        700,
                        600,
                        3),
                new TrainingCase(
                        "long, squared error, SGD",
                        KernelNetworks_LongNetwork.create(16),
                        Loss.MEAN_SQUARED_ERROR,
                        SampleData.Kind.VALUES,
                        new Sgd(1e-2f),
                        Schedule.constant(),
                        500,
                        260,
                        3));
    }
}
