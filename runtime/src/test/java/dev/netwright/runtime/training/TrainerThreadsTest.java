package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.topology.OutputHead;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerThreadsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 63, 64, 65, 128, 129, 200, 321, 1000})
    void theNumberOfThreadsChangesNoBit(int batchSize) {
        for (int hidden : new int[] {5, 1_000, 5_000}) {
            float[] alone = train(batchSize, 1, hidden);
            assertThat(train(batchSize, 2, hidden)).isEqualTo(alone);
            assertThat(train(batchSize, 3, hidden)).isEqualTo(alone);
            assertThat(train(batchSize, 7, hidden)).isEqualTo(alone);
        }
    }

    /** Every gradient is one sum over the rows, whether the batch goes through a pass as a whole or in parts. */
    @Test
    void batchesLargerThanAPassGiveTheSameBits() {
        assertThat(BlockWorker.MOST_ROWS).isLessThan(300);
        float[] alone = train(331, 1, 5);
        assertThat(train(331, 7, 5)).isEqualTo(alone);
        assertThat(train(331, 7, 2_000)).isEqualTo(train(331, 1, 2_000));
    }

    private static float[] train(int batchSize, int threads, int hidden) {
        HandWritten network = new HandWritten(6, hidden, 1, 11);
        float[] start = network.parameters().clone();
        Dataset data = Doubles.regression(331, 6, 3);
        Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(1e-4f))
                .epochs(3)
                .batchSize(batchSize)
                .seed(5)
                .threads(threads)
                .fit(data, Doubles.regression(150, 6, 4));
        assertThat(network.parameters()).isNotEqualTo(start);
        return network.parameters();
    }

    @Test
    void validationGivesTheSameBitsOnAnyNumberOfThreads() {
        HandWritten network = new HandWritten(6, 5, 1, 11);
        Dataset data = Doubles.regression(700, 6, 3);
        Evaluation evaluation = Evaluation.of(network).loss(new Doubles.SquaredError());
        EvaluationResult alone = evaluation.on(data);
        assertThat(alone.loss()).isPresent();
        assertThat(evaluation.threads(2).on(data)).isEqualTo(alone);
        assertThat(evaluation.threads(5).on(data)).isEqualTo(alone);
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "50000, 99"})
    void noMoreThreadsAreStartedThanCanBeOfUse(int hidden, int helpers) throws InterruptedException {
        assertThat(workersEnd()).as("those of other tests end").isTrue();
        int[] most = {0};
        Trainer.of(new HandWritten(6, hidden, 1, 11))
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(1e-4f))
                .batchSize(100)
                .threads(1_000)
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        most[0] = (int) workers();
                    }
                })
                .fit(Doubles.regression(100, 6, 3));
        assertThat(most[0]).isEqualTo(helpers);
        assertThat(workersEnd()).isTrue();
    }

    @Test
    void aFailureInAWorkerReachesTheCallerAndNoThreadStays() throws InterruptedException {
        Trainer trainer = Trainer.of(new HandWritten(6, 5_000, 1, 11))
                .loss(new FailsInWorkers())
                .optimizer(new Doubles.Descent(1e-4f))
                .batchSize(200)
                .threads(3);
        Dataset data = Doubles.regression(200, 6, 3);
        assertThatThrownBy(() -> trainer.fit(data))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("in a worker");
        assertThat(workersEnd()).isTrue();
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("netwright-worker"))
                .count();
    }

    private static boolean workersEnd() throws InterruptedException {
        for (int attempt = 0; attempt < 500 && workers() > 0; attempt++) {
            Thread.sleep(20);
        }
        return workers() == 0;
    }

    /** The caller waits for a worker, for it would take back what none has begun. */
    private static final class FailsInWorkers extends Loss {
        private final Thread caller = Thread.currentThread();
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public String name() {
            return "fails";
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
            if (Thread.currentThread() != caller) {
                begun.countDown();
                throw new IllegalStateException("in a worker");
            }
            try {
                assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
