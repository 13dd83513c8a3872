package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingListenerTest {
    private final HandWritten network = new HandWritten(3, 5, 1, 4);
    private final Dataset data = Doubles.regression(10, 3, 1);
    private final List<String> events = new ArrayList<>();

    private Trainer trainer() {
        return Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.01f))
                .epochs(2)
                .batchSize(4);
    }

    /** Writes events down; at one of them it fails, or does what it is told. */
    private class Recorder implements TrainingListener {
        private final String name;
        private final String special;
        private final Runnable action;

        Recorder(String name) {
            this(name, "", () -> {});
        }

        Recorder(String name, String special, Runnable action) {
            this.name = name;
            this.special = special;
            this.action = action;
        }

        private void add(String event) {
            events.add(name + event);
            if (event.equals(special)) {
                action.run();
            }
        }

        @Override
        public void trainingStarted(TrainingProgress progress) {
            add("start");
        }

        @Override
        public void epochStarted(TrainingProgress progress) {
            add("epoch " + progress.epoch());
        }

        @Override
        public void batchEnded(TrainingProgress progress) {
            add("batch " + progress.epoch() + "." + progress.batch());
        }

        @Override
        public void epochEnded(TrainingProgress progress, EpochResult result) {
            assertThat(result.epoch()).isEqualTo(progress.epoch());
            add("epoch " + result.epoch() + " ended");
        }

        @Override
        public void trainingEnded(TrainingProgress progress) {
            add("end");
        }
    }

    @Test
    void eventsInTheirOrder() {
        trainer().listener(new Recorder("")).fit(data);
        assertThat(events)
                .containsExactly(
                        "start",
                        "epoch 1",
                        "batch 1.1",
                        "batch 1.2",
                        "batch 1.3",
                        "epoch 1 ended",
                        "epoch 2",
                        "batch 2.1",
                        "batch 2.2",
                        "batch 2.3",
                        "epoch 2 ended",
                        "end");
    }

    @Test
    void severalListenersInTheOrderInWhichTheyWereGiven() {
        trainer()
                .epochs(1)
                .batchSize(10)
                .listener(new Recorder("a "))
                .listener(new Recorder("b "))
                .fit(data);
        assertThat(events)
                .containsExactly(
                        "a start",
                        "b start",
                        "a epoch 1",
                        "b epoch 1",
                        "a batch 1.1",
                        "b batch 1.1",
                        "a epoch 1 ended",
                        "b epoch 1 ended",
                        "a end",
                        "b end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "epoch 2", "batch 1.2", "epoch 1 ended"})
    void anExceptionEndsTheRunAndEveryoneHearsOfTheEnd(String event) {
        Trainer trainer = trainer().listener(new Recorder("", event, () -> {
            throw new IllegalStateException("at " + event);
        }));
        trainer.listener(new Recorder("b ")).threads(3);
        assertThatIllegalStateException().isThrownBy(() -> trainer.fit(data)).withMessage("at " + event);
        assertThat(events).endsWith(event, "end", "b end");
    }

    @Test
    void anExceptionAtTheEndIsThrownWhenAllHaveHeard() {
        Trainer trainer = trainer()
                .listener(new Recorder("a ", "end", () -> {
                    throw new IllegalStateException("first");
                }))
                .listener(new Recorder("b ", "end", () -> {
                    throw new IllegalStateException("second");
                }))
                .listener(new Recorder("c "));
        assertThatIllegalStateException()
                .isThrownBy(() -> trainer.fit(data))
                .withMessage("first")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("second"));
        assertThat(events).endsWith("a end", "b end", "c end");
    }

    @Test
    void anExceptionAtTheEndDoesNotHideTheOneBefore() {
        Trainer trainer = trainer()
                .listener(new Recorder("a ", "end", () -> {
                    throw new IllegalStateException("at the end");
                }))
                .listener(new Recorder("b ", "batch 1.1", () -> {
                    throw new IllegalStateException("before");
                }));
        assertThatIllegalStateException()
                .isThrownBy(() -> trainer.fit(data))
                .withMessage("before")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("at the end"));
        assertThat(events).endsWith("a end", "b end");
    }

    @ParameterizedTest(name = "at {0}: {1} epochs, {3}")
    @CsvSource({
        "start, 0, start, LISTENER",
        "epoch 1, 0, epoch 1, LISTENER",
        "batch 1.1, 0, batch 1.1, LISTENER",
        "batch 1.3, 1, epoch 1 ended, LISTENER",
        "epoch 1 ended, 1, epoch 1 ended, LISTENER",
        "batch 2.3, 2, epoch 2 ended, COMPLETED"
    })
    void stopEndsTheRunAfterWhatIsBeingDone(String event, int epochs, String lastEvent, StopReason reason) {
        TrainingProgress[] live = new TrainingProgress[1];
        TrainingResult result = trainer()
                .listener(new TrainingListener() {
                    @Override
                    public void trainingStarted(TrainingProgress progress) {
                        live[0] = progress;
                    }
                })
                .listener(new Recorder("", event, () -> live[0].stop()))
                .fit(data);
        assertThat(result.stopReason()).isEqualTo(reason);
        assertThat(result.epochs()).hasSize(epochs);
        assertThat(result.last().map(EpochResult::epoch).orElse(0)).isEqualTo(epochs);
        assertThat(events).endsWith(lastEvent, "end");
    }

    @Test
    void progressSaysWhereTheRunStands() {
        List<Double> losses = new ArrayList<>();
        trainer()
                .listener(new TrainingListener() {
                    @Override
                    public void trainingStarted(TrainingProgress progress) {
                        assertThat(progress.epoch()).isZero();
                        assertThat(progress.epochs()).isEqualTo(2);
                        assertThat(progress.batches()).isEqualTo(3);
                        assertThat(progress.rows()).isEqualTo(10);
                        assertThat(progress.batchLoss()).isNaN();
                        assertThat(progress.epochLoss()).isNaN();
                        assertThat(progress.learningRate()).isEqualTo(Float.valueOf(Float.NaN));
                    }

                    @Override
                    public void epochStarted(TrainingProgress progress) {
                        losses.clear();
                        assertThat(progress.batch()).isZero();
                        assertThat(progress.rowsDone()).isZero();
                        assertThat(progress.epochLoss()).isNaN();
                    }

                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        losses.add(progress.batchLoss());
                        assertThat(progress.batch()).isEqualTo(losses.size());
                        assertThat(progress.rowsDone()).isEqualTo(Math.min(10, 4 * losses.size()));
                        assertThat(progress.learningRate()).isEqualTo(0.01f);
                    }

                    @Override
                    public void epochEnded(TrainingProgress progress, EpochResult result) {
                        double mean = (4 * losses.get(0) + 4 * losses.get(1) + 2 * losses.get(2)) / 10;
                        assertThat(result.trainingLoss()).isCloseTo(mean, within(1e-12));
                        assertThat(progress.epochLoss()).isEqualTo(result.trainingLoss());
                        assertThat(result.loss()).isEqualTo(result.trainingLoss());
                        assertThat(result.validationLoss()).isEmpty();
                        assertThat(result.learningRate()).isEqualTo(0.01f);
                        assertThat(result.seconds()).isBetween(0.0, 600.0);
                    }
                })
                .fit(data);
    }

    @Test
    void everyEventComesOnTheThreadThatFits() {
        Thread caller = Thread.currentThread();
        trainer()
                .threads(4)
                .batchSize(300)
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        assertThat(Thread.currentThread()).isSameAs(caller);
                        events.add("batch");
                    }
                })
                .fit(Doubles.regression(300, 3, 1));
        assertThat(events).hasSize(2);
    }
}
