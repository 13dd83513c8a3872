package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.random.SeededRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both implementations, over ranges of arrays around whole vectors. */
class MagnitudesTest {
    private static final List<Magnitudes> ALL = List.of(new Magnitudes() {}, KernelChoice.KERNELS.magnitudes());

    @Property(tries = 500)
    void isTheLargestOfTheRangeWhereverItStands(
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(max = 200) int count,
            @ForAll @IntRange(max = 20) int behind,
            @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] values = new float[from + count + behind];
        float largest = 0f;
        for (int i = 0; i < values.length; i++) {
            boolean isInside = i >= from && i < from + count;
            values[i] = isInside ? (float) random.nextGaussian() : Float.NaN;
            largest = isInside ? Math.max(largest, Math.abs(values[i])) : largest;
        }
        for (Magnitudes magnitudes : ALL) {
            assertThat(Float.intBitsToFloat(magnitudes.largestBits(values, from, from + count)))
                    .isEqualTo(largest);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -Float.MAX_VALUE})
    void findsASingleExtremeAtEveryPlace(float extreme) {
        for (int count : new int[] {1, 3, 15, 16, 17, 64, 65, 150}) {
            for (int at = 0; at < count; at++) {
                float[] values = new float[count];
                values[at] = extreme;
                for (Magnitudes magnitudes : ALL) {
                    int bits = magnitudes.largestBits(values, 0, count);
                    assertThat(Float.valueOf(Float.intBitsToFloat(bits))).isEqualTo(Float.valueOf(Math.abs(extreme)));
                }
            }
        }
    }
}
