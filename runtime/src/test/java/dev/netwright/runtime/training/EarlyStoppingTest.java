package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.netwright.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every epoch's validation is given in advance; what counts is when the run stops and which parameters are left. */
class EarlyStoppingTest {
    private static final double NAN = Double.NaN;

    private final HandWritten network = new HandWritten(3, 5, 1, 4);
    private final Dataset data = Doubles.regression(20, 3, 1);
    private final List<float[]> parameters =
            new ArrayList<>(List.of(network.parameters().clone()));

    private Trainer trainer(int epochs) {
        return Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.01f))
                .epochs(epochs)
                .listener(new TrainingListener() {
                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        parameters.add(network.parameters().clone());
                    }
                });
    }

    private TrainingResult onLoss(int patience, double improvement, double... losses) {
        return trainer(losses.length)
                .loss(new ScriptedValidation(losses))
                .earlyStopping(EarlyStopping.onLoss(patience).minimumImprovement(improvement))
                .fit(data, ScriptedValidation.VALIDATION);
    }

    private TrainingResult onMetric(int patience, boolean higherIsBetter, double... values) {
        var metric = Doubles.scripted("quality", higherIsBetter, values);
        return trainer(values.length)
                .metrics(metric)
                .earlyStopping(EarlyStopping.on(metric, patience))
                .fit(data, ScriptedValidation.VALIDATION);
    }

    /** The run's epochs and reason, its best epoch, and that the network has that epoch's parameters, bit for bit. */
    private void assertEnd(TrainingResult result, StopReason reason, int epochs, int best) {
        assertThat(result.stopReason()).isEqualTo(reason);
        assertThat(result.epochs()).hasSize(epochs);
        assertThat(result.bestEpoch()).isEqualTo(best);
        assertThat(result.restored()).isTrue();
        assertThat(result.best().orElseThrow().epoch()).isEqualTo(best);
        assertThat(network.parameters()).isEqualTo(parameters.get(best));
        assertThat(parameters.get(best)).isNotEqualTo(parameters.get(0));
    }

    @Test
    void stopsWhenPatienceIsOverAndKeepsTheBest() {
        assertEnd(onLoss(2, 0, 5, 4, 4.5, 4.2, 1, 1), StopReason.EARLY_STOPPING, 4, 2);
    }

    @Test
    void anImprovementBeginsPatienceAnew() {
        assertEnd(onLoss(2, 0, 5, 6, 4, 5, 3, 9, 9, 0), StopReason.EARLY_STOPPING, 7, 5);
    }

    @Test
    void patienceOfOneStopsAtOnce() {
        assertEnd(onLoss(1, 0, 5, 6, 4), StopReason.EARLY_STOPPING, 2, 1);
    }

    @Test
    void equalIsNoImprovementAndTheFirstIsKept() {
        assertEnd(onLoss(3, 0, 5, 5, 5, 5, 1), StopReason.EARLY_STOPPING, 4, 1);
    }

    @Test
    void aRunThatIsCompletedKeepsTheBestToo() {
        assertEnd(onLoss(3, 0, 5, 4, 6, 6), StopReason.COMPLETED, 4, 2);
        parameters.clear();
        parameters.add(new float[0]);
        assertEnd(onLoss(1, 0, 5, 6), StopReason.COMPLETED, 2, 1);
    }

    @Test
    void lessThanTheMinimumIsNoImprovement() {
        // 4.6 is less than 5 by 0.4, and 4.4 by 0.6: what counts is the distance to the last that improved.
        assertEnd(onLoss(2, 0.5, 5, 4.6, 4.4, 4.0, 3.95, 0), StopReason.EARLY_STOPPING, 5, 3);
    }

    @Test
    void ofAMetricTheLargerMayBeTheBetter() {
        assertEnd(onMetric(2, true, 0.5, 0.7, 0.6, 0.7, 0.9), StopReason.EARLY_STOPPING, 4, 2);
        parameters.clear();
        parameters.add(new float[0]);
        assertEnd(onMetric(2, false, 0.5, 0.7, 0.6, 0.1), StopReason.EARLY_STOPPING, 3, 1);
    }

    @Test
    void ofAMetricTooTheMinimumCounts() {
        var metric = Doubles.scripted("quality", true, 0.5, 0.55, 0.61, 0.65, 0.70, 1);
        TrainingResult result = trainer(6)
                .metrics(metric)
                .earlyStopping(EarlyStopping.on(metric, 2).minimumImprovement(0.1))
                .fit(data, ScriptedValidation.VALIDATION);
        assertEnd(result, StopReason.EARLY_STOPPING, 5, 3);
    }

    @Test
    void notANumberIsNeverAnImprovement() {
        assertEnd(onMetric(2, true, NAN, 0.7, NAN, NAN, 1), StopReason.EARLY_STOPPING, 4, 2);
    }

    @Test
    void whereNoEpochHasAValueThereIsNoBest() {
        TrainingResult result = onMetric(2, true, NAN, NAN, NAN);
        assertThat(result.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(result.epochs()).hasSize(2);
        assertThat(result.bestEpoch()).isZero();
        assertThat(result.best()).isEmpty();
        assertThat(result.restored()).isFalse();
        assertThat(network.parameters()).isEqualTo(parameters.get(2));
    }

    @Test
    void aRunThatIsStoppedKeepsTheBest() {
        TrainingResult result = trainer(9)
                .loss(new ScriptedValidation(3, 2, 4, 4, 4))
                .earlyStopping(5)
                .listener(new TrainingListener() {
                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        if (result.epoch() == 3) {
                            progress.stop();
                        }
                    }
                })
                .fit(data, ScriptedValidation.VALIDATION);
        assertEnd(result, StopReason.LISTENER, 3, 2);
    }

    @Test
    void aRunThatFailsKeepsTheBest() {
        Trainer trainer = trainer(9)
                .loss(new ScriptedValidation(3, 2, 4, 4, 4))
                .earlyStopping(5)
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        if (progress.epoch() == 4) {
                            throw new IllegalStateException("disk is full");
                        }
                    }

                    @Override
                    public void trainingEnded(TrainingProgress progress) {
                        assertThat(network.parameters()).isEqualTo(parameters.get(2));
                    }
                });
        assertThatIllegalStateException()
                .isThrownBy(() -> trainer.fit(data, ScriptedValidation.VALIDATION))
                .withMessage("disk is full")
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
        assertThat(network.parameters()).isEqualTo(parameters.get(2));
    }

    @Test
    void withoutItTheLastParametersStay() {
        TrainingResult result =
                trainer(4).loss(new ScriptedValidation(3, 2, 4, 4)).fit(data, ScriptedValidation.VALIDATION);
        assertThat(result.stopReason()).isEqualTo(StopReason.COMPLETED);
        assertThat(result.bestEpoch()).isEqualTo(2);
        assertThat(result.restored()).isFalse();
        assertThat(network.parameters()).isEqualTo(parameters.get(4));
    }

    @Test
    void measuredValuesAreTold() {
        TrainingResult result = onMetric(9, true, 0.5, 0.7);
        assertThat(result.epochs()).extracting(epoch -> epoch.metric("quality")).containsExactly(0.5, 0.7);
        assertThat(result.last().orElseThrow().validationLoss()).isPresent();
    }
}
