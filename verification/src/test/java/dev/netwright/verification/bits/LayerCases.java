package dev.netwright.verification.bits;

import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.Momentum;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.schedule.Schedule;
import java.util.List;

/** Graphs, several outputs, dropout, normalisation, convolutions, embeddings, and functions of the user's. */
final class LayerCases {
    private LayerCases() {}

    static List<TrainingCase> all() {
        return List.of(
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
}
