package dev.netwright.verification.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.data.SampleFeatures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random records of components of every kind: what is generated for them, and what is said of mistakes in them. */
class RandomRecordsTest {
    private static final int RECORDS = Math.min(1_000, Integer.getInteger("netwright.networks", 200) / 2);
    private static final int MISTAKEN = Math.min(300, RECORDS / 4);
    private static final int SAMPLES = 20;

    private static final List<String> MISTAKES = List.of(
            "String wrong",
            "char wrong",
            "Character wrong",
            "Object[] wrong",
            "java.util.List<Float> wrong",
            "float[] wrong",
            "Sample wrong",
            "Number wrong",
            "@dev.netwright.annotations.Feature(length = 0) int[] wrong",
            "@dev.netwright.annotations.Feature(length = 3) int wrong",
            "@dev.netwright.annotations.Feature(missing = 1) int wrong",
            "@dev.netwright.annotations.Feature(missing = Float.NaN) float wrong",
            "@dev.netwright.annotations.Feature(length = 2) char[] wrong",
            "@dev.netwright.annotations.Feature(length = 2) Integer[] wrong");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void becomeTheFeaturesThatTheirComponentsSay(TestCompiler compiler) throws Exception {
        long seed = new Random().nextLong();
        System.out.println("Random records from seed " + seed);
        Random random = new Random(seed);
        List<List<RandomComponent>> records = new ArrayList<>();
        List<SourceFile> sources = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(RandomComponent.withIndices(RandomComponent.draw(random, 3), random));
            List<RandomComponent> indices =
                    records.get(i).stream().filter(RandomComponent::isIndex).toList();
            sources.add(source(i, RandomComponent.source("Sample", records.get(i)), indices, random.nextInt(3)));
        }
        Compilation compilation = compiler.compile(folder, sources);
        assertThat(compilation.success()).as("seed %s: %s", seed, compilation).isTrue();
        assertThat(compilation.diagnostics()).isEmpty();
        try (var loader = compilation.classLoader()) {
            for (int i = 0; i < RECORDS; i++) {
                check(loader.loadClass("demo.p" + i + ".NetNetwork"), records.get(i), random, seed);
            }
        }
    }

    /** Every index has a table, whose row the last layer reads beside the other features. */
    private static SourceFile source(int number, String records, List<RandomComponent> indices, int task) {
        StringBuilder layers = new StringBuilder();
        StringBuilder from = new StringBuilder("\"input\"");
        for (int i = 0; i < indices.size(); i++) {
            layers.append(indices.get(i).layer("table_" + i));
            from.append(", \"table_").append(i).append('"');
        }
        String supertype = List.of("Network", "Regressor<Net.Sample>", "Classifier<Net.Sample, Net.E5>")
                .get(task);
        String last = task < 2
                ? "size = 1"
                : "labels = Net.E5.class, activation = dev.netwright.annotations.Activation.SOFTMAX";
        return SourceFile.of("package demo.p%d;\n".formatted(number)
                + """
                @dev.netwright.annotations.Input(record = Net.Sample.class)
                %s@dev.netwright.annotations.Layer(%s, from = {%s})
                public interface Net extends dev.netwright.runtime.%s {
                %s%s
                }
                """.formatted(layers, last, from, supertype, RandomComponent.ENUMS, records));
    }

    @SuppressWarnings("unchecked")
    private static void check(Class<?> network, List<RandomComponent> components, Random random, long seed)
            throws Exception {
        SampleFeatures<Object> features =
                (SampleFeatures<Object>) network.getMethod("features").invoke(null);
        Class<?> type = Arrays.stream(network.getInterfaces()[0].getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Sample"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < SAMPLES; i++) {
            List<Float> expected = new ArrayList<>();
            Object sample = RandomComponent.value(type, components, random, expected);
            float[] row = new float[expected.size() + 2];
            features.write(sample, row, 1);
            assertThat(Arrays.copyOfRange(row, 1, row.length - 1))
                    .as("seed %s: %s", seed, sample)
                    .isEqualTo(features.of(sample));
            assertThat(IntStream.range(0, expected.size())
                            .mapToObj(k -> row[k + 1])
                            .toList())
                    .as("seed %s: %s", seed, sample)
                    .isEqualTo(expected);
            assertThat(row[0] + row[row.length - 1]).isZero();
        }
        assertThat(features.names()).doesNotHaveDuplicates().hasSize(features.count());
        assertThat(features.count())
                .isEqualTo(
                        components.stream().mapToInt(RandomComponent::columns).sum());
        checkMissing(features, type, components, random);
    }

    /** Each component of the record itself is null in turn, where nothing is declared for that. */
    private static void checkMissing(
            SampleFeatures<Object> features, Class<?> type, List<RandomComponent> components, Random random)
            throws Exception {
        for (int i = 0; i < components.size(); i++) {
            RandomComponent component = components.get(i);
            if (!component.canBeNull() || component.missing().isPresent()) {
                continue;
            }
            Object whole = RandomComponent.value(type, components, random, new ArrayList<>());
            Object[] values = new Object[components.size()];
            for (int k = 0; k < values.length; k++) {
                var accessor = type.getRecordComponents()[k].getAccessor();
                accessor.setAccessible(true);
                values[k] = k == i ? null : accessor.invoke(whole);
            }
            Object sample = RandomComponent.instance(type, values);
            assertThatThrownBy(() -> features.of(sample))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(component.name()
                            + (component.isIndex()
                                    ? " is null, but it picks a row"
                                    : " is null, and the record declares nothing"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void haveAPositionedErrorForEveryMistake(TestCompiler compiler) {
        Random random = new Random(RECORDS);
        List<SourceFile> sources = new ArrayList<>();
        for (int i = 0; i < MISTAKEN; i++) {
            List<String> records = new ArrayList<>(RandomComponent.source("Sample", RandomComponent.draw(random, 3))
                    .lines()
                    .toList());
            int changed = random.nextInt(records.size());
            String mistake = MISTAKES.get(i % MISTAKES.size());
            records.set(changed, records.get(changed).replaceFirst("\\(", "(" + mistake.replace("$", "\\$") + ", "));
            sources.add(source(i, String.join("\n", records), List.of(), random.nextInt(2)));
        }
        Compilation compilation = compiler.compile(folder, sources);

        List<String> found = new ArrayList<>();
        for (Diagnostic<?> diagnostic : compilation.diagnostics()) {
            String text = Compilation.text(diagnostic);
            assertThat(text).startsWith("[Component.");
            assertThat(diagnostic.getLineNumber()).as(text).isPositive();
            found.add(text);
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(MISTAKEN);
        assertThat(compilation.generatedSources()).isEmpty();
    }
}
