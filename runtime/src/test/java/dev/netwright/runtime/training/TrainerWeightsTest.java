package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerWeightsTest {
    private static final int INPUTS = 3;

    private final HandWritten network = new HandWritten(INPUTS, 5, 1, 4);

    private static Trainer trainer(HandWritten network) {
        return Trainer.of(network).loss(new Doubles.SquaredError()).optimizer(new Doubles.Descent(0.05f));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 64, 100})
    void aRowOfWeightTwoCountsAsTwoRows(int rows) {
        Dataset data = Doubles.regression(rows, INPUTS, 1);
        float[] weights = new float[rows];
        int[] repeated = new int[rows + rows / 2];
        for (int row = 0; row < rows; row++) {
            boolean isDouble = row < rows / 2;
            weights[row] = isDouble ? 2 : 1;
            repeated[row] = row;
            if (isDouble) {
                repeated[rows + row] = row;
            }
        }
        HandWritten other = network.copy();
        EpochResult weighted = fullBatches(network, data.weighted(weights));
        EpochResult duplicated = fullBatches(other, data.select(repeated));
        assertThat(weighted.trainingLoss()).isCloseTo(duplicated.trainingLoss(), within(1e-5));
        assertThat(network.parameters()).containsExactly(other.parameters(), within(1e-5f));
    }

    private static EpochResult fullBatches(HandWritten network, Dataset data) {
        return trainer(network)
                .epochs(5)
                .batchSize(data.rows())
                .fit(data)
                .last()
                .orElseThrow();
    }

    /** Half is exact in binary, so that not even rounding tells the two apart. */
    @Test
    void onlyProportionsOfWeightsMatter() {
        HandWritten other = network.copy();
        Dataset data = Doubles.regression(100, INPUTS, 1);
        float[] halves = new float[100];
        Arrays.fill(halves, 0.5f);
        trainer(network).epochs(3).batchSize(7).fit(data);
        trainer(other).epochs(3).batchSize(7).fit(data.weighted(halves));
        assertThat(network.parameters()).isEqualTo(other.parameters());
    }

    @Test
    void aRowOfWeightZeroIsAsIfItWereNotThere() {
        HandWritten other = network.copy();
        Dataset data = Doubles.regression(60, INPUTS, 1);
        float[] weights = new float[60];
        Arrays.fill(weights, 0, 40, 1);
        EpochResult weighted = fullBatches(network, data.weighted(weights));
        EpochResult shorter = fullBatches(other, data.take(40));
        assertThat(network.parameters()).isEqualTo(other.parameters());
        assertThat(weighted.trainingLoss()).isEqualTo(shorter.trainingLoss());
    }

    @Test
    void aBatchOfWeightZeroChangesNothingAndCountsAsAStep() {
        Dataset data = Doubles.regression(30, INPUTS, 1);
        float[] weights = new float[30];
        Arrays.fill(weights, 0, 10, 1);
        Arrays.fill(weights, 20, 30, 1);
        List<float[]> parameters = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        TrainingResult result = trainer(network)
                .shuffle(false)
                .batchSize(10)
                .schedule((base, steps, epochs) -> step -> base * (step + 1))
                .listener(new TrainingListener() {
                    @Override
                    public void batchEnded(TrainingProgress progress) {
                        parameters.add(network.parameters().clone());
                        losses.add(progress.batchLoss());
                        assertThat(progress.learningRate()).isEqualTo(0.05f * parameters.size());
                    }
                })
                .fit(data.weighted(weights));
        assertThat(parameters).hasSize(3);
        assertThat(parameters.get(1)).isEqualTo(parameters.get(0));
        assertThat(parameters.get(2)).isNotEqualTo(parameters.get(1));
        assertThat(losses.get(1)).isEqualTo(losses.get(0));
        assertThat(result.epochs().get(0).trainingLoss()).isCloseTo((losses.get(0) + losses.get(2)) / 2, within(1e-12));
    }

    @Test
    void theLossOfAnEpochIsTheMeanOverTheWeights() {
        Dataset data = Dataset.of(new float[6], INPUTS, new float[] {1, 3}, 1).weighted(new float[] {3, 1});
        Arrays.fill(network.parameters(), 0);
        TrainingResult result = trainer(network)
                .shuffle(false)
                .batchSize(1)
                .optimizer(new Doubles.Descent(1e-20f))
                .fit(data);
        assertThat(result.epochs().get(0).trainingLoss()).isEqualTo((3 * 1 + 1 * 9) / 4.0);
    }

    @Test
    void weightsThatAreAllZeroAreRefused() {
        Dataset good = Doubles.regression(4, INPUTS, 1);
        Dataset nothing = good.weighted(new float[4]);
        float[] before = network.parameters().clone();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(network).fit(nothing))
                .withMessage("Every row of the training data has weight 0, so that nothing counts; give at least one a"
                        + " weight.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(network).fit(good, nothing))
                .withMessageStartingWith("Every row of the validation data has weight 0");
        assertThat(network.parameters()).isEqualTo(before);
    }
}
