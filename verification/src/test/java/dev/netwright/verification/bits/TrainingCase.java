package dev.netwright.verification.bits;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
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
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.RProp;
import dev.netwright.runtime.optimizer.RmsProp;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.training.Trainer;
import java.util.List;

/**
 * One network and one way to train it. Together the cases have all activations, initializers, losses, optimizers and
 * schedules, and batches of different sizes.
 *
 * @param name      what is trained and how
 * @param network   the network at its start
 * @param loss      what becomes small
 * @param targets   the kind of targets that the loss wants
 * @param optimizer how the parameters follow
 * @param schedule  how the learning rate changes
 * @param rows      rows of the training data
 * @param batch     rows of a batch
 * @param epochs    how often the data are gone through
 */
record TrainingCase(
        String name,
        Network network,
        Loss loss,
        SampleData.Kind targets,
        Optimizer optimizer,
        Schedule schedule,
        int rows,
        int batch,
        int epochs) {

    /** All of them, with fresh networks. */
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
                        3),
                new TrainingCase(
                        "graph, cross-entropy, Adam",
                        GraphNetworks_MergingNetwork.create(17),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Adam(1e-3f),
                        Schedule.constant(),
                        200,
                        64,
                        40),
                new TrainingCase(
                        "heads, squared error, Adam, in rounds",
                        GraphNetworks_HeadsNetwork.create(20),
                        Loss.MEAN_SQUARED_ERROR,
                        SampleData.Kind.VALUES,
                        new Adam(1e-3f),
                        Schedule.constant(),
                        900,
                        450,
                        20),
                new TrainingCase(
                        "dropout, cross-entropy, Adam",
                        TreatedNetworks_DroppingNetwork.create(18),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Adam(1e-3f),
                        Schedule.constant(),
                        370,
                        150,
                        40),
                new TrainingCase(
                        "dropout, Kullback-Leibler, L-BFGS, in rounds",
                        TreatedNetworks_DroppingNetwork.create(19),
                        Loss.KULLBACK_LEIBLER,
                        SampleData.Kind.DISTRIBUTIONS,
                        new Lbfgs(),
                        Schedule.constant(),
                        1_100,
                        1_100,
                        10),
                new TrainingCase(
                        "convolutions, cross-entropy, SGD",
                        ImageNetworks_ConvolvingNetwork.create(20),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Sgd(3e-2f),
                        Schedule.constant(),
                        230,
                        90,
                        12),
                new TrainingCase(
                        "layer normalisation, cross-entropy, Adam",
                        TreatedNetworks_NormalizingNetwork.create(20),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Adam(1e-2f).weightDecay(1e-3f),
                        Schedule.constant(),
                        370,
                        150,
                        40),
                new TrainingCase(
                        "wired convolutions, squared error, momentum",
                        ImageNetworks_WiredNetwork.create(21),
                        Loss.MEAN_SQUARED_ERROR,
                        SampleData.Kind.VALUES,
                        new Momentum(1e-2f),
                        Schedule.constant(),
                        120,
                        50,
                        10),
                new TrainingCase(
                        "convolutions of signals, cross-entropy, Adam",
                        ImageNetworks_SignalNetwork.create(22),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Adam(1e-3f),
                        Schedule.constant(),
                        150,
                        31,
                        10),
                new TrainingCase(
                        "embeddings, cross-entropy, Adam, in rounds",
                        IndexNetworks_EmbeddingNetwork.create(23),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Adam(1e-3f),
                        Schedule.constant(),
                        900,
                        450,
                        6),
                new TrainingCase(
                        "embeddings in a sentence, cross-entropy, momentum",
                        IndexNetworks_SentenceNetwork.create(24),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Momentum(1e-2f),
                        Schedule.constant(),
                        150,
                        31,
                        10),
                new TrainingCase(
                        "batch normalisation, cross-entropy, Adam",
                        BatchNetworks_ColumnsNetwork.create(25),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Adam(1e-2f).weightDecay(1e-3f),
                        Schedule.constant(),
                        370,
                        150,
                        40),
                new TrainingCase(
                        "batch normalisation, squared error, L-BFGS, of more rows than a round has",
                        BatchNetworks_ColumnsNetwork.create(26),
                        Loss.MEAN_SQUARED_ERROR,
                        SampleData.Kind.VALUES,
                        new Lbfgs(),
                        Schedule.constant(),
                        1_100,
                        1_100,
                        10),
                new TrainingCase(
                        "batch normalisation of channels, cross-entropy, momentum",
                        BatchNetworks_ChannelsNetwork.create(27),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Momentum(1e-2f),
                        Schedule.constant(),
                        230,
                        90,
                        12),
                new TrainingCase(
                        "rows of tables, cross-entropy, Adagrad",
                        IndexNetworks_SparseNetwork.create(29),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Adagrad(1e-2f),
                        Schedule.constant(),
                        300,
                        70,
                        12),
                new TrainingCase(
                        "rows of tables, cross-entropy, SGD, clipped, in rounds",
                        IndexNetworks_SparseNetwork.create(30),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Sgd(0.5f).clipValue(0.02f).clipNorm(0.05f),
                        Schedule.constant(),
                        900,
                        800,
                        12),
                new TrainingCase(
                        "rows of tables, cross-entropy, SGD with weight decay",
                        IndexNetworks_SparseNetwork.create(31),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Sgd(0.1f).weightDecay(1e-3f).clipNorm(0.1f),
                        Schedule.constant(),
                        200,
                        90,
                        8),
                new TrainingCase(
                        "rows of tables, cross-entropy, L-BFGS",
                        IndexNetworks_SparseNetwork.create(32),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Lbfgs(),
                        Schedule.constant(),
                        150,
                        150,
                        6),
                new TrainingCase(
                        "rows of tables and batch normalisation, cross-entropy, SGD",
                        IndexNetworks_JointNetwork.create(33),
                        Loss.CROSS_ENTROPY,
                        SampleData.Kind.LABELS,
                        new Sgd(0.1f),
                        Schedule.constant(),
                        500,
                        180,
                        10),
                new TrainingCase(
                        "functions of the user's, Huber, Adam",
                        FunctionNetworks_EverywhereNetwork.create(28),
                        Loss.HUBER,
                        SampleData.Kind.VALUES,
                        new Adam(3e-3f),
                        Schedule.constant(),
                        190,
                        70,
                        20));
    }

    /** The same for a JVM that is very slow: two steps. */
    TrainingCase brief() {
        return new TrainingCase(name, network, loss, targets, optimizer, schedule, 7, 7, 2);
    }

    /** Trains the network on a number of threads. */
    void train(int threads) {
        trainer()
                .optimizer(optimizer)
                .schedule(schedule)
                .epochs(epochs)
                .batchSize(batch)
                .seed(rows)
                .threads(threads)
                .fit(data());
    }

    /** With the loss of every output, which is the same with less and less weight. */
    Trainer trainer() {
        Trainer trainer = Trainer.of(network);
        float weight = 1f;
        for (String output : network.topology().outputs()) {
            trainer.loss(output, loss, weight);
            weight *= 0.75f;
        }
        return trainer;
    }

    /** The data to learn from; the same every time. */
    Dataset data() {
        List<Integer> outputs =
                network.topology().heads().stream().map(OutputHead::units).toList();
        return SampleData.draw(targets, rows, network.topology(), outputs, rows);
    }
}
