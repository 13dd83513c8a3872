package dev.netwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.training.EpochResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {
    @Test
    void anEpochHasItsLossesAndMetricsInTheirOrder() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("accuracy", 0.97125);
        metrics.put("F1", 0.5);
        EpochResult result = new EpochResult(
                3,
                0.12345,
                OptionalDouble.of(0.1301),
                Map.of("output", 0.12345),
                Map.of("output", 0.1301),
                metrics,
                0.001f,
                2.5);

        assertThat(ProgressText.epoch(10, result))
                .isEqualTo("epoch  3/10  loss 0.1235  validation 0.1301  accuracy 0.9713  F1 0.5000");
    }

    @Test
    void anEpochWithoutValidationAndMetricsHasItsLossAlone() {
        EpochResult result =
                new EpochResult(3, 2, OptionalDouble.empty(), Map.of("output", 2.0), Map.of(), Map.of(), 0.001f, 2.5);

        assertThat(ProgressText.epoch(5, result)).isEqualTo("epoch 3/5  loss 2.0000");
    }

    @Test
    void theLossOfEachOfSeveralOutputsStandsBehindTheirSum() {
        EpochResult result = new EpochResult(
                3,
                2,
                OptionalDouble.of(1.5),
                losses(1.25, 0.75),
                losses(1, 0.5),
                Map.of("policy accuracy", 0.5),
                0.001f,
                2.5);

        assertThat(ProgressText.epoch(5, result))
                .isEqualTo("epoch 3/5  loss 2.0000 (policy 1.2500, value 0.7500)"
                        + "  validation 1.5000 (policy 1.0000, value 0.5000)  policy accuracy 0.5000");
    }

    private static Map<String, Double> losses(double policy, double value) {
        Map<String, Double> losses = new LinkedHashMap<>();
        losses.put("policy", policy);
        losses.put("value", value);
        return losses;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0000",
        "0.001, 0.0010",
        "0.000999, 9.990e-04",
        "-0.25, -0.2500",
        "99999.4, 99999.4000",
        "100000, 1.000e+05",
        "NaN, NaN",
        "Infinity, Infinity"
    })
    void numbersAreShortAndNeverRoundedToNothing(double value, String text) {
        assertThat(ProgressText.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 rows/s",
        "843.4, 843 rows/s",
        "999.4, 999 rows/s",
        "999.5, 1.00k rows/s",
        "9994, 9.99k rows/s",
        "9995, 10.0k rows/s",
        "84321, 84.3k rows/s",
        "99949, 99.9k rows/s",
        "99950, 100k rows/s",
        "152340, 152k rows/s",
        "1520000, 1.52M rows/s",
        "2.5e9, 2.50G rows/s",
        "2.5e12, 2500G rows/s",
        "Infinity, ? rows/s",
        "NaN, ? rows/s"
    })
    void ratesHaveThreeDigits(double rowsPerSecond, String text) {
        assertThat(ProgressText.rate(rowsPerSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0:00 left",
        "0.2, 0:01 left",
        "9, 0:09 left",
        "59.5, 1:00 left",
        "3599, 59:59 left",
        "3599.5, 1:00:00 left",
        "36065, 10:01:05 left",
        "1e9, ? left",
        "Infinity, ? left",
        "NaN, ? left"
    })
    void timesAreWholeSecondsRoundedUp(double seconds, String text) {
        assertThat(ProgressText.timeLeft(seconds)).isEqualTo(text);
    }

    @Test
    void aLocaleWithOtherDigitsAndCommasChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ProgressText.number(0.5)).isEqualTo("0.5000");
            assertThat(ProgressText.rate(1234)).isEqualTo("1.23k rows/s");
            assertThat(ProgressText.timeLeft(61)).isEqualTo("1:01 left");
            assertThat(ProgressText.epochOf(3, 10)).isEqualTo("epoch  3/10");
        } finally {
            Locale.setDefault(before);
        }
    }
}
