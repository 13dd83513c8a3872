package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Allocations;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final float UNTOUCHED = 12345.678f;

    /** The definition, in steps of its own and with numbers of 64 bits where the kernels have 32. */
    @Property(tries = 200)
    void isTheFunctionThatIsDocumented(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 80) int columns,
            @ForAll @FloatRange(max = 0.99f) float rate,
            @ForAll long seed,
            @ForAll @IntRange(max = 9) int layer,
            @ForAll @IntRange(max = 1000) long firstRow) {
        float[] mask = new float[rows * columns + 1];
        mask[rows * columns] = UNTOUCHED;
        Dropout.mask(seed, 77, layer, firstRow, rate, mask, rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long number = number(seed, 77, layer, firstRow + row, column);
                float wanted = number < rate * 4294967296.0 ? 0f : 1 / (1 - rate);
                if (Math.abs(number - rate * 4294967296.0) > 1) {
                    assertThat(mask[row * columns + column]).isEqualTo(wanted);
                }
            }
        }
        assertThat(mask[rows * columns]).isEqualTo(UNTOUCHED);
    }

    private static long number(long seed, long step, long layer, long row, long column) {
        long gamma = 0x9E3779B97F4A7C15L;
        long key = mix(mix(mix(mix(seed + gamma) + step * gamma) + layer * gamma) + row * gamma);
        long bits = 0xFFFFFFFFL;
        long counter = (key + column * 0x9E3779B9L) & bits;
        long h = ((counter ^ (counter >> 16)) * 0x85EBCA6BL) & bits;
        h ^= key >>> 32;
        h = ((h ^ (h >> 13)) * 0xC2B2AE35L) & bits;
        return (h + (1L << 31)) & bits;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Property(tries = 100)
    void plainAndVectorsGiveTheSameBits(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 200) int columns,
            @ForAll long key,
            @ForAll int limit) {
        float[] plain = new float[rows * columns];
        float[] chosen = new float[rows * columns];
        new Masks() {}.fill(key, 5, limit, 2f, plain, rows, columns);
        KernelChoice.KERNELS.masks().fill(key, 5, limit, 2f, chosen, rows, columns);
        assertThat(chosen).isEqualTo(plain);
    }

    @Test
    void blocksLeaveNoTrace() {
        float[] whole = new float[10 * 37];
        Dropout.mask(1, 2, 3, 100, 0.3f, whole, 10, 37);
        float[] block = new float[4 * 37];
        Dropout.mask(1, 2, 3, 106, 0.3f, block, 4, 37);
        assertThat(block).isEqualTo(Arrays.copyOfRange(whole, 6 * 37, 10 * 37));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.01f, 0.1f, 0.25f, 0.5f, 0.9f, 0.99f})
    void dropsAtTheRate(float rate) {
        float[] mask = new float[1000 * 1000];
        Dropout.mask(4, 5, 6, 0, rate, mask, 1000, 1000);
        int[] perColumn = new int[1000];
        int[] perRow = new int[1000];
        int dropped = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == 0f) {
                dropped++;
                perColumn[i % 1000]++;
                perRow[i / 1000]++;
            } else {
                assertThat(mask[i]).isEqualTo(1 / (1 - rate));
            }
        }
        double deviation = Math.sqrt(rate * (1 - rate));
        assertThat(dropped / 1e6).isCloseTo(rate, within(4 * deviation / 1000));
        assertThat(chiSquare(perColumn, rate)).isBetween(1000 - 4 * 45.0, 1000 + 4 * 45.0);
        assertThat(chiSquare(perRow, rate)).isBetween(1000 - 4 * 45.0, 1000 + 4 * 45.0);
    }

    /** Near 1000 with a deviation of √2000 for a thousand binomial counts of a thousand. */
    private static double chiSquare(int[] counts, double rate) {
        double sum = 0;
        for (int count : counts) {
            double away = count - 1000 * rate;
            sum += away * away / (1000 * rate * (1 - rate));
        }
        return sum;
    }

    /** Neighbours in any direction, neighbouring steps, layers and seeds agree as often as chance has it. */
    @Test
    void neighboursHaveNothingInCommon() {
        int rows = 1000;
        int columns = 256;
        float[] mask = new float[rows * columns];
        Dropout.mask(1, 1, 1, 0, 0.5f, mask, rows, columns);
        for (int distance :
                new int[] {1, 2, 3, 4, 8, 16, 32, 64, 128, columns, 2 * columns, 16 * columns, columns + 1}) {
            float[] shifted = Arrays.copyOfRange(mask, distance, mask.length);
            assertAgreesByChance(Arrays.copyOf(mask, shifted.length), shifted);
        }
        float[] other = new float[rows * columns];
        Dropout.mask(2, 1, 1, 0, 0.5f, other, rows, columns);
        assertAgreesByChance(mask, other);
        Dropout.mask(1, 2, 1, 0, 0.5f, other, rows, columns);
        assertAgreesByChance(mask, other);
        Dropout.mask(1, 1, 2, 0, 0.5f, other, rows, columns);
        assertAgreesByChance(mask, other);
    }

    private static void assertAgreesByChance(float[] one, float[] other) {
        int agreements = 0;
        for (int i = 0; i < one.length; i++) {
            agreements += one[i] == other[i] ? 1 : 0;
        }
        assertThat(agreements / (double) one.length).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(one.length)));
    }

    @Test
    void aRateOfNothingKeepsEverything() {
        float[] mask = new float[100_000];
        Dropout.mask(1, 2, 3, 0, 0f, mask, 100, 1000);
        assertThat(mask).containsOnly(1f);
    }

    @ParameterizedTest
    @ValueSource(floats = {1f, -0.1f, Float.NaN})
    void refusesOtherRates(float rate) {
        assertThatThrownBy(() -> Dropout.mask(1, 2, 3, 0, rate, new float[1], 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The rate of dropout must be from 0 to less than 1, but is " + rate + ".");
    }

    @Test
    void allocatesNothing() {
        float[] mask = new float[20 * 100];
        Allocations.assertNoneOnceWarm(() -> Dropout.mask(1, 2, 3, 0, 0.5f, mask, 20, 100));
    }
}
