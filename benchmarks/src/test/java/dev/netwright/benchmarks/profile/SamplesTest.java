package dev.netwright.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void saysWhereTheTimeGoes() throws IOException {
        Map<String, Double> shares = Samples.of(SamplesTest::busy, name -> name.endsWith("SamplesTest.busy"));

        assertThat(shares.keySet()).anyMatch(name -> name.endsWith("SamplesTest.busy"));
        assertThat(shares.values().stream().mapToDouble(share -> share).sum()).isBetween(0.999, 1.001);
    }

    private static void busy() {
        double sum = 0;
        long end = System.nanoTime() + 1_000_000_000L;
        while (System.nanoTime() < end) {
            for (int i = 1; i < 100_000; i++) {
                sum += Math.sqrt(sum + i);
            }
        }
        assertThat(sum).isPositive();
    }
}
