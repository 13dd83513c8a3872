package dev.netwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Names that a generated class uses itself, as a layer, a constant, a type within the interface, a type beside it or the
 * interface itself. Whatever a declaration brings, its class compiles without a warning.
 */
class HostileNamesTest {
    /** Layers for which a class names every type that it ever names. */
    private static final String LAYERS = """
            @dev.netwright.annotations.Input(1)
            @Layer(size = 1, activation = LEAKY_RELU)
            @Layer(size = 100, activation = TANH)
            @Layer(size = 2, activation = SOFTMAX, output = true)
            @Layer(size = 2, activation = LOG_SOFTMAX, from = "hidden2")
            """;

    private static final String IMPORTS = """
            import static dev.netwright.annotations.Activation.*;
            import dev.netwright.annotations.Layer;
            """;

    private static final List<String> TYPES = List.of(
            "Activation",
            "Activations",
            "GradientShare",
            "ArrayList",
            "Arrays",
            "DenseLayer",
            "Float",
            "Generated",
            "GeneratedNetwork",
            "GeneratedPass",
            "BatchStatistics",
            "IllegalArgumentException",
            "Initializer",
            "Kernels",
            "List",
            "LayerTraining",
            "LayerTreatment",
            "LayerWiring",
            "LogSoftmax",
            "Math",
            "Merging",
            "NetworkLayer",
            "Outputs",
            "Override",
            "Pass",
            "PredictionCapacity",
            "Softmax",
            "System",
            "Topology",
            "Workspace");

    private static final List<String> MEMBERS = List.of(
            "INPUTS",
            "OUTPUTS",
            "areOfLogits",
            "columns",
            "head",
            "logits",
            "outputs",
            "HIDDEN1_UNITS",
            "TOPOLOGY",
            "capacity",
            "gradients",
            "hidden1Z",
            "inputGradients",
            "inputOffset",
            "inputs",
            "layers",
            "logitGradients",
            "outputGradients",
            "p",
            "parameters",
            "r",
            "rows",
            "seed",
            "topology",
            "xAt");

    @TempDir
    Path folder;

    private final List<SourceFile> sources = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void ofLayers(TestCompiler compiler) {
        List<String> names = new ArrayList<>(MEMBERS);
        names.addAll(TYPES);
        names.addAll(List.of("Int", "New", "Layers", "FromLogits", "Logits", "Outputs", "x0", "w0_0", "dz", "Dz"));
        names.addAll(List.of("$", "a$b", "$L", "__", "größe", "Ω", "part1", "Part2", "aPart3", "_1"));
        for (int i = 0; i < names.size(); i += 7) {
            declare("Named" + i, layersNamed(names.subList(i, Math.min(names.size(), i + 7))), "");
        }
        declare("Similar", layersNamed(List.of("x_a", "xA", "XA", "x_A", "h", "hD", "hDz", "a", "A", "part1_2")), "");
        declare("OneCapital", layersNamed(List.of("k", "\u212a", "\u03b8", "\u03f4")), "");

        assertCompiles(compiler);
    }

    /** Which name parameters and the components of a record as well. */
    @ParameterizedTest
    @EnumSource
    void ofHeads(TestCompiler compiler) {
        List<String> names = new ArrayList<>(MEMBERS);
        names.addAll(TYPES);
        names.addAll(List.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait"));
        names.addAll(List.of("wait_", "equals", "policy", "Policy", "POLICY", "infer", "predict", "sample", "record"));
        for (int i = 0; i < names.size(); i += 30) {
            String layers = layersNamed(names.subList(i, Math.min(names.size(), i + 30)));
            declare("Heads" + i, layers.replace("TANH", "TANH, output = true"), "");
        }
        declare("InputOutputs", """
                @dev.netwright.annotations.Input(value = 3, name = "outputs")
                @Layer(size = 2, name = "a", activation = TANH, output = true)
                @Layer(size = 1, name = "b")
                """, "");
        declare("InputLabels", """
                @dev.netwright.annotations.Input(record = InputLabels.Sample.class)
                @Layer(labels = InputLabels.Label.class, activation = SOFTMAX, name = "a", output = true)
                @Layer(size = 1, name = "A_LABELS", from = "input", output = true)
                @Layer(size = 1, name = "A_UNITS", from = "input", output = true)
                @Layer(labels = InputLabels.Label.class, activation = SOFTMAX, name = "samples", from = "input", output = true)
                @Layer(size = 1, name = "samples_", from = "input")
                """, "record Sample(float samples) {} enum Label {X, Y}");
        declare("LabelMethods", """
                @dev.netwright.annotations.Input(3)
                @Layer(labels = LabelMethods.Label.class, activation = SOFTMAX, name = "kind", output = true)
                @Layer(size = 2, name = "labelOfKind", from = "input", output = true)
                @Layer(labels = LabelMethods.Label.class, activation = SOFTMAX, name = "labelOfKind_", from = "input")
                """, "enum Label {X, Y}");
        declare("InputUnits", """
                @dev.netwright.annotations.Input(value = 3, name = "A_UNITS")
                @Layer(size = 2, name = "a", activation = TANH, output = true)
                @Layer(size = 1, name = "b")
                """, "");

        assertCompiles(compiler);
    }

    @ParameterizedTest
    @EnumSource
    void ofConstants(TestCompiler compiler) {
        List<String> names = new ArrayList<>(TYPES);
        names.addAll(MEMBERS);
        names.forEach(name -> declare("With" + name, LAYERS, "int " + name + " = 3;"));

        assertCompiles(compiler);
    }

    @ParameterizedTest
    @EnumSource
    void ofTypesWithinTheInterface(TestCompiler compiler) {
        TYPES.forEach(name -> declare("With" + name, LAYERS, "interface " + name + " {}"));
        sources.add(SourceFile.of("package inheriting;\n" + IMPORTS + LAYERS
                + "public interface Heir extends ofwithmath.WithMath, ofwithtopology.WithTopology {}\n"));

        assertCompiles(compiler);
    }

    @ParameterizedTest
    @EnumSource
    void ofTypesBesideTheInterface(TestCompiler compiler) {
        declare("Beside", LAYERS, "");
        TYPES.forEach(name -> sources.add(SourceFile.of("package beside;\npublic class " + name + " {}\n")));

        assertCompiles(compiler);
    }

    @ParameterizedTest
    @EnumSource
    void ofTheInterfaceItself(TestCompiler compiler) {
        TYPES.forEach(name -> declare(name, LAYERS, ""));
        sources.add(SourceFile.of(IMPORTS + "interface Pass { interface Topology { interface Math {\n" + LAYERS
                + "interface Inner extends dev.netwright.runtime.Network {} } } }\n"));
        sources.add(SourceFile.of(
                IMPORTS + LAYERS + "public interface Kernels extends dev.netwright.runtime.Network {}\n"));

        assertCompiles(compiler);
    }

    @ParameterizedTest
    @EnumSource
    void ofThePackage(TestCompiler compiler) {
        sources.add(SourceFile.of("package Math.java.dev;\n" + IMPORTS + LAYERS
                + "public interface Far extends dev.netwright.runtime.Network {}\n"));

        assertCompiles(compiler);
    }

    /** Nested in the interface, beside it, in another package and in a generic class, whatever they are called. */
    @ParameterizedTest
    @EnumSource
    void ofFunctions(TestCompiler compiler) {
        List<String> names = new ArrayList<>(TYPES);
        names.addAll(MEMBERS);
        names.addAll(List.of("$", "a$b", "$L", "$T", "größe", "i", "a", "da", "count", "Swish", "hidden1A"));
        String methods =
                "{ public static float f(float z) { return z; } public static float f(double z) { return (float) -z; }"
                        + " public static float derivative(float z) { return 1 + 0 * z; } }";
        String generic = "<T> { T same(T t) { return t; }" + methods.substring(1);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            sources.add(new SourceFile("beside" + i + "/Declared.java", """
                    package beside%1$d;
                    import dev.netwright.annotations.*;
                    @Input(3)
                    @Layer(size = 40, function = %2$s.class)
                    @Layer(size = 2, function = far%1$d.Outer.%2$s.class)
                    @Layer(size = 2, function = Inside.%2$s.class, output = true)
                    @Layer(size = 2, function = far%1$d.%2$s.class, output = true)
                    interface Declared extends dev.netwright.runtime.Network {}
                    """.formatted(i, name)));
            sources.add(new SourceFile(
                    "beside" + i + "/" + name + ".java", "package beside%d; class %s %s".formatted(i, name, methods)));
            sources.add(new SourceFile(
                    "beside" + i + "/Inside.java",
                    "package beside%d; class Inside { static class %s%s }".formatted(i, name, generic)));
            sources.add(new SourceFile(
                    "far" + i + "/Outer.java",
                    "package far%d; public class Outer { public static class %s %s }".formatted(i, name, methods)));
            sources.add(new SourceFile(
                    "far" + i + "/" + name + ".java", "package far%d; public class %s%s".formatted(i, name, generic)));
            sources.add(new SourceFile("within" + i + "/Declared.java", """
                    package within%1$d;
                    import dev.netwright.annotations.*;
                    @Input(3)
                    @Layer(size = 4, function = Declared.%2$s.class)
                    public interface Declared extends dev.netwright.runtime.Network { class %2$s %3$s }
                    """.formatted(i, name, methods)));
        }
        sources.add(new SourceFile("Declared.java", """
                import dev.netwright.annotations.*;
                @Input(3)
                @Layer(size = 4, function = Swish.class)
                @Layer(size = 4, function = Declared.Snake.class)
                interface Declared extends dev.netwright.runtime.Network { class Snake %s }
                """.formatted(methods)));
        sources.add(new SourceFile("Swish.java", "class Swish " + methods));

        assertCompiles(compiler);
    }

    private static String layersNamed(List<String> names) {
        StringBuilder layers = new StringBuilder("@dev.netwright.annotations.Input(3)\n");
        for (String name : names) {
            int units = layers.toString().lines().count() % 3 == 0 ? 40 : 3;
            layers.append("@Layer(name = \"%s\", size = %d, activation = TANH)\n".formatted(name, units));
        }
        return layers.toString();
    }

    /** Every interface in a package of its own, so that one name may come twice. */
    private void declare(String name, String layers, String body) {
        sources.add(SourceFile.of("package of" + name.toLowerCase(Locale.ROOT) + ";\n" + IMPORTS + layers
                + "public interface " + name + " extends dev.netwright.runtime.Network { " + body + " }\n"));
    }

    private void assertCompiles(TestCompiler compiler) {
        Compilation compilation = compiler.compile(folder, sources);

        assertThat(compilation.success()).as("%s", compilation).isTrue();
        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
    }
}
