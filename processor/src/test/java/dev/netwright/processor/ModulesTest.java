package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Input;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.Jars;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Declarations in a named module. */
class ModulesTest {
    private static final String DECLARATION = """
            package demo;
            import dev.netwright.annotations.*;
            @Input(4)
            @Layer(size = 8, activation = Activation.TANH)
            @Layer(size = 3)
            public interface Small extends dev.netwright.runtime.Network {}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aModuleThatRequiresTheRuntimeCompiles(TestCompiler compiler) {
        Compilation compilation = compile(compiler, "requires transitive dev.netwright.runtime;", DECLARATION);

        assertThat(compilation.generatedSources().get("demo/SmallNetwork.java")).doesNotContain("@Generated");
        checkCompiled(compiler, compilation);
    }

    /** The annotation is in a module of its own, which few read. */
    @ParameterizedTest
    @EnumSource
    void classesAreMarkedAsGeneratedWhereTheModuleReadsTheAnnotation(TestCompiler compiler) {
        Compilation compilation =
                compile(compiler, "requires transitive dev.netwright.runtime; requires java.compiler;", DECLARATION);

        assertThat(compilation.generatedSources().get("demo/SmallNetwork.java"))
                .contains("@Generated(\"dev.netwright.processor.NetworkProcessor\")\n@SuppressWarnings(\"exports\")\n");
        checkCompiled(compiler, compilation);
    }

    /** Eclipse's compiler on the command line puts what any processor generates into no module, where it sees none. */
    private static void checkCompiled(TestCompiler compiler, Compilation compilation) {
        if (compiler == TestCompiler.JAVAC) {
            assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        } else {
            assertThat(compilation.messages(Kind.ERROR)).containsExactly("Small cannot be resolved to a type");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatRequiresNothingIsToldByTheCompiler(TestCompiler compiler) {
        Compilation compilation = compile(compiler, "", DECLARATION);

        assertThat(compilation.messages(Kind.ERROR))
                .as("%s", compilation)
                .anySatisfy(message -> assertThat(message).contains("dev.netwright.runtime"))
                .noneSatisfy(message -> assertThat(message).startsWith("["));
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatRequiresTheAnnotationsAloneIsToldWhatToAdd(TestCompiler compiler) {
        Compilation compilation = compile(
                compiler,
                "requires dev.netwright.annotations;",
                DECLARATION.replace("extends dev.netwright.runtime.Network ", ""));

        assertThat(compilation.messages(Kind.ERROR))
                .as("%s", compilation)
                .singleElement()
                .asString()
                .startsWith("[Declaration.Runtime] Small: ")
                .endsWith("a named module also needs: requires dev.netwright.runtime;");
    }

    @ParameterizedTest
    @EnumSource
    void mistakesAreFoundAtTheirPlaceInAModuleToo(TestCompiler compiler) {
        Compilation compilation = compile(
                compiler, "requires transitive dev.netwright.runtime;", DECLARATION.replace("size = 8", "size = 0"));

        assertThat(compilation.diagnostics())
                .as("%s", compilation)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(Compilation.text(finding)).startsWith("[Layer.Size] layer 1 of 2 (hidden1): size is 0");
                    assertThat(finding.getLineNumber()).isEqualTo(4);
                });
    }

    private Compilation compile(TestCompiler compiler, String directives, String declaration) {
        return compiler.compile(
                folder,
                List.of(
                        new SourceFile("module-info.java", "module demo { " + directives + " exports demo; }\n"),
                        SourceFile.of(declaration)),
                List.of(new NetworkProcessor()),
                List.of("--add-modules", "dev.netwright.runtime"),
                List.of(),
                List.of(Jars.of(Input.class), Jars.of(Network.class)));
    }
}
