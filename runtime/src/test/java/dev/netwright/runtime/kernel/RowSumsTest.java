package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Samples;
import org.junit.jupiter.api.Test;

/** The order that the documentation promises, to the bit, at every length around whole groups of sixteen. */
class RowSumsTest {
    @Test
    void addsInSixteenChainsThenInPairsThenTheRest() {
        for (int count = 0; count < 100; count++) {
            float[] x = Samples.random(1, 3 + count, count);
            float[] y = Samples.random(1, 5 + count, count + 100);
            assertThat(RowSums.sum(x, 3, count)).as("%d elements", count).isEqualTo(inOrder(x, null, count));
            assertThat(RowSums.dot(x, 3, y, 5, count)).as("%d elements", count).isEqualTo(inOrder(x, y, count));
        }
    }

    private static float inOrder(float[] x, float[] y, int count) {
        float[] chains = new float[16];
        float rest = 0f;
        for (int i = 0; i < count; i++) {
            float factor = y == null ? 1f : y[5 + i];
            if (i < count - count % 16) {
                chains[i % 16] = Math.fma(x[3 + i], factor, chains[i % 16]);
            } else {
                rest = Math.fma(x[3 + i], factor, rest);
            }
        }
        for (int half = 8; half > 0; half /= 2) {
            for (int k = 0; k < half; k++) {
                chains[k] += chains[k + half];
            }
        }
        return chains[0] + rest;
    }
}
