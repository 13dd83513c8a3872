package dev.netwright.processor.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionMethodsTest {
    private static final String DECLARED = """
            package near;
            import dev.netwright.annotations.*;
            @Input(3)
            @Layer(size = 4, function = %s.class)
            public interface Declared extends dev.netwright.runtime.Network {}
            """;

    private static final String METHODS =
            "{ %1$s static float f(float z) { return z; } %1$s static float derivative(float z) { return 1; } }";

    @TempDir
    Path folder;

    /** A class of another package does not hand on what it cannot see itself. */
    @ParameterizedTest
    @EnumSource
    void thatAClassOfAnotherPackageDoesNotInheritAreNoneOfIts(TestCompiler compiler) {
        var compilation = compiler.compile(
                folder,
                List.of(
                        SourceFile.of(DECLARED.formatted("far.Swish")),
                        SourceFile.of("package near;\npublic class Base " + METHODS.formatted("")),
                        SourceFile.of("package far;\npublic class Swish extends near.Base {}")));

        assertThat(compilation.success()).isFalse();
        assertThat(compilation.toString())
                .contains("[Layer.FunctionMethod]", "is not public")
                .doesNotContain("cannot");
    }

    @ParameterizedTest
    @EnumSource
    void areInheritedWithinAPackageAndWherePublic(TestCompiler compiler) {
        var compilation = compiler.compile(
                folder,
                List.of(
                        SourceFile.of(DECLARED.formatted("Swish")),
                        SourceFile.of("package near;\nclass Base " + METHODS.formatted("")),
                        SourceFile.of("package near;\nclass Swish extends Base {}"),
                        SourceFile.of(DECLARED.replace("Declared", "Other").formatted("far.Snake")),
                        SourceFile.of("package far;\nclass Base " + METHODS.formatted("public")),
                        SourceFile.of("package far;\npublic class Snake extends Base {}")));

        assertThat(compilation.success()).as("%s", compilation).isTrue();
    }
}
