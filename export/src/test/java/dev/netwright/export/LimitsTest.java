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
import dev.netwright.runtime.topology.WeightlessLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void namesOfThousandsOfLettersCompileAndLongerOnesAreRefused() throws IOException {
        String longest = "語".repeat(21_845);
        Topology topology = normalized(1).topology();
        JavaFile.of(new HandMade(topology, List.of(0.25f), List.of(), List.of(longest)), "Named")
                .writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            assertThat(classes.create("Named").name("label", 0)).isEqualTo(longest);
        }
        HandMade longer = new HandMade(topology, List.of(0.25f), List.of(longest + "!"), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaFile.of(longer, "Named"))
                .withMessage("Deep has a name of 21846 letters, which begins \"" + "語".repeat(20)
                        + "\"; a class has room for names of 21845 letters at most.");
    }

    @Test
    void namesOfSeveralLinesStayWithinComments() throws IOException {
        LayerWiring first = new LayerWiring(List.of("in\nput"), Merge.CONCATENATE, "in\nput");
        LayerWiring sum = new LayerWiring(List.of("x\n} y", "in\nput"), Merge.ADD, "");
        Topology topology = new Topology(
                "Lines\rof",
                List.of(new NetworkInput("in\nput", 1)),
                List.of(
                        layer("x\n} y", first, 0, LayerTreatment.NONE),
                        weightless("a\r\nb", sum),
                        weightless("again", LayerWiring.ABOVE)));
        JavaFile.of(new HandMade(topology, List.of(0.5f, 1f), List.of(), List.of()), "Lines")
                .writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            // (0.5·x + 1 + x) + x.
            assertThat(classes.create("Lines").predict(new float[] {2f})).containsExactly(6f);
        }
    }

    private static WeightlessLayer weightless(String name, LayerWiring wiring) {
        return new WeightlessLayer(
                name, wiring, 1, Activation.IDENTITY, Float.NaN, Optional.empty(), LayerTreatment.NONE);
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
