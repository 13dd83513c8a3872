package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check without a branch, at every place of every length, before and after it is compiled to vector code. */
class ChecksTest {
    private static final int LONGEST = 70;
    private static final int TIMES_UNTIL_COMPILED = 100;

    @ParameterizedTest
    @ValueSource(
            floats = {
                0f,
                -0f,
                Float.MAX_VALUE,
                -Float.MAX_VALUE,
                Float.MIN_VALUE,
                -Float.MIN_VALUE,
                Float.MIN_NORMAL,
                1f
            })
    void everyFiniteValuePasses(float value) {
        for (int time = 0; time < TIMES_UNTIL_COMPILED; time++) {
            for (int length = 0; length <= LONGEST; length++) {
                float[] values = new float[length];
                Arrays.fill(values, value);
                Checks.finite("values", values, 0, values.length, 1);
            }
        }
    }

    @Test
    void finiteValuesOfBothSignsPass() {
        float[] values = new float[LONGEST];
        for (int i = 0; i < LONGEST; i++) {
            values[i] = i % 2 == 0 ? -Float.MAX_VALUE : Float.MAX_VALUE;
        }
        assertThatCode(() -> Checks.finite("values", values, 0, values.length / 7, 7))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void anyOtherIsFoundWhereverItIs(float value) {
        for (int time = 0; time < TIMES_UNTIL_COMPILED; time++) {
            for (int length = 1; length <= LONGEST; length++) {
                findsEverywhere(value, length, time == 0 || time == TIMES_UNTIL_COMPILED - 1);
            }
        }
    }

    private static void findsEverywhere(float value, int length, boolean everywhere) {
        float[] values = new float[length];
        Arrays.fill(values, -Float.MAX_VALUE);
        for (int at = everywhere ? 0 : length - 1; at < length; at++) {
            values[at] = value;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Checks.finite("values", values, 0, values.length, 1))
                    .withMessage("values has %s in row %d, column 0; every feature must be finite.", value, at);
            values[at] = 0f;
        }
    }

    @Test
    void theFirstOfSeveralIsReported() {
        float[] values = {1, Float.POSITIVE_INFINITY, Float.NaN, Float.NEGATIVE_INFINITY};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.finite("values", values, 0, 1, 4))
                .withMessageStartingWith("values has Infinity in row 0, column 1;");
    }

    @Test
    void rowsThatAreNotAskedForAreNotLookedAt() {
        float[] values = {Float.NaN, Float.NaN, 1, 2, 3, 4, Float.NaN, Float.NaN};
        assertThatCode(() -> Checks.finite("values", values, 1, 2, 2)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.finite("values", values, 1, 3, 2))
                .withMessageStartingWith("values has NaN in row 3, column 0;");
    }
}
