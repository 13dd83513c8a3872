package dev.netwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Dataset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MisreadTest {
    private static final int PIXELS = DrawnDigits.SIZE * DrawnDigits.SIZE;

    /** Three images, all ink, half ink and no ink, of which the digits are 1, 2 and 0. */
    private final Dataset images = images();

    private final float[] probabilities = {
        0.1f, 0.2f, 0.7f,
        0.3f, 0.3f, 0.4f,
        0.4f, 0.6f, 0.0f
    };

    private static Dataset images() {
        float[] features = new float[3 * PIXELS];
        Arrays.fill(features, 0, PIXELS, 1f);
        Arrays.fill(features, PIXELS, 2 * PIXELS, 0.5f);
        return Dataset.ofLabels(features, PIXELS, new int[] {1, 2, 0}, 3);
    }

    @Test
    void areThoseWhoseMostProbableDigitIsNotTheirLabel() {
        assertThat(Misread.first(9, probabilities, images)).containsExactly(0, 2);
        assertThat(Misread.first(1, probabilities, images)).containsExactly(0);
    }

    @Test
    void areDrawnSideBySideUnderWhatTheyWereReadAs() {
        List<String> lines = Misread.draw(List.of(0, 1, 2), probabilities, images);

        assertThat(lines).hasSize(1 + DrawnDigits.SIZE / 2);
        assertThat(lines.get(0))
                .isEqualTo("1 read as 2 (0.70)" + " ".repeat(12) + "2 read as 2 (0.40)" + " ".repeat(12)
                        + "0 read as 1 (0.60)");
        assertThat(lines.subList(1, lines.size())).containsOnly("@".repeat(28) + "  " + "+".repeat(28));
    }
}
