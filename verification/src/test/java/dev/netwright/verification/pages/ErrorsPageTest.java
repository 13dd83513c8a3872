package dev.netwright.verification.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Input;
import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.diagnostic.ShapeTable;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.Jars;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/errors.md has a section for every code of the catalogue and for no other. Each shows a source, exactly what the
 * compiler says of it, and a source of which it says nothing.
 */
class ErrorsPageTest {
    private static final String PAGE = Page.of("docs/errors.md").text();
    private static final Set<String> INTRODUCTION = Set.of("Warnings", "What compilers add");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern MESSAGE = Pattern.compile("(?s)```text\\n(.*?)\\n```");
    private static final String IMPORTS = """
            package demo;
            import static dev.netwright.annotations.Activation.*;
            import dev.netwright.annotations.*;
            """;

    /** What no source of readable length brings about, with what the page shows in its texts. */
    private static final Map<Code, Object[]> EXAMPLES = Map.ofEntries(
            example(Code.DECLARATION_VERSION, "it does not know the attribute kernel"),
            example(
                    Code.DECLARATION_CLASS_PATH,
                    "org.eclipse.jdt.internal.compiler.problem.AbortCompilation: The type lib.Gone cannot be resolved"),
            example(Code.DECLARATION_OUTPUT, "demo.IrisNetwork", "No space left on device"),
            example(
                    Code.ONNX_TYPES,
                    "Classifier<String, Species>",
                    "String is no record",
                    "let samples be a record whose components are the features, in the order of the file, that is not"
                            + " private and, in another package, public; or float[]"),
            example(
                    Code.ONNX_TASK,
                    "Classifier<Flower, Species>",
                    "the output \"y\" of models/iris.onnx gives no probabilities of 3 classes: it ends in relu",
                    "let the model end with scores or their softmax, nn.Sequential(model, nn.Softmax(1)) in PyTorch, or"
                            + " write: interface Iris extends Network, and call predict(...)"),
            example(
                    Code.ONNX_RECORD,
                    "Flower has 3 features, but the input \"X\" of models/iris.onnx has 4, [N, 4]",
                    "\n      1  sepalLength\n      2  sepalWidth\n      3  petalLength",
                    "let the components of Flower make 4 features in the order of the file: a number or a boolean makes"
                            + " one, an enum one for each constant, @Feature(length = n) float[] makes n"),
            example(
                    Code.ONNX_CLASSES,
                    "the constants of Species are not the classes that models/iris.onnx names",
                    "\n      1  SETOSA      setosa\n  --> 2  VERSICOLOR  virginica\n  --> 3  VIRGINICA   versicolor",
                    "let Species have the constants of these names, in the order of the file: SETOSA, VIRGINICA,"
                            + " VERSICOLOR"),
            example(
                    Code.ONNX_MISSING,
                    "models/iris.onnx",
                    "on the compiler's CLASS_OUTPUT, on the compiler's SOURCE_PATH, on the compiler's CLASS_PATH",
                    "with Maven put it into src/main/resources, which is copied before sources are compiled, and name it"
                            + " from there; with Gradle write options.compilerArgs.add(\"-Anetwright.models=\" +"
                            + " file(\"src/main/resources\")) for compileJava;"
                            + " javac and ecj themselves take -Anetwright.models=DIR, a folder to name it from"),
            example(
                    Code.ONNX_FILE,
                    "the constant \"fc1.weight\"",
                    "it has 96 numbers, but its shape [64, 4] needs 256",
                    "export the model again, and keep the file as it was written"),
            example(
                    Code.ONNX_END,
                    "the input \"x\"",
                    "the size of its axis 1 is not fixed",
                    "export the model with a first axis for the samples whose size is free, or the same for"
                            + " every input, and fixed sizes behind it"),
            example(
                    Code.ONNX_OUTPUT,
                    "\"scores\"",
                    "no node of the file gives it",
                    "write the name of one of its outputs, \"label\", \"probabilities\", or of a value on the way to"
                            + " them, as a viewer of models shows it"),
            example(
                    Code.ONNX_NODE,
                    "MatMul \"/attention/MatMul\" (node 7 of 19, opset 17), which reads [N, 8, 16] and [N, 16, 8] on the"
                            + " way input \"x\" -> MatMul -> Transpose -> MatMul",
                    "it multiplies data with data",
                    "multiply data with weights: products of data with data, as in attention, are no layers"),
            example(Code.NETWORK_LAYERS, 1_200, 1_000),
            example(Code.NETWORK_WINDOWS, 65, 64),
            example(
                    Code.INTERNAL,
                    "java.lang.IllegalStateException: no units at dev.netwright.processor.plan.NetworkPlan.of(NetworkPlan.java:31)"
                            + " < dev.netwright.processor.Pipeline.run(Pipeline.java:47) (Java 17.0.15)"));

    private static Map.Entry<Code, Object[]> example(Code code, Object... arguments) {
        return Map.entry(code, arguments);
    }

    private static final Map<Code, String> PLACES = Map.of(
            Code.NETWORK_LAYERS, "layer 1001 of 1200 (hidden1001)",
            Code.NETWORK_WINDOWS, "layer 65 of 66 (hidden65)");

    @TempDir
    Path folder;

    static Stream<Arguments> codesAndCompilers() {
        return Arrays.stream(Code.values())
                .filter(code -> !EXAMPLES.containsKey(code))
                .flatMap(code -> Stream.of(TestCompiler.values()).map(compiler -> Arguments.of(code, compiler)));
    }

    static Set<Code> codesWithoutASource() {
        return EXAMPLES.keySet();
    }

    @Test
    void hasTheSectionsOfTheCatalogueInItsOrder() {
        List<String> headings = HEADING.matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .filter(heading -> !INTRODUCTION.contains(heading))
                .toList();

        assertThat(headings)
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Code::id).toList());
    }

    @ParameterizedTest(name = "{0} under {1}")
    @MethodSource("codesAndCompilers")
    void showsASourceWhatIsSaidOfItAndWhatToWriteInstead(Code code, TestCompiler compiler) {
        List<String> sources = new Page(section(code)).code();

        Compilation wrong = compile(code, compiler, "wrong", sources.get(0));

        assertThat(findings(wrong)).as("%s", wrong).containsExactly(message(code));
        assertThat(wrong.generatedSources().isEmpty()).isEqualTo(code.isError());
        if (code == Code.DECLARATION_RUNTIME) {
            assertThat(sources).hasSize(1);
            return;
        }
        Compilation right = compile(code, compiler, "right", sources.get(1));
        assertThat(findings(right)).isEmpty();
        assertThat(right.success()).as("%s", right).isTrue();
    }

    @ParameterizedTest
    @MethodSource("codesWithoutASource")
    void showsTheTextsOfTheCatalogue(Code code) {
        String place = PLACES.getOrDefault(code, "Iris");
        Origin nowhere = new Origin(
                null, Optional.empty(), 0, Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
        Finding finding = Finding.of(code, nowhere, place, Finding.NOT_A_LAYER, EXAMPLES.get(code));

        assertThat(message(code)).isEqualTo(finding.text(new ShapeTable(List.of())));
        assertThat(new Page(section(code)).code()).isEmpty();
    }

    @Test
    void warningsAreCalledWarnings() {
        for (Code code : Code.values()) {
            assertThat(section(code).contains("\nA warning. ")).as(code.id()).isEqualTo(code.kind() == Kind.WARNING);
        }
    }

    private static String section(Code code) {
        String heading = "\n## " + code.id() + "\n";
        int start = PAGE.indexOf(heading);
        assertThat(start).as("%s has a section", code.id()).isNotNegative();
        int end = PAGE.indexOf("\n## ", start + 1);
        return PAGE.substring(start + heading.length() - 1, end < 0 ? PAGE.length() : end);
    }

    private static String message(Code code) {
        return MESSAGE.matcher(section(code))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> findings(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(Compilation::text)
                .filter(text -> text.startsWith("["))
                .toList();
    }

    private Compilation compile(Code code, TestCompiler compiler, String name, String source) {
        boolean isWithoutRuntime = code == Code.DECLARATION_RUNTIME;
        String inItsPackage = code == Code.DECLARATION_HIDDEN_TYPE ? IMPORTS.replace("package demo;\n", "") : IMPORTS;
        String imports = inItsPackage + (isWithoutRuntime ? "" : "import dev.netwright.runtime.*;\n");
        return compiler.compile(
                folder.resolve(name),
                List.of(SourceFile.of(imports + source)),
                List.of(new NetworkProcessor()),
                List.of(),
                isWithoutRuntime ? List.of(Jars.of(Input.class)) : Jars.CLASS_PATH,
                List.of());
    }
}
