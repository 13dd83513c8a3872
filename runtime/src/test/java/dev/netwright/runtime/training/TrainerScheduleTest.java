package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerScheduleTest {
    private final HandWritten network = new HandWritten(3, 5, 1, 4);
    private final Dataset data = Doubles.regression(10, 3, 1);

    private Trainer trainer() {
        return Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.01f))
                .epochs(3)
                .batchSize(4);
    }

    /** Writes down what the trainer tells it. */
    private static final class Recorder implements Schedule {
        final List<String> events = new ArrayList<>();
        final List<Double> losses = new ArrayList<>();

        @Override
        public Run start(float baseRate, int stepsPerEpoch, int epochs) {
            events.add("start " + baseRate + " " + stepsPerEpoch + " " + epochs);
            return new Run() {
                @Override
                public float rate(long step) {
                    events.add("step " + step);
                    return 0.01f;
                }

                @Override
                public void epochEnded(double loss) {
                    events.add("epoch");
                    losses.add(loss);
                }
            };
        }
    }

    @Test
    void everyStepIsAskedForOnceAndEveryEpochTold() {
        Recorder schedule = new Recorder();
        TrainingResult result = trainer().schedule(schedule).fit(data);
        assertThat(schedule.events)
                .containsExactly(
                        "start 0.01 3 3",
                        "step 0",
                        "step 1",
                        "step 2",
                        "epoch",
                        "step 3",
                        "step 4",
                        "step 5",
                        "epoch",
                        "step 6",
                        "step 7",
                        "step 8",
                        "epoch");
        assertThat(schedule.losses)
                .containsExactlyElementsOf(
                        result.epochs().stream().map(EpochResult::trainingLoss).toList());
    }

    @Test
    void withValidationItIsToldTheValidationLoss() {
        Recorder schedule = new Recorder();
        trainer().schedule(schedule).loss(new ScriptedValidation(3, 1, 2)).fit(data, ScriptedValidation.VALIDATION);
        assertThat(schedule.losses).containsExactly(3.0, 1.0, 2.0);
    }

    @Test
    void itsRatesAreTheSteps() {
        HandWritten slow = network.copy();
        trainer().schedule((base, steps, epochs) -> step -> base / 2).fit(data);
        Trainer.of(slow)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.005f))
                .epochs(3)
                .batchSize(4)
                .fit(data);
        assertThat(network.parameters()).isEqualTo(slow.parameters());
    }

    @Test
    void aPlateauOfTheValidationLossLowersTheRate() {
        TrainingResult result = trainer()
                .epochs(6)
                .schedule(Schedule.reduceOnPlateau(0.5f, 2))
                .loss(new ScriptedValidation(3, 3, 3, 2, 2, 2))
                .fit(data, ScriptedValidation.VALIDATION);
        assertThat(result.epochs())
                .extracting(EpochResult::learningRate)
                .containsExactly(0.01f, 0.01f, 0.01f, 0.005f, 0.005f, 0.005f);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -1e-9f})
    void aRateThatIsNoneEndsTheRunBeforeItsStep(float rate) {
        List<float[]> parameters = new ArrayList<>();
        Trainer trainer = trainer()
                .schedule((base, steps, epochs) -> step -> step < 4 ? base : rate)
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        parameters.add(network.parameters().clone());
                    }
                });
        assertThatIllegalStateException()
                .isThrownBy(() -> trainer.fit(data))
                .withMessage("The schedule's learning rate in step 4 is %s; it must be finite and at least 0.", rate);
        assertThat(parameters).hasSize(4);
        assertThat(network.parameters()).isEqualTo(parameters.get(3));
    }

    @Test
    void aRateOfZeroChangesNothing() {
        float[] before = network.parameters().clone();
        trainer().schedule((base, steps, epochs) -> step -> 0).fit(data);
        assertThat(network.parameters()).isEqualTo(before);
    }
}
