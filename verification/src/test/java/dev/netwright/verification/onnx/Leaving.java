package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.export.JavaFile;
import dev.netwright.export.testing.ExportedClasses;
import dev.netwright.export.testing.ExportedNetwork;
import dev.netwright.onnx.OnnxFile;
import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes networks that files have declared again, and compares what they give then. Those that cannot be written, or whose files are refused,
 * are kept with the reason.
 */
final class Leaving {
    private static final double TOLERANCE = 1e-5;
    private static final int SAMPLES = 20;

    private final Map<String, Network> networks;
    private final Path folder;
    private final Map<String, String> refused = new LinkedHashMap<>();

    /** @param folder for whatever is written, new */
    Leaving(Map<String, Network> networks, Path folder) {
        this.networks = networks;
        this.folder = folder;
    }

    /** As ONNX files, which give the same in ONNX Runtime, and in networks that they declare. */
    void asOnnx() throws IOException, ReflectiveOperationException {
        Path written = Files.createDirectories(folder.resolve("written"));
        List<String> left = new ArrayList<>();
        for (Map.Entry<String, Network> entry : networks.entrySet()) {
            Network network = entry.getValue();
            Path file = written.resolve(entry.getKey() + ".onnx");
            try {
                OnnxFile.write(network, file);
            } catch (IllegalArgumentException e) {
                refused.put(entry.getKey(), e.getMessage());
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            OnnxRules.check(bytes);
            try (OnnxRun run = new OnnxRun(network.topology(), bytes)) {
                float[] features = features(network);
                check(entry.getKey(), network.predict(features, SAMPLES), run.predict(features, SAMPLES));
            }
            left.add(entry.getKey());
        }
        refused.putAll(ImportedFolder.refused(written, left, folder.resolve("refused")));
        left.removeAll(refused.keySet());
        try (ImportedFolder again = ImportedFolder.of(written, left, folder.resolve("again"))) {
            for (String name : left) {
                Network network = networks.get(name);
                float[] features = features(network);
                float[] found = again.networks().get(name).predict(features, SAMPLES);
                check(name + " again", network.predict(features, SAMPLES), found);
            }
        }
        print("left as ONNX and came back");
    }

    /** As files of Java 8, which give the same bits. */
    void asJava() throws IOException {
        Path sources = folder.resolve("sources");
        List<String> left = new ArrayList<>();
        for (Map.Entry<String, Network> entry : networks.entrySet()) {
            try {
                JavaFile.of(entry.getValue(), className(entry.getKey())).writeTo(sources);
                left.add(entry.getKey());
            } catch (IllegalArgumentException e) {
                refused.put(entry.getKey(), e.getMessage());
            }
        }
        try (ExportedClasses classes = ExportedClasses.compile(sources)) {
            for (String name : left) {
                ExportedNetwork object = classes.create(className(name));
                Network network = networks.get(name);
                int columns = network.inputSize();
                float[] features = features(network);
                for (int row = 0; row < SAMPLES; row++) {
                    float[] sample = Arrays.copyOfRange(features, row * columns, (row + 1) * columns);
                    assertThat(object.predict(sample)).as(name).isEqualTo(network.predict(sample));
                }
            }
        }
        print("left as Java");
    }

    private static String className(String name) {
        return "left." + ImportedFolder.interfaceName(name);
    }

    private void print(String what) {
        System.out.printf("%d of %d imported networks %s.%n", networks.size() - refused.size(), networks.size(), what);
        refused.forEach((name, reason) -> System.out.println(name + ": " + reason));
    }

    /** Why networks could not be written or did not come back, by their names. */
    Map<String, String> refused() {
        return refused;
    }

    private static float[] features(Network network) {
        Random random = new Random(1);
        IndexColumns indices = IndexColumns.of(network.topology());
        float[] features = new float[SAMPLES * network.inputSize()];
        for (int i = 0; i < features.length; i++) {
            int rows = indices.vocabulary(i % network.inputSize());
            boolean isZero = random.nextInt(8) == 0;
            features[i] = rows > 0 ? random.nextInt(rows) : isZero ? 0 : 3 * (float) random.nextGaussian();
        }
        return features;
    }

    private static void check(String name, float[] expected, float[] found) {
        assertThat(found).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(Math.abs(found[i] - expected[i]))
                    .as("%s: %s, expected %s", name, found[i], expected[i])
                    .isLessThanOrEqualTo((float) (TOLERANCE * (1 + Math.abs(expected[i]))));
        }
    }
}
