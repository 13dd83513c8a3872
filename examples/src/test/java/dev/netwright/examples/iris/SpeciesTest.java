package dev.netwright.examples.iris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drawn flowers are distributed as the measured ones, which Table I of Fisher (1936) lists: {@code iris.csv}. */
class SpeciesTest {
    private static final int N = Species.MEASURES;

    @ParameterizedTest
    @EnumSource
    void meansAndCovariancesAreThoseOfFishersTable(Species species) throws IOException {
        Dataset table = Flowers.load(Path.of("src/test/resources/iris.csv"));
        int[] rows = {50 * species.ordinal(), 50 * species.ordinal() + 50};
        float[] flowers = Arrays.copyOfRange(table.features(), rows[0] * N, rows[1] * N);
        for (int i = 0; i < N; i++) {
            assertThat(species.mean(i)).isCloseTo(mean(flowers, i), within(1e-6));
            for (int j = 0; j < N; j++) {
                assertThat(species.covariance(i, j)).isCloseTo(covariance(flowers, i, j), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawnFlowersHaveTheSpeciesMeansAndCovariances(Species species) {
        Random random = new Random(5);
        float[] flowers = new float[400_000 * N];
        for (int row = 0; row < flowers.length / N; row++) {
            IrisClassifierNetwork.features().write(species.draw(random), flowers, row * N);
        }
        // Measuring to a millimetre adds a variance of 0.1²/12.
        double rounding = 0.01 / 12;
        for (int i = 0; i < N; i++) {
            assertThat(mean(flowers, i)).isCloseTo(species.mean(i), within(0.006));
            for (int j = 0; j < N; j++) {
                assertThat(covariance(flowers, i, j))
                        .isCloseTo(species.covariance(i, j) + (i == j ? rounding : 0), within(0.004));
            }
        }
    }

    private static double mean(float[] flowers, int measure) {
        double sum = 0;
        for (int i = measure; i < flowers.length; i += N) {
            sum += flowers[i];
        }
        return sum * N / flowers.length;
    }

    private static double covariance(float[] flowers, int one, int other) {
        double meanOne = mean(flowers, one);
        double meanOther = mean(flowers, other);
        double sum = 0;
        for (int i = 0; i < flowers.length; i += N) {
            sum += (flowers[i + one] - meanOne) * (flowers[i + other] - meanOther);
        }
        return sum / (flowers.length / N - 1);
    }
}
