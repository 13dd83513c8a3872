package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Warnings can be turned off; errors cannot. */
class SuppressionTest {
    /** Two warnings: a linear layer, and RELU as the last. */
    private static final String DOUBTFUL = """
            @Input(4)
            @Layer(size = 8)
            @Layer(size = 3, activation = Activation.RELU)
            public interface Doubtful extends Network {}
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> compilersAndSuppressions() {
        return Stream.of(TestCompiler.values())
                .flatMap(compiler -> Stream.of(
                                "@SuppressWarnings(\"netwright\") " + DOUBTFUL,
                                "@SuppressWarnings({\"unused\", \"netwright\"}) " + DOUBTFUL,
                                "@SuppressWarnings(value = \"all\") " + DOUBTFUL,
                                "@SuppressWarnings(Outer.TOKEN) " + DOUBTFUL,
                                "@SuppressWarnings(\"netwright\") interface Around { " + DOUBTFUL + " }",
                                "@SuppressWarnings(\"netwright\") class Around { interface In { " + DOUBTFUL + " } }")
                        .map(text -> Arguments.of(compiler, text)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("compilersAndSuppressions")
    void aSuppressedWarningIsNotPrinted(TestCompiler compiler, String text) {
        Compilation compilation = compile(compiler, text);

        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        assertThat(compilation.success()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void otherTokensSuppressNothing(TestCompiler compiler) {
        Compilation compilation = compile(compiler, "@SuppressWarnings({\"unused\", \"Netwright\"}) " + DOUBTFUL);

        assertThat(compilation.messages(Kind.WARNING))
                .extracting(text -> text.substring(0, text.indexOf(']') + 1))
                .containsExactlyInAnyOrder("[Layer.Linear]", "[Layer.LastRelu]");
        assertThat(compilation.generatedSources()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatDoesNotCompileIsTheCompilersConcern(TestCompiler compiler) {
        Compilation compilation = compile(compiler, "@SuppressWarnings(UNKNOWN) " + DOUBTFUL);

        assertThat(compilation.messages(Kind.ERROR)).singleElement().asString().contains("UNKNOWN");
        assertThat(compilation.messages(Kind.WARNING)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void errorsAreNotSuppressed(TestCompiler compiler) {
        Compilation compilation =
                compile(compiler, "@SuppressWarnings({\"netwright\", \"all\"}) " + DOUBTFUL.replace("3", "0"));

        assertThat(compilation.messages(Kind.ERROR)).singleElement().asString().startsWith("[Layer.Size]");
    }

    @Test
    void aBuildThatAllowsNoWarningsFailsOnAWarningAndPassesWithoutIt() {
        assertThat(compile(TestCompiler.JAVAC, DOUBTFUL, "-Werror").success()).isFalse();
        assertThat(compile(TestCompiler.JAVAC, "@SuppressWarnings(\"netwright\") " + DOUBTFUL, "-Werror")
                        .success())
                .isTrue();
    }

    @Test
    void aBuildThatPrintsNoWarningsPrintsNone() {
        Compilation compilation = compile(TestCompiler.JAVAC, DOUBTFUL, "-nowarn");

        assertThat(compilation.success()).isTrue();
        assertThat(compilation.diagnostics()).isEmpty();
    }

    private Compilation compile(TestCompiler compiler, String text, String... options) {
        SourceFile source = new SourceFile("demo/Outer.java", """
                package demo;
                import dev.netwright.annotations.*;
                import dev.netwright.runtime.Network;
                public interface Outer {
                    String TOKEN = "netwright";
                %s
                }
                """.formatted(text));
        return compiler.compile(folder, List.of(source), List.of(new NetworkProcessor()), List.of(options));
    }
}
