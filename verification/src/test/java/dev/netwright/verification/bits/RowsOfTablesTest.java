package dev.netwright.verification.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Objective;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.RProp;
import dev.netwright.runtime.optimizer.RmsProp;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that goes through the rows alone that a batch picked leaves the bits of one that goes through all of every table. */
class RowsOfTablesTest {
    /** Of the first table, {@code 3000 x 9}, whose rows the first two columns pick. */
    private static final int WIDTH = 9;

    /** The gradients of such a batch are not finite. */
    private static final int REFUSED_ROWS = 33;

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Sgd(0.1f),
                new Momentum(0.1f),
                new Nesterov(0.1f),
                new Adagrad(0.1f),
                new RmsProp(0.01f),
                new Adadelta(),
                new Adam(0.01f),
                new AmsGrad(0.01f),
                new AdamW(0.01f),
                new NAdam(0.01f),
                new Lion(0.001f),
                new RProp(),
                new Lbfgs(),
                new Lbfgs(3).weightDecay(0.01f),
                new Sgd(0.1f).weightDecay(0.01f),
                new Adagrad(0.1f).weightDecay(0.01f).clipNorm(0.1f),
                new Adam(0.01f).weightDecay(0.01f),
                new Sgd(0.1f).clipValue(0.001f),
                new Sgd(0.1f).clipNorm(0.01f),
                new Adagrad(0.1f).clipValue(0.01f).clipNorm(0.01f),
                new Adam(0.01f).clipNorm(0.01f));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theBitsAreThoseOfWholeTables(Optimizer optimizer) {
        compare(optimizer, IndexNetworks_SparseNetwork.create(1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theBitsAreThoseOfWholeTablesWhereAllOfABatchIsThereAtOnce(Optimizer optimizer) {
        compare(optimizer, IndexNetworks_JointNetwork.create(2));
    }

    /** Batches of one row and of several rounds, one with the samples of the first again, and one whose step is refused. */
    private static void compare(Optimizer optimizer, Network network) {
        float[] start = network.parameters().clone();
        List<Dataset> batches = List.of(
                batch(network, 40, 1),
                batch(network, 90, 2),
                batch(network, 40, 1),
                batch(network, REFUSED_ROWS, 7),
                batch(network, 2, 3),
                batch(network, 900, 4),
                batch(network, 70, 5),
                batch(network, 3, 6));
        for (int threads : new int[] {1, 3}) {
            Network sparse = network.copy();
            Network whole = network.copy();
            try (StepwiseTraining ofSparse = training(sparse, optimizer, threads);
                    StepwiseTraining ofWhole = training(whole, new WholeTables(optimizer), 1)) {
                for (Dataset batch : batches) {
                    step(ofSparse, sparse, batch);
                    step(ofWhole, whole, batch);
                    assertThat(sparse.parameters()).isEqualTo(whole.parameters());
                    assertThat(sparse.statistics()).isEqualTo(whole.statistics());
                }
            }
            assertThat(sparse.parameters()).isNotEqualTo(start);
        }
    }

    private static void step(StepwiseTraining training, Network network, Dataset batch) {
        if (batch.rows() != REFUSED_ROWS) {
            training.step(batch);
            return;
        }
        float[] parameters = network.parameters();
        float bias = parameters[parameters.length - 1];
        parameters[parameters.length - 1] = Float.NaN;
        assertThatExceptionOfType(NonFiniteLossException.class).isThrownBy(() -> training.step(batch));
        parameters[parameters.length - 1] = bias;
    }

    private static StepwiseTraining training(Network network, Optimizer optimizer, int threads) {
        return Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(optimizer)
                .batchSize(100)
                .threads(threads)
                .stepwise();
    }

    @Test
    void gradientsMayDifferFromZeroInFewRowsAndInAllOfATableWithAPenalty() {
        Network network = IndexNetworks_SparseNetwork.create(1);
        long[] all = {0};
        long[] nonZero = {0};
        try (StepwiseTraining steps = training(network, new Looking(objective -> {
            objective.forRanges((from, to) -> all[0] += to - from);
            objective.forNonZeroRanges((from, to) -> nonZero[0] += to - from);
        }))) {
            steps.step(batch(network, 40, 1));
        }

        assertThat(all[0]).isEqualTo(network.parameters().length - 3 * 2_600);
        // One has a penalty, and of the 1,000 words 40 sentences pick many.
        int whole = 4 * 2_400 + 7 * 1_000;
        int mostPicked = 40 * (2 * 9 + 5);
        int dense = 2_000;
        assertThat(nonZero[0]).isBetween((long) whole, (long) whole + mostPicked + dense);
    }

    @Test
    void rowsThatNobodyPickedAreNotTouchedWhereAnOptimizerPromisesToLeaveThem() {
        Network network = IndexNetworks_SparseNetwork.create(1);
        Dataset batch = batch(network, 40, 1);
        int unpicked = unpicked(batch) * WIDTH;
        float[] found = new float[3];
        int[] step = {0};
        try (StepwiseTraining steps = training(network, new Looking(objective -> {
            found[step[0]++] = objective.gradients()[unpicked];
            objective.gradients()[unpicked] = 7;
            if (step[0] == 1) {
                // Which is not true.
                objective.zerosAreKept();
            }
        }))) {
            steps.step(batch);
            steps.step(batch);
            steps.step(batch);
        }
        assertThat(found).containsExactly(0, 7, 0);
    }

    /** An optimizer of the user's around one that promises to leave them: what it writes there is not left. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOptimizerAroundAnotherMayWriteIntoGradients(boolean isBefore) {
        Network network = IndexNetworks_SparseNetwork.create(1);
        Network scribbled = network.copy();
        Dataset batch = batch(network, 40, 1);
        Dataset other = batch(network, 50, 2);
        int unpicked = unpicked(batch) * WIDTH;
        Optimizer scribbling = new Scribbling(new Sgd(0.1f), unpicked, isBefore);
        try (StepwiseTraining plain = training(network, new Sgd(0.1f));
                StepwiseTraining around = training(scribbled, scribbling)) {
            for (Dataset next : List.of(batch, other, batch, other)) {
                plain.step(next);
                around.step(next);
                assertThat(scribbled.parameters()).isEqualTo(network.parameters());
            }
        }
    }

    private static StepwiseTraining training(Network network, Optimizer optimizer) {
        return training(network, optimizer, 1);
    }

    private static int unpicked(Dataset batch) {
        for (int row = 0; ; row++) {
            boolean isPicked = false;
            for (int i = 0; i < batch.rows(); i++) {
                isPicked |= batch.sample(i)[0] == row || batch.sample(i)[1] == row;
            }
            if (!isPicked) {
                return row;
            }
        }
    }

    /** Some rows of tables are picked several times. */
    private static Dataset batch(Network network, int rows, int seed) {
        List<Integer> outputs =
                network.topology().heads().stream().map(OutputHead::units).toList();
        Dataset data = SampleData.draw(SampleData.Kind.DISTRIBUTIONS, rows, network.topology(), outputs, seed);
        float[] features = data.features();
        for (int row = 0; row < rows; row += 3) {
            System.arraycopy(features, 0, features, row * data.inputs(), 2);
        }
        return data;
    }

    /** An optimizer whose objective says nothing of gradients that are 0, and so sets and shows all of them. */
    private static final class WholeTables extends Optimizer {
        private final Optimizer optimizer;

        WholeTables(Optimizer optimizer) {
            super(optimizer.learningRate());
            this.optimizer = optimizer;
        }

        @Override
        public String name() {
            return optimizer.name();
        }

        @Override
        public boolean searchesAlongLine() {
            return optimizer.searchesAlongLine();
        }

        @Override
        public Run start(int parameterCount) {
            Run run = optimizer.start(parameterCount);
            return (objective, rate) -> run.step(new Whole(objective), rate);
        }
    }

    private record Whole(Objective objective) implements Objective {
        @Override
        public float[] parameters() {
            return objective.parameters();
        }

        @Override
        public float[] gradients() {
            return objective.gradients();
        }

        @Override
        public double evaluate() {
            return objective.evaluate();
        }

        @Override
        public void stepRefused() {
            objective.stepRefused();
        }

        @Override
        public void forRanges(RangeWork work) {
            objective.forRanges(work);
        }
    }

    /** Writes into a gradient before or after the step of another optimizer. */
    private static final class Scribbling extends Optimizer {
        private final Optimizer optimizer;
        private final int at;
        private final boolean isBefore;

        Scribbling(Optimizer optimizer, int at, boolean isBefore) {
            super(optimizer.learningRate());
            this.optimizer = optimizer;
            this.at = at;
            this.isBefore = isBefore;
        }

        @Override
        public String name() {
            return "scribbling";
        }

        @Override
        public Run start(int parameterCount) {
            Run run = optimizer.start(parameterCount);
            return (objective, rate) -> {
                if (isBefore) {
                    objective.gradients()[at] = 7;
                }
                double loss = run.step(objective, rate);
                if (!isBefore) {
                    objective.gradients()[at] = 7;
                }
                return loss;
            };
        }
    }

    /** Looks at the objective after each evaluation and moves nothing. */
    private static final class Looking extends Optimizer {
        private final Consumer<Objective> look;

        Looking(Consumer<Objective> look) {
            super(1f);
            this.look = look;
        }

        @Override
        public String name() {
            return "looking";
        }

        @Override
        public Run start(int parameterCount) {
            return (objective, rate) -> {
                double loss = objective.evaluate();
                look.accept(objective);
                return loss;
            };
        }
    }
}
