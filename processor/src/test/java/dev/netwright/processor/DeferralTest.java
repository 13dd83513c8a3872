package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.SourceWriter;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Declarations that name what another processor writes in a later round. */
class DeferralTest {
    private static final SourceFile BASE =
            SourceFile.of("package demo;\npublic interface Base extends dev.netwright.runtime.Network {}\n");
    private static final SourceFile ROOT =
            SourceFile.of("package demo;\npublic interface Root extends dev.netwright.runtime.Network {}\n");
    private static final SourceFile BASE_OF_ROOT =
            SourceFile.of("package demo;\npublic interface Base extends Root {}\n");
    private static final SourceFile SIZES = SourceFile.of(
            "package demo;\npublic interface Sizes { int FEATURES = 2, UNITS = 3; String NAME = \"first\"; }\n");

    private static final SourceFile CUBE = SourceFile.of("""
            package demo;
            public class Cube {
                static float f(float z) { return z * z * z; }
                static float derivative(float z) { return 3 * z * z; }
            }
            """);

    private static final String SMALL = "@Input(2) @Layer(size = 1) interface Small";

    @TempDir
    Path folder;

    static Stream<Arguments> compilersAndOrders() {
        return Stream.of(TestCompiler.values())
                .flatMap(compiler -> Stream.of(Arguments.of(compiler, true), Arguments.of(compiler, false)));
    }

    @ParameterizedTest(name = "{0}, the writer first: {1}")
    @MethodSource("compilersAndOrders")
    void waitsForASupertype(TestCompiler compiler, boolean isWriterFirst) {
        checkGenerated(compile(compiler, isWriterFirst, SMALL + " extends Base {}", BASE));
    }

    @ParameterizedTest(name = "{0}, the writer first: {1}")
    @MethodSource("compilersAndOrders")
    void waitsSeveralRounds(TestCompiler compiler, boolean isWriterFirst) {
        checkGenerated(compile(compiler, isWriterFirst, SMALL + " extends Base {}", BASE_OF_ROOT, ROOT));
    }

    @ParameterizedTest(name = "{0}, the writer first: {1}")
    @MethodSource("compilersAndOrders")
    void waitsForWhatASupertypeExtends(TestCompiler compiler, boolean isWriterFirst) {
        checkGenerated(
                compile(compiler, isWriterFirst, SMALL + " extends Middle {} interface Middle extends Base {}", BASE));
    }

    /** One layer: of a repeated annotation javac itself resolves no constant that is written later. */
    @ParameterizedTest(name = "{0}, the writer first: {1}")
    @MethodSource("compilersAndOrders")
    void waitsForAConstant(TestCompiler compiler, boolean isWriterFirst) {
        Compilation compilation = compile(compiler, isWriterFirst, """
                @Input(Sizes.FEATURES) @Layer(size = Sizes.UNITS, name = Sizes.NAME)
                interface Small extends dev.netwright.runtime.Network {}
                """, SIZES);

        checkGenerated(compilation);
        assertThat(compilation.generatedSources().get("demo/SmallNetwork.java")).contains("FIRST_UNITS = 3;");
    }

    /** Also where it is there itself and what it inherits is not. */
    @ParameterizedTest(name = "{0}, the writer first: {1}")
    @MethodSource("compilersAndOrders")
    void waitsForAFunction(TestCompiler compiler, boolean isWriterFirst) {
        String network = " interface Small extends dev.netwright.runtime.Network {}";
        checkGenerated(
                compile(compiler, isWriterFirst, "@Input(2) @Layer(size = 1, function = Cube.class)" + network, CUBE));
        checkGenerated(compile(
                compiler,
                isWriterFirst,
                "@Input(2) @Layer(size = 1, function = Small.Heir.class) interface Small"
                        + " extends dev.netwright.runtime.Network { class Heir extends Cube {} }",
                CUBE));
    }

    /** Before it is there nobody knows that it is a record, and no file is looked for. */
    @ParameterizedTest(name = "{0}, the writer first: {1}")
    @MethodSource("compilersAndOrders")
    void waitsForTheSamplesOfAFile(TestCompiler compiler, boolean isWriterFirst) {
        String network =
                "@OnnxModel(\"none.onnx\") interface Small extends dev.netwright.runtime.Classifier<Flower, Kind> {}";
        Compilation compilation = compile(
                compiler,
                isWriterFirst,
                network,
                SourceFile.of("package demo;\npublic record Flower(int petals) {}\n"),
                SourceFile.of("package demo;\npublic enum Kind { ROSE }\n"));

        assertThat(compilation.messages(Kind.ERROR)).singleElement().asString().startsWith("[Onnx.Missing] Small: ");
    }

    @ParameterizedTest(name = "{0}, the writer first: {1}")
    @MethodSource("compilersAndOrders")
    void reportsMistakesWhenTheSupertypeIsThere(TestCompiler compiler, boolean isWriterFirst) {
        Compilation compilation =
                compile(compiler, isWriterFirst, "@Layer(size = 0) " + SMALL + " extends Base {}", BASE);

        assertThat(compilation.messages(Kind.ERROR)).singleElement().asString().startsWith("[Layer.Size] layer 1 of 2");
        assertThat(compilation.diagnostics().get(0).getLineNumber()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatNobodyWritesToTheCompiler(TestCompiler compiler) {
        Compilation compilation = compile(compiler, true, SMALL + " extends Base {}", SIZES);

        assertThat(compilation.success()).isFalse();
        assertThat(compilation.messages(Kind.ERROR)).singleElement().asString().contains("Base");
        assertThat(compilation.generatedSources()).containsOnlyKeys("demo/Sizes.java");
    }

    private static void checkGenerated(Compilation compilation) {
        assertThat(compilation.success()).as("%s", compilation).isTrue();
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.generatedSources()).containsKey("demo/SmallNetwork.java");
    }

    private Compilation compile(TestCompiler compiler, boolean isWriterFirst, String type, SourceFile... later) {
        String text =
                "package demo;\nimport dev.netwright.annotations.*;\n@Marked " + type + "\n@interface Marked {}\n";
        SourceFile source = new SourceFile("demo/Small.java", text);
        List<Processor> processors = isWriterFirst
                ? List.of(new SourceWriter("demo.Marked", later), new NetworkProcessor())
                : List.of(new NetworkProcessor(), new SourceWriter("demo.Marked", later));
        return compiler.compile(folder, List.of(source), processors, List.of());
    }
}
