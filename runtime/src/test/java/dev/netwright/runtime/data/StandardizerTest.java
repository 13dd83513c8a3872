package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;
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
        assertThat(standardized(standardizer, column(EXAMPLE)))
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
        float[] standardized = standardized(Standardizer.fit(data), data);
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
        assertThat(standardized(standardizer, heldOut)).containsExactly(0, 5, -5);
        assertThat(heldOut.features()).containsExactly(5, 15, -5);
        assertThat(standardizer.means()).containsExactly(5);
    }

    @Test
    void aConstantColumnIsOnlyMoved() {
        float[] features = {0.1f, 1, 0.1f, 2, 0.1f, 3};
        Dataset data = Dataset.of(features, 2, new float[3], 1);
        Standardizer standardizer = Standardizer.fit(data);
        float[] standardized = standardized(standardizer, data);
        assertThat(new float[] {standardized[0], standardized[2], standardized[4]})
                .containsExactly(0, 0, 0);
        assertThat(standardizer.deviations()[0]).isEqualTo(1);
        assertThat(standardized(standardizer, Dataset.of(new float[] {1.1f, 2}, 2, new float[1], 1)))
                .containsExactly(1.1f - 0.1f, 0);
        assertThat(standardized(Standardizer.fit(column(7)), column(7))).containsExactly(0);
    }

    @Test
    void extremeColumnsStayFinite() {
        Dataset data = column(Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE);
        assertThat(standardized(Standardizer.fit(data), data)).containsExactly(1, -1, 1, -1);
        Dataset tiny = column(Float.MIN_VALUE, 0, Float.MIN_VALUE, 0);
        assertThat(standardized(Standardizer.fit(tiny), tiny)).containsExactly(1, -1, 1, -1);
        float large = 16_777_216f;
        Dataset neighbours = column(large, large + 2);
        assertThat(standardized(Standardizer.fit(neighbours), neighbours)).containsExactly(-1, 1);
    }

    @Test
    void indicatorsStayAsTheyAre() {
        Dataset data =
                Dataset.of(new float[] {0, 5, 1, 7, 1, 9}, 2, new float[3], 1).withIndicators(0);
        Standardizer standardizer = Standardizer.fit(data);
        assertThat(standardizer.means()).containsExactly(0, 7);
        assertThat(standardizer.deviations()[0]).isEqualTo(1);
        assertThat(Arrays.copyOf(standardized(standardizer, data), 3)).containsExactly(0, -1.2247449f, 1);
        assertThat(data.slice(0, 2).isIndicator(0)).isTrue();
        assertThat(data.weighted(new float[3]).isIndicator(1)).isFalse();
    }

    @Test
    void rowsOfALargerArrayAreStandardizedWithoutAllocating() {
        Standardizer standardizer = Standardizer.fit(DatasetTest.numbered(6));
        float[] wanted = standardized(standardizer, DatasetTest.numbered(6));
        float[] features = DatasetTest.numbered(6).features();
        float[] scaled = new float[4];
        Allocations.assertNoneOnceWarm(() -> standardizer.apply(features, 4, scaled, 2));
        assertThat(scaled).isEqualTo(Arrays.copyOfRange(wanted, 4, 8));
    }

    @Test
    void gradientsAreThoseOfTheFeaturesThemselves() {
        Standardizer standardizer = Standardizer.of(new double[] {1, 2}, new double[] {4, 0.5});
        float[] gradients = {8, 1, -2, 3, 100, 100};
        standardizer.applyToGradients(gradients, 2);
        assertThat(gradients).containsExactly(2, 2, -0.5f, 6, 100, 100);
        float[] tiny = {1e-30f};
        Standardizer.of(new double[1], new double[] {1e-31}).applyToGradients(tiny, 1);
        assertThat(tiny).containsExactly(10);
    }

    @Test
    void noneLeavesFeaturesAsTheyAre() {
        Dataset data = column(EXAMPLE);
        assertThat(standardized(Standardizer.none(1), data)).containsExactly(EXAMPLE);
        assertThat(Standardizer.none(1).isNone()).isTrue();
        assertThat(Standardizer.fit(data).isNone()).isFalse();
    }

    @Test
    void aHeldOutValueThatOverflowsIsTold() {
        Standardizer standardizer = Standardizer.fit(column(0, 1e-30f));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standardized(standardizer, column(1, 1e30f)))
                .withMessageStartingWith(
                        "The feature in column 0 is 1.0E30, which is too many deviations from the mean");
    }

    @Test
    void numbersThatCannotBeWereNeverFitted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardizer.of(new double[1], new double[2]))
                .withMessage("There are 1 means, but 2 deviations; give one of each for every column.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardizer.of(new double[2], new double[] {1, 0}))
                .withMessage(
                        "Column 1 has mean 0.0 and deviation 0.0; a mean is finite, and a deviation finite and positive.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardizer.of(new double[] {Double.NaN}, new double[] {1}));
    }

    @Test
    void itsNumbersAreCopies() {
        Standardizer standardizer = Standardizer.fit(column(EXAMPLE));
        standardizer.means()[0] = 99;
        standardizer.deviations()[0] = 99;
        assertThat(standardizer.means()).containsExactly(5);
        assertThat(standardizer.deviations()).containsExactly(2);
    }

    private static float[] standardized(Standardizer standardizer, Dataset data) {
        float[] scaled = new float[data.features().length];
        standardizer.apply(data.features(), 0, scaled, data.rows());
        return scaled;
    }

    private static Dataset column(float... values) {
        return Dataset.of(values, 1, new float[values.length], 1);
    }

    @Test
    void printsItsNumbers() {
        assertThat(Standardizer.none(3)).hasToString("Standardizer[3 columns, all left as they are]");
        assertThat(Standardizer.of(new double[] {1, 2.5}, new double[] {1, 4}))
                .hasToString("Standardizer[2 columns, means [1.0, 2.5], deviations [1.0, 4.0]]");
        assertThat(Standardizer.of(new double[9], new double[] {2, 1, 1, 1, 1, 1, 1, 1, 1})
                        .toString())
                .contains("0.0] and 1 more, deviations [2.0");
    }

    @Test
    void saysWhetherItComputesInFloats() {
        assertThat(Standardizer.of(new double[] {1, 2}, new double[] {1e-30, 1e30})
                        .isInFloats())
                .isTrue();
        assertThat(Standardizer.of(new double[] {1, 2}, new double[] {1, 1e-31}).isInFloats())
                .isFalse();
    }
}
