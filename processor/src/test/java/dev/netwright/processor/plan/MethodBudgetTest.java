package dev.netwright.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodBudgetTest {
    private static final int BUDGET = 5_000;

    @ParameterizedTest
    @CsvSource({"1, 96", "2, 48", "9, 10", "96, 1", "40, 40", "100, 90"})
    void splitsWhatDoesNotFitIntoPartsThatDo(int inputs, int units) {
        List<Range> forward = MethodBudget.forward(inputs, units);
        List<Range> parameterGradients = MethodBudget.parameterGradients(inputs, units);
        List<Range> inputGradients = MethodBudget.inputGradients(inputs, units);

        assertCovers(forward, units);
        assertCovers(parameterGradients, units);
        assertCovers(inputGradients, inputs);
        assertThat(forward).allMatch(part -> MethodBudget.forwardBytes(inputs, length(part)) <= BUDGET);
        assertThat(parameterGradients)
                .allMatch(part -> MethodBudget.parameterGradientBytes(inputs, length(part)) <= BUDGET);
        assertThat(inputGradients).allMatch(part -> MethodBudget.inputGradientBytes(length(part), units) <= BUDGET);
    }

    @Test
    void keepsTogetherWhatFits() {
        assertThat(MethodBudget.forward(9, 10)).containsExactly(new Range(0, 10));
        assertThat(MethodBudget.parameterGradients(9, 10)).containsExactly(new Range(0, 10));
        assertThat(MethodBudget.inputGradients(9, 10)).containsExactly(new Range(0, 9));
        assertThat(MethodBudget.fitsOneBackward(8, 8)).isTrue();
        assertThat(MethodBudget.fitsOneBackward(1, 96)).isFalse();
    }

    @Test
    void makesPartsOfAlmostEqualSize() {
        List<Integer> lengths = MethodBudget.layers(1_000, 60).stream()
                .map(MethodBudgetTest::length)
                .toList();

        assertThat(lengths.stream().distinct()).hasSizeLessThanOrEqualTo(2);
        assertThat(lengths).allMatch(length -> length * 60 <= BUDGET);
    }

    @Test
    void isAnUpperBoundThatNeverFallsAsALayerGrows() {
        for (int inputs = 1; inputs <= 96; inputs++) {
            int size = inputs;
            assertThat(IntStream.rangeClosed(1, 96).map(units -> MethodBudget.forwardBytes(size, units)))
                    .isSorted();
            assertThat(IntStream.rangeClosed(1, 96).map(units -> MethodBudget.backwardBytes(size, units)))
                    .isSorted();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "96, 96, true", "110, 1, true", "300, 1, false", "1, 300, false"})
    void unrollsOnlyWhatHasSmallEnoughParts(int inputs, int units, boolean can) {
        assertThat(MethodBudget.canUnroll(inputs, units)).isEqualTo(can);
    }

    @Test
    void doesNotOverflow() {
        assertThat(MethodBudget.canUnroll(Integer.MAX_VALUE, Integer.MAX_VALUE)).isFalse();
        assertThat(MethodBudget.canUnroll(1, Integer.MAX_VALUE)).isFalse();
    }

    static void assertCovers(List<Range> parts, int count) {
        assertThat(parts.get(0).from()).isZero();
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).from()).isEqualTo(parts.get(i - 1).to());
        }
        assertThat(parts.get(parts.size() - 1).to()).isEqualTo(count);
        assertThat(parts).allMatch(part -> length(part) >= 1);
    }

    static int length(Range range) {
        return range.to() - range.from();
    }
}
