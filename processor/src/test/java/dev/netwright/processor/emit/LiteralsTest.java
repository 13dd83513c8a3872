package dev.netwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "9999, 9999", "10000, 10_000", "100352, 100_352", "2147483647, 2_147_483_647"})
    void groupsTheDigitsOfLongInts(int value, String literal) {
        assertThat(Literals.of(value)).isEqualTo(literal);
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -0f, 1f, 0.01f, 0.1f, 1e-45f, 3.4028235e38f, 1.17549435e-38f, 123456.79f, -2.5f})
    void keepEveryBitOfAFloat(float value) {
        String literal = Literals.of(value).toString();

        assertThat(literal).endsWith("f");
        assertThat(Float.floatToRawIntBits(Float.parseFloat(literal))).isEqualTo(Float.floatToRawIntBits(value));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0f", "0.01, 0.01f", "NaN, java.lang.Float.NaN"})
    void areJavas(float value, String literal) {
        assertThat(Literals.of(value)).hasToString(literal);
    }
}
