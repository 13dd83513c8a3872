package dev.netwright.verification.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evaluator of formulas itself, on formulas whose value is plain to see. */
class FormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1 + 2·3 # 7",
                "(1 + 2)·3 # 9",
                "8 / 4 / 2 # 1",
                "1 - 2 - 3 # -4",
                "-3² # -9",
                "2·z³ # 16",
                "(1 + z)² # 9",
                "√(2π)·√(2π) / π # 2",
                "√4 # 2",
                "|1 - z| # 1",
                "max(0, z) + min(-1, z) # 1",
                "z > 2 ? 1 : 5 # 5",
                "1 < z < 3 ? 4 : 5 # 4",
                "3 < z < 4 ? 4 : z < 1 ? 6 : 7 # 7",
                "exp(log 5) # 5",
                "erf(1) # 0.8427007929497149",
                "y·z, y = z + 1 # 6",
                "Y(z) / 2, Y(z) = 3·z # 3",
            })
    void evaluates(String formula, double expected) {
        Formula parsed = new Formula().define("a", "a = " + formula);
        Formula.Row row = new Formula.Row(1, Map.of("z", new double[] {2}));
        assertThat(parsed.value("a", row, 0)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void addsOverTheUnitsOfARow() {
        Formula.Row row = new Formula.Row(3, Map.of("z", new double[] {1, 2, 5}, "α", new double[] {10}));
        Formula formula = new Formula().define("a", "a = z / Σ z + α").define("b", "log Σ α·exp(z)");
        assertThat(formula.value("a", row, 2)).isCloseTo(5.0 / 8 + 10, within(1e-12));
        assertThat(formula.value("b", row, 0))
                .isCloseTo(Math.log(10 * (Math.exp(1) + Math.exp(2) + Math.exp(5))), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"z z", "(z", "z +", "z ? 1", "sin(z)", "q"})
    void refusesWhatItCannotRead(String formula) {
        Formula.Row row = new Formula.Row(1, Map.of("z", new double[] {2}));
        assertThatThrownBy(() -> new Formula().define("a", formula).value("a", row, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
