package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.random.SeededRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StandardizerTest {
    /** The standard example of a population's deviation: mean 5, deviation 2. */
    private static final float[] EXAMPLE = {2, 4, 4, 4, 5, 5, 7, 9};

    @Test
    void aKnownColumn() {
        Standardizer standardizer = Standardizer.fit(column(EXAMPLE));
        assertThat(standardizer.means()).containsExactly(5);
        assertThat(standardizer.deviations()).containsExactly(2);
        assertThat(standardizer.apply(column(EXAMPLE)).features())
                .containsExactly(-1.5f, -0.5f, -0.5f, -0.5f, 0f, 0f, 1f, 2f);
    }

    @Property(tries = 300)
    void everyColumnGetsMeanZeroAndDeviationOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double offset,
            @ForAll @DoubleRange(min = 1e-2, max = 1e6) double scale) {
        SeededRandom random = new SeededRandom(seed);
        float[] features = new float[rows * columns];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) (offset + scale * (i % columns + 1) * random.nextGaussian());
        }
        Dataset data = Dataset.of(features, columns, new float[rows], 1);
        float[] standardized = Standardizer.fit(data).apply(data).features();
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < rows; row++) {
                double value = standardized[row * columns + column];
                sum += value;
                squares += value * value;
            }
            assertThat(sum / rows).isCloseTo(0, within(1e-6));
            assertThat(squares / rows).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void whatIsHeldOutIsMovedByTheTrainingPartsNumbersAlone() {
        Standardizer standardizer = Standardizer.fit(column(EXAMPLE));
        Dataset heldOut = column(5, 15, -5);
        assertThat(standardizer.apply(heldOut).features()).containsExactly(0, 5, -5);
        assertThat(heldOut.features()).containsExactly(5, 15, -5);
        assertThat(standardizer.means()).containsExactly(5);
    }

    @Test
    void aConstantColumnIsOnlyMoved() {
        float[] features = {0.1f, 1, 0.1f, 2, 0.1f, 3};
        Dataset data = Dataset.of(features, 2, new float[3], 1);
        Standardizer standardizer = Standardizer.fit(data);
        float[] standardized = standardizer.apply(data).features();
        assertThat(new float[] {standardized[0], standardized[2], standardized[4]})
                .containsExactly(0, 0, 0);
        assertThat(standardizer.deviations()[0]).isEqualTo(1);
        assertThat(standardizer.apply(new float[] {1.1f, 2})).containsExactly(1.1f - 0.1f, 0);
        assertThat(Standardizer.fit(column(7)).apply(column(7)).features()).containsExactly(0);
    }

    @Test
    void extremeColumnsStayFinite() {
        Dataset data = column(Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE);
        assertThat(Standardizer.fit(data).apply(data).features()).containsExactly(1, -1, 1, -1);
        Dataset tiny = column(Float.MIN_VALUE, 0, Float.MIN_VALUE, 0);
        assertThat(Standardizer.fit(tiny).apply(tiny).features()).containsExactly(1, -1, 1, -1);
        float large = 16_777_216f;
        Dataset neighbours = column(large, large + 2);
        assertThat(Standardizer.fit(neighbours).apply(neighbours).features()).containsExactly(-1, 1);
    }

    @Test
    void targetsWeightsAndNamesStay() {
        Dataset data = DatasetTest.numbered(6).withFeatureNames(List.of("a", "b"));
        Dataset standardized = Standardizer.fit(data).apply(data);
        assertThat(standardized.targets()).isSameAs(data.targets());
        assertThat(standardized.featureNames()).containsExactly("a", "b");
        assertThat(standardized.features()).isNotSameAs(data.features());
    }

    @Test
    void aSampleIsStandardizedAsTheDataAreAndInPlaceToo() {
        Standardizer standardizer = Standardizer.fit(DatasetTest.numbered(6));
        float[] wanted = standardizer.apply(DatasetTest.numbered(6)).sample(4);
        float[] sample = DatasetTest.numbered(6).sample(4);
        assertThat(standardizer.apply(sample)).isEqualTo(wanted);
        float[] other = new float[2];
        Allocations.assertNoneOnceWarm(() -> standardizer.apply(sample, other));
        assertThat(other).isEqualTo(wanted);
        standardizer.apply(sample, sample);
        assertThat(sample).isEqualTo(wanted);
    }

    @Test
    void aHeldOutValueThatOverflowsIsTold() {
        Standardizer standardizer = Standardizer.fit(column(0, 1e-30f));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standardizer.apply(column(1, 1e30f)))
                .withMessage("The feature in row 1, column 0 is Infinity; every feature must be finite.");
    }

    @Test
    void columnsThatAreNotAsMany() {
        Standardizer standardizer = Standardizer.fit(column(EXAMPLE));
        String message = "There are 2 features, but this was fitted on 1 columns.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standardizer.apply(DatasetTest.numbered(3)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standardizer.apply(new float[2]))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standardizer.apply(new float[1], new float[2]))
                .withMessage(message);
    }

    @Test
    void itsNumbersAreCopies() {
        Standardizer standardizer = Standardizer.fit(column(EXAMPLE));
        standardizer.means()[0] = 99;
        standardizer.deviations()[0] = 99;
        assertThat(standardizer.means()).containsExactly(5);
        assertThat(standardizer.deviations()).containsExactly(2);
    }

    private static Dataset column(float... values) {
        return Dataset.of(values, 1, new float[values.length], 1);
    }
}
