package dev.netwright.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A policy with a value, a version number and a sample at random, as toolkits for games export them, of which a program wants the actions. */
class ChosenOutputsTest {
    private static final byte[] FILE = new TestGraph()
            .input("state", 0, 4)
            .input("mask", 0, 3)
            .constant("w", 4, 3)
            .constant("v", 3, 1)
            .constant("version", 1)
            .node("MatMul", "scores", List.of("state", "w"))
            .node("Tanh", "action", List.of("scores"))
            .node("RandomNormalLike", "noise", List.of("action"))
            .node("Mul", "masked", List.of("noise", "mask"))
            .node("MatMul", "value", List.of("action", "v"))
            .node("Identity", "version_number", List.of("version"))
            .output("version_number", 1)
            .output("masked", 0, 3)
            .output("value", 0, 1)
            .output("action", 0, 3)
            .file();

    @Test
    void allOfThemAreNoNetwork() {
        assertThat(chosen().problems())
                .extracting(OnnxProblem::place)
                .anySatisfy(place -> assertThat(place).startsWith("RandomNormalLike"))
                .anySatisfy(place -> assertThat(place).isEqualTo("the output \"version_number\""));
        assertThat(chosen().problems().get(0).cure())
                .isEqualTo(
                        "leave it out, or put it together of operators that docs/train-in-python.md lists; or choose outputs that do without it, outputs = {\"value\", \"action\"} in @OnnxModel");
        assertThat(chosen("masked", "value").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cure())
                        .endsWith("; or choose outputs that do without it, outputs = \"value\" in @OnnxModel"));
        assertThat(chosen("masked").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.cure()).endsWith(" lists"));
    }

    @Test
    void whatNoOtherDependsOnIsNotRead() {
        ImportedNetwork network = network("action");

        assertThat(network.inputs())
                .singleElement()
                .satisfies(input -> assertThat(input.name()).contains("state"));
        assertThat(network.layers()).hasSize(1);
    }

    @Test
    void theyHaveTheOrderThatIsWritten() {
        ImportedNetwork network = network("value", "action");

        assertThat(network.heads())
                .extracting(head -> network.layers().get(head))
                .extracting(LayerModel::units)
                .containsExactly(1, 3);
        assertThat(network("action", "value").heads()).containsExactly(0, 1);
    }

    @Test
    void aValueInsideMayBeOne() {
        assertThat(network("scores").layers())
                .singleElement()
                .satisfies(layer -> assertThat(layer.units()).isEqualTo(3));
        assertThat(network("scores", "value").heads()).hasSize(2);
    }

    @Test
    void nodesHaveTheNumbersThatTheyHaveInTheFile() {
        assertThat(chosen("masked").problems())
                .extracting(OnnxProblem::place)
                .singleElement()
                .asString()
                .contains("(node 3 of 6, opset ");
    }

    @Test
    void aNameOfNothingIsRefused() {
        assertThat(chosen("action", "label").problems())
                .containsExactly(
                        new OnnxProblem(
                                OnnxProblem.Kind.OUTPUT,
                                "label",
                                "no node of the file gives it",
                                "write the name of one of its outputs, \"version_number\", \"masked\", \"value\", \"action\", or of a value on the way to them, as a viewer of models shows it"));
        assertThat(chosen("Acton").problems())
                .containsExactly(new OnnxProblem(
                        OnnxProblem.Kind.OUTPUT,
                        "Acton",
                        "no node of the file gives it",
                        "write \"action\", which is there"));
        assertThat(chosen("score").problems())
                .extracting(OnnxProblem::cure)
                .containsExactly("write \"scores\", which is there");
        assertThat(chosen("state").problems()).extracting(OnnxProblem::kind).containsExactly(OnnxProblem.Kind.OUTPUT);
    }

    @ParameterizedTest
    @EnumSource
    void itIsAnErrorAtTheName(TestCompiler compiler, @TempDir Path folder) throws IOException {
        Files.write(folder.resolve("policy.onnx"), FILE);
        SourceFile source = SourceFile.of("""
                package demo;
                @dev.netwright.annotations.OnnxModel(value = "policy.onnx", outputs = {
                    "action",
                    "actions"
                })
                public interface Policy extends dev.netwright.runtime.Network {}
                """);

        Compilation compilation = compiler.compile(
                folder, List.of(source), List.of(new NetworkProcessor()), List.of("-Anetwright.models=" + folder));

        assertThat(compilation.diagnostics()).singleElement().satisfies(error -> {
            assertThat(Compilation.text(error))
                    .startsWith(
                            "[Onnx.Output] Policy: the output \"actions\" cannot be chosen: no node of the file gives it.");
            // ecj takes the place of the attribute for that of its values.
            assertThat(error.getLineNumber()).isEqualTo(compiler == TestCompiler.JAVAC ? 4 : 2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theInterfaceMayBeNested(TestCompiler compiler, @TempDir Path folder) throws Exception {
        Files.write(folder.resolve("policy.onnx"), FILE);
        SourceFile source = SourceFile.of("""
                package demo;
                class Game {
                    interface Players {
                        @dev.netwright.annotations.OnnxModel(value = "policy.onnx", outputs = "action")
                        interface Policy extends dev.netwright.runtime.Network {}
                    }
                }
                """);

        Compilation compilation = compiler.compile(
                folder, List.of(source), List.of(new NetworkProcessor()), List.of("-Anetwright.models=" + folder));

        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        try (URLClassLoader classes = compilation.classLoader()) {
            Method load = classes.loadClass("demo.Game_Players_PolicyNetwork").getDeclaredMethod("load");
            load.setAccessible(true);
            assertThat(((Network) load.invoke(null)).outputSize()).isEqualTo(3);
        }
    }

    @Test
    void theHeaderNamesThem(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("policy.onnx"), FILE);
        SourceFile source = SourceFile.of("""
                package demo;
                @dev.netwright.annotations.OnnxModel(value = "policy.onnx", outputs = {"action", "value"})
                public interface Policy extends dev.netwright.runtime.Network {}
                """);

        Compilation compilation = TestCompiler.JAVAC.compile(
                folder, List.of(source), List.of(new NetworkProcessor()), List.of("-Anetwright.models=" + folder));

        assertThat(compilation.generatedSources().get("demo/PolicyNetwork.java"))
                .contains("""
                 * <p>Its layers and the numbers that {@link #load()} gives it are those of {@code policy.onnx}
                 * up to {@code action}, {@code value}.
                """);
    }

    private static ImportedNetwork network(String... outputs) {
        OnnxImporter importer = chosen(outputs);
        assertThat(importer.problems()).isEmpty();
        return importer.network().orElseThrow();
    }

    private static OnnxImporter chosen(String... outputs) {
        return OnnxImporter.of(FILE, new ImportRequest("demo", "DemoNetwork", OptionalInt.empty(), List.of(outputs)));
    }
}
