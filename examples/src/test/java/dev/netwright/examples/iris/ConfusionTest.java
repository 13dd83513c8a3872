package dev.netwright.examples.iris;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    @Test
    void aLineIsAClassAndAColumnWhatItWasTakenFor() {
        Dataset data =
                Dataset.ofLabels(new float[4], 1, new int[] {0, 1, 1, 1}, 2).withClassNames(List.of("a", "other"));
        float[] probabilities = {0.9f, 0.1f, 0.6f, 0.4f, 0.2f, 0.8f, 0.5f, 0.5f};
        assertThat(Confusion.of(data, probabilities).toString().lines())
                .containsExactly(
                        "taken for       a  other", //
                        "a               1      0",
                        "other           2      1");
    }
}
