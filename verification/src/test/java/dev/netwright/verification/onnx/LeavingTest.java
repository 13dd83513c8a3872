package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.export.JavaFile;
import dev.netwright.export.testing.ExportedClasses;
import dev.netwright.export.testing.ExportedNetwork;
import dev.netwright.onnx.OnnxFile;
import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every network that {@code models.py} has written leaves again, as ONNX and as Java, and gives what it gives here. */
class LeavingTest {
    private static final double TOLERANCE = 1e-5;
    private static final int SAMPLES = 20;

    @TempDir
    static Path folder;

    private static URLClassLoader classes;
    private static Map<String, Network> networks;

    @BeforeAll
    static void importsAll() throws Exception {
        Path models = OnnxImportTest.models().get(0).getParent();
        List<String> names = OnnxImportTest.models().stream()
                .map(model -> model.getFileName().toString().replace(".onnx", ""))
                .toList();
        classes = compiled(models, names, folder.resolve("imported"));
        networks = loaded(classes, names);
    }

    @AfterAll
    static void closes() throws IOException {
        classes.close();
    }

    private static URLClassLoader compiled(Path models, List<String> names, Path to) {
        List<SourceFile> sources = names.stream()
                .map(name -> SourceFile.of("""
                        package imported;
                        @dev.netwright.annotations.OnnxModel("%1$s.onnx")
                        public interface %2$s extends dev.netwright.runtime.Network {}
                        """.formatted(name, interfaceName(name))))
                .toList();
        Compilation compilation = TestCompiler.JAVAC.compile(
                to, sources, List.of(new NetworkProcessor()), List.of("-Anetwright.models=" + models));
        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        return compilation.classLoader();
    }

    private static String interfaceName(String name) {
        return "Model_" + name;
    }

    private static Map<String, Network> loaded(URLClassLoader classes, List<String> names)
            throws ReflectiveOperationException {
        Map<String, Network> networks = new TreeMap<>();
        for (String name : names) {
            Class<?> type = classes.loadClass("imported." + interfaceName(name) + "Network");
            networks.put(name, (Network) type.getMethod("load").invoke(null));
        }
        return networks;
    }

    @Test
    void asOnnxAndComeBack() throws Exception {
        Path written = Files.createDirectories(folder.resolve("written"));
        List<String> left = new ArrayList<>();
        for (Map.Entry<String, Network> entry : networks.entrySet()) {
            Path file = written.resolve(entry.getKey() + ".onnx");
            OnnxFile.write(entry.getValue(), file);
            byte[] bytes = Files.readAllBytes(file);
            OnnxRules.check(bytes);
            Network network = entry.getValue();
            try (OnnxRun run = new OnnxRun(network.topology(), bytes)) {
                float[] features = features(network);
                check(entry.getKey(), network.predict(features, SAMPLES), run.predict(features, SAMPLES));
            }
            left.add(entry.getKey());
        }
        try (URLClassLoader again = compiled(written, left, folder.resolve("again"))) {
            for (Map.Entry<String, Network> entry : loaded(again, left).entrySet()) {
                Network network = networks.get(entry.getKey());
                float[] features = features(network);
                check(
                        entry.getKey() + " again",
                        network.predict(features, SAMPLES),
                        entry.getValue().predict(features, SAMPLES));
            }
        }
        System.out.printf("%d of %d imported networks left as ONNX and came back.%n", left.size(), networks.size());
    }

    @Test
    void asJavaWithTheSameBits() throws IOException {
        Path sources = folder.resolve("sources");
        for (Map.Entry<String, Network> entry : networks.entrySet()) {
            JavaFile.of(entry.getValue(), "left." + interfaceName(entry.getKey()))
                    .writeTo(sources);
        }
        try (ExportedClasses exported = ExportedClasses.compile(sources)) {
            for (Map.Entry<String, Network> entry : networks.entrySet()) {
                ExportedNetwork object = exported.create("left." + interfaceName(entry.getKey()));
                Network network = entry.getValue();
                float[] features = features(network);
                for (int row = 0; row < SAMPLES; row++) {
                    float[] sample = new float[network.inputSize()];
                    System.arraycopy(features, row * sample.length, sample, 0, sample.length);
                    assertThat(object.predict(sample)).as(entry.getKey()).isEqualTo(network.predict(sample));
                }
            }
        }
        System.out.printf("%d of %d imported networks left as Java.%n", networks.size(), networks.size());
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
