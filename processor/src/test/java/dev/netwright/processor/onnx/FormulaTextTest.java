package dev.netwright.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.topology.Expression;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a topology says of a function is what the generated class computes, and formulas that are tidied have the same values. */
class FormulaTextTest {
    private static final int FORMULAS = 20_000;
    private static final double[] NUMBERS = {-2, -1, -0.5, 0, 1e-7, 1.0 / 6, 0.5, 1, 1.702f, 3, 6, 1e9};

    @Test
    void theRuntimeReadsAsMuchAsTheProcessorWrites() {
        Random random = new Random(1);
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = finite(any(random, 5));
            assertThat(Expression.of(FormulaText.ofTopologies(formula)).java("x"))
                    .isEqualTo(FormulaText.ofCompilers(formula));
        }
    }

    @Test
    void theRuntimeHasEveryFunction() {
        assertThat(Arrays.stream(Functions.values()).map(Functions::method))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Expression.Function.values())
                        .map(Expression.Function::method)
                        .toList());
    }

    @Test
    void tidiedFormulasHaveTheSameBits() {
        Random random = new Random(2);
        int tidied = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = finite(any(random, 5));
            tidied += formula.tidied().equals(formula) ? 0 : 1;
            for (double z : new double[] {
                Double.NEGATIVE_INFINITY, -3, -1, -0.5, -0.0, 0, 0.5, 1, 2.9, 3, 7, Double.POSITIVE_INFINITY, Double.NaN
            }) {
                assertThat(formula.tidied().value(z))
                        .as("%s of %s", formula, z)
                        .isEqualTo(Double.valueOf(formula.value(z)));
            }
        }
        assertThat(tidied).isGreaterThan(FORMULAS / 100);
    }

    @Test
    void readersSeeLimitsOnce() {
        Formula clip = Formula.z().within(0, 6);
        assertThat(FormulaText.ofReaders(clip.tidied())).isEqualTo("z > 6 ? 6 : z <= 0 ? 0 : z");
        assertThat(FormulaText.ofReaders(clip.derivative().tidied())).isEqualTo("z > 6 ? 0 : z > 0 ? 1 : 0");
    }

    /** As ReLU of the table does it: a network that is broken shows it. */
    @Test
    void whatIsNotANumberStaysSo() {
        assertThat(Formula.z().within(0, 6).value(Double.NaN)).isNaN();
        assertThat(Formula.z().within(0, Double.POSITIVE_INFINITY).value(Double.NaN))
                .isNaN();
        assertThat(FormulaText.ofCompilers(Formula.z().notBelow(0.5, Formula.z(), Formula.of(0))))
                .isEqualTo("x < 0.5 ? 0.0 : x");
    }

    @Test
    void whatIsAtLeastANumberIsSaidSo() {
        Formula step = Formula.z().notBelow(0.5, Formula.of(1), Formula.of(0));
        assertThat(FormulaText.ofCompilers(step)).isEqualTo("x >= 0.5 ? 1.0 : 0.0");
        assertThat(step.value(0.5)).isEqualTo(1);
        assertThat(step.value(Math.nextDown(0.5))).isEqualTo(0);

        Formula mirrored = Formula.of(-1).times(Formula.z()).above(0, Formula.of(1), Formula.of(0));
        assertThat(FormulaText.ofReaders(mirrored)).isEqualTo("z >= 0 ? 0 : 1");
        assertThat(mirrored.value(0)).isEqualTo(0);
    }

    private static Formula any(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return random.nextInt(3) == 0 ? number(random) : Formula.z();
        }
        Formula left = any(random, depth - 1);
        Formula right = any(random, depth - 1);
        double limit = NUMBERS[random.nextInt(NUMBERS.length)];
        return switch (random.nextInt(9)) {
            case 0 -> left.plus(right);
            case 1 -> left.minus(right);
            case 2 -> left.times(right);
            case 3 -> left.over(right);
            case 4 -> left.in(Functions.values()[random.nextInt(Functions.values().length)]);
            case 5 -> left.within(limit, limit + random.nextInt(4));
            case 6 -> left.within(limit, Double.POSITIVE_INFINITY);
            case 7 -> left.notBelow(limit, left, right);
            default -> left.above(limit, left, right);
        };
    }

    /** What divides by 0 has numbers that no source has, and is refused. */
    private static Formula finite(Formula formula) {
        return formula.isFinite() ? formula : Formula.z();
    }

    private static Formula number(Random random) {
        return Formula.of(NUMBERS[random.nextInt(NUMBERS.length)]);
    }
}
