package dev.netwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnDigitsTest {
    private static final int PIXELS = DrawnDigits.SIZE * DrawnDigits.SIZE;

    @Test
    void theTenDigitsTakeTurns() {
        assertThat(DrawnDigits.draw(12, 1).targets().labels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    }

    @Test
    void pixelsGoFromPaperToInk() {
        float[] features = DrawnDigits.draw(200, 1).features();

        for (float pixel : features) {
            assertThat(pixel).isBetween(0f, 1f);
        }
        assertThat(features).contains(0f, 1f);
    }

    @Test
    void everyImageHasAsMuchInkAsAStrokeNeeds() {
        Dataset images = DrawnDigits.draw(500, 2);
        for (int row = 0; row < images.rows(); row++) {
            int dark = 0;
            for (float pixel : images.sample(row)) {
                dark += pixel > 0.5f ? 1 : 0;
            }
            assertThat(dark).as("dark pixels of image %d", row).isBetween(12, 300);
        }
    }

    @Test
    void noTwoImagesAreTheSame() {
        Dataset images = DrawnDigits.draw(300, 3);

        assertThat(IntStream.range(0, images.rows())
                        .mapToObj(row -> Arrays.hashCode(images.sample(row)))
                        .distinct())
                .hasSize(images.rows());
    }

    /** The same number on every JDK; another one means other images for the same seed. */
    @Test
    void theSeedDecidesEveryPixelOnEveryJvm() {
        assertThat(Arrays.hashCode(DrawnDigits.draw(100, 42).features())).isEqualTo(-1724173859);
        assertThat(DrawnDigits.draw(10, 43).features())
                .isNotEqualTo(DrawnDigits.draw(10, 42).features());
    }

    @Test
    void fewerImagesAreTheFirstOfMore() {
        assertThat(DrawnDigits.draw(20, 7).slice(0, 10).features())
                .containsExactly(DrawnDigits.draw(10, 7).features());
    }

    /** Comparing with the mean image of each digit reads them far better than chance, and far from well. */
    @Test
    void theDigitsCanBeToldApartButNotEasily() {
        Dataset images = DrawnDigits.draw(4_000, 11);
        float[][] means = means(images.slice(0, 3_000));
        Dataset test = images.slice(3_000, 4_000);
        int right = 0;
        for (int row = 0; row < test.rows(); row++) {
            right += nearest(means, test.sample(row)) == test.targets().labels()[row] ? 1 : 0;
        }

        assertThat(right / 1_000.0).isBetween(0.5, 0.85);
    }

    private static float[][] means(Dataset images) {
        float[][] means = new float[10][PIXELS];
        for (int row = 0; row < images.rows(); row++) {
            float[] mean = means[images.targets().labels()[row]];
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                mean[pixel] += images.features()[row * PIXELS + pixel] * 10 / images.rows();
            }
        }
        return means;
    }

    private static int nearest(float[][] means, float[] image) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int digit = 0; digit < means.length; digit++) {
            double distance = 0;
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                double difference = image[pixel] - means[digit][pixel];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                nearest = digit;
            }
        }
        return nearest;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void everyDigitIsWrittenInSeveralWaysWithinItsBox(int digit) {
        assertThat(Shapes.of(digit))
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotHaveDuplicates()
                .allSatisfy(path -> {
                    assertThat(path).matches("M \\d+ \\d+( M \\d+ \\d+| L \\d+ \\d+| C( -?\\d+){6})+");
                    assertThat(path.replaceAll("[MLC] ?", "").split(" "))
                            .allSatisfy(number ->
                                    assertThat(Integer.parseInt(number)).isBetween(-5, 105));
                });
    }
}
