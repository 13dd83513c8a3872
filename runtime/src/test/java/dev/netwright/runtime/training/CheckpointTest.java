package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest extends CheckpointRuns {
    @Test
    void aRunThatIsKilledInEveryEpochEndsAsOneThatIsNot() {
        HandWritten undisturbed = network();
        TrainingResult expected = trainer(undisturbed).metrics(Metric.R_SQUARED).fit(training, validation);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            Trainer killed = trainer(network())
                    .metrics(Metric.R_SQUARED)
                    .checkpoint(file())
                    .listener(killIn(epoch, 3));
            assertThatThrownBy(() -> killed.fit(training, validation)).isInstanceOf(Killed.class);
        }
        HandWritten resumed = network();
        TrainingResult result =
                trainer(resumed).metrics(Metric.R_SQUARED).checkpoint(file()).fit(training, validation);
        assertThat(resumed.parameters()).isEqualTo(undisturbed.parameters());
        assertThat(texts(result)).isEqualTo(texts(expected));
        assertThat(result.bestEpoch()).isEqualTo(expected.bestEpoch());
        assertThat(result.stopReason()).isEqualTo(StopReason.COMPLETED);
    }

    @Test
    void checkpointsChangeNoBit() {
        HandWritten without = network();
        trainer(without).fit(training);
        HandWritten with = network();
        trainer(with).checkpoint(file()).fit(training);
        assertThat(with.parameters()).isEqualTo(without.parameters());
    }

    @Test
    void aRunThatIsOverReturnsItsResultAtOnce() {
        HandWritten first = network();
        TrainingResult result = trainer(first).checkpoint(file()).fit(training);
        HandWritten second = network();
        TrainingResult again =
                trainer(second).checkpoint(file()).listener(killIn(1, 1)).fit(training);
        assertThat(again).isEqualTo(result);
        assertThat(second.parameters()).isEqualTo(first.parameters());
    }

    @Test
    void earlyStoppingEndsTheSameRunAndGivesTheBestParameters() {
        EarlyStopping patience = EarlyStopping.onLoss(2).minimumImprovement(1e6);
        HandWritten first = network();
        TrainingResult result =
                trainer(first).earlyStopping(patience).checkpoint(file()).fit(training, validation);
        assertThat(result.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(result.epochs()).hasSize(3);
        HandWritten second = network();
        assertThat(trainer(second)
                        .earlyStopping(patience)
                        .checkpoint(file())
                        .listener(killIn(4, 1))
                        .fit(training, validation))
                .isEqualTo(result);
        assertThat(second.parameters()).isEqualTo(first.parameters());
    }

    @Test
    void listenersHearOfTheEpochsThatAreTrainedHere() {
        trainer(network()).checkpoint(file()).listener(stopAfter(2)).fit(training);
        List<String> heard = new ArrayList<>();
        trainer(network())
                .checkpoint(file())
                .listener(new TrainingListener() {
                    @Override
                    public void trainingStarted(TrainingProgress progress) {
                        heard.add(
                                "started " + progress.epoch() + "/" + progress.batch() + " " + progress.learningRate());
                        assertThat(progress.resumedEpochs()).isEqualTo(2);
                        assertThat(progress.batchLoss()).isFinite();
                    }

                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        heard.add("epoch " + result.epoch());
                    }

                    @Override
                    public void trainingEnded(TrainingProgress progress) {
                        heard.add("ended");
                    }
                })
                .fit(training);
        assertThat(heard).containsExactly("started 2/4 0.01", "epoch 3", "epoch 4", "epoch 5", "ended");
    }

    @Test
    void theFileIsThereWhenAListenerHearsOfTheEpoch() {
        List<Integer> kept = new ArrayList<>();
        trainer(network())
                .checkpoint(file())
                .listener(new TrainingListener() {
                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        kept.add(epochsIn(file()));
                    }
                })
                .fit(training);
        assertThat(kept).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void everySoManyEpochsAndAtTheEnd() {
        List<Integer> kept = new ArrayList<>();
        trainer(network())
                .checkpoint(file(), 2)
                .listener(new TrainingListener() {
                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        kept.add(epochsIn(file()));
                    }
                })
                .fit(training);
        assertThat(kept).containsExactly(0, 2, 2, 4, 5);
    }

    @Test
    void aRunThatAListenerStopsIsKeptAndGoesOn() {
        HandWritten undisturbed = network();
        trainer(undisturbed).fit(training);
        trainer(network()).checkpoint(file(), 10).listener(stopAfter(3)).fit(training);
        assertThat(epochsIn(file())).isEqualTo(3);
        HandWritten resumed = network();
        trainer(resumed).checkpoint(file(), 10).fit(training);
        assertThat(resumed.parameters()).isEqualTo(undisturbed.parameters());
    }

    @Test
    void anInterruptLosesNoEpoch() {
        TrainingResult stopped = trainer(network())
                .checkpoint(file())
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        if (progress.epoch() == 2 && progress.batch() == progress.batches()) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .fit(training);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(stopped.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        TrainingResult again = trainer(network()).checkpoint(file()).fit(training);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(again.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(again.epochs()).hasSize(2);
    }

    @Test
    void moreEpochsMayFollowWhereTheScheduleGivesTheSameRates() {
        HandWritten longer = network();
        TrainingResult expected = trainer(longer)
                .schedule(Schedule.reduceOnPlateau(0.5f, 1))
                .epochs(9)
                .fit(training, validation);
        trainer(network())
                .schedule(Schedule.reduceOnPlateau(0.5f, 1))
                .checkpoint(file())
                .fit(training, validation);
        HandWritten resumed = network();
        TrainingResult result = trainer(resumed)
                .schedule(Schedule.reduceOnPlateau(0.5f, 1))
                .checkpoint(file())
                .epochs(9)
                .fit(training, validation);
        assertThat(resumed.parameters()).isEqualTo(longer.parameters());
        assertThat(texts(result)).isEqualTo(texts(expected));
    }

    @Test
    void theNumberOfThreadsMayDiffer() {
        trainer(network()).checkpoint(file()).listener(stopAfter(2)).fit(training);
        HandWritten undisturbed = network();
        trainer(undisturbed).fit(training);
        HandWritten resumed = network();
        trainer(resumed).threads(3).checkpoint(file()).fit(training);
        assertThat(resumed.parameters()).isEqualTo(undisturbed.parameters());
    }

    /** What is fallen back to, and what the exception says, follow from epochs before the kill. */
    @Test
    void aRunThatDivergesAfterItWasKilledLeavesTheSameBits() throws IOException {
        for (float shrinking : new float[] {1f, 0.01f}) {
            HandWritten undisturbed = network();
            TrainingDivergedException expected = catchThrowableOfType(
                    TrainingDivergedException.class,
                    () -> trainer(undisturbed).schedule(exploding(shrinking)).fit(training));
            assertThat(expected.epoch()).isEqualTo(4);
            for (int epoch = 1; epoch <= 4; epoch++) {
                Files.deleteIfExists(file());
                Trainer killed = trainer(network())
                        .schedule(exploding(shrinking))
                        .checkpoint(file())
                        .listener(killIn(epoch, 1));
                assertThatThrownBy(() -> killed.fit(training)).isInstanceOf(Killed.class);
                HandWritten resumed = network();
                Trainer trainer =
                        trainer(resumed).schedule(exploding(shrinking)).checkpoint(file());
                assertThatThrownBy(() -> trainer.fit(training))
                        .isInstanceOf(TrainingDivergedException.class)
                        .hasMessage(expected.getMessage());
                assertThat(resumed.parameters()).isEqualTo(undisturbed.parameters());
            }
        }
    }

    /** Large in the third epoch, so that it ends worse than it began, and far too large in the fourth. */
    private static Schedule exploding(float third) {
        return (base, stepsPerEpoch, epochs) -> step -> switch ((int) (step / stepsPerEpoch)) {
            case 0, 1 -> base;
            case 2 -> third;
            default -> 1e30f;
        };
    }

    /** Schedules need not say what they remember: they are asked for the same rates again. */
    @Test
    void aScheduleOfTheUsersGoesOn() {
        HandWritten undisturbed = network();
        trainer(undisturbed).schedule(shrinking()).fit(training);
        trainer(network())
                .schedule(shrinking())
                .checkpoint(file())
                .listener(stopAfter(3))
                .fit(training);
        HandWritten resumed = network();
        trainer(resumed).schedule(shrinking()).checkpoint(file()).fit(training);
        assertThat(resumed.parameters()).isEqualTo(undisturbed.parameters());
    }

    /** Remembers every call. */
    private static Schedule shrinking() {
        return (base, stepsPerEpoch, epochs) -> new Schedule.Run() {
            private float rate = base;

            @Override
            public float rate(long step) {
                rate *= 0.99f;
                return rate;
            }

            @Override
            public void epochEnded(double loss) {
                rate *= (float) Math.min(1, 0.5 + loss / 10);
            }
        };
    }
}
