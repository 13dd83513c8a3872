package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Functions that are put together of random operators give what they give in ONNX Runtime, as networks, and written again as ONNX and as
 * Java.
 */
class RandomFunctionsTest {
    private static final int FILES = 100;
    private static final int SAMPLES = 40;
    private static final double TOLERANCE = 1e-5;

    @TempDir
    Path folder;

    @Test
    void giveWhatOnnxRuntimeGivesAndLeaveAgain() throws Exception {
        long seed = Long.getLong("netwright.seed", 1);
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            names.add("f" + i);
            Files.write(folder.resolve("f" + i + ".onnx"), RandomFunctionGraph.of(random));
        }
        names.removeAll(
                ImportedFolder.refused(folder, names, folder.resolve("all")).keySet());
        System.out.printf("%d of %d random functions are read, seed %d.%n", names.size(), FILES, seed);
        assertThat(names).hasSizeGreaterThan(FILES / 2);

        try (ImportedFolder imported = ImportedFolder.of(folder, names, folder.resolve("imported"))) {
            for (Map.Entry<String, Network> entry : imported.networks().entrySet()) {
                checkAgainstFile(entry.getKey(), entry.getValue(), random);
            }
            Leaving onnx = new Leaving(imported.networks(), folder.resolve("onnx"));
            onnx.asOnnx();
            // As nodes some are larger than what is read as one function.
            assertThat(onnx.refused()).hasSizeLessThan(FILES / 10);
            Leaving java = new Leaving(imported.networks(), folder.resolve("java"));
            java.asJava();
            assertThat(java.refused()).isEmpty();
        }
    }

    private void checkAgainstFile(String name, Network network, Random random) throws Exception {
        try (OnnxSession session = new OnnxSession(folder.resolve(name + ".onnx"), false)) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                float[] features = new float[network.inputSize()];
                for (int i = 0; i < features.length; i++) {
                    // Whole ones too, for limits are.
                    features[i] = random.nextBoolean() ? random.nextInt(5) - 2 : (float) random.nextGaussian();
                }
                float[] expected = session.predict(features);
                float[] found = network.predict(features);
                for (int i = 0; i < found.length; i++) {
                    assertThat((double) found[i])
                            .as("%s of %s", name, features)
                            .isCloseTo(expected[i], Offset.offset(TOLERANCE * (1 + Math.abs(expected[i]))));
                }
            }
        }
    }
}
