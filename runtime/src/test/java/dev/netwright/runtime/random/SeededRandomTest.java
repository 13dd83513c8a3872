package dev.netwright.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are written down here must never change: a seed would give another network and another order. */
class SeededRandomTest {
    private static final int DRAWS = 100_000;

    /** The test vector that implementations of SplitMix64 share, such as those of Rosetta Code. */
    @Test
    void isSplitMix64() {
        SeededRandom random = new SeededRandom(1234567);
        for (String value : new String[] {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        }) {
            assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo(value);
        }
    }

    @Test
    void aSeedAlwaysGivesTheSameNumbers() {
        SeededRandom doubles = new SeededRandom(42);
        assertThat(new double[] {doubles.nextDouble(), doubles.nextDouble(), doubles.nextDouble()})
                .containsExactly(0.7415648787718233, 0.1599103928769201, 0.27860113025513866);
        SeededRandom ranges = new SeededRandom(42);
        assertThat(new double[] {ranges.nextDouble(-2, 1), ranges.nextDouble(-2, 1), ranges.nextDouble(-2, 1)})
                .containsExactly(0.22469463631547004, -1.5202688213692397, -1.1641966092345841);
        SeededRandom gaussians = new SeededRandom(42);
        assertThat(new double[] {gaussians.nextGaussian(), gaussians.nextGaussian(), gaussians.nextGaussian()})
                .containsExactly(0.8822489062222688, -0.4508498757188601, 0.1883526341159315);
        SeededRandom integers = new SeededRandom(42);
        assertThat(IntStream.range(0, 5).map(i -> integers.nextInt(1000))).containsExactly(451, 953, 371, 935, 165);
        assertThat(SeededRandom.of(42, 0).nextLong()).isEqualTo(-4204815582636234286L);
        assertThat(SeededRandom.of(42, 1).nextLong()).isEqualTo(7138415436909018950L);
        assertThat(SeededRandom.of(-1, -1).nextLong()).isEqualTo(-669906204287624628L);
    }

    @Test
    void aSeedAlwaysGivesTheSameOrder() {
        assertThat(shuffled(new SeededRandom(0))).containsExactly(8, 0, 2, 5, 9, 3, 1, 4, 7, 6);
        assertThat(shuffled(new SeededRandom(1))).containsExactly(9, 4, 3, 2, 1, 0, 5, 7, 6, 8);
        assertThat(shuffled(new SeededRandom(42))).containsExactly(6, 9, 0, 4, 2, 7, 5, 3, 8, 1);
    }

    private static int[] shuffled(SeededRandom random) {
        int[] values = IntStream.range(0, 10).toArray();
        random.shuffle(values);
        return values;
    }

    @Property
    void aShuffleIsAPermutation(@ForAll long seed, @ForAll @IntRange(max = 300) int count) {
        int[] values = IntStream.range(0, count).toArray();
        new SeededRandom(seed).shuffle(values);
        assertThat(Arrays.stream(values).sorted())
                .containsExactly(IntStream.range(0, count).boxed().toArray(Integer[]::new));
    }

    /** 24 orders of 4 values: Pearson's χ² with 23 degrees of freedom is below 49.7 with probability 0.999. */
    @Test
    void everyOrderIsEquallyLikely() {
        SeededRandom random = new SeededRandom(3);
        int[] counts = new int[4_321];
        int draws = 24_000;
        for (int draw = 0; draw < draws; draw++) {
            int[] values = {1, 2, 3, 4};
            random.shuffle(values);
            counts[values[0] * 1000 + values[1] * 100 + values[2] * 10 + values[3] - 1]++;
        }
        double chiSquared = 0;
        int orders = 0;
        for (int count : counts) {
            if (count > 0) {
                orders++;
                chiSquared += (count - draws / 24.0) * (count - draws / 24.0) / (draws / 24.0);
            }
        }
        assertThat(orders).isEqualTo(24);
        assertThat(chiSquared).isLessThan(49.7);
    }

    @Property
    void integersStayBelowTheirBound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        SeededRandom random = new SeededRandom(seed);
        for (int draw = 0; draw < 20; draw++) {
            assertThat(random.nextInt(bound)).isBetween(0, bound - 1);
        }
    }

    /** With bound 3·2³⁰ / 2 a generator that takes the remainder alone would give the lower third twice as often. */
    @Test
    void largeBoundsHaveNoBias() {
        SeededRandom random = new SeededRandom(5);
        int bound = 3 << 29;
        int low = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            low += random.nextInt(bound) < bound / 3 ? 1 : 0;
        }
        assertThat(low / (double) DRAWS).isCloseTo(1 / 3.0, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aBoundBelowOneIsRefused(int bound) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeededRandom(1).nextInt(bound))
                .withMessage("bound must be at least 1, but is %d.", bound);
    }

    @Test
    void normalNumbersHaveTheirMoments() {
        SeededRandom random = new SeededRandom(9);
        double[] sums = new double[4];
        for (int draw = 0; draw < DRAWS; draw++) {
            double value = random.nextGaussian();
            assertThat(value).isFinite();
            double power = 1;
            for (int p = 0; p < 4; p++) {
                power *= value;
                sums[p] += power / DRAWS;
            }
        }
        double standardError = 1 / Math.sqrt(DRAWS);
        assertThat(sums[0]).isCloseTo(0, within(4 * standardError));
        assertThat(sums[1]).isCloseTo(1, within(4 * Math.sqrt(2) * standardError));
        assertThat(sums[2]).isCloseTo(0, within(4 * Math.sqrt(15) * standardError));
        assertThat(sums[3]).isCloseTo(3, within(4 * Math.sqrt(96) * standardError));
    }

    @Test
    void streamsOfOneSeedShareNoNumber() {
        Set<Long> seen = new HashSet<>();
        for (int index = 0; index < 100; index++) {
            SeededRandom random = SeededRandom.of(7, index);
            for (int draw = 0; draw < 100; draw++) {
                assertThat(seen.add(random.nextLong())).isTrue();
            }
        }
    }

    @Test
    void neighbouringStreamsAreNotCorrelated() {
        SeededRandom first = SeededRandom.of(7, 0);
        SeededRandom second = SeededRandom.of(7, 1);
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            sum += first.nextGaussian() * second.nextGaussian();
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
    }
}
