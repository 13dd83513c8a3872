package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.random.SeededRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every value has its place in one of four sums, whichever ranges are gone through: to the bit of a double. */
class SumOfSquaresTest {
    @Property(tries = 300)
    void leavingOutZerosChangesNoBit(@ForAll @IntRange(max = 60) int count, @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] values = new float[count];
        // Now and then a range begins or ends, and what is between ranges is 0.
        boolean[] isInside = new boolean[count + 1];
        for (int i = 0; i < count; i++) {
            boolean stays = i > 0 && random.nextInt(4) > 0;
            isInside[i] = stays ? isInside[i - 1] : random.nextInt(2) == 0;
            double size = Math.scalb(1.0, random.nextInt(24));
            values[i] = isInside[i] ? (float) random.nextDouble(-size, size) : i % 2 == 0 ? 0f : -0f;
        }
        double expected = inFourSums(values);

        assertThat(new SumOfSquares().of(values)).isEqualTo(expected);
        assertThat(new SumOfSquares().ofGradients(new Ranges(values, isInside))).isEqualTo(expected);
    }

    private static double inFourSums(float[] values) {
        double[] sums = new double[4];
        for (int i = 0; i < values.length; i++) {
            // What fills no four at the end goes to the first.
            int sum = i < values.length / 4 * 4 ? i % 4 : 0;
            sums[sum] += (double) values[i] * values[i];
        }
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    /** @param isInside of each gradient whether it is in a range; the last is in none */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Ranges(float[] gradients, boolean[] isInside) implements Objective {
        @Override
        public float[] parameters() {
            return gradients;
        }

        @Override
        public double evaluate() {
            return 0;
        }

        @Override
        public void forNonZeroRangesInOrder(RangeWork work) {
            int start = 0;
            for (int i = 0; i < isInside.length; i++) {
                if (isInside[i] && (i == 0 || !isInside[i - 1])) {
                    start = i;
                } else if (!isInside[i] && i > 0 && isInside[i - 1]) {
                    work.accept(start, i);
                }
            }
        }
    }
}
