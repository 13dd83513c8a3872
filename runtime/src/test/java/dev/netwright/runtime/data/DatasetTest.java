package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
    /** Row r has the features 10·r and 10·r + 1, the label r modulo 3, and the weight r. */
    static Dataset numbered(int rows) {
        float[] features = new float[2 * rows];
        int[] labels = new int[rows];
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            features[2 * row] = 10 * row;
            features[2 * row + 1] = 10 * row + 1;
            labels[row] = row % 3;
            weights[row] = row;
        }
        return Dataset.ofLabels(features, 2, labels, 3).weighted(weights);
    }

    /** The number that each row had in {@link #numbered}; fails where a row was torn apart. */
    static int[] numbers(Dataset data) {
        int[] numbers = new int[data.rows()];
        for (int row = 0; row < numbers.length; row++) {
            float[] sample = data.sample(row);
            assertThat(sample[1]).isEqualTo(sample[0] + 1);
            numbers[row] = (int) sample[0] / 10;
            assertThat(data.targets().labels()[row]).isEqualTo(numbers[row] % 3);
            assertThat(data.targets().weight(row)).isEqualTo(numbers[row]);
        }
        return numbers;
    }

    @Test
    void featuresAndTargets() {
        float[] features = {1, 2, 3, 4, 5, 6};
        float[] values = {7, 8};
        Dataset data = Dataset.of(features, 3, values, 1);
        assertThat(data.rows()).isEqualTo(2);
        assertThat(data.inputs()).isEqualTo(3);
        assertThat(data.features()).isSameAs(features);
        assertThat(data.targets().values()).isSameAs(values);
        assertThat(data.targets().areLabels()).isFalse();
        assertThat(data.sample(1)).containsExactly(4, 5, 6);
        assertThat(data.featureNames()).isEmpty();
        assertThat(data.classNames()).isEmpty();
        assertThat(data).hasToString("Dataset[2 rows, 3 features, 1 target]");
    }

    @Test
    void namesAreKeptByEveryPart() {
        Dataset data =
                numbered(9).withFeatureNames(new ArrayList<>(List.of("a", "b"))).withClassNames(List.of("x", "y", "z"));
        List<Dataset> derived = List.of(
                data,
                data.shuffled(1),
                data.take(4),
                data.split(0.5, 1).heldOut(),
                data.weighted(new float[9]),
                data.withFeatures(new float[18], 2));
        assertThat(derived).allSatisfy(part -> {
            assertThat(part.featureNames()).containsExactly("a", "b");
            assertThat(part.classNames()).containsExactly("x", "y", "z");
        });
        Dataset wider = data.withFeatures(new float[27], 3);
        assertThat(wider.featureNames()).isEmpty();
        assertThat(wider.classNames()).containsExactly("x", "y", "z");
    }

    @ParameterizedTest(name = "{0} features in rows of {1}")
    @CsvSource({"5, 2", "1, 2", "4, 0", "4, -1"})
    void featuresThatDoNotDivide(int count, int inputs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(new float[count], inputs, new float[1], 1))
                .withMessage(
                        "%d feature%s not divide into rows of %d column%s.",
                        count, count == 1 ? " does" : "s do", inputs, inputs == 1 ? "" : "s");
    }

    @Test
    void noRowAndRowsThatAreNotAsMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(new float[0], 2, new float[0], 1))
                .withMessage("The data set is empty; it needs at least one row.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofLabels(new float[0], 2, new int[0], 2))
                .withMessage("The data set is empty; it needs at least one row.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(new float[6], 2, new float[2], 1))
                .withMessage("There are features for 3 rows, but targets for 2.");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aFeatureThatIsNotFinite(float feature) {
        float[] features = {0, 0, 0, feature};
        String message = "The feature in row 1, column 1 is " + feature + "; every feature must be finite.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(features, 2, new float[2], 1))
                .withMessage(message);
        Dataset good = Dataset.of(new float[4], 2, new float[2], 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good.withFeatures(features, 2))
                .withMessage(message);
    }

    @Test
    @SuppressWarnings("DataFlowIssue")
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> Dataset.of(null, 1, Targets.ofValues(new float[1], 1)))
                .withMessage("features");
        assertThatNullPointerException()
                .isThrownBy(() -> Dataset.of(new float[1], 1, (Targets) null))
                .withMessage("targets");
        assertThatNullPointerException()
                .isThrownBy(() -> numbered(1).weighted(null))
                .withMessage("weights");
        assertThatNullPointerException()
                .isThrownBy(() -> Targets.ofValues(null, 1))
                .withMessage("values");
        assertThatNullPointerException()
                .isThrownBy(() -> Targets.ofLabels(null, 1))
                .withMessage("labels");
    }

    @Test
    void namesThatAreNotAsMany() {
        Dataset data = numbered(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.withFeatureNames(List.of("a")))
                .withMessage("There is 1 name for 2 feature columns; give one for each.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.withClassNames(List.of("a", "b")))
                .withMessage("There are 2 class names, but 3 classes.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(new float[2], 2, new float[1], 1).withClassNames(List.of("a")))
                .withMessage("There are 1 class names, but the targets are values, not labels.");
    }

    @Test
    void rowsMayBeSelectedInAnyOrderAndSeveralTimes() {
        Dataset data = numbered(5);
        assertThat(numbers(data.select(new int[] {4, 0, 4, 2}))).containsExactly(4, 0, 4, 2);
        assertThat(numbers(data.slice(1, 4))).containsExactly(1, 2, 3);
        assertThat(numbers(data.take(2))).containsExactly(0, 1);
        assertThat(numbers(data.take(1))).containsExactly(0);
        assertThat(numbers(data.take(50))).containsExactly(0, 1, 2, 3, 4);
        assertThat(data.select(new int[] {1}).features()).isNotSameAs(data.features());
    }

    @Test
    void targetsGivenAsValuesAreSelectedToo() {
        Dataset data = Dataset.of(new float[] {1, 2, 3}, 1, new float[] {10, 11, 20, 21, 30, 31}, 2);
        Dataset selected = data.select(new int[] {2, 0});
        assertThat(selected.features()).containsExactly(3, 1);
        assertThat(selected.targets().values()).containsExactly(30, 31, 10, 11);
        assertThat(selected.targets().areWeighted()).isFalse();
    }

    @Test
    void rowsThatCannotBeSelected() {
        Dataset data = numbered(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.select(new int[0]))
                .withMessage("No rows are selected; a data set needs at least one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.slice(2, 2))
                .withMessage("No rows are selected; a data set needs at least one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.take(0))
                .withMessage("count must be at least 1, but is 0.");
        for (int[] rows : new int[][] {{-1}, {5}, {0, Integer.MAX_VALUE}}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> data.select(rows));
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> data.slice(3, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> data.slice(0, 6));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> data.sample(5));
    }

    @Test
    void aSelectionThatOutgrowsAnArray() {
        Dataset wide = Dataset.of(new float[1_000_000], 1_000_000, new float[1], 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wide.select(new int[3_000]))
                .withMessage("3000 rows of 1000000 columns would need 3000000000 values, but an array holds 2147483639"
                        + " at most.");
        Dataset wideTargets = Dataset.of(new float[1], 1, new float[1_000_000], 1_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wideTargets.select(new int[3_000]))
                .withMessageStartingWith("3000 rows of 1000000 columns would need 3000000000 values");
    }

    @Property
    void aShuffleIsAPermutation(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int rows) {
        int[] shuffled = numbers(numbered(rows).shuffled(seed));
        Arrays.sort(shuffled);
        assertThat(shuffled).isEqualTo(numbers(numbered(rows)));
    }

    /** Written down so that no later change alters the order in silence. */
    @Test
    void aSeedAlwaysGivesTheSameOrder() {
        assertThat(numbers(numbered(10).shuffled(42))).containsExactly(6, 9, 0, 4, 2, 7, 5, 3, 8, 1);
        assertThat(numbers(numbered(10).shuffled(0))).containsExactly(8, 0, 2, 5, 9, 3, 1, 4, 7, 6);
    }

    @Test
    void targetsOfSeveralHeadsGoTogether() {
        Targets kinds = Targets.ofLabels(new int[] {0, 1, 2, 1}, 3).weighted(new float[] {1, 2, 3, 4});
        Targets sizes = Targets.ofValues(new float[] {10, 11, 20, 21, 30, 31, 40, 41}, 2);
        Dataset data = Dataset.ofHeads(new float[] {1, 2, 3, 4}, 1, kinds, sizes);
        assertThat(data.heads()).isEqualTo(2);
        assertThat(data.targets(1)).isSameAs(sizes);
        assertThat(data).hasToString("Dataset[4 rows, 1 feature, 3 classes and 2 targets]");

        Dataset selected = data.select(new int[] {3, 1});
        assertThat(selected.features()).containsExactly(4, 2);
        assertThat(selected.targets(0).labels()).containsExactly(1, 1);
        assertThat(selected.targets(0).weights()).containsExactly(4, 2);
        assertThat(selected.targets(1).values()).containsExactly(40, 41, 20, 21);
        assertThat(selected.targets(1).areWeighted()).isFalse();
        assertThat(data.weighted(new float[] {1, 1, 0, 0}).targets(1).weight(2)).isZero();
        assertThat(data.withFeatures(new float[8], 2).heads()).isEqualTo(2);

        assertThatIllegalStateException()
                .isThrownBy(data::targets)
                .withMessage("There are targets for 2 output heads; say which with targets(head).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofHeads(new float[] {1, 2, 3, 4}, 1))
                .withMessage("There are no targets; give those of one output head at least.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofHeads(new float[] {1, 2}, 1, Targets.ofLabels(new int[2], 2), sizes))
                .withMessage("There are features for 2 rows, but targets for 4.");
    }
}
