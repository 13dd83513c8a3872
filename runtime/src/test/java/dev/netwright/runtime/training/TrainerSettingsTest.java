package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.RProp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, before anything has changed and any listener was told. */
class TrainerSettingsTest {
    private final HandWritten network = new HandWritten(3, 5, 1, 4);
    private final float[] before = network.parameters().clone();
    private final Dataset data = Doubles.regression(10, 3, 1);
    private final Trainer trainer = Trainer.of(network)
            .loss(new Doubles.SquaredError())
            .optimizer(new Doubles.Descent(0.1f))
            .listener(new TrainingListener() {
                @Override
                public void trainingStarted(TrainingProgress progress) {
                    throw new AssertionError("training began");
                }
            });

    @AfterEach
    void nothingHasChanged() {
        assertThat(network.parameters()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void numbersBelowOne(int value) {
        String end = " must be at least 1, but is " + value + ".";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.epochs(value))
                .withMessage("epochs" + end);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.batchSize(value))
                .withMessage("batchSize" + end);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.threads(value))
                .withMessage("threads" + end);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(network).threads(value))
                .withMessage("threads" + end);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyStopping.onLoss(value))
                .withMessage("patience must be at least 1 epoch, but is " + value + ".");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void anImprovementThatIsNone(double improvement) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyStopping.onLoss(1).minimumImprovement(improvement))
                .withMessage("The minimum improvement must be finite and at least 0, but is " + improvement + ".");
    }

    @Test
    void noLossAndNoOptimizer() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Trainer.of(network).optimizer(new Doubles.Descent(1)).fit(data))
                .withMessage("The trainer has no loss; call loss(...) before fit(...).");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Trainer.of(network).loss(new Doubles.SquaredError()).fit(data))
                .withMessage("The trainer has no optimizer; call optimizer(...) before fit(...).");
    }

    @Test
    void dataOfAnotherWidth() {
        Dataset wider = Doubles.regression(10, 4, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(wider))
                .withMessage("The training data have 4 features, but HandWritten takes 3.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(data, wider))
                .withMessage("The validation data have 4 features, but HandWritten takes 3.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(network).on(wider))
                .withMessage("The data have 4 features, but HandWritten takes 3.");
    }

    @Test
    void targetsThatDoNotSuitTheLossOrTheMetric() {
        Dataset twoTargets = Dataset.of(new float[30], 3, new float[20], 2);
        trainer.loss(Loss.MEAN_SQUARED_ERROR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(twoTargets))
                .withMessageContaining("2 columns");
        assertThatIllegalArgumentException().isThrownBy(() -> trainer.fit(data, twoTargets));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        trainer.metrics(Metric.AUC, Metric.MEAN_ABSOLUTE_ERROR).fit(data))
                .withMessageContaining("AUC");
    }

    @Test
    void aMetricThatIsGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        trainer.metrics(Metric.R_SQUARED, Metric.R_SQUARED).fit(data))
                .withMessage("The metric %s is given twice.", Metric.R_SQUARED.name());
    }

    @Test
    void earlyStoppingOnWhatIsNotMeasured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.earlyStopping(3).fit(data))
                .withMessage("Early stopping monitors the validation loss of the validation data, but there are none;"
                        + " call fit(training, validation).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.earlyStopping(EarlyStopping.on(Metric.R_SQUARED, 3))
                        .fit(data, data))
                .withMessage(
                        "Early stopping monitors %s, which is not measured; give it to metrics(...) too.",
                        Metric.R_SQUARED.name());
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({"0, NaN", "7, Infinity", "25, NaN"})
    void parametersThatAreNotFinite(int at, float value) {
        network.parameters()[at] = value;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(data))
                .withMessage(
                        "Parameter %d of HandWritten is %s; training must start from finite parameters.", at, value);
        assertThat(network.parameters()[at]).isEqualTo(Float.valueOf(value));
        network.parameters()[at] = before[at];
    }

    @Test
    void batchesForAnOptimizerThatNeedsAllRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.optimizer(new Lbfgs()).batchSize(9).fit(data))
                .withMessage("batchSize is 9, but L-BFGS needs all 10 rows in every step; leave batchSize(...) out.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.optimizer(new RProp()).batchSize(1).fit(data))
                .withMessageStartingWith("batchSize is 1, but RPROP needs all 10 rows");
    }

    @Test
    @SuppressWarnings("DataFlowIssue")
    void whatIsMissingIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> Trainer.of(null)).withMessage("network");
        assertThatNullPointerException().isThrownBy(() -> trainer.loss(null)).withMessage("loss");
        assertThatNullPointerException()
                .isThrownBy(() -> trainer.optimizer(null))
                .withMessage("optimizer");
        assertThatNullPointerException()
                .isThrownBy(() -> trainer.schedule(null))
                .withMessage("schedule");
        assertThatNullPointerException()
                .isThrownBy(() -> trainer.listener(null))
                .withMessage("listener");
        assertThatNullPointerException().isThrownBy(() -> trainer.fit(null)).withMessage("training data");
        assertThatNullPointerException()
                .isThrownBy(() -> trainer.fit(data, null))
                .withMessage("validation data");
    }
}
