package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private final HandWritten network = new HandWritten(3, 5, 1, 4);

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 200})
    void lossAndMetricsAreTheFormulas(int rows) {
        Dataset data = Doubles.regression(rows, 3, 1);
        float[] before = network.parameters().clone();
        EvaluationResult result = Evaluation.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .metrics(Metric.ROOT_MEAN_SQUARED_ERROR, Metric.MEAN_ABSOLUTE_ERROR)
                .on(data);
        Reference reference = new Reference(network);
        double squares = 0;
        double distances = 0;
        for (int row = 0; row < rows; row++) {
            double square =
                    reference.loss(data.features(), 3 * row, data.targets().values(), row);
            squares += square;
            distances += Math.sqrt(square);
        }
        assertThat(result.loss().orElseThrow()).isCloseTo(squares / rows, within(1e-5));
        assertThat(result.metrics().keySet())
                .containsExactly(Metric.ROOT_MEAN_SQUARED_ERROR.name(), Metric.MEAN_ABSOLUTE_ERROR.name());
        assertThat(result.metric(Metric.ROOT_MEAN_SQUARED_ERROR.name()))
                .isCloseTo(Math.sqrt(squares / rows), within(1e-5));
        assertThat(result.metric(Metric.MEAN_ABSOLUTE_ERROR.name())).isCloseTo(distances / rows, within(1e-5));
        assertThat(network.parameters()).isEqualTo(before);
    }

    @Test
    void rowsCountWithTheirWeights() {
        Dataset data = Doubles.regression(3, 3, 1);
        Evaluation evaluation = Evaluation.of(network).loss(Loss.MEAN_SQUARED_ERROR);
        double first = evaluation.on(data.slice(0, 1)).loss().orElseThrow();
        double second = evaluation.on(data.slice(1, 2)).loss().orElseThrow();
        double weighted =
                evaluation.on(data.weighted(new float[] {3, 1, 0})).loss().orElseThrow();
        assertThat(weighted).isCloseTo((3 * first + second) / 4, within(1e-12));
    }

    @Test
    void whatWasNotAskedForIsNotMeasured() {
        Dataset data = Doubles.regression(3, 3, 1);
        assertThat(Evaluation.of(network).on(data))
                .isEqualTo(new EvaluationResult(OptionalDouble.empty(), Map.of(), Map.of()));
        assertThat(Evaluation.of(network).metrics(Metric.R_SQUARED).on(data).loss())
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Dataset twoTargets = Dataset.of(new float[6], 3, new float[4], 2);
        Dataset weightless = Doubles.regression(2, 3, 1).weighted(new float[2]);
        Evaluation evaluation = Evaluation.of(network).loss(Loss.MEAN_SQUARED_ERROR);
        assertThatIllegalArgumentException().isThrownBy(() -> evaluation.on(twoTargets));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.on(weightless))
                .withMessageStartingWith("Every row of the data has weight 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Evaluation.of(network).metrics(Metric.AUC, Metric.AUC).on(weightless))
                .withMessageContaining("AUC");
        assertThatNullPointerException()
                .isThrownBy(() -> Evaluation.of(missing()))
                .withMessage("network");
    }

    @SuppressWarnings("DataFlowIssue")
    private static HandWritten missing() {
        return null;
    }

    @Test
    void aMetricThatWasNotMeasured() {
        EvaluationResult result =
                Evaluation.of(network).metrics(Metric.R_SQUARED).on(Doubles.regression(3, 3, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.metric("speed"))
                .withMessage("No metric \"speed\" was measured; there are: %s.", Metric.R_SQUARED.name());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluationResult(OptionalDouble.empty(), Map.of(), Map.of()).metric("speed"))
                .withMessage("No metric \"speed\" was measured; there are none.");
    }

    /** As code that knows no network in particular asks for them. */
    @Test
    void metricsOfTheOnlyOutputAreFoundByItsNameWhereTheyWereGivenByIt() {
        Dataset data = Doubles.regression(30, 3, 1);
        EvaluationResult measured =
                Evaluation.of(network).metrics("output", Metric.R_SQUARED).on(data);
        TrainingResult trained = Trainer.of(network)
                .loss("output", new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.01f))
                .metrics("output", Metric.R_SQUARED)
                .earlyStopping(EarlyStopping.on("output", Metric.R_SQUARED, 1))
                .fit(data, data);

        assertThat(measured.metrics()).containsOnlyKeys("output R²");
        assertThat(measured.metric("output", Metric.R_SQUARED)).isNotNaN();
        assertThat(trained.epochs().get(0).metric("output", Metric.R_SQUARED)).isNotNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured.metric(Metric.R_SQUARED))
                .withMessage("No metric \"R²\" was measured; there are: output R².");
    }

    @Test
    void theLossOfTheOnlyOutputIsTheLoss() {
        Dataset data = Doubles.regression(30, 3, 1);
        EvaluationResult measured =
                Evaluation.of(network).loss(Loss.MEAN_SQUARED_ERROR).on(data);
        EpochResult trained = Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Doubles.Descent(0.01f))
                .fit(data)
                .epochs()
                .get(0);

        assertThat(measured.loss("output")).isEqualTo(measured.loss().orElseThrow());
        assertThat(trained.loss("output")).isEqualTo(trained.trainingLoss());
        assertThat(trained.validationLosses()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured.loss("value"))
                .withMessage("No loss of an output \"value\" was measured; there are: output.");
    }

    @Test
    void withoutValidationTheMetricsAreThoseOfTheTrainingDataAfterTheEpoch() {
        Dataset data = Doubles.regression(200, 3, 1);
        TrainingResult result = Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.01f))
                .metrics(Metric.R_SQUARED)
                .threads(3)
                .fit(data);
        EvaluationResult after =
                Evaluation.of(network).metrics(Metric.R_SQUARED).on(data);
        assertThat(result.epochs().get(0).metrics()).isEqualTo(after.metrics());
        assertThat(result.epochs().get(0).validationLoss()).isEmpty();
    }

    @Test
    void withValidationLossAndMetricsAreThoseOfTheValidationData() {
        Dataset validation = Doubles.regression(70, 3, 2);
        TrainingResult result = Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.01f))
                .metrics(Metric.R_SQUARED)
                .fit(Doubles.regression(50, 3, 1), validation);
        EvaluationResult after = Evaluation.of(network)
                .loss(new Doubles.SquaredError())
                .metrics(Metric.R_SQUARED)
                .on(validation);
        assertThat(result.epochs().get(0).metrics()).isEqualTo(after.metrics());
        assertThat(result.epochs().get(0).validationLoss()).isEqualTo(after.loss());
        assertThat(result.epochs().get(0).loss()).isEqualTo(after.loss().orElseThrow());
    }
}
