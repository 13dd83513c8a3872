package dev.netwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.export.testing.ExportedClasses;
import dev.netwright.export.testing.ExportedNetwork;
import dev.netwright.processor.testing.GoldenFile;
import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported computes the bits that the network computes, whatever it is made of. */
class JavaFileTest {
    private static final int ROWS = 30;

    @TempDir
    Path folder;

    static List<Network> networks() {
        return List.of(
                Networks_ActorCriticNetwork.create(1),
                Networks_LeNet5Network.create(2),
                Networks_ActivationsNetwork.create(3),
                Networks_WordsNetwork.create(4),
                Networks_PixelsNetwork.create(5),
                Networks_NamedNetwork.create(6),
                Networks_FlowersNetwork.create(7),
                Networks_WeightlessNetwork.create(8),
                Networks_NothingNetwork.create(9));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void computesTheBitsOfTheNetwork(Network network) throws IOException {
        Random random = new Random(1);
        disturb(network, random);
        JavaFile.of(network, "com.acme.Plain").writeTo(folder);
        JavaFile.of(network, "com.acme.Beside").withResource().writeTo(folder);
        Network scaled = network.copy();
        scaled.standardize(standardizer(network.inputSize(), 1, random));
        JavaFile.of(scaled, "com.acme.Scaled").writeTo(folder);
        Network far = network.copy();
        far.standardize(standardizer(network.inputSize(), 1e-35, random));
        assertThat(far.standardizer().isInFloats()).isFalse();
        JavaFile.of(far, "com.acme.Far").withResource().writeTo(folder);

        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            check(classes.create("com.acme.Plain"), network, 1, random);
            check(classes.create("com.acme.Beside"), network, 1, random);
            check(classes.create("com.acme.Scaled"), scaled, 1, random);
            check(classes.create("com.acme.Far"), far, 1e-35f, random);
        }
    }

    private static void check(ExportedNetwork exported, Network network, float size, Random random) {
        IndexColumns indices = IndexColumns.of(network.topology());
        float[] outputs = new float[network.outputSize()];
        for (int row = 0; row < ROWS; row++) {
            float[] features = new float[network.inputSize()];
            for (int i = 0; i < features.length; i++) {
                int vocabulary = indices.vocabulary(i);
                boolean isZero = random.nextInt(10) == 0;
                features[i] = vocabulary > 0
                        ? random.nextInt(vocabulary)
                        : isZero ? 0f : size * (float) random.nextGaussian() * (1 << random.nextInt(4));
            }
            float[] expected = network.predict(features);
            assertThat(exported.predict(features)).as("row %d", row).isEqualTo(expected);
            exported.predict(features, outputs);
            assertThat(outputs).isEqualTo(expected);
        }
    }

    /** So that no number is what networks start with. */
    private static void disturb(Network network, Random random) {
        for (float[] numbers : List.of(network.parameters(), network.statistics())) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (numbers[i] + 0.1f * (float) random.nextGaussian()) * 1.1f;
            }
        }
        for (int i = 0; i < network.statistics().length; i++) {
            network.statistics()[i] = Math.abs(network.statistics()[i]);
        }
    }

    private static Standardizer standardizer(int columns, double size, Random random) {
        double[] means = random.doubles(columns, -size, size).toArray();
        double[] deviations = random.doubles(columns, 0.5 * size, 2 * size).toArray();
        return Standardizer.of(means, deviations);
    }

    @Test
    void oneSmallFileIsThatOfTheDocumentation() {
        Network network = Networks_ActorCriticNetwork.create(1);
        network.standardize(Standardizer.of(new double[] {0, 0.5, 1, 0}, new double[] {1, 2, 1, 0.25}));
        GoldenFile.check(
                GoldenFile.ofProject("docs/generated/Robot.java"),
                JavaFile.of(network, "com.acme.Robot").source());
    }

    @Test
    void theSameNetworkGivesTheSameBytes() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        Path file = JavaFile.of(Networks_WordsNetwork.create(1), "a.B")
                .withResource()
                .writeTo(one, other);
        JavaFile.of(Networks_WordsNetwork.create(1), "a.B").withResource().writeTo(other, one);

        assertThat(file).isEqualTo(one.resolve("a").resolve("B.java"));
        assertThat(file).hasSameBinaryContentAs(other.resolve("a").resolve("B.java"));
        assertThat(one.resolve("a").resolve("B.bin"))
                .hasSameBinaryContentAs(other.resolve("a").resolve("B.bin"));
    }

    @Test
    void isTheNetworkAsItWasWhatever() {
        Network network = Networks_ActorCriticNetwork.create(1);
        JavaFile file = JavaFile.of(network, "Robot");
        String before = file.source();
        Arrays.fill(network.parameters(), 0f);
        network.standardize(Standardizer.of(new double[4], new double[] {2, 2, 2, 2}));

        assertThat(file.source()).isEqualTo(before).startsWith("import ");
        assertThat(file).hasToString("Robot, written from " + Networks_ActorCriticNetwork.create(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNetworkOfManyWeightsCompiles(boolean isResource) throws IOException {
        Network network = Networks_WideNetwork.create(1);
        JavaFile file = JavaFile.of(network, "Wide");
        (isResource ? file.withResource() : file).writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            check(classes.create("Wide"), network, 1, new Random(1));
        }
    }

    @Test
    void hasTheNamesOfFeaturesAndClasses() throws IOException {
        JavaFile.of(Networks_FlowersNetwork.create(1), "Flowers").writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            ExportedNetwork flowers = classes.create("Flowers");
            assertThat(flowers.name("label", 2)).isEqualTo("KÖNIGIN");
            assertThat(flowers.name("featureName", 0)).isEqualTo("length");
            assertThat(flowers.constant("INPUTS")).isEqualTo(2);
            assertThat(flowers.constant("OUTPUTS")).isEqualTo(3);
        }
    }

    @Test
    void saysWhereInputsAndHeadsAre() throws IOException {
        JavaFile.of(Networks_ActorCriticNetwork.create(1), "Robot").writeTo(folder);
        JavaFile.of(Networks_WordsNetwork.create(1), "Words").writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            assertThat(classes.create("Robot").constant("VALUE_FIRST")).isEqualTo(2);
            assertThat(classes.create("Robot").constant("POLICY_COUNT")).isEqualTo(2);
            assertThat(classes.create("Words").constant("NUMBERS_FIRST")).isEqualTo(10);
            assertThat(classes.create("Words").constant("WORDS_COUNT")).isEqualTo(10);
        }
    }

    @Test
    void laterReleasesFindNothingToWarnOf() throws IOException {
        JavaFile.of(Networks_ActivationsNetwork.create(1), "All").writeTo(folder);
        ExportedClasses.compile(folder, List.of("-Xlint:all,-processing", "-Xdoclint:all,-missing"))
                .close();
        String source = Files.readString(folder.resolve("All.java"));
        assertThat(source)
                .isASCII()
                .doesNotContain("\\u")
                .doesNotContain("Math.fma(")
                .contains("Fma.fma(");
    }
}
