package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every elementwise activation, called by its name as generated code calls it, against the published formulas. */
class ActivationMathTest {
    private static final float ALPHA = ActivationCalls.ALPHA;
    private static final float[] EXTREMES = {
        -Float.MAX_VALUE,
        -1e30f,
        -1e4f,
        -200f,
        -110f,
        -100f,
        -89f,
        -15f,
        15f,
        89f,
        100f,
        110f,
        1e4f,
        1e30f,
        Float.MAX_VALUE
    };

    /** Where a function has no derivative. */
    private static final List<Float> KINKS = List.of(-3f, -1f, 0f, 1f, 3f);

    static List<Activation> elementwise() {
        return ActivationCalls.elementwise();
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void functionAndDerivativeAreTheFormula(Activation activation) {
        for (int i = -2_000; i <= 2_000; i++) {
            float z = i / 64f;
            float a = function(activation, z);
            double wanted = ActivationFormulas.function(activation, z, ALPHA);
            assertThat((double) a).as("f(%s)", z).isCloseTo(wanted, within(2e-7 * Math.abs(wanted) + 1e-12));
            double slope = ActivationFormulas.derivative(activation, z, ALPHA);
            assertThat((double) derivative(activation, z, a))
                    .as("f'(%s)", z)
                    .isCloseTo(slope, within(4e-7 * Math.abs(slope) + 3e-7));
        }
    }

    /** The formulas themselves against central differences, so that no slip in them hides one in the code. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "LOG_SOFTMAX"})
    void theFormulasOfDerivativesAreDerivatives(Activation activation) {
        double h = 1e-5;
        for (int i = -2_000; i <= 2_000; i++) {
            double z = i / 256.0;
            if (KINKS.contains((float) z)) {
                continue;
            }
            double difference = (ActivationFormulas.function(activation, z + h, ALPHA)
                            - ActivationFormulas.function(activation, z - h, ALPHA))
                    / (2 * h);
            double slope = ActivationFormulas.derivative(activation, z, ALPHA);
            assertThat(slope).as("f'(%s)", z).isCloseTo(difference, within(1e-6 * Math.max(1, Math.abs(slope))));
        }
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void extremeValuesOverflowOnlyWhereTheFormulaDoes(Activation activation) {
        for (float z : EXTREMES) {
            float a = function(activation, z);
            double wanted = ActivationFormulas.function(activation, z, ALPHA);
            if (Math.abs(wanted) > Float.MAX_VALUE) {
                assertThat(a).as("f(%s)", z).isInfinite();
            } else {
                assertThat((double) a).as("f(%s)", z).isCloseTo(wanted, within(2e-7 * Math.abs(wanted) + 1e-12));
                double slope = ActivationFormulas.derivative(activation, Math.max(-1e4, Math.min(z, 1e4)), ALPHA);
                assertThat((double) derivative(activation, z, a))
                        .as("f'(%s)", z)
                        .isCloseTo(slope, within(4e-7 * Math.abs(slope) + 3e-7));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void notANumberStaysOne(Activation activation) {
        assertThat(function(activation, Float.NaN)).isNaN();
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void bothZerosAreTheSame(Activation activation) {
        float zero = function(activation, 0f);
        assertThat(function(activation, -0f) + 0f).isEqualTo(zero);
        assertThat(derivative(activation, -0f, zero)).isEqualTo(derivative(activation, 0f, zero));
    }

    private static float function(Activation activation, float z) {
        return ActivationCalls.function(activation, z);
    }

    private static float derivative(Activation activation, float z, float a) {
        return ActivationCalls.derivative(activation, z, a);
    }
}
