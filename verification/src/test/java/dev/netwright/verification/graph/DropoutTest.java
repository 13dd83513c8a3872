package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Objective;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is dropped when, and that it follows from seed, step and row alone. */
class DropoutTest {
    /** Drops features alone. */
    @Input(4)
    @Layer(dropout = 0.3f)
    @Layer(size = 1)
    interface Linear extends Network {}

    private static final int ROWS = 300;
    private static final long SEED = 11;

    private final Network network = DroppingNetwork.create(3);
    private final float[] features = features();

    @Test
    void whatIsNoTrainingDropsNothing() {
        Pass pass = network.newPass(ROWS);
        float[] before = network.predict(features, ROWS);
        pass.forwardTraining(features, 0, ROWS, SEED, 0, 0);
        float[] training = pass.outputs().clone();
        pass.forward(features, ROWS);

        assertThat(pass.outputs()).isEqualTo(before).isNotEqualTo(training);
        assertThat(network.predict(features, ROWS)).isEqualTo(before);
    }

    @Test
    void theBackwardPassBelongsToTheForwardPassBeforeIt() {
        float[] ones = new float[2 * ROWS];
        Arrays.fill(ones, 1f);
        Pass pass = network.newPass(ROWS);
        pass.forwardTraining(features, 0, ROWS, SEED, 0, 0);
        pass.backward(ones);
        float[] training = pass.gradients().clone();
        pass.forward(features, ROWS);
        pass.backward(ones);

        Pass fresh = network.newPass(ROWS);
        fresh.forward(features, ROWS);
        fresh.backward(ones);
        assertThat(pass.gradients()).isEqualTo(fresh.gradients()).isNotEqualTo(training);
        assertThat(pass.inputGradients()).isEqualTo(fresh.inputGradients());
    }

    /** On average over many steps the outputs of a linear layer are those of a prediction. */
    @Test
    void whatIsKeptMakesUpForWhatIsDropped() {
        Network linear = DropoutTest_LinearNetwork.create(1);
        float[] one = Arrays.copyOf(features, 4);
        float[] expected = linear.predict(one);
        Pass pass = linear.newPass(1);
        double sum = 0;
        int steps = 20_000;
        for (int step = 0; step < steps; step++) {
            pass.forwardTraining(one, 0, 1, SEED, step, 0);
            sum += pass.outputs()[0];
        }
        assertThat(sum / steps).isCloseTo(expected[0], within(0.02 * Math.abs(expected[0])));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 299})
    void partsOfABatchDropWhatTheWholeDoes(int part) {
        Pass whole = network.newPass(ROWS);
        whole.forwardTraining(features, 0, ROWS, SEED, 5, 0);
        Pass parts = network.newPass(part);
        for (int first = 0; first < ROWS; first += part) {
            int rows = Math.min(part, ROWS - first);
            parts.forwardTraining(features, first, rows, SEED, 5, first);
            assertThat(Arrays.copyOf(parts.outputs(), 2 * rows))
                    .isEqualTo(Arrays.copyOfRange(whole.outputs(), 2 * first, 2 * (first + rows)));
        }
    }

    @Test
    void seedStepAndRowDecideAndNothingElseDoes() {
        float[] first = outputs(SEED, 1, 0);

        assertThat(outputs(SEED, 1, 0)).isEqualTo(first);
        assertThat(outputs(SEED + 1, 1, 0)).isNotEqualTo(first);
        assertThat(outputs(SEED, 2, 0)).isNotEqualTo(first);
        assertThat(outputs(SEED, 1, 1)).isNotEqualTo(first);
    }

    private float[] outputs(long seed, long step, long batchRow) {
        Pass pass = network.newPass(ROWS);
        pass.forwardTraining(features, 0, ROWS, seed, step, batchRow);
        return pass.outputs();
    }

    @Test
    void everyStepDropsOthersAndEveryEvaluationOfAStepTheSame() {
        Evaluations optimizer = new Evaluations();
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(optimizer)
                .epochs(3)
                .batchSize(ROWS)
                .fit(data());

        assertThat(optimizer.losses).hasSize(6).doesNotContain(Double.NaN);
        for (int step = 0; step < 3; step++) {
            assertThat(optimizer.losses.get(2 * step)).isEqualTo(optimizer.losses.get(2 * step + 1));
        }
        assertThat(optimizer.losses.stream().distinct()).hasSize(3);
    }

    /** Its line search would find nothing to go by if what is dropped changed within a step. */
    @Test
    void lbfgsLearns() {
        Dataset data = data();
        double before = loss(network, data);
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Lbfgs())
                .epochs(20)
                .fit(data);

        assertThat(loss(network, data)).isLessThan(before / 2);
    }

    @Test
    void stepByStepDropsWhatFitDoesAndAFailedStepIsNotCounted() throws Exception {
        Dataset data = data();
        Network stepped = network.copy();
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(1e-2f))
                .seed(4)
                .epochs(3)
                .batchSize(ROWS)
                .fit(data);
        Dataset wrong = Dataset.of(features.clone(), 4, Targets.ofValues(tooLarge(), 2));
        try (StepwiseTraining training = Trainer.of(stepped)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(1e-2f))
                .seed(4)
                .stepwise()) {
            training.step(data);
            assertThatThrownBy(() -> training.step(wrong)).isInstanceOf(NonFiniteLossException.class);
            training.step(data);
            training.step(data);
        }
        assertThat(stepped.parameters()).isEqualTo(network.parameters());
    }

    private static double loss(Network of, Dataset data) {
        float[] outputs = of.predict(data.features(), data.rows());
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double away = outputs[i] - data.targets().values()[i];
            sum += away * away;
        }
        return sum / outputs.length;
    }

    private static float[] features() {
        SeededRandom random = SeededRandom.of(1, 0);
        float[] values = new float[4 * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private Dataset data() {
        float[] targets = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            targets[2 * row] = 2 * features[4 * row];
            targets[2 * row + 1] = features[4 * row + 1] * features[4 * row + 2];
        }
        return Dataset.of(features, 4, Targets.ofValues(targets, 2));
    }

    private static float[] tooLarge() {
        float[] targets = new float[2 * ROWS];
        Arrays.fill(targets, Float.MAX_VALUE);
        return targets;
    }

    /** Evaluates each step twice and changes nothing. */
    private static final class Evaluations extends Optimizer {
        private final List<Double> losses = new ArrayList<>();

        Evaluations() {
            super(1f);
        }

        @Override
        public String name() {
            return "evaluations";
        }

        @Override
        public Run start(int parameterCount) {
            return this::step;
        }

        private double step(Objective objective, float learningRate) {
            double loss = objective.evaluate();
            losses.add(loss);
            losses.add(objective.evaluate());
            return loss;
        }
    }
}
