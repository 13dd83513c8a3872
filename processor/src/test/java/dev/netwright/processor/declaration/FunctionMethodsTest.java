package dev.netwright.processor.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
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

    /** What the hint says is a cure. */
    @ParameterizedTest
    @EnumSource
    void ofClassesThatCannotBeSeenAreWhereTheHintIsFollowed(TestCompiler compiler) {
        assertCured(
                compiler,
                List.of("package near;\nclass Outer {\nprivate static class Middle {\nprivate static class Swish "
                        + METHODS.formatted("") + "}\n" + nested("Middle.Swish") + "}"),
                "let Middle and Swish not be private.",
                source -> source.replace("private static", "static"));
        assertCured(
                compiler,
                List.of(
                        "package far;\npublic class Outer { protected static class Swish " + METHODS.formatted("public")
                                + "}",
                        "package near;\nclass Inner extends far.Outer {\n" + nested("Swish") + "}"),
                "let Swish be public.",
                source -> source.replace("protected", "public"));
    }

    @ParameterizedTest
    @EnumSource
    void ofClassesThatAreCalledAsVariablesAreWhereTheHintIsFollowed(TestCompiler compiler) {
        String plain = DECLARED.replace("package near;", "");
        assertCured(
                compiler,
                List.of(
                        plain.formatted("rows.Swish"),
                        "class rows { static class Swish " + METHODS.formatted("") + "}"),
                "function is Swish, which is in rows, which is called as something else is in the generated class,",
                source -> source.replace("rows", "Rows"));
        assertCured(
                compiler,
                List.of(plain.formatted("HALF_STEP"), "class HALF_STEP " + METHODS.formatted("")),
                "rename HALF_STEP, for example to HalfStep.",
                source -> source.replace("HALF_STEP", "HalfStep"));
    }

    /** As a member of a class that begins a line with it. */
    private static String nested(String function) {
        return DECLARED.replaceAll("package near;|import .*", "")
                .replace("@", "@dev.netwright.annotations.")
                .replace("public interface", "interface")
                .formatted(function);
    }

    private void assertCured(TestCompiler compiler, List<String> sources, String message, UnaryOperator<String> cure) {
        var refused =
                compiler.compile(folder, sources.stream().map(SourceFile::of).toList());
        assertThat(refused.success()).isFalse();
        assertThat(refused.toString()).contains("[Layer.Function]", message);
        var cured = compiler.compile(
                folder, sources.stream().map(cure).map(SourceFile::of).toList());
        assertThat(cured.success()).as("%s", cured).isTrue();
    }
}
