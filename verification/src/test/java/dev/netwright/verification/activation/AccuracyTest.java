package dev.netwright.verification.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.kernel.ActivationMath;
import dev.netwright.runtime.kernel.PortableMath;
import dev.netwright.verification.reference.ReferenceActivations;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How exact the arithmetic is, over floats of every size: measured, printed, and kept from growing. */
class AccuracyTest {
    private static final int FLOATS_OF_AN_EXPONENT = 400;
    private static final int FLOATS_IN_THE_MIDDLE = 100_000;
    private static final ActivationArithmetic RUNTIME = new ActivationArithmetic(ActivationMath.class);

    /** Half a unit in the last place is the nearest float; the rest is for the double's own error. */
    private static final double NEAREST = 0.501;

    /** Softsign is a float sum and a float quotient. */
    private static final Map<Activation, Double> MOST_OF_VALUES = Map.of(Activation.SOFTSIGN, 1.5);

    /** In units of the last place of 1, or of the derivative where it is larger: some are computed from a rounded a. */
    private static final double MOST_OF_DERIVATIVES = 1.5;

    private static final float ALPHA = 0.3f;

    static Stream<Activation> elementwise() {
        return Stream.of(Activation.values()).filter(Activation::isElementwise);
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void activationsAreExactToTheirLastBits(Activation activation) {
        Worst value = new Worst();
        Worst derivative = new Worst();
        for (float z : floats()) {
            // Between 0 and 1 a hard sigmoid is a sum with 1/2, exact to the last bit of a number of that size.
            double a = ReferenceActivations.value(activation, z, ALPHA);
            value.add(z, RUNTIME.value(activation, z, ALPHA), a, activation == Activation.HARD_SIGMOID ? 1 : a);
            double slope = ReferenceActivations.derivative(activation, z, ALPHA);
            derivative.add(z, RUNTIME.derivative(activation, z, ALPHA), slope, Math.max(1, slope));
        }
        System.out.printf("%-12s value: %s; derivative: %s%n", activation, value, derivative);
        assertThat(value.error).isLessThan(MOST_OF_VALUES.getOrDefault(activation, NEAREST));
        assertThat(derivative.error).isLessThan(MOST_OF_DERIVATIVES);
    }

    @Test
    void doublesAreExactFarBeyondFloats() {
        check("exp", PortableMath::exp, Math::exp, -700, 700);
        check("expm1", PortableMath::expm1, Math::expm1, -40, 700);
        check("log", PortableMath::log, Math::log, 1e-300, 1e300);
        check("log1p", PortableMath::log1p, Math::log1p, -0.999999, 1e6);
        check("tanh", PortableMath::tanh, Math::tanh, -30, 30);
        check("sigmoid", PortableMath::sigmoid, z -> value(Activation.SIGMOID, z), -700, 700);
        check("softplus", PortableMath::softplus, z -> value(Activation.SOFTPLUS, z), -700, 700);
        check("normalCdf", PortableMath::normalCdf, z -> value(Activation.GELU, z) / z, -26, 26);
    }

    private static double value(Activation activation, double z) {
        return ReferenceActivations.value(activation, z, Double.NaN);
    }

    private static void check(
            String name, DoubleUnaryOperator found, DoubleUnaryOperator exact, double from, double to) {
        Random random = new Random(name.hashCode());
        double worst = 0;
        double at = from;
        for (int i = 0; i < FLOATS_IN_THE_MIDDLE; i++) {
            // Half of them close to 0, where relative errors are hardest to keep small.
            double x = i % 2 == 0
                    ? from + (to - from) * random.nextDouble()
                    : Math.scalb(1 - 2 * random.nextDouble(), -i % 40);
            if (x > from && x < to && x != 0) {
                double error = Math.abs(found.applyAsDouble(x) / exact.applyAsDouble(x) - 1);
                at = error > worst ? x : at;
                worst = Math.max(worst, error);
            }
        }
        System.out.printf("%-12s relative error %.1e at %s%n", name, worst, at);
        assertThat(worst).as(name).isLessThan(1e-11);
    }

    /** Every exponent with both signs, and more where activations bend. */
    private static float[] floats() {
        Random random = new Random(1);
        float[] floats = new float[2 * 254 * FLOATS_OF_AN_EXPONENT + FLOATS_IN_THE_MIDDLE];
        int count = 0;
        for (int exponent = Float.MIN_EXPONENT; exponent <= Float.MAX_EXPONENT; exponent++) {
            for (int i = 0; i < FLOATS_OF_AN_EXPONENT; i++) {
                float z = Math.scalb(1 + random.nextFloat(), exponent);
                floats[count++] = z;
                floats[count++] = -z;
            }
        }
        while (count < floats.length) {
            floats[count++] = 40 * random.nextFloat() - 20;
        }
        return floats;
    }

    /** The largest error so far. */
    private static final class Worst {
        private double error;
        private float at;

        /** Counts the error in units of the last place that a float of some size has. */
        void add(float z, float found, double exact, double size) {
            boolean isNearest = found == (float) exact;
            double units = isNearest && !Float.isFinite(found) ? 0 : Math.abs(found - exact) / Math.ulp((float) size);
            at = units > error ? z : at;
            error = Math.max(error, units);
        }

        @Override
        public String toString() {
            return String.format("%.3f ulp at %s", error, at);
        }
    }
}
