package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Input;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.Jars;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the class path has, has not, or still has from an earlier compilation. */
class ClassPathTest {
    private static final String TEXT = """
            package demo;
            import dev.netwright.annotations.*;
            @Input(4)
            @Layer(size = 3)
            public interface Small extends dev.netwright.runtime.Network {}
            """;
    private static final SourceFile SMALL = SourceFile.of(TEXT);
    private static final SourceFile OUTER_SMALL = SourceFile.of(TEXT.replace("Small", "Outer_Small"));
    private static final SourceFile NESTED = SourceFile.of("""
            package demo;
            public interface Outer {
                @dev.netwright.annotations.Input(4)
                @dev.netwright.annotations.Layer(size = 3)
                interface Small extends dev.netwright.runtime.Network {}
            }
            """);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aMissingRuntimeIsReported(TestCompiler compiler) {
        SourceFile source = SourceFile.of(TEXT.replace("extends dev.netwright.runtime.Network ", ""));

        Compilation compilation = compile(compiler, "small", List.of(Jars.of(Input.class)), source);

        checkFinding(compilation, 5, """
                [Declaration.Runtime] Small: dev.netwright.runtime.Network is not on the class path, or not in a \
                module that this one reads.
                  Hint: add the dependency dev.netwright:netwright-runtime; a named module also needs: requires \
                dev.netwright.runtime;""");
    }

    @ParameterizedTest
    @EnumSource
    void aTypeOnTheClassPathMayHaveTheNameOfTheGeneratedClass(TestCompiler compiler) {
        Compilation library =
                compile(compiler, "library", path(), SourceFile.of("package demo;\npublic class SmallNetwork {}\n"));

        Compilation compilation = compile(compiler, "small", path(library.classes()), SMALL);

        checkFinding(compilation, 5, """
                [Declaration.GeneratedName] Small: the generated class would be called SmallNetwork, but there is \
                another type of that name.
                  Hint: rename the interface or the other type, or clean the build.""");
    }

    /** As for an incremental compiler that has compiled the other interface before. */
    @ParameterizedTest
    @EnumSource
    void theNetworkOfAnotherInterfaceOnTheClassPathMayHaveTheName(TestCompiler compiler) {
        Compilation library = compile(compiler, "library", path(), NESTED);

        Compilation compilation = compile(compiler, "small", path(library.classes()), OUTER_SMALL);

        checkFinding(compilation, 5, """
                [Declaration.GeneratedName] Outer_Small: the generated class would be called Outer_SmallNetwork, but \
                that is the network of demo.Outer.Small already.
                  Hint: rename the interface or the other type, or clean the build.""");
    }

    /** javac replaces what an earlier compilation has left on the class path; ecj lets no processor do so. */
    @ParameterizedTest
    @EnumSource
    void whatAnEarlierCompilationGeneratedIsReplacedWhereTheCompilerAllows(TestCompiler compiler) {
        Compilation first = compile(compiler, "small", path(), SMALL);
        SourceFile changed = SourceFile.of(TEXT.replace("size = 3", "size = 2"));

        Compilation again = compile(compiler, "small", path(first.classes()), changed);

        if (compiler == TestCompiler.JAVAC) {
            assertThat(again.diagnostics()).as("%s", again).isEmpty();
            assertThat(again.generatedSources().get("demo/SmallNetwork.java")).contains("OUTPUT_UNITS = 2;");
        } else {
            checkFinding(again, 5, """
                    [Declaration.GeneratedName] Small: the generated class would be called SmallNetwork, but there is \
                    one already, of another interface, another processor or an earlier compilation.
                      Hint: rename the interface or the other type, or clean the build.""");
        }
    }

    /** The interface was nested once, and nobody has cleaned up since. */
    @ParameterizedTest
    @EnumSource
    void whatWasGeneratedForAnInterfaceThatIsGoneIsReplacedWhereTheCompilerAllows(TestCompiler compiler)
            throws Exception {
        Compilation first = compile(compiler, "small", path(), NESTED);
        Files.delete(first.classes().resolve("demo/Outer$Small.class"));
        Files.delete(first.classes().resolve("demo/Outer.class"));

        Compilation again = compile(compiler, "small", path(first.classes()), OUTER_SMALL);

        if (compiler == TestCompiler.JAVAC) {
            assertThat(again.diagnostics()).as("%s", again).isEmpty();
            assertThat(again.generatedSources()).containsKey("demo/Outer_SmallNetwork.java");
        } else {
            assertThat(again.messages(Kind.ERROR))
                    .singleElement()
                    .asString()
                    .startsWith("[Declaration.ClassPath] Outer_Small: the compiler cannot read a class")
                    .contains("demo.Outer$Small cannot be resolved");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSupertypeWhoseOwnIsMissingIsLeftToTheCompiler(TestCompiler compiler) throws Exception {
        Compilation library = compile(
                compiler,
                "library",
                path(),
                SourceFile.of("package lib;\npublic interface Gone {}\n"),
                SourceFile.of("package lib;\npublic interface Base extends Gone, dev.netwright.runtime.Network {}\n"));
        Files.delete(library.classes().resolve("lib/Gone.class"));
        SourceFile source = SourceFile.of(TEXT.replace("dev.netwright.runtime.Network", "lib.Base"));

        Compilation compilation = compile(compiler, "small", path(library.classes()), source);

        assertThat(compilation.messages(Kind.ERROR))
                .as("%s", compilation)
                .anySatisfy(message -> assertThat(message).contains("Gone"))
                .noneSatisfy(message -> assertThat(message).startsWith("["));
    }

    private Compilation compile(TestCompiler compiler, String name, List<Path> classPath, SourceFile... sources) {
        return compiler.compile(
                folder.resolve(name),
                List.of(sources),
                List.of(new NetworkProcessor()),
                List.of(),
                classPath,
                List.of());
    }

    private static List<Path> path(Path... more) {
        return Stream.concat(Stream.of(more), Stream.of(Jars.of(Input.class), Jars.of(Network.class)))
                .toList();
    }

    private static void checkFinding(Compilation compilation, int line, String text) {
        assertThat(compilation.diagnostics())
                .as("%s", compilation)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Compilation.text(finding)).isEqualTo(text);
                    assertThat(finding.getLineNumber()).isEqualTo(line);
                });
    }
}
