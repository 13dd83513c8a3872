package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    @Test
    void values() {
        Targets targets = Targets.ofValues(new float[] {1, 2, 3, 4, 5, 6}, 3);
        assertThat(targets.rows()).isEqualTo(2);
        assertThat(targets.width()).isEqualTo(3);
        assertThat(targets.areLabels()).isFalse();
        assertThat(targets.labels()).isEmpty();
        assertThat(targets).hasToString("Targets[rows=2, width=3]");
    }

    @Test
    void labels() {
        Targets targets = Targets.ofLabels(new int[] {0, 1, 2, 3, 0, 1}, 4);
        assertThat(targets.rows()).isEqualTo(6);
        assertThat(targets.width()).isEqualTo(4);
        assertThat(targets.areLabels()).isTrue();
        assertThat(targets.values()).isEmpty();
        assertThat(targets).hasToString("Targets[rows=6, width=4, labels [0, 1, 2, 3, 0]]");
        assertThat(Targets.ofLabels(new int[0], 4).areLabels()).isTrue();
        assertThat(Targets.ofLabels(new int[1], 1).width()).isEqualTo(1);
    }

    @Test
    void everyRowWeighsOneUntilItIsWeighted() {
        Targets targets = Targets.ofLabels(new int[] {0, 1}, 2);
        assertThat(targets.areWeighted()).isFalse();
        assertThat(targets.weight(1)).isEqualTo(1);
        Targets weighted = targets.weighted(new float[] {0f, 2.5f});
        assertThat(weighted.areWeighted()).isTrue();
        assertThat(weighted.weight(0)).isZero();
        assertThat(weighted.weight(1)).isEqualTo(2.5f);
        assertThat(targets.areWeighted()).isFalse();
    }

    @ParameterizedTest(name = "{0} values in rows of {1}")
    @CsvSource({"5, 2", "4, 0", "4, -2"})
    void valuesThatDoNotDivide(int count, int width) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.ofValues(new float[count], width))
                .withMessage("%d target values do not divide into rows of %d columns.", count, width);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aTargetThatIsNotFinite(float value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.ofValues(new float[] {1, 2, 3, value}, 2))
                .withMessage(
                        "The target in row 1, column 1 is %s; every target must be finite, also in rows of the weight 0.",
                        value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.ofValues(new float[] {value}, 1))
                .withMessageStartingWith("The target in row 0, column 0 is ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aLabelOutOfRange(int label) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.ofLabels(new int[] {2, label}, 3))
                .withMessage(
                        "The label in row 1 is %d, but with 3 classes labels go from 0 to 2, also in rows of the weight 0.",
                        label);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void noClass(int classes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.ofLabels(new int[] {0}, classes))
                .withMessage("classes must be at least 1, but is %d.", classes);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1f, -Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aWeightOutOfRange(float weight) {
        Targets targets = Targets.ofLabels(new int[] {0, 1}, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> targets.weighted(new float[] {1, weight}))
                .withMessage("The sample weight in row 1 is %s; it must be finite and at least 0.", weight);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void weightsThatAreNotAsMany(int count) {
        Targets targets = Targets.ofLabels(new int[] {0, 1}, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> targets.weighted(new float[count]))
                .withMessage((count == 1 ? "There is 1 sample weight" : "There are " + count + " sample weights")
                        + " for 2 rows; give one for each.");
    }

    private enum Side {
        LEFT,
        RIGHT,
        MIDDLE
    }

    @Test
    void labelsMayBeConstantsOfAnEnum() {
        Targets targets = Targets.ofLabels(List.of(Side.MIDDLE, Side.LEFT), Side.values());
        assertThat(targets.labels()).containsExactly(2, 0);
        assertThat(targets.width()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.ofLabels(Arrays.asList(Side.LEFT, null), Side.values()))
                .withMessage("The label of sample 1 is null.");
    }
}
