package dev.netwright.runtime.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions are read as Java reads them, and written so that they are read as what they are. */
class ExpressionTest {
    private static final Expression Z = new Expression.Variable();

    private static Expression number(double value) {
        return new Expression.Constant(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z",
                "z > 6 ? 6 : z <= 0 ? 0 : z",
                "z > -0.5 ? z : (-0.25) * z",
                "z * sigmoid(1.7020000219345093 * z)",
                "z - 3 - (z - 3)",
                "z / 6 / (z / 6)",
                "z * (z + 0.5)",
                "z >= 0 ? 1 : z >= -0.5 ? 2 : 3",
                "z < -0.5 ? 3 : z * z",
                "(z <= 0 ? 0 : z) + 1.0E-7",
                "abs(sqrt(normalCdf(softplus(tanh(log(exp(z)))))))"
            })
    void whatIsWrittenIsWhatWasRead(String text) {
        assertThat(Expression.of(text).text()).isEqualTo(text);
    }

    @Test
    void productsBindMoreTightlyThanSumsAndTheLeftOneComesFirst() {
        assertThat(Expression.of("z - 2 * z / 3 + 1"))
                .isEqualTo(new Expression.Sum(
                        new Expression.Difference(
                                Z, new Expression.Quotient(new Expression.Product(number(2), Z), number(3))),
                        number(1)));
    }

    @Test
    void whatJavaWouldAddInAnotherOrderIsInBrackets() {
        Expression right = new Expression.Sum(Z, new Expression.Sum(number(1), Z));
        assertThat(right.text()).isEqualTo("z + (1 + z)");
        assertThat(Expression.of(right.text())).isEqualTo(right);
    }

    @Test
    void javaCallsTheRuntimesFunctionsOfDoubles() {
        assertThat(Expression.of("z > 2 ? sqrt(z) : 0.5 * normalCdf(z)").java("x"))
                .isEqualTo("x > 2.0 ? Math.sqrt(x) : 0.5 * PortableMath.normalCdf(x)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z + * 2 | behind \"z +\" there is \"*\" where a number, z or a function was expected",
                "z +     | behind \"z +\" it ends where a number, z or a function was expected",
                "(z + 1  | behind \"(z + 1\" it ends where \")\" was expected",
                "2 * y   | behind \"2 *\" there is \"y\" where z or one of the functions was expected",
                "exp z   | behind \"exp\" there is \"z\" where \"(\" was expected",
                "z > z ? 1 : 0 | behind \"z >\" there is \"z\" where a number",
                "z z     | behind \"z\" there is \"z\" where the end was expected"
            })
    void aMistakeIsSaidWithItsPlace(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.of(text))
                .withMessageContaining("\"" + text + "\" is no expression of z: ")
                .withMessageContaining(message);
    }

    @Test
    void atLeastAFloatIsAboveTheNumberBefore() {
        assertThat(Expression.of("z >= 0.5 ? 1 : 0"))
                .isEqualTo(new Expression.Choice(Z, Math.nextDown(0.5), number(1), number(0)));
    }

    @Test
    void numbersAreFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.of("z + 1E999"))
                .withMessageContaining("Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.of("z > 1E999 ? 1 : 0"))
                .withMessageContaining("Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> number(Double.NaN));
    }

    @Test
    void oneThatIsTooDeepIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.of("(".repeat(100_000) + "z"))
                .withMessageContaining("deeper ones are not read");
    }
}
