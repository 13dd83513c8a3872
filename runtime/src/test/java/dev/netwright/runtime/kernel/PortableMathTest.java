package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Every function against {@code StrictMath} over its whole range, and at the special values. */
class PortableMathTest {
    private static final double MOST = 1e-11;

    @Test
    void exponential() {
        agrees(PortableMath::exp, StrictMath::exp, -700, 700);
        agrees(PortableMath::exp, StrictMath::exp, -1, 1);
        agrees(PortableMath::expm1, StrictMath::expm1, -30, 30);
        agrees(PortableMath::expm1, StrictMath::expm1, -1e-6, 1e-6);
        assertThat(PortableMath.exp(0)).isEqualTo(1);
        assertThat(PortableMath.exp(1e6)).isInfinite();
        assertThat(PortableMath.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(PortableMath.exp(-1e6)).isZero();
        assertThat(PortableMath.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(PortableMath.exp(Double.NaN)).isNaN();
    }

    @Test
    void logarithm() {
        agrees(PortableMath::log, StrictMath::log, 1e-9, 3);
        agrees(PortableMath::log, StrictMath::log, 1, 1e9);
        for (double x : new double[] {Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, 1e-200, 1e300, Double.MAX_VALUE}) {
            assertThat(PortableMath.log(x)).isCloseTo(StrictMath.log(x), org.assertj.core.data.Offset.offset(1e-9));
        }
        agrees(PortableMath::log1p, StrictMath::log1p, -0.999, 10);
        agrees(PortableMath::log1p, StrictMath::log1p, -1e-9, 1e-9);
        assertThat(PortableMath.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(PortableMath.log(-1)).isNaN();
        assertThat(PortableMath.log(Double.NaN)).isNaN();
        assertThat(PortableMath.log(Double.POSITIVE_INFINITY)).isInfinite();
    }

    @Test
    void hyperbolicTangentAndSigmoid() {
        agrees(PortableMath::tanh, StrictMath::tanh, -40, 40);
        agrees(PortableMath::tanh, StrictMath::tanh, -1e-6, 1e-6);
        assertThat(PortableMath.tanh(1e30)).isEqualTo(1);
        assertThat(PortableMath.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        agrees(PortableMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -700, 700);
        agrees(PortableMath::softplus, x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))), -700, 700);
        assertThat(PortableMath.softplus(1e30)).isEqualTo(1e30);
        assertThat(PortableMath.sigmoid(-1e30)).isZero();
    }

    /** Reference values of Φ(-x) to 16 digits: Abramowitz and Stegun 1964, table 26.1 and 26.2. */
    @Test
    void normalDistribution() {
        double[][] table = {
            {0, 0.5},
            {1, 0.158655253931457},
            {2, 0.0227501319481792},
            {3, 0.00134989803163009},
            {5, 2.86651571879194e-7},
            {8, 6.22096057427178e-16},
            {10, 7.61985302416053e-24},
        };
        for (double[] row : table) {
            assertThat(PortableMath.normalCdf(-row[0]) / row[1]).isBetween(1 - 1e-11, 1 + 1e-11);
            assertThat(PortableMath.normalCdf(row[0])).isBetween(1 - row[1] - 1e-11, 1 - row[1] + 1e-11);
        }
        assertThat(PortableMath.normalCdf(-1e30)).isZero();
        assertThat(PortableMath.normalCdf(1e30)).isEqualTo(1);
        agrees(PortableMath::normalDensity, x -> StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI), -30, 30);
    }

    private static void agrees(DoubleUnaryOperator found, DoubleUnaryOperator exact, double from, double to) {
        int steps = 20_000;
        for (int i = 0; i <= steps; i++) {
            double x = from + (to - from) * i / steps;
            double wanted = exact.applyAsDouble(x);
            double error = Math.abs(found.applyAsDouble(x) - wanted) / Math.max(Math.abs(wanted), 1e-300);
            assertThat(error)
                    .as("relative error at %s, where the value is %s", x, wanted)
                    .isLessThan(MOST);
        }
    }
}
