package dev.netwright.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are cut or have wrong bits: each is said to be so, or is another network, and none is a failure. */
class DamagedFilesTest {
    private static final int FLIPS = 20_000;

    @Test
    void theFileIsRightAsLongAsItIsWhole() {
        assertThat(imported(TestGraph.example()).problems()).isEmpty();
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() {
        byte[] file = TestGraph.example();
        for (int length = 0; length < file.length; length++) {
            List<OnnxProblem> problems = imported(Arrays.copyOf(file, length)).problems();
            assertThat(problems).as("cut to %d bytes", length).isNotEmpty();
        }
    }

    @Test
    void aFlippedBitIsAProblemOrAnotherNetwork() {
        byte[] file = TestGraph.example();
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = file.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            OnnxImporter importer = imported(damaged);
            assertThat(importer.network().isPresent())
                    .isEqualTo(importer.problems().isEmpty());
            importer.problems().forEach(problem -> {
                assertThat(problem.what()).isNotBlank().doesNotContain("\n", "null");
                assertThat(problem.cure()).isNotBlank();
            });
            refused += importer.problems().isEmpty() ? 0 : 1;
        }
        // Weights have no wrong bits, but names, shapes and operators have.
        assertThat(refused).isBetween(FLIPS / 4, FLIPS - 1);
    }

    private static OnnxImporter imported(byte[] file) {
        return OnnxImporter.of(file, ImportRequest.of("demo", "DemoNetwork"));
    }
}
