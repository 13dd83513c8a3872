package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Momentum;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.Sgd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Once compiled, an epoch's batches allocate nothing, on the thread that trains and on its helpers. */
class TrainerAllocationTest {
    private static final int MOST_EPOCHS = 5_000;

    /** Stops the run after an epoch whose batches, after the first, allocated nothing. */
    private static final class Watch implements TrainingListener {
        private List<Thread> threads = List.of();
        private long atFirstBatch;
        boolean found;

        @Override
        public void trainingStarted(TrainingProgress progress) {
            threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("netwright-worker"))
                    .toList();
        }

        @Override
        public void batchEnded(TrainingProgress progress) {
            if (progress.batch() == 1) {
                atFirstBatch = allocated();
            } else if (progress.batch() == progress.batches() && allocated() == atFirstBatch) {
                found = true;
                progress.stop();
            }
        }

        private long allocated() {
            long bytes = Allocations.ofThisThread();
            for (int i = 0; i < threads.size(); i++) {
                bytes += Allocations.of(threads.get(i));
            }
            return bytes;
        }
    }

    @ParameterizedTest(name = "batches of {0} on {1} threads, shuffled {2}")
    @CsvSource({"16, 1, true", "16, 1, false", "200, 1, true", "200, 3, true"})
    void gradientDescent(int batchSize, int threads, boolean shuffle) {
        assertNone(new Sgd(1e-5f), batchSize, threads, shuffle);
    }

    @Test
    void optimizersWithStateAndOptions() {
        assertNone(new Adam(1e-5f).weightDecay(1e-4f).clipNorm(1f), 32, 1, true);
        assertNone(new Momentum(1e-5f, 0.9f).clipValue(1f), 32, 1, true);
    }

    private static void assertNone(Optimizer optimizer, int batchSize, int threads, boolean shuffle) {
        Watch watch = new Watch();
        Trainer.of(new HandWritten(6, 9, 1, 1))
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(optimizer)
                .epochs(MOST_EPOCHS)
                .batchSize(batchSize)
                .shuffle(shuffle)
                .threads(threads)
                .listener(watch)
                .fit(Doubles.regression(1_000, 6, 3));
        assertThat(watch.found).as("an epoch without allocations").isTrue();
    }
}
