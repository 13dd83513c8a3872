package dev.netwright.verification.bits;

import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adagrad;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.schedule.Schedule;
import java.util.List;

/** Tables of which a batch picks few rows, and the optimizers that go through these alone. */
final class TableCases {
    private TableCases() {}

    static List<TrainingCase> all() {
        return List.of(
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
                        10));
    }
}
