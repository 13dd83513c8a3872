package dev.netwright.verification.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.kernel.ActivationMath;
import dev.netwright.runtime.kernel.LogSoftmax;
import dev.netwright.runtime.kernel.Softmax;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the table, which comments and documentation show, say what the runtime computes. */
class FormulaTextsTest {
    private static final ActivationArithmetic RUNTIME = new ActivationArithmetic(ActivationMath.class);

    /** Some roundings of a float; what is written wrong is off by far more. */
    private static final double RELATIVE = 2e-6;

    private static final double ABSOLUTE = 4e-7;

    static Stream<Activation> elementwise() {
        return Stream.of(Activation.values()).filter(Activation::isElementwise);
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void formulasAndDerivativesAreWhatTheRuntimeComputes(Activation activation) {
        assertThat(disagreement(activation, activation.formula(), activation.derivative()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void aChangedFormulaIsFound(Activation activation) {
        for (String changed : TextMutants.of(activation.formula())) {
            assertThat(disagreement(activation, changed, activation.derivative()))
                    .as("%s instead of %s", changed, activation.formula())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void aChangedDerivativeIsFound(Activation activation) {
        for (String changed : TextMutants.of(activation.derivative())) {
            assertThat(disagreement(activation, activation.formula(), changed))
                    .as("%s instead of %s", changed, activation.derivative())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "LOG_SOFTMAX"})
    void formulasOfRowsAreWhatTheRuntimeComputes(Activation activation) {
        assertThat(rowDisagreement(activation, activation.formula(), activation.derivative()))
                .isEmpty();
        for (String changed : TextMutants.of(activation.formula())) {
            assertThat(rowDisagreement(activation, changed, activation.derivative()))
                    .as(changed)
                    .isNotEmpty();
        }
        for (String changed : TextMutants.of(activation.derivative().replaceFirst(".* = ", ""))) {
            assertThat(rowDisagreement(activation, activation.formula(), changed))
                    .as(changed)
                    .isNotEmpty();
        }
    }

    /** Where the texts and the runtime differ first; empty where they agree. */
    private static Optional<String> disagreement(Activation activation, String formula, String derivative) {
        float alpha = activation.alpha().isPresent() ? 0.3f : Float.NaN;
        try {
            Formula texts = new Formula().define("a", formula).define("f'", derivative);
            for (float z : samples()) {
                Map<String, double[]> values = new HashMap<>(Map.of("z", new double[] {z}));
                activation.alpha().ifPresent(any -> values.put("α", new double[] {alpha}));
                Formula.Row row = new Formula.Row(1, values);
                double a = texts.value("a", row, 0);
                double slope = texts.value("f'", row, 0);
                if (differ(a, RUNTIME.value(activation, z, alpha))) {
                    return Optional.of("f(" + z + ") is " + a + ", not " + RUNTIME.value(activation, z, alpha));
                }
                if (differ(slope, RUNTIME.derivative(activation, z, alpha))) {
                    return Optional.of(
                            "f'(" + z + ") is " + slope + ", not " + RUNTIME.derivative(activation, z, alpha));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> rowDisagreement(Activation activation, String formula, String derivative) {
        float[] z = {0.5f, -1.25f, 2f, 0.125f};
        boolean isSoftmax = activation == Activation.SOFTMAX;
        float[] a = new float[z.length];
        float[] dz = new float[z.length];
        try {
            Formula texts = new Formula().define("a", formula).define("f'", derivative);
            Formula.Row row = new Formula.Row(z.length, Map.of("z", toDoubles(z)));
            if (isSoftmax) {
                Softmax.forward(z, a, 1, z.length);
            } else {
                LogSoftmax.forward(z, a, 1, z.length);
            }
            for (int i = 0; i < z.length; i++) {
                if (differ(texts.value("a", row, i), a[i])) {
                    return Optional.of("a of unit " + i);
                }
                float[] da = new float[z.length];
                da[i] = 1;
                if (isSoftmax) {
                    Softmax.backward(a, da, dz, 1, z.length);
                } else {
                    LogSoftmax.backward(a, da, dz, 1, z.length);
                }
                for (int j = 0; j < z.length; j++) {
                    Map<String, double[]> pair = Map.of(
                            "aᵢ", new double[] {a[i]},
                            "aⱼ", new double[] {a[j]},
                            "δᵢⱼ", new double[] {i == j ? 1 : 0});
                    if (differ(texts.value("f'", new Formula.Row(z.length, pair), 0), dz[j])) {
                        return Optional.of("the derivative of a of unit " + i + " by z of unit " + j);
                    }
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static boolean differ(double text, float runtime) {
        return !(Math.abs(text - runtime) <= RELATIVE * Math.abs(text) + ABSOLUTE);
    }

    private static double[] toDoubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** From -8 to 8, close to where functions have corners, and at them. */
    private static float[] samples() {
        float[] samples = new float[520];
        for (int i = 0; i < 500; i++) {
            samples[i] = -8f + i * 0.032f;
        }
        float[] corners = {-3f, -1f, 0f, 1f, 3f};
        for (int i = 0; i < corners.length; i++) {
            samples[500 + 4 * i] = corners[i];
            samples[501 + 4 * i] = corners[i] + 0.005f;
            samples[502 + 4 * i] = corners[i] - 0.005f;
            samples[503 + 4 * i] = corners[i] + 0.02f;
        }
        return samples;
    }
}
