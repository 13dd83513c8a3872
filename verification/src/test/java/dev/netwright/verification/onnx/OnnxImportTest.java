package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onnx.OnnxFile;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.testing.GradientCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code models.py} has written becomes networks that give what ONNX Runtime gives, and whose gradients are right. */
class OnnxImportTest {
    private static final double TOLERANCE = 1e-5;
    private static final int SAMPLES = 20;

    /** Files whose data has no channels, or has them last. */
    private static final Set<String> AS_THEY_COME = Set.of(
            "images_flat_last.onnx",
            "slopes_scaled.onnx",
            "slopes_negated.onnx",
            "images_last.onnx",
            "matmul_rows.onnx",
            "node_squeeze_opset15.onnx",
            "pad_last.onnx",
            "rows_mixed.onnx",
            "rows_over_time.onnx",
            "table.onnx");

    /** Files whose outputs have no channels, or have them last. */
    private static final Set<String> OUTPUTS_AS_THEY_COME =
            Set.of("pixels_cropped_last.onnx", "pixels_of_one_channel.onnx", "pixels_of_units_alone.onnx");

    @TempDir
    Path folder;

    static List<Path> models() throws Exception {
        Path models = Path.of(Objects.requireNonNull(OnnxImportTest.class.getResource("/onnx"))
                .toURI());
        try (Stream<Path> files = Files.list(models)) {
            return files.filter(file -> file.toString().endsWith(".onnx"))
                    .sorted()
                    .toList();
        }
    }

    private static Path model(String name) throws Exception {
        return models().get(0).resolveSibling(name + ".onnx");
    }

    @ParameterizedTest
    @MethodSource("models")
    void givesWhatOnnxRuntimeGives(Path model) throws Exception {
        String name = Objects.requireNonNull(model.getFileName()).toString();
        boolean isFirst = !AS_THEY_COME.contains(name);
        boolean isOutputFirst = isFirst && !OUTPUTS_AS_THEY_COME.contains(name);
        try (ImportedClass imported = ImportedClass.of(folder, model);
                OnnxSession session = new OnnxSession(model, isFirst, isOutputFirst)) {
            Network network = imported.network();
            assertThat(network.inputSize()).isEqualTo(session.inputSize());
            Random random = new Random(1);
            for (int sample = 0; sample < SAMPLES; sample++) {
                float[] features = session.fitting(features(network, random));
                float[] expected = session.predict(features);
                float[] given = network.predict(features);
                assertThat(given).hasSameSizeAs(expected);
                for (int i = 0; i < given.length; i++) {
                    assertThat((double) given[i])
                            .isCloseTo(expected[i], Offset.offset(TOLERANCE * (1 + Math.abs(expected[i]))));
                }
            }
            GradientCheck.of(network).check();
        }
    }

    private static float[] features(Network network, Random random) {
        IndexColumns indices = IndexColumns.of(network.topology());
        float[] features = new float[network.inputSize()];
        for (int i = 0; i < features.length; i++) {
            int rows = indices.vocabulary(i);
            // What changes at 0 does so at 0 itself.
            boolean isZero = random.nextInt(8) == 0;
            features[i] = rows > 0 ? random.nextInt(rows) : isZero ? 0 : (float) random.nextGaussian();
        }
        return features;
    }

    /** How many layers the operators of a file come to. */
    @Test
    void whatBelongsTogetherBecomesOneLayer() throws Exception {
        assertThat(layers("mlp_gelu")).containsExactly("fc1 gelu", "fc2 relu", "fc3 identity");
        assertThat(layers("mlp_silu")).containsExactly("fc1 silu", "fc2 relu", "fc3 identity");
        assertThat(layers("mlp_mish")).containsExactly("fc1 mish", "fc2 relu", "fc3 identity");
        assertThat(layers("mlp_prelu")).containsExactly("fc1 leaky_relu", "fc2 relu", "fc3 identity");
        assertThat(layers("mlp_relu6")).containsExactly("fc1 Clip", "fc2 relu", "fc3 identity");
        assertThat(layers("conv_lenet")).hasSize(4);
        assertThat(layers("conv_batch_norm")).hasSize(3);
        assertThat(layers("transformer_mlp_opset13"))
                .containsExactly("norm1 identity", "up gelu", "down identity", "norm2 identity", "head identity");
        assertThat(layers("sklearn_three")).containsExactly("hidden1 relu", "output softmax");
        assertThat(layers("sklearn_two")).containsExactly("hidden1 relu", "output softmax");
        assertThat(layers("sklearn_linear_three")).containsExactly("output softmax");
        assertThat(layers("sklearn_linear_two")).containsExactly("output softmax");
        assertThat(layers("two_heads")).containsExactly("body tanh", "policy softmax", "value identity");
    }

    @Test
    void functionsThatFollowOneAnotherAreOne() throws Exception {
        assertThat(layers("chain_exp_log")).containsExactly("fc1 softplus", "fc2 identity");
        assertThat(layers("chain_sigmoid")).containsExactly("fc1 sigmoid", "fc2 identity");
        assertThat(layers("chain_relu6")).containsExactly("fc1 Function", "fc2 identity");
        assertThat(layers("chain_gauss")).containsExactly("fc1 Function", "fc2 identity");
        assertThat(layers("chain_shared")).containsExactly("fc1 exponential", "activated Function", "fc2 identity");
    }

    @Test
    void comparisonsAreFunctions() throws Exception {
        assertThat(layers("formula_softshrink")).containsExactly("fc1 Function", "fc2 identity");
        assertThat(layers("formula_hardshrink")).containsExactly("fc1 Function", "fc2 identity");
        assertThat(layers("formula_band")).containsExactly("fc1 Function", "fc2 identity");
        assertThat(layers("step_at_zero")).containsExactly("activated Function", "output identity");
        assertThat(sources("step_at_zero")).contains("// a = z >= 0 ? 1 : z");
    }

    /** A vector that weighs the channels of an image is repeated by weights for each of its values, not for each pair of pixels. */
    @Test
    void whatIsRepeatedForPixelsTakesFewWeights() throws Exception {
        assertThat(layers("image_times_map"))
                .containsExactly("conv identity", "map sigmoid", "hidden3 identity", "output identity");
        try (ImportedClass imported = ImportedClass.of(folder, model("image_times_vector"))) {
            int convolution = 3 * 3 * 3 * 4 + 4;
            int dense = 4 * 4 + 4;
            int repeated = 4 * (6 * 5 * 4);
            assertThat(imported.network().parameters()).hasSize(convolution + dense + repeated);
        }
    }

    private List<String> layers(String name) throws Exception {
        Path own = Files.createTempDirectory(folder, name);
        try (ImportedClass imported = ImportedClass.of(own, model(name))) {
            return imported.network().topology().layers().stream()
                    .map(layer -> layer.name() + " " + label(layer))
                    .toList();
        }
    }

    private static String label(NetworkLayer layer) {
        return layer.activation().label();
    }

    @Test
    void constantsAtAnInputAreTheNetworksStandardizer() throws Exception {
        try (ImportedClass imported = ImportedClass.of(folder, model("scaled_input"))) {
            assertThat(imported.network().standardizer().means()).containsExactly(1, 2, 3);
            assertThat(imported.network().standardizer().deviations()).containsExactly(0.5, 4, 0.25);
            assertThat(imported.network().topology().layers()).hasSize(1);
        }
    }

    @Test
    void labelsOfAFileAreThoseOfTheNetwork() throws Exception {
        try (ImportedClass imported = ImportedClass.of(folder, model("sklearn_three"))) {
            assertThat(imported.network().labels(0)).containsExactly("setosa", "versicolor", "virginica");
        }
    }

    @Test
    void labelsThatANetworkIsWrittenWithComeBack() throws Exception {
        Path file = folder.resolve("offer.onnx");
        OnnxFile.write(OnnxNetworks_OfferNetwork.create(1), file);
        try (ImportedClass imported = ImportedClass.of(folder, file)) {
            assertThat(imported.network().labels(0)).containsExactly("LOW", "HIGH");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameFileGivesTheSameBytesUnderEveryCompiler(TestCompiler compiler) throws Exception {
        Compilation first =
                ImportedClass.compile(TestCompiler.JAVAC, folder.resolve("first"), model("conv_batch_norm"));
        Compilation second = ImportedClass.compile(compiler, folder.resolve("second"), model("conv_batch_norm"));

        assertThat(second.success()).as("%s", second).isTrue();
        assertThat(second.generatedSources())
                .isEqualTo(first.generatedSources())
                .isNotEmpty();
        assertThat(resource(second)).isEqualTo(resource(first));
    }

    @Test
    void theHeaderSpeaksOfChannelsOnlyWhereThereAreSome() throws Exception {
        assertThat(sources("conv_batch_norm")).contains("A sample has its channels last");
        assertThat(sources("mlp_relu")).doesNotContain("channels last");
    }

    private String sources(String name) throws Exception {
        Compilation compilation = ImportedClass.compile(TestCompiler.JAVAC, folder.resolve(name), model(name));
        return String.join("\n", compilation.generatedSources().values());
    }

    private static byte[] resource(Compilation compilation) throws IOException {
        return Files.readAllBytes(compilation.classes().resolve("demo/ImportedNetwork.safetensors"));
    }
}
