package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepwiseTrainingTest {
    private final HandWritten network = new HandWritten(6, 5, 1, 11);

    private Trainer trainer() {
        return Trainer.of(network).loss(Loss.MEAN_SQUARED_ERROR).optimizer(new Adam(0.01f));
    }

    @ParameterizedTest
    @CsvSource({"5, 40, 1", "5, 40, 3", "3000, 40, 1", "3000, 40, 3", "3000, 600, 2"})
    void stepsGiveTheBitsOfAFit(int hidden, int rows, int threads) {
        HandWritten stepped = new HandWritten(6, hidden, 1, 11);
        HandWritten fitted = stepped.copy();
        Dataset data = Doubles.regression(rows, 6, 3);
        Trainer.of(fitted)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.01f))
                .batchSize(rows)
                .epochs(3)
                .fit(data);
        List<Double> losses = new ArrayList<>();
        try (StepwiseTraining training = Trainer.of(stepped)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.01f))
                .threads(threads)
                .stepwise()) {
            for (int i = 0; i < 3; i++) {
                losses.add(training.step(data));
            }
        }
        assertThat(stepped.parameters()).isEqualTo(fitted.parameters());
        assertThat(losses).isSortedAccordingTo((a, b) -> Double.compare(b, a)).doesNotHaveDuplicates();
    }

    @Test
    void batchesMayDifferInSizeAndAStepInItsRate() {
        HandWritten other = network.copy();
        try (StepwiseTraining training = trainer().optimizer(new Sgd(0.5f)).stepwise()) {
            training.step(Doubles.regression(3, 6, 1), 0.01f);
            training.step(Doubles.regression(70, 6, 2), 0.01f);
        }
        Trainer fit = Trainer.of(other)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.01f))
                .batchSize(70);
        fit.fit(Doubles.regression(3, 6, 1));
        fit.fit(Doubles.regression(70, 6, 2));
        assertThat(network.parameters()).isEqualTo(other.parameters());
    }

    @Test
    void allocatesNothingInSteadyState() {
        Dataset first = Doubles.regression(20, 6, 1);
        try (StepwiseTraining training = trainer().stepwise()) {
            Allocations.assertNoneOnceWarm(() -> training.step(first));
        }
    }

    /** As where they come one by one, each is checked. */
    @Test
    void allocatesNothingWhereBatchesTakeTurns() {
        Dataset first = Doubles.regression(20, 6, 1);
        Dataset second = Doubles.regression(30, 6, 2);
        try (StepwiseTraining training = trainer().stepwise()) {
            Allocations.assertNoneOnceWarm(() -> {
                training.step(first);
                training.step(second);
            });
        }
    }

    @Test
    void refusesWhatDoesNotFitAndChangesNothing() {
        float[] before = network.parameters().clone();
        try (StepwiseTraining training = trainer().stepwise()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> training.step(Doubles.regression(3, 7, 1)))
                    .withMessage("The rows of the batch have 7 features, but HandWritten takes 6.");
            assertThatIllegalArgumentException().isThrownBy(() -> training.step(Doubles.regression(3, 6, 1), -1f));
            Dataset huge = Dataset.of(new float[] {3e38f, 3e38f, 3e38f, 3e38f, 3e38f, 3e38f}, 6, new float[1], 1);
            assertThatExceptionOfType(NonFiniteLossException.class).isThrownBy(() -> training.step(huge));
        }
        assertThat(network.parameters()).isEqualTo(before);
    }

    @Test
    void endsWhenItIsClosed() {
        StepwiseTraining training = trainer().stepwise();
        training.close();
        training.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> training.step(Doubles.regression(3, 6, 1)))
                .withMessage("This training has been closed; start another with Trainer.stepwise().");
    }

    @Test
    void refusesSettingsThatSpeakOfEpochs() {
        assertRefused(trainer().epochs(2), "epochs");
        assertRefused(trainer().metrics(Metric.MEAN_ABSOLUTE_ERROR), "metrics");
        assertRefused(trainer().schedule(Schedule.constant()), "a schedule");
        assertRefused(trainer().earlyStopping(3), "early stopping");
        assertRefused(trainer().listener(new TrainingListener() {}), "a listener");
        assertThatIllegalStateException()
                .isThrownBy(() -> Trainer.of(network).loss(Loss.HUBER).stepwise())
                .withMessage("The trainer has no optimizer; call optimizer(...) before stepwise().");
    }

    private static void assertRefused(Trainer trainer, String what) {
        assertThatIllegalStateException()
                .isThrownBy(trainer::stepwise)
                .withMessageStartingWith(
                        "Training step by step knows no epochs, so " + what + " has no meaning there; ");
    }
}
