package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.training.HandWritten;
import dev.netwright.runtime.training.Reference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictTest {
    private static final int FEATURES = 4;
    private static final int HIDDEN = 7;
    private static final int OUTPUTS = 3;

    private final HandWritten network = new HandWritten(FEATURES, HIDDEN, OUTPUTS, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 128, 255, 256, 257, 512, 600})
    void manySamplesAreTheFormulaOfEach(int rows) {
        float[] inputs = Samples.random(rows, FEATURES, 2);
        Reference reference = new Reference(network);
        float[] outputs = network.predict(inputs, rows);
        assertThat(outputs).hasSize(rows * OUTPUTS);
        for (int row = 0; row < rows; row++) {
            double[] wanted = reference.outputs(inputs, row * FEATURES);
            for (int j = 0; j < OUTPUTS; j++) {
                assertThat((double) outputs[row * OUTPUTS + j]).isCloseTo(wanted[j], within(1e-6));
            }
        }
    }

    @Test
    void allFourWaysGiveTheSameBits() {
        int rows = 70;
        float[] inputs = Samples.random(rows, FEATURES, 3);
        float[] outputs = network.predict(inputs, rows);
        float[] given = new float[rows * OUTPUTS];
        network.predict(inputs, rows, given);
        assertThat(given).isEqualTo(outputs);
        for (int row = 0; row < rows; row++) {
            float[] sample = Arrays.copyOfRange(inputs, row * FEATURES, (row + 1) * FEATURES);
            float[] wanted = Arrays.copyOfRange(outputs, row * OUTPUTS, (row + 1) * OUTPUTS);
            assertThat(network.predict(sample)).isEqualTo(wanted);
            float[] one = new float[OUTPUTS];
            network.predict(sample, one);
            assertThat(one).isEqualTo(wanted);
        }
    }

    @Test
    void outputsMayReplaceTheInputs() {
        HandWritten square = new HandWritten(3, 5, 3, 1);
        float[] values = Samples.random(200, 3, 4);
        float[] wanted = square.predict(values, 200);
        square.predict(values, 200, values);
        assertThat(values).isEqualTo(wanted);
    }

    @Test
    void aWriteToTheParametersChangesTheNetworkAndNotItsCopy() {
        float[] sample = {1, 2, 3, 4};
        HandWritten copy = network.copy();
        float[] before = network.predict(sample);
        assertThat(copy.predict(sample)).isEqualTo(before);
        int lastBias = network.parameters().length - 1;
        network.parameters()[lastBias] += 1;
        assertThat(network.predict(sample)[OUTPUTS - 1]).isEqualTo(before[OUTPUTS - 1] + 1);
        assertThat(copy.predict(sample)).isEqualTo(before);
    }

    @Test
    void parametersThatAreNotAsManyMakeNoNetwork() {
        int needed = network.parameters().length;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HandWritten(network.topology(), new float[needed - 1]))
                .withMessage("parameters has %d values, but HandWritten has %d of them.", needed - 1, needed);
        float[] given = network.parameters().clone();
        HandWritten other = new HandWritten(network.topology(), given);
        given[0] += 1;
        assertThat(other.parameters()).isEqualTo(network.parameters());
    }

    @ParameterizedTest(name = "{0} values for {1} rows")
    @CsvSource({"0, 1, 4", "3, 1, 4", "7, 2, 8", "4, 2, 8", "4, 1000000000, 4000000000"})
    void inputsThatAreTooShort(int length, int rows, long needed) {
        float[] outputs = {7, 7, 7};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[length], rows, outputs))
                .withMessage(
                        "inputs has %d values, but %d x 4 (rows x columns) needs at least %d.", length, rows, needed);
        assertThatIllegalArgumentException().isThrownBy(() -> network.predict(new float[length], rows));
        assertThat(outputs).containsOnly(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6})
    void outputsOfAWrongLength(int length) {
        float[] outputs = new float[length];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[FEATURES], outputs))
                .withMessage("output has %d values, but 1 x 3 (rows x columns) needs 3.", length);
        assertThat(outputs).isEqualTo(new float[length]);
    }

    @Test
    void theFirstRowsOfLongerArraysCount() {
        float[] inputs = Samples.random(5, FEATURES, 3);
        inputs[3 * FEATURES] = Float.NaN;
        float[] wanted = network.predict(Arrays.copyOf(inputs, 3 * FEATURES), 3);
        assertThat(network.predict(inputs, 3)).isEqualTo(wanted);
        float[] outputs = new float[3 * OUTPUTS + 2];
        Arrays.fill(outputs, 7);
        network.predict(inputs, 3, outputs);
        assertThat(Arrays.copyOf(outputs, 3 * OUTPUTS)).isEqualTo(wanted);
        assertThat(Arrays.copyOfRange(outputs, 3 * OUTPUTS, outputs.length)).containsOnly(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(inputs, 3, new float[3 * OUTPUTS - 1]))
                .withMessage("outputs has 8 values, but 3 x 3 (rows x columns) needs at least 9.");
    }

    @Test
    void printsWhatItIs() {
        assertThat(network).hasToString("HandWritten[4 -> 3, 59 parameters]");
    }

    @Test
    void aBatchIsNoSample() {
        String message =
                "input has 12 values, but a sample of HandWritten has 4 features; for the 3 samples that these may be"
                        + " call predict(inputs, 3).";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[3 * FEATURES]))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[3 * FEATURES], new float[OUTPUTS]))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[FEATURES + 1]))
                .withMessage("input has 5 values, but 1 x 4 (rows x columns) needs 4.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void lessThanOneRow(int rows) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[0], rows))
                .withMessage("rows must be at least 1, but is %d.", rows);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new float[0], rows, new float[0]))
                .withMessage("rows must be at least 1, but is %d.", rows);
    }

    @Test
    void outputsThatOutgrowAnArray() {
        HandWritten wide = new HandWritten(1, 1, 30_000, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wide.predict(new float[100_000], 100_000))
                .withMessage(
                        "outputs of 100000 x 30000 (rows x columns) would need 3000000000 values, but an array holds"
                                + " 2147483639 at most; take fewer rows at a time.");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "NaN, 0, 'row 0, column 0'",
        "Infinity, 3, 'row 0, column 3'",
        "-Infinity, 4, 'row 1, column 0'",
        "NaN, 399, 'row 99, column 3'"
    })
    void aFeatureThatIsNotFinite(float feature, int at, String place) {
        float[] inputs = Samples.random(100, FEATURES, 5);
        inputs[at] = feature;
        float[] outputs = new float[100 * OUTPUTS];
        Arrays.fill(outputs, 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(inputs, 100, outputs))
                .withMessage("inputs has %s in %s; every feature must be finite.", feature, place);
        assertThat(outputs).containsOnly(7);
    }

    @Test
    void missingArraysAreNamed() {
        float[] missing = missing();
        assertThatNullPointerException()
                .isThrownBy(() -> network.predict(missing, new float[OUTPUTS]))
                .withMessage("input");
        assertThatNullPointerException()
                .isThrownBy(() -> network.predict(new float[FEATURES], missing))
                .withMessage("output");
    }

    @SuppressWarnings("DataFlowIssue")
    private static float[] missing() {
        return null;
    }
}
