package dev.netwright.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cells are numbers, and which floats they are. */
class DecimalNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "7, 7",
        "+7, 7",
        "1.5, 1.5",
        "1., 1",
        ".5, 0.5",
        "-.5, -0.5",
        "2e3, 2000",
        "2E+3, 2000",
        "2e-3, 0.002",
        "007, 7",
        "3.4028235e38, 3.4028235E38",
        "1e-46, 0",
        "1.17549421E-38, 1.1754942E-38"
    })
    void decimalNumbersAreTaken(String text, float expected) {
        assertThat(DecimalNumber.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "+",
                "e",
                "e5",
                "1e",
                "1e+",
                "1.5.2",
                "--1",
                "1-",
                "1f",
                "1F",
                "1d",
                "1D",
                "0x10",
                "0x1p3",
                "1_000",
                "1,5",
                "1 000",
                "NaN",
                "Infinity",
                "-Infinity",
                "inf",
                "١",
                "½",
                "−5",
                "1e5f",
                "1L",
                "$5",
                "5%",
                "true",
                "1e1.5"
            })
    void whateverElseJavaOrAPersonTakesForANumberIsRefused(String text) {
        assertThat(DecimalNumber.parse(text)).isNaN();
    }

    @Property
    void everyFloatComesBackFromItsOwnText(@ForAll int bits) {
        float value = Float.intBitsToFloat(bits);
        if (Float.isFinite(value)) {
            assertThat(Float.floatToRawIntBits(DecimalNumber.parse(Float.toString(value))))
                    .isEqualTo(bits);
        }
    }

    @Property
    void aNumberBecomesTheNearestFloat(@ForAll("decimals") String text) {
        float value = DecimalNumber.parse(text);
        BigDecimal exact = new BigDecimal(text);
        BigDecimal error = exact.subtract(new BigDecimal(value)).abs();
        for (float neighbour : new float[] {Math.nextUp(value), Math.nextDown(value)}) {
            if (Float.isFinite(neighbour)) {
                assertThat(error)
                        .isLessThanOrEqualTo(
                                exact.subtract(new BigDecimal(neighbour)).abs());
            }
        }
    }

    /** Long ones too, close to the middle of two floats, where rounding to a double first would go wrong. */
    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> digits = Combinators.combine(
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(30),
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(40),
                        Arbitraries.integers().between(-40, 5))
                .as((whole, fraction, exponent) -> whole + "." + fraction + "e" + exponent);
        Arbitrary<String> middles = Combinators.combine(
                        Arbitraries.floats().between(-1e20f, 1e20f), Arbitraries.of("", "1", "000000000000000001"))
                .as((value, more) -> {
                    BigDecimal middle = new BigDecimal(value)
                            .add(new BigDecimal(Math.nextUp(value)))
                            .divide(BigDecimal.valueOf(2));
                    String text = middle.toPlainString();
                    return text.contains(".") ? text + more : text + "." + more + "0";
                });
        return Arbitraries.oneOf(digits, middles).filter(text -> Float.isFinite(Float.parseFloat(text)));
    }
}
