package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Dataset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerInterruptTest {
    private final HandWritten network = new HandWritten(3, 5, 1, 4);
    private final float[] before = network.parameters().clone();
    private final Dataset data = Doubles.regression(1_000, 3, 1);

    private Trainer trainer() {
        return Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(1e-6f))
                .epochs(1_000_000)
                .batchSize(300);
    }

    @AfterEach
    void clearTheStatus() {
        Thread.interrupted();
    }

    @Test
    void beforeTheFirstBatch() {
        Thread.currentThread().interrupt();
        TrainingResult result = trainer().fit(data);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(result.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(result.epochs()).isEmpty();
        assertThat(result.best()).isEmpty();
        assertThat(network.parameters()).isEqualTo(before);
    }

    @Test
    void withinAnEpochTheBatchIsCompleted() {
        TrainingResult result = trainer()
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        assertThat(progress.batch() + 4 * progress.epoch()).isLessThanOrEqualTo(2 + 4 * 3);
                        if (progress.epoch() == 3 && progress.batch() == 2) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .fit(data);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(result.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(result.epochs()).hasSize(2);
        assertThat(network.parameters()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void fromAnotherThread(int threads) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        TrainingResult[] result = new TrainingResult[1];
        boolean[] status = new boolean[1];
        Thread training = new Thread(() -> {
            result[0] = trainer()
                    .threads(threads)
                    .listener(new TrainingListener() {
                        @Override
                        public void batchEnded(TrainingProgress progress) {
                            started.countDown();
                        }
                    })
                    .fit(data);
            status[0] = Thread.currentThread().isInterrupted();
        });
        training.start();
        started.await();
        training.interrupt();
        training.join();
        assertThat(result[0].stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(status[0]).isTrue();
    }
}
