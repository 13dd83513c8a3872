package dev.netwright.verification.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.kernel.PortableMath;
import dev.netwright.testing.reference.ReferenceActivations;
import dev.netwright.verification.pages.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How exact the arithmetic is, over floats of every size: measured, printed, and kept from growing. */
class AccuracyTest {
    private static final int FLOATS_IN_THE_MIDDLE = 100_000;
    private static final float ALPHA = 0.3f;

    /** Odd, so that floats of all kinds are among them. */
    private static final int STEP = 4_001;

    private static final int BLOCK = 1 << 16;

    /** Beyond these every function is 0, constant, linear or its own first term; the sample with steps goes there as well. */
    private static final float SMALLEST = 0x1p-40f;

    private static final float LARGEST = 256f;

    static Stream<Activation> elementwise() {
        return Stream.of(Activation.values())
                .filter(activation -> activation.isElementwise() && activation != Activation.IDENTITY);
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void noErrorIsLargerThanThePageSays(Activation activation) {
        ActivationError error = new ActivationError(activation, ALPHA);
        measure(error, Integer.MIN_VALUE, Integer.MAX_VALUE, STEP);
        System.out.println(error);
        Stated stated = Stated.of(activation);
        assertThat(error.floats()).isLessThanOrEqualTo(stated.floats());
        assertThat(error.slope()).isLessThanOrEqualTo(stated.slope());
        assertThat(stated.floats()).isLessThanOrEqualTo(2);
        assertThat(stated.slope()).isLessThanOrEqualTo(2);
    }

    /** Hours. */
    @ParameterizedTest
    @MethodSource("elementwise")
    @Tag("long")
    void thePageHasTheLargestErrorsOfAllFloats(Activation activation) {
        ActivationError error = new ActivationError(activation, ALPHA);
        measure(error, Float.floatToIntBits(SMALLEST), Float.floatToIntBits(LARGEST), 1);
        measure(error, Float.floatToIntBits(-SMALLEST), Float.floatToIntBits(-LARGEST), 1);
        System.out.println(error);
        Stated stated = Stated.of(activation);
        assertThat(error.floats()).isEqualTo(stated.floats());
        assertThat(error.slope()).isBetween(stated.slope() - 0.1, stated.slope());
    }

    /** Floats whose bits go in steps from a first to a last number; but for NaN and infinities. */
    private static void measure(ActivationError error, int first, int last, int step) {
        float[] block = new float[BLOCK];
        int count = 0;
        for (long bits = first; bits <= last; bits += step) {
            float z = Float.intBitsToFloat((int) bits);
            if (Float.isFinite(z)) {
                block[count++] = z;
            }
            if (count == BLOCK) {
                error.measure(block);
                count = 0;
            }
        }
        error.measure(Arrays.copyOf(block, count));
    }

    /** What the page says of one activation. */
    private record Stated(long floats, double slope) {
        private static final List<String> LINES = Page.of("docs/activations.md").lines().stream()
                .dropWhile(line -> !line.equals("## How exact they are"))
                .toList();

        static Stated of(Activation activation) {
            String[] cells = LINES.stream()
                    .filter(line -> line.startsWith("| `" + activation + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the page has no errors of " + activation))
                    .split("\\|");
            return new Stated(Long.parseLong(cells[2].strip()), Double.parseDouble(cells[3].strip()));
        }
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
}
