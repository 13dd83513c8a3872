package dev.netwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.export.testing.ExportedClasses;
import dev.netwright.export.testing.ExportedNetwork;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As much as is allowed compiles, and more is refused. Names may be any text. */
class LimitsTest {
    @TempDir
    Path folder;

    @Test
    void fiveHundredLayersCompileWhateverTheyAreAndMoreAreRefused() throws IOException {
        // Normalised over the batch, which makes the most arrays; all numbers are 1/4.
        float expected = 1f;
        float inverseDeviation = 1f / (float) Math.sqrt(0.25f + Normalization.DEFAULT_EPSILON);
        for (int i = 0; i < 500; i++) {
            float u = Math.fma(expected, 0.25f, 0.25f);
            expected = Math.fma(0.25f, (u - 0.25f) * inverseDeviation, 0.25f);
        }
        JavaFile.of(normalized(500), "a.Deep").writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            assertThat(classes.create("a.Deep").predict(new float[] {1f})).containsExactly(expected);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaFile.of(normalized(501), "a.Deep"))
                .withMessage("Deep has 501 layers; a class has room for 500 at most.");
    }

    private static HandMade normalized(int count) {
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(layer(
                    "layer" + i,
                    LayerWiring.ABOVE,
                    4 * i,
                    new LayerTreatment(Normalization.BATCH, 4 * i + 2, 2 * i, 1, 0f)));
        }
        return new HandMade(new Topology("Deep", 1, layers), List.of(0.25f), List.of(), List.of());
    }

    private static DenseLayer layer(String name, LayerWiring wiring, int offset, LayerTreatment treatment) {
        return new DenseLayer(
                name,
                wiring,
                1,
                1,
                Activation.IDENTITY,
                Float.NaN,
                true,
                Initializer.ZEROS,
                Float.NaN,
                offset,
                offset + 1,
                LayerTraining.PLAIN,
                treatment);
    }

    @Test
    void fiveThousandNamesCompileAndMoreAreRefused() throws IOException {
        JavaFile.of(named(2_500, 2_500), "Named").writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            ExportedNetwork named = classes.create("Named");
            assertThat(named.name("featureName", 2_499)).isEqualTo("name 2499");
            assertThat(named.name("label", 2_499)).isEqualTo("name 2499");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaFile.of(named(2_500, 2_501), "Named"))
                .withMessage("Deep has 5001 names of features and classes; a class has room for 5000 at most.");
    }

    private static HandMade named(int features, int labels) {
        Topology topology = normalized(1).topology();
        return new HandMade(topology, List.of(0.25f), names(features), names(labels));
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "name " + i).toList();
    }

    @Test
    void anyTextIsAName() throws IOException {
        List<String> texts = List.of(
                "*/ }",
                "\\u002a/",
                "}</pre>",
                "{@code",
                "größe",
                "GRÖSSE",
                "a b",
                "A_B",
                "ab",
                "1",
                "",
                "new",
                "日本",
                "\ud835\udd38",
                "\"\n\t\u0000\u007f$");
        List<DenseLayer> layers = new ArrayList<>();
        for (String text : texts) {
            LayerWiring wiring =
                    layers.isEmpty() ? new LayerWiring(List.of("/in put"), Merge.CONCATENATE, "") : LayerWiring.ABOVE;
            layers.add(layer(text.isEmpty() ? "x" : text, wiring, 2 * layers.size(), LayerTreatment.NONE));
        }
        Topology topology = new Topology("Any*/thing", List.of(new NetworkInput("/in put", 1)), layers);
        JavaFile.of(new HandMade(topology, List.of(0.5f, 1f), texts, texts), "Any")
                .writeTo(folder);

        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            ExportedNetwork any = classes.create("Any");
            for (int i = 0; i < texts.size(); i++) {
                assertThat(any.name("label", i)).isEqualTo(texts.get(i));
                assertThat(any.name("featureName", i)).isEqualTo(texts.get(i));
            }
            // z = 0.5·x + 1 leaves 2 as it is.
            assertThat(any.predict(new float[] {2f})).containsExactly(2f);
        }
    }
}
