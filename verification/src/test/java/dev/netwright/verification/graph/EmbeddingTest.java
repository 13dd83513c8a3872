package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.runtime.training.Trainer;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a table that samples pick, and samples that pick none. */
class EmbeddingTest {
    private static final float[] TABLE = {1, 2, 3, 10, 20, 30, 100, 200, 300, 1000, 2000, 3000};

    /** Outputs are the sum of all that is looked up, and half the number. */
    private final LookingNetwork network =
            LookingNetwork.of(concatenated(TABLE, new float[] {1, 1, 1, 1, 1, 1, 0.5f, 0}));

    @Test
    void theRowsThatAreWrittenArePickedInTheirOrder() {
        assertThat(network.predict(new float[] {4, 2, 0})).containsExactly(600 + 6 + 2);
        assertThat(network.infer(new float[] {4}, new float[] {3, 3})).containsExactly(6000 + 6000 + 2);
        assertThat(network.topology().weighted().get(0).weightCount()).isEqualTo(12);
        assertThat(network.topology().multiplyAdds()).isEqualTo(7);
    }

    @Test
    void gradientsGoToTheRowsAndNotToTheNumbersThatPickThem() {
        LookingNetwork.Workspace pass = network.newPass(2);
        pass.forward(new float[] {4, 2, 0, 1, 2, 2}, 2);
        pass.backward(new float[] {5, 7});

        assertThat(Arrays.copyOf(pass.gradients(), 12)).containsExactly(5, 5, 5, 0, 0, 0, 19, 19, 19, 0, 0, 0);
        assertThat(pass.inputGradients()).containsExactly(2.5f, 0, 0, 3.5f, 0, 0);
        assertThat(pass.gradientsOfWords()).containsExactly(0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 4, 1.5f, 3e9f, -1e-9f})
    void whatPicksNoRowIsRefusedBeforeAnythingChanges(float wrong) {
        float[] samples = {4, 2, 0, 1, 3, wrong};
        String message =
                "inputs has " + wrong + " in row 1, column 2, which is feature 1 of input words; it picks a row of the "
                        + "table of layer vectors, so it must be a whole number from 0 to 3.";
        Pass pass = network.newPass(2);
        pass.forward(new float[] {4, 2, 0}, 1);
        float[] before = pass.outputs().clone();
        float[] outputs = {-1, -1};

        assertRefused(message, () -> pass.forward(samples, 2));
        assertRefused(message, () -> pass.forward(samples, 1, 1));
        assertRefused(message, () -> pass.forwardTraining(samples, 0, 2, 1, 1, 0));
        assertRefused(message, () -> network.predict(samples, 2, outputs));
        assertRefused(message, () -> network.predict(samples, 2));

        assertThat(pass.outputs()).isEqualTo(before);
        assertThat(pass.rows()).isEqualTo(1);
        pass.backward(new float[] {1});
        assertThat(outputs).containsExactly(-1, -1);
    }

    @Test
    void aTrainerRefusesAllDataBeforeTheFirstStep() {
        float[] before = network.parameters().clone();
        Dataset data = Dataset.of(new float[] {4, 2, 0, 1, 3, 4}, 3, Targets.ofValues(new float[] {1, 2}, 1));

        assertRefused(
                "The training data has 4.0 in row 1, column 2, which is feature 1 of input words; it picks a row of the table of layer "
                        + "vectors, so it must be a whole number from 0 to 3.",
                () -> Trainer.of(network)
                        .loss(Loss.MEAN_SQUARED_ERROR)
                        .optimizer(new Sgd(1e-3f))
                        .batchSize(1)
                        .fit(data));
        assertThat(network.parameters()).isEqualTo(before);
    }

    @Test
    void trainingChangesTheRowsThatArePicked() {
        Dataset data = Dataset.of(new float[] {4, 2, 0}, 3, Targets.ofValues(new float[] {600}, 1));

        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(1e-3f))
                .epochs(1)
                .fit(data);

        float[] table = Arrays.copyOf(network.parameters(), 12);
        assertThat(Arrays.copyOfRange(table, 3, 6)).containsExactly(10, 20, 30);
        assertThat(Arrays.copyOfRange(table, 9, 12)).containsExactly(1000, 2000, 3000);
        assertThat(table[0]).isLessThan(1);
        assertThat(table[6]).isLessThan(100);
    }

    @Test
    void aStandardizerLeavesIndicesAsTheyAre() {
        LookingNetwork scaled = network.copy();
        scaled.standardize(Standardizer.of(new double[] {4, 1, 1}, new double[] {2, 3, 3}));

        assertThat(scaled.standardizer().means()).containsExactly(4, 0, 0);
        assertThat(scaled.predict(new float[] {8, 2, 0})).containsExactly(600 + 6 + 1);
    }

    @Test
    void aTableStartsWithTheSpreadOfStandardisedFeatures() {
        WeightedLayer table = network.topology().weighted().get(0);
        float[] start = LookingNetwork.create(3).parameters();

        assertThat(table.initializer()).isEqualTo(Initializer.LECUN_NORMAL);
        assertThat(table.fanIn()).isEqualTo(1);
        double squares = 0;
        for (int i = 0; i < 12; i++) {
            squares += start[i] * start[i];
        }
        assertThat(squares / 12).isBetween(0.3, 2.5);
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static float[] concatenated(float[] first, float[] second) {
        float[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
