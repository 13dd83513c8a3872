package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.training.HandWritten;
import dev.netwright.runtime.training.Reference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassTest {
    private static final int FEATURES = 4;
    private static final int HIDDEN = 7;
    private static final int OUTPUTS = 3;

    private final HandWritten network = new HandWritten(FEATURES, HIDDEN, OUTPUTS, 1);

    @ParameterizedTest(name = "{0} rows, sigmoid {1}, from the logits {2}")
    @CsvSource({"1, false, false", "2, true, true", "9, true, false", "10, false, true", "10, true, true"})
    void forwardAndBackwardAreTheFormula(int rows, boolean sigmoid, boolean fromLogits) {
        HandWritten network = sigmoid ? HandWritten.sigmoid(FEATURES, HIDDEN, OUTPUTS, 1) : this.network;
        Pass pass = network.newPass(10);
        float[] inputs = Samples.random(rows, FEATURES, 2);
        float[] outputGradients = Samples.random(rows, OUTPUTS, 3);
        Reference reference = new Reference(network);
        pass.forward(inputs, rows);
        if (fromLogits) {
            pass.backwardFromLogits(logitGradients(reference, inputs, outputGradients, rows));
        } else {
            pass.backward(outputGradients);
        }
        double[] gradients = new double[network.parameters().length];
        float[] inputGradients = pass.inputGradients();
        for (int row = 0; row < rows; row++) {
            double[] given = row(outputGradients, row);
            assertRow(pass.outputs(), row, reference.outputs(inputs, row * FEATURES));
            assertRow(inputGradients, row, reference.inputGradients(inputs, row * FEATURES, given));
            reference.addGradients(inputs, row * FEATURES, given, 1, gradients);
        }
        assertRow(pass.gradients(), 0, gradients);
        assertThat(pass.rows()).isEqualTo(rows);
        assertThat(pass.capacity()).isEqualTo(10);
    }

    private static float[] logitGradients(Reference reference, float[] inputs, float[] outputGradients, int rows) {
        float[] gradients = new float[rows * OUTPUTS];
        for (int row = 0; row < rows; row++) {
            double[] wanted = reference.logitGradients(inputs, row * FEATURES, row(outputGradients, row));
            for (int j = 0; j < OUTPUTS; j++) {
                gradients[row * OUTPUTS + j] = (float) wanted[j];
            }
        }
        return gradients;
    }

    private static double[] row(float[] outputGradients, int row) {
        return Reference.doubles(Arrays.copyOfRange(outputGradients, row * OUTPUTS, (row + 1) * OUTPUTS));
    }

    private static void assertRow(float[] found, int row, double[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) found[row * wanted.length + i]).isCloseTo(wanted[i], within(1e-5));
        }
    }

    @Test
    void theRowsOfALargerArrayGiveTheSameBitsAsACopyOfThem() {
        float[] all = Samples.random(20, FEATURES, 4);
        float[] outputGradients = Samples.random(5, OUTPUTS, 5);
        Pass whole = network.newPass(5);
        whole.forward(all, 12, 5);
        whole.backward(outputGradients);
        Pass copied = network.newPass(5);
        copied.forward(Arrays.copyOfRange(all, 12 * FEATURES, 17 * FEATURES), 5);
        copied.backward(outputGradients);
        assertThat(whole.outputs()).isEqualTo(copied.outputs());
        assertThat(whole.gradients()).isEqualTo(copied.gradients());
        assertThat(whole.inputGradients()).isEqualTo(copied.inputGradients());
    }

    @Test
    void gradientsAreThoseOfTheLastBackwardPassAndNotASum() {
        Pass pass = network.newPass(3);
        pass.forward(Samples.random(3, FEATURES, 1), 3);
        float[] outputGradients = Samples.random(3, OUTPUTS, 2);
        pass.backward(outputGradients);
        float[] once = pass.gradients().clone();
        pass.backward(outputGradients);
        assertThat(pass.gradients()).isEqualTo(once);
    }

    @Test
    void gradientsAreGivenWhereTheyAreThoseOfTheLastForwardPass() {
        Pass pass = network.newPass(3);
        assertThatIllegalStateException()
                .isThrownBy(pass::gradients)
                .withMessage("No backward pass has been made; call backward(...) before gradients(...).");
        float[] inputs = Samples.random(3, FEATURES, 1);
        float[] outputGradients = Samples.random(3, OUTPUTS, 2);
        pass.forward(inputs, 3);
        String stale =
                "No backward pass has been made since the last forward pass; call backward(...) before gradients(...).";
        assertThatIllegalStateException().isThrownBy(pass::gradients).withMessage(stale);
        pass.backward(outputGradients);
        assertThat(pass.gradients()).hasSize(network.parameters().length);
        pass.forward(inputs, 3);
        assertThatIllegalStateException().isThrownBy(pass::gradients).withMessage(stale);
        pass.backwardDeltas(outputGradients);
        assertThatIllegalStateException()
                .isThrownBy(pass::gradients)
                .withMessage("No backward pass has been made to its end; call backward(...) before gradients(...).");
        assertThat(pass.inputGradients()).hasSize(3 * FEATURES);
    }

    @Test
    void thereAreNoOutputsBeforeAForwardPass() {
        Pass pass = network.newPass(3);
        String message = "No forward pass has been made; call forward(...) before outputs() or logits().";
        assertThatIllegalStateException().isThrownBy(pass::outputs).withMessage(message);
        assertThatIllegalStateException().isThrownBy(pass::logits).withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> pass.predictions(0).outputs())
                .withMessage(message);
    }

    @Test
    void theFirstRowsOfALongerArrayCount() {
        float[] all = Samples.random(5, FEATURES, 4);
        all[3 * FEATURES] = Float.NaN;
        Pass longer = network.newPass(5);
        longer.forward(all, 3);
        longer.backward(Samples.random(5, OUTPUTS, 5));
        Pass exact = network.newPass(5);
        exact.forward(Arrays.copyOf(all, 3 * FEATURES), 3);
        exact.backward(Arrays.copyOf(Samples.random(5, OUTPUTS, 5), 3 * OUTPUTS));
        assertThat(longer.outputs()).isEqualTo(exact.outputs());
        assertThat(longer.gradients()).isEqualTo(exact.gradients());
        assertThat(longer.inputGradients()).isEqualTo(exact.inputGradients());
    }

    @Test
    void aHeadsGradientIsGivenOnce() {
        Pass pass = network.newPass(1);
        pass.forward(new float[FEATURES], 1);
        float[] gradients = new float[OUTPUTS];
        pass.fromLogits(0, gradients);
        assertThatIllegalStateException()
                .isThrownBy(() -> pass.fromOutputs(0, gradients))
                .withMessage("A gradient was given for HandWritten already, and backward() has not used it yet;"
                        + " give one for each head, the sum where there are several.");
        assertThatIllegalStateException()
                .as("what was refused ends the start")
                .isThrownBy(pass::backward)
                .withMessageStartingWith("No gradient was given");
        pass.fromLogits(0, gradients).backward();
        pass.fromLogits(0, gradients);
        pass.forward(new float[FEATURES], 1);
        pass.fromLogits(0, gradients);
        pass.backward(gradients);
        pass.fromLogits(0, gradients).backward();
    }

    @Test
    void aPassSeesEveryUpdateOfTheParameters() {
        Pass pass = network.newPass(1);
        float[] sample = {1, 2, 3, 4};
        pass.forward(sample, 1);
        float before = pass.outputs()[OUTPUTS - 1];
        network.parameters()[network.parameters().length - 1] += 2;
        pass.forward(sample, 1);
        assertThat(pass.outputs()[OUTPUTS - 1]).isEqualTo(before + 2);
    }

    @Test
    void stepsInTheWrongOrder() {
        Pass pass = network.newPass(2);
        float[] outputGradients = new float[2 * OUTPUTS];
        assertThat(pass.rows()).isZero();
        String noForward = "No forward pass has been made; call forward(...) before backward(...).";
        assertThatIllegalStateException()
                .isThrownBy(() -> pass.backward(outputGradients))
                .withMessage(noForward);
        assertThatIllegalStateException()
                .isThrownBy(() -> pass.backwardFromLogits(outputGradients))
                .withMessage(noForward);
        String noBackward = "No backward pass has been made; call backward(...) before inputGradients(...).";
        assertThatIllegalStateException().isThrownBy(pass::inputGradients).withMessage(noBackward);
        pass.forward(new float[FEATURES], 1);
        String noneSince = "No backward pass has been made since the last forward pass; call backward(...) before"
                + " inputGradients(...).";
        assertThatIllegalStateException().isThrownBy(pass::inputGradients).withMessage(noneSince);
        pass.backward(outputGradients);
        assertThat(pass.inputGradients()).hasSize(2 * FEATURES);
        pass.forward(new float[FEATURES], 1);
        assertThatIllegalStateException().isThrownBy(pass::inputGradients).withMessage(noneSince);
    }

    @Test
    void rowsOutOfRange() {
        Pass pass = network.newPass(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.forward(new float[12], 3))
                .withMessage("This pass takes at most 2 rows at a time, but rows is 3; make a larger one with"
                        + " newPass(3) or give fewer.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.forward(new float[0], 0))
                .withMessage("rows must be at least 1, but is 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.forward(new float[12], 1, -1))
                .withMessage("rows must be at least 1, but is -1.");
    }

    @ParameterizedTest(name = "{0} values, from row {1}, {2} rows")
    @CsvSource({
        "11, 1, 2, 'inputs has 11 values, which is too few for rows 1 to 2 of 4 columns.'",
        "12, 2, 2, 'inputs has 12 values, which is too few for rows 2 to 3 of 4 columns.'",
        "12, 2147483647, 2, 'inputs has 12 values, which is too few for rows 2147483647 to 2147483648 of 4 columns.'",
        "12, -1, 2, 'firstRow must be at least 0, but is -1.'"
    })
    void rowsThatTheArrayHasNot(int length, int firstRow, int rows, String message) {
        Pass pass = network.newPass(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.forward(new float[length], firstRow, rows))
                .withMessage(message);
    }

    @Test
    void arraysOfAWrongLength() {
        Pass pass = network.newPass(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.forward(new float[7], 2))
                .withMessage("inputs has 7 values, but 2 x 4 (rows x columns) needs at least 8.");
        pass.forward(new float[8], 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.backward(new float[5]))
                .withMessage("outputGradients has 5 values, but 2 x 3 (rows x columns) needs at least 6.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.backwardFromLogits(new float[5]))
                .withMessage("logitGradients has 5 values, but 2 x 3 (rows x columns) needs at least 6.");
    }

    @Test
    void aRefusedCallLeavesThePassAsItWas() {
        Pass pass = network.newPass(2);
        pass.forward(Samples.random(2, FEATURES, 1), 2);
        float[] outputGradients = Samples.random(2, OUTPUTS, 2);
        pass.backward(outputGradients);
        float[] outputs = pass.outputs().clone();
        float[] inputGradients = pass.inputGradients().clone();
        assertThatIllegalArgumentException().isThrownBy(() -> pass.forward(new float[3], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> pass.backward(new float[1]));
        assertThat(pass.rows()).isEqualTo(2);
        assertThat(pass.outputs()).isEqualTo(outputs);
        assertThat(pass.inputGradients()).isEqualTo(inputGradients);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 306_783_378, Integer.MAX_VALUE})
    void aCapacityThatCannotBe(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.newPass(capacity))
                .withMessage("A pass of HandWritten holds 1 to 306783377 rows, but %d were asked for.", capacity);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aFeatureThatIsNotFiniteIsRefusedAndChangesNothing(float value) {
        Pass pass = network.newPass(3);
        pass.forward(Samples.random(2, FEATURES, 1), 2);
        float[] before = pass.outputs().clone();
        float[] inputs = Samples.random(3, FEATURES, 2);
        inputs[FEATURES + 2] = value;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.forward(inputs, 3))
                .withMessage("inputs has %s in row 1, column 2; every feature must be finite.", value);
        assertThat(pass.rows()).isEqualTo(2);
        assertThat(pass.outputs()).isEqualTo(before);
        pass.forward(inputs, 2, 1);
    }
}
