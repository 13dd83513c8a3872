package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Lbfgs;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.RProp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerFullBatchTest {
    static List<Optimizer> optimizers() {
        return List.of(new Lbfgs(), new RProp());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyStepSeesAllRowsAndTheLossFalls(Optimizer optimizer) {
        Dataset data = Doubles.regression(300, 3, 1);
        int[] batches = {0};
        TrainingResult result = trainer(new HandWritten(3, 20, 1, 4), optimizer)
                .epochs(60)
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        assertThat(progress.rowsDone()).isEqualTo(300);
                        batches[0]++;
                    }
                })
                .fit(data);
        assertThat(batches[0]).isEqualTo(60);
        double first = result.epochs().get(0).trainingLoss();
        assertThat(result.last().orElseThrow().trainingLoss()).isLessThan(first / 100);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theNumberOfThreadsChangesNoBit(Optimizer optimizer) {
        Dataset data = Doubles.regression(300, 3, 1);
        HandWritten alone = new HandWritten(3, 20, 1, 4);
        HandWritten many = alone.copy();
        trainer(alone, optimizer).epochs(20).fit(data);
        trainer(many, optimizer).epochs(20).threads(3).fit(data);
        assertThat(many.parameters()).isEqualTo(alone.parameters());
    }

    /** A batch size of all rows or more is what they need anyway. */
    @Test
    void aBatchSizeThatIsLargeEnoughIsTaken() {
        Dataset data = Doubles.regression(30, 3, 1);
        HandWritten implied = new HandWritten(3, 4, 1, 4);
        HandWritten given = implied.copy();
        trainer(implied, new RProp()).epochs(3).fit(data);
        trainer(given, new RProp()).epochs(3).batchSize(31).fit(data);
        assertThat(given.parameters()).isEqualTo(implied.parameters());
    }

    private static Trainer trainer(HandWritten network, Optimizer optimizer) {
        return Trainer.of(network).loss(Loss.MEAN_SQUARED_ERROR).optimizer(optimizer);
    }
}
