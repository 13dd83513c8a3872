package dev.netwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Names that a generated class uses itself, as a component, a record, an enum or a package. Whatever a record brings, the class
 * compiles without a warning.
 */
class HostileRecordsTest {
    private static final String IMPORTS = """
            import static dev.netwright.annotations.Activation.*;
            import dev.netwright.annotations.*;
            """;

    private static final List<String> COMPONENTS = List.of(
            "sample",
            "rows",
            "at",
            "columns",
            "COLUMNS",
            "INSTANCE",
            "instance",
            "write",
            "writeHome",
            "describe",
            "number",
            "present",
            "fill",
            "count",
            "names",
            "labels",
            "dataset",
            "features",
            "part1",
            "Part2",
            "homePart1",
            "$",
            "a$b",
            "__",
            "größe",
            "xA",
            "x_a",
            "XA",
            "k",
            "\u212a",
            "Kind",
            "KIND",
            "kind");

    private static final List<String> TYPES = List.of(
            "Dataset",
            "FeatureColumns",
            "RecordFeatures",
            "SampleFeatures",
            "List",
            "Float",
            "Math",
            "Override",
            "System",
            "Topology",
            "Activation",
            "Inner",
            "KIND",
            "INPUTS",
            "LABELS",
            "KINDFeatures");

    @TempDir
    Path folder;

    private final List<SourceFile> sources = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void ofComponents(TestCompiler compiler) {
        for (String type : List.of("float", "KIND", "Inner", "@Feature(missing = 0, length = 3) int[]")) {
            String components =
                    COMPONENTS.stream().map(name -> type + " " + name).collect(Collectors.joining(", "));
            sources.add(
                    SourceFile.of("package of%d;\n%s".formatted(sources.size(), IMPORTS) + """
                    @Input(record = Names.Sample.class)
                    @Layer(labels = Names.KIND.class, activation = SOFTMAX)
                    public interface Names extends dev.netwright.runtime.Classifier<Names.Sample, Names.KIND> {
                        record Sample(%s) {}
                        record Inner(float sample, float rows, KIND kind, float at) {}
                        enum KIND { A, B }
                    }
                    """.formatted(components)));
        }
        assertCompiles(compiler);
    }

    /** Beside the interface, where it hides what would be imported, and within it, where it hides what is inherited. */
    @ParameterizedTest
    @EnumSource
    void ofTypes(TestCompiler compiler) {
        for (String name : TYPES) {
            String aRecord = "record %s(float x, Other other) {}".formatted(name);
            String other = "enum Other { A, B }";
            declare("record" + name, "", List.of(aRecord, other), name, "Other");
            declare(
                    "enum" + name,
                    "",
                    List.of("record Other(float x, %s kind) {}".formatted(name), "enum %s { A, B }".formatted(name)),
                    "Other",
                    name);
            declare("within" + name, aRecord + other, List.of(), "Net." + name, "Net.Other");
        }
        assertCompiles(compiler);
    }

    /** Where an enum is written in full, what its package begins with may be the name of a variable. */
    @ParameterizedTest
    @EnumSource
    void ofPackages(TestCompiler compiler) {
        for (String name : List.of("columns", "parameters", "INPUTS", "a_labels", "i")) {
            sources.add(SourceFile.of("package %s;\n%s".formatted(name, IMPORTS) + """
                    @Input(record = Flower.class)
                    @Layer(labels = KIND.class, activation = SOFTMAX)
                    public interface Net extends dev.netwright.runtime.Classifier<Flower, KIND> {
                        int demo = 3;
                    }
                    """));
            sources.add(SourceFile.of("package %s;\nrecord Flower(float x, KIND kind) {}".formatted(name)));
            sources.add(SourceFile.of("package %s;\nenum KIND { A, B }".formatted(name)));
        }
        assertCompiles(compiler);
    }

    @ParameterizedTest
    @EnumSource
    void ofTheUnnamedPackage(TestCompiler compiler) {
        sources.add(SourceFile.of(IMPORTS + """
                @Input(record = Flower.class)
                @Layer(labels = FlowerFeatures.class, activation = SOFTMAX)
                interface Plain extends dev.netwright.runtime.Classifier<Flower, FlowerFeatures> {}
                """));
        sources.add(SourceFile.of("record Flower(float x) {}"));
        sources.add(SourceFile.of("enum FlowerFeatures { A, B }"));
        assertCompiles(compiler);
    }

    /** Where nothing can be written in full; the class has several outputs and inputs, so that it names all that it ever names. */
    @ParameterizedTest
    @EnumSource
    void ofTypesOfTheUnnamedPackage(TestCompiler compiler) {
        List<String> names = new ArrayList<>(TYPES);
        names.addAll(
                List.of("Workspace", "Outputs", "OUTPUTS", "TOPOLOGY", "A_LABELS", "columns", "parameters", "Pass"));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Compilation aRecord = compiler.compile(
                    folder.resolve("record" + i),
                    unnamed(
                            name,
                            "Other",
                            "record %s(float x, Other other) {}".formatted(name),
                            "enum Other { A, B }"));
            Compilation anEnum = compiler.compile(
                    folder.resolve("enum" + i),
                    unnamed(
                            "Other",
                            name,
                            "record Other(float x, %s kind) {}".formatted(name),
                            "enum %s { A, B }".formatted(name)));
            assertCompiled(aRecord);
            assertCompiled(anEnum);
        }
    }

    private static List<SourceFile> unnamed(String sample, String label, String... types) {
        List<SourceFile> sources = new ArrayList<>();
        sources.add(SourceFile.of(
                "import static dev.netwright.annotations.Activation.*;\n" + """
                @dev.netwright.annotations.Input(record = %1$s.class, name = "in")
                @dev.netwright.annotations.Layer(labels = %2$s.class, activation = SOFTMAX, name = "a", output = true)
                @dev.netwright.annotations.Layer(size = 2, activation = TANH, name = "b", from = "in")
                public interface Net extends dev.netwright.runtime.Network {}
                """.formatted(sample, label)));
        for (String type : types) {
            sources.add(SourceFile.of(type));
        }
        return sources;
    }

    /** A type beside the interface and another within it or above it, and a constant. */
    @ParameterizedTest
    @EnumSource
    void ofWhatTheInterfaceHides(TestCompiler compiler) {
        sources.add(SourceFile.of("package demo;\n" + IMPORTS + """
                @Input(record = Flower.class)
                @Layer(labels = Species.class, activation = SOFTMAX)
                public interface Hiding extends dev.netwright.runtime.Classifier<Flower, Species>, Above {
                    int Species = 3;
                    int FlowerFeatures = 4;
                    interface Flower {}
                }
                """));
        sources.add(SourceFile.of("package demo;\npublic interface Above { interface Colour {} int Size = 5; }"));
        sources.add(SourceFile.of("package demo;\npublic record Flower(float x, Colour colour, Size size) {}"));
        sources.add(SourceFile.of("package demo;\npublic enum Species { A, B }"));
        sources.add(SourceFile.of("package demo;\npublic enum Colour { A, B }"));
        sources.add(SourceFile.of("package demo;\npublic enum Size { A, B }"));
        assertCompiles(compiler);
    }

    @ParameterizedTest
    @EnumSource
    void ofInputs(TestCompiler compiler) {
        sources.add(SourceFile.of("package demo;\nimport dev.netwright.annotations.*;\n" + """
                @Input(record = Flower.class, name = "FlowerFeatures")
                @Input(record = Flower.class, name = "sample")
                @Input(record = Garden.Flower.class, name = "FlowerFeatures2")
                @Layer(size = 2, from = {"FlowerFeatures", "sample", "FlowerFeatures2"})
                interface Several extends dev.netwright.runtime.Network {}
                """));
        sources.add(SourceFile.of("package demo;\nrecord Flower(float x) {}"));
        sources.add(SourceFile.of("package demo;\nclass Garden {\nrecord Flower(float x, double y) {} }"));
        assertCompiles(compiler);
    }

    /** Of deprecated components, records, enums and labels nothing is said either. */
    @ParameterizedTest
    @EnumSource
    void ofWhatIsDeprecated(TestCompiler compiler) {
        sources.add(SourceFile.of("package demo;\n" + IMPORTS + """
                @SuppressWarnings({"deprecation", "removal"})
                @Input(record = Old.Sample.class)
                @Layer(labels = Old.Label.class, activation = SOFTMAX)
                public interface Old extends dev.netwright.runtime.Classifier<Old.Sample, Old.Label> {
                    @Deprecated record Sample(@Deprecated float x, Inner inner, Kind kind) {}
                    @Deprecated(forRemoval = true) record Inner(float y) {}
                    @Deprecated enum Kind { @Deprecated A }
                    @Deprecated enum Label { @Deprecated A, @Deprecated B }
                }
                """));
        assertCompiles(compiler);
    }

    /** Which are parameters of the methods that take all inputs. */
    @ParameterizedTest
    @EnumSource
    void ofParametersForInputs(TestCompiler compiler) {
        List<String> names = List.of(
                "JoinedSamples",
                "LABELS",
                "List",
                "NetworkFeatures",
                "OUTPUT_UNITS",
                "SampleFeatures",
                "TOPOLOGY",
                "Targets",
                "dev",
                "java",
                "labels",
                "samples",
                "targets");
        String inputs = names.stream()
                .map(name -> "@Input(record = Net.Sample.class, name = \"%s\")\n".formatted(name))
                .collect(Collectors.joining());
        String from = names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        String network =
                "interface Net extends dev.netwright.runtime.Network { record Sample(float value) {} enum Kind {A, B} }";
        sources.add(SourceFile.of("package one;\n" + IMPORTS + inputs
                + "@Layer(labels = Net.Kind.class, activation = SOFTMAX, from = {" + from + "})\n" + network));
        sources.add(SourceFile.of("package two;\n" + IMPORTS + inputs + "@Layer(size = 2, activation = TANH, from = {"
                + from + "})\n" + network));
        sources.add(SourceFile.of("package three;\n" + IMPORTS + inputs + "@Input(value = 2, name = \"array\")\n"
                + "@Layer(size = 2, name = \"labels_\", from = {" + from + ", \"array\"}, output = true)\n"
                + "@Layer(labels = Net.Kind.class, activation = SOFTMAX, name = \"targets_\", from = \"array\")\n"
                + network));

        assertCompiles(compiler);
    }

    private void declare(String packageName, String body, List<String> beside, String sample, String label) {
        String name = packageName.toLowerCase(Locale.ROOT);
        sources.add(SourceFile.of("package %s;\n%s".formatted(name, IMPORTS) + """
                @Input(record = %1$s.class)
                @Layer(labels = %2$s.class, activation = SOFTMAX)
                public interface Net extends dev.netwright.runtime.Classifier<%1$s, %2$s> {
                    %3$s
                }
                """.formatted(sample, label, body)));
        beside.forEach(type -> sources.add(SourceFile.of("package %s;\n%s".formatted(name, type))));
    }

    private void assertCompiles(TestCompiler compiler) {
        assertCompiled(compiler.compile(folder, sources));
    }

    private static void assertCompiled(Compilation compilation) {
        assertThat(compilation.success()).as("%s", compilation).isTrue();
        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
    }
}
