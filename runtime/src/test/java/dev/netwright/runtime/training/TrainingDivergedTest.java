package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.topology.OutputHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two batches an epoch; the parameters after each epoch are written down, those at the start as of epoch 0. */
class TrainingDivergedTest {
    private static final String CURE =
            " Try a smaller learning rate, a warm-up, clipping the gradients' norm, or standardized features.";

    private final HandWritten network = new HandWritten(3, 5, 1, 4);
    private final Dataset data = Doubles.regression(20, 3, 1);
    private final List<float[]> parameters =
            new ArrayList<>(List.of(network.parameters().clone()));
    private final List<Double> losses = new ArrayList<>();

    private Trainer trainer() {
        return Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.01f))
                .epochs(6)
                .batchSize(10)
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        losses.add(progress.batchLoss());
                    }

                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        parameters.add(network.parameters().clone());
                    }

                    @Override
                    public void trainingEnded(TrainingProgress progress) {
                        losses.add(Double.NEGATIVE_INFINITY);
                    }
                });
    }

    /** A training loss that is another value at one step, and on the validation data what was given in advance. */
    private static final class TurnsBad extends Loss {
        private final ScriptedValidation good;
        private final int badStep;
        private final double badLoss;
        private int step;

        TurnsBad(int badStep, double badLoss, double... validation) {
            this.good = new ScriptedValidation(validation);
            this.badStep = badStep;
            this.badLoss = badLoss;
        }

        @Override
        public String name() {
            return "turns bad";
        }

        @Override
        public void check(OutputHead head, Targets targets) {}

        @Override
        public boolean fusesWith(Activation lastActivation) {
            return true;
        }

        @Override
        public void evaluate(
                Predictions predictions,
                Targets targets,
                int firstRow,
                double scale,
                float[] gradients,
                double[] losses) {
            good.evaluate(predictions, targets, firstRow, scale, gradients, losses);
            boolean trains = targets != ScriptedValidation.VALIDATION.targets();
            if (trains && ++step == badStep) {
                losses[0] = badLoss;
            }
        }
    }

    @Test
    void theMessageSaysWhereAndWhatTheNetworkHasNow() {
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer().loss(new TurnsBad(6, Double.NaN)).fit(data))
                .withMessage(
                        "Training diverged in epoch 3, batch 2 of 2: The loss is NaN. The loss of the batch before was"
                                + " %s. The learning rate was 0.01. The network has the parameters of epoch 2, the best so"
                                + " far." + CURE,
                        losses.get(losses.size() - 2))
                .withCauseInstanceOf(NonFiniteLossException.class)
                .satisfies(e -> {
                    assertThat(e.epoch()).isEqualTo(3);
                    assertThat(e.batch()).isEqualTo(2);
                    assertThat(e.lossBefore()).isEqualTo(losses.get(4));
                    assertThat(e.learningRate()).isEqualTo(0.01f);
                    assertThat(e.keptEpoch()).isEqualTo(2);
                });
        assertThat(network.parameters()).isEqualTo(parameters.get(2));
        assertThat(losses).hasSize(6).endsWith(Double.NEGATIVE_INFINITY);
    }

    /** The library's own optimizers say what to try, too. */
    @Test
    void theMessageSaysWhatToTryOnce() {
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer()
                        .optimizer(new Sgd(0.01f))
                        .loss(new TurnsBad(1, Double.NaN))
                        .fit(data))
                .withMessage(
                        "Training diverged in epoch 1, batch 1 of 2: The loss is NaN. The learning rate was 0.01. The network"
                                + " has the parameters that it started with." + CURE)
                .havingCause()
                .withMessage(
                        "The loss is NaN. Try a smaller learning rate, clipNorm(1f), or features scaled to about -1 to 1.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void inTheFirstBatchNothingHasChanged(double loss) {
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer().loss(new TurnsBad(1, loss)).fit(data))
                .withMessage(
                        "Training diverged in epoch 1, batch 1 of 2: The loss is " + loss + ". The learning rate was"
                                + " 0.01. The network has the parameters that it started with." + CURE)
                .satisfies(e -> assertThat(e.lossBefore()).isNaN())
                .satisfies(e -> assertThat(e.keptEpoch()).isZero());
        assertThat(network.parameters()).isEqualTo(parameters.get(0));
    }

    @ParameterizedTest(name = "bad in step {0}: the parameters of epoch {1}")
    @CsvSource({"2, 0", "3, 1", "5, 1", "7, 3", "9, 3", "12, 3"})
    void withValidationTheBestEpochIsKept(int step, int kept) {
        Trainer trainer = trainer().loss(new TurnsBad(step, Double.NaN, 5, 6, 4, 4.5, 4.2, 9));
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer.fit(data, ScriptedValidation.VALIDATION))
                .satisfies(e -> assertThat(e.keptEpoch()).isEqualTo(kept));
        assertThat(network.parameters()).isEqualTo(parameters.get(kept));
    }

    @Test
    void withEarlyStoppingToo() {
        Trainer trainer = trainer().loss(new TurnsBad(7, Double.NaN, 5, 6, 6)).earlyStopping(4);
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer.fit(data, ScriptedValidation.VALIDATION));
        assertThat(network.parameters()).isEqualTo(parameters.get(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aValidationLossThatIsNotFinite(double loss) {
        Trainer trainer = trainer().loss(new ScriptedValidation(5, 4, 4.5, loss));
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer.fit(data, ScriptedValidation.VALIDATION))
                .withMessageStartingWith(
                        "Training diverged in epoch 4, batch 2 of 2: The validation loss is " + loss + ".")
                .satisfies(e -> assertThat(e.keptEpoch()).isEqualTo(2));
        assertThat(network.parameters()).isEqualTo(parameters.get(2));
    }

    /** Its gradient overflows a parameter, and no further step would notice. */
    @Test
    void aParameterThatOverflowsInTheLastStep() {
        Trainer trainer =
                trainer().epochs(2).schedule((base, steps, epochs) -> step -> step == 3 ? Float.MAX_VALUE : base);
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer.fit(data))
                .withMessageMatching("Training diverged in epoch 2, batch 2 of 2: Parameter \\d+ is -?Infinity\\. .*")
                .satisfies(e -> assertThat(e.keptEpoch()).isEqualTo(1))
                .satisfies(e -> assertThat(e.learningRate()).isEqualTo(Float.MAX_VALUE));
        assertThat(network.parameters()).isEqualTo(parameters.get(1));
    }

    @ParameterizedTest
    @ValueSource(floats = {1e3f, 1e10f, 1e30f, Float.MAX_VALUE})
    void hugeRatesLeaveFiniteParameters(float rate) {
        Trainer trainer = trainer()
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(rate))
                .epochs(1_000)
                .batchSize(2)
                .threads(2);
        assertThatExceptionOfType(TrainingDivergedException.class).isThrownBy(() -> trainer.fit(data, data));
        for (float parameter : network.parameters()) {
            assertThat(parameter).isFinite();
        }
        assertThat(Evaluation.of(network)
                        .loss(Loss.MEAN_SQUARED_ERROR)
                        .on(data)
                        .loss()
                        .orElseThrow())
                .isFinite();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void aListenerThatSpoilsTheParametersIsFoundOut(float value) {
        Trainer trainer = trainer().listener(new TrainingListener() {
            @Override
            public void batchEnded(TrainingProgress progress) {
                if (progress.epoch() == 3) {
                    Arrays.fill(network.parameters(), value);
                }
            }
        });
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer.fit(data))
                .satisfies(e -> assertThat(e.epoch()).isEqualTo(3))
                .satisfies(e -> assertThat(e.batch()).isEqualTo(2));
        assertThat(network.parameters()).isEqualTo(parameters.get(2));
    }

    /** The first epoch has the lowest loss, but only because it was measured before the parameters ran away. */
    @Test
    void withoutValidationALossThatRisesLeavesTheStartOfTheBestEpoch() {
        Trainer trainer = trainer().optimizer(new Doubles.Descent(30f)).epochs(1_000);
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer.fit(data))
                .satisfies(e -> assertThat(e.epoch()).isGreaterThan(2))
                .satisfies(e -> assertThat(e.keptEpoch()).isZero())
                .withMessageContaining("The network has the parameters that it started with.");
        assertThat(network.parameters()).isEqualTo(parameters.get(0));
    }
}
