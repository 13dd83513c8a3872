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
        List<Range> sample = MethodBudget.sample(inputs, units);

        assertCovers(sample, units);
        assertThat(sample).allMatch(part -> MethodBudget.sampleBytes(inputs, length(part)) <= BUDGET);
    }

    @Test
    void keepsTogetherWhatFits() {
        assertThat(MethodBudget.sample(9, 10)).containsExactly(new Range(0, 10));
        assertThat(MethodBudget.sample(40, 40)).hasSizeGreaterThan(1);
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
            assertThat(IntStream.rangeClosed(1, 96).map(units -> MethodBudget.sampleBytes(size, units)))
                    .isSorted();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "96, 96, true", "110, 1, true", "300, 1, false", "1, 300, true"})
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
