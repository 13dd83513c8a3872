package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetSplitTest {
    @Property
    void aSplitIsAPartition(
            @ForAll @IntRange(min = 2, max = 100) int rows,
            @ForAll @DoubleRange(min = 0, minIncluded = false, max = 1, maxIncluded = false) double fraction,
            @ForAll long seed) {
        Split split = DatasetTest.numbered(rows).split(fraction, seed);
        assertPartition(split, rows);
        int wanted = Math.max(1, Math.min(rows - 1, (int) Math.rint(fraction * rows)));
        assertThat(split.training().rows()).isEqualTo(wanted);
    }

    @Property
    void aStratifiedSplitIsAPartitionWithTheProportionOfEveryClass(
            @ForAll @Size(min = 2, max = 100) int[] numbers,
            @ForAll @DoubleRange(min = 0, minIncluded = false, max = 1, maxIncluded = false) double fraction,
            @ForAll long seed) {
        int[] labels =
                Arrays.stream(numbers).map(number -> Math.floorMod(number, 5)).toArray();
        int[] counts = counts(labels);
        if (Arrays.stream(counts).allMatch(count -> count < 2)) {
            return;
        }
        float[] features = new float[labels.length];
        for (int row = 0; row < labels.length; row++) {
            features[row] = row;
        }
        Split split = Dataset.ofLabels(features, 1, labels, 5).splitStratified(fraction, seed);
        int[] training = counts(split.training().targets().labels());
        int[] heldOut = counts(split.heldOut().targets().labels());
        for (int label = 0; label < 5; label++) {
            assertThat(training[label] + heldOut[label]).isEqualTo(counts[label]);
            if (counts[label] == 1) {
                assertThat(training[label]).isEqualTo(1);
            } else if (counts[label] > 1) {
                double share = Math.max(1, Math.min(counts[label] - 1, fraction * counts[label]));
                assertThat(Math.abs(training[label] - share)).isLessThanOrEqualTo(0.5);
                assertThat(heldOut[label]).isPositive();
            }
        }
        assertThat(split.training().features()).isSorted();
        assertThat(split.heldOut().features())
                .isSorted()
                .doesNotContain(split.training().features());
    }

    private static int[] counts(int[] labels) {
        int[] counts = new int[5];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    private static void assertPartition(Split split, int rows) {
        int[] training = DatasetTest.numbers(split.training());
        int[] heldOut = DatasetTest.numbers(split.heldOut());
        assertThat(training).isSorted().isNotEmpty();
        assertThat(heldOut).isSorted().isNotEmpty();
        assertThat(IntStream.concat(Arrays.stream(training), Arrays.stream(heldOut))
                        .sorted())
                .containsExactly(IntStream.range(0, rows).boxed().toArray(Integer[]::new));
    }

    /** Written down so that no later change moves a row from one part to the other in silence. */
    @Test
    void aSeedAlwaysGivesTheSameParts() {
        Dataset data = DatasetTest.numbered(10);
        // The order of seed 42 begins with 6, 9, 0, 4, 2, 7, 5.
        assertThat(DatasetTest.numbers(data.split(0.7, 42).training())).containsExactly(0, 2, 4, 5, 6, 7, 9);
        assertThat(DatasetTest.numbers(data.split(0.7, 42).heldOut())).containsExactly(1, 3, 8);
        assertThat(DatasetTest.numbers(data.splitStratified(0.5, 42).training()))
                .containsExactly(1, 3, 4, 5, 6, 8);
        assertThat(DatasetTest.numbers(data.splitStratified(0.5, 42).heldOut())).containsExactly(0, 2, 7, 9);
        assertThat(DatasetTest.numbers(data.split(0.7, 43).training()))
                .isNotEqualTo(DatasetTest.numbers(data.split(0.7, 42).training()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, 80, Double.NaN, Double.POSITIVE_INFINITY})
    void aFractionOutOfRange(double fraction) {
        Dataset data = DatasetTest.numbered(10);
        String message = "The training part's fraction must be between 0 and 1, but is " + fraction + ".";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.split(fraction, 1))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.splitStratified(fraction, 1))
                .withMessage(message);
    }

    @Test
    void dataThatCannotBeSplit() {
        Dataset one = DatasetTest.numbered(1);
        String tooFew = "A data set of one row cannot be split; it needs at least two.";
        assertThatIllegalArgumentException().isThrownBy(() -> one.split(0.5, 1)).withMessage(tooFew);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.splitStratified(0.5, 1))
                .withMessage(tooFew);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(new float[4], 1, new float[4], 1).splitStratified(0.5, 1))
                .withMessage("A stratified split needs labels, but the targets are values; use split(fraction, seed).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetTest.numbered(3).splitStratified(0.5, 1))
                .withMessage("Every class has one row, so that a stratified split would hold out none; use"
                        + " split(fraction, seed).");
    }

    @Test
    void ofSeveralHeadsOneSaysTheClasses() {
        float[] features = {0, 1, 2, 3, 4, 5, 6, 7};
        Targets values = Targets.ofValues(features.clone(), 1);
        Targets labels = Targets.ofLabels(new int[] {0, 1, 0, 1, 0, 1, 0, 1}, 2);
        Dataset data = Dataset.ofHeads(features, 1, values, labels);
        Split split = data.splitStratified(1, 0.5, 3);
        assertThat(split.training().targets(1).labels()).containsExactlyInAnyOrder(0, 0, 1, 1);
        assertThat(split.heldOut().heads()).isEqualTo(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> data.splitStratified(0.5, 3))
                .withMessage("There are targets for 2 output heads; say whose classes are divided with"
                        + " splitStratified(head, fraction, seed).");
        assertThatIllegalArgumentException().isThrownBy(() -> data.splitStratified(0, 0.5, 3));
        assertThatIllegalStateException()
                .isThrownBy(() -> data.withClassNames(List.of("a", "b")))
                .withMessage("There are targets for 2 output heads, but class names are kept for data sets of one.");
    }
}
