package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where files of models are looked for, and what is said where there is none. */
class OnnxModelTest {
    private static final SourceFile POLICY = SourceFile.of("""
            package demo;
            @dev.netwright.annotations.OnnxModel("models/policy.onnx")
            public interface Policy extends dev.netwright.runtime.Network {}
            """);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aMissingFileIsReportedAtItsNameWithWhereItWasLookedFor(TestCompiler compiler) {
        Compilation compilation = compiler.compile(folder, List.of(POLICY));

        List<Diagnostic<?>> findings = findings(compilation);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).getLineNumber()).isEqualTo(2);
        String beside = compiler == TestCompiler.JAVAC
                ? "beside the source, in " + folder.resolve("sources").resolve("demo") + ", "
                : "";
        assertThat(Compilation.text(findings.get(0)))
                .startsWith(
                        "[Onnx.Missing] Policy: the file models/policy.onnx is not there; it was looked for " + beside
                                + "on the compiler's CLASS_OUTPUT, on the compiler's SOURCE_PATH, on the compiler's CLASS_PATH.")
                .contains("Hint: with Maven put it into src/main/resources");
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsReportedAtItsName(TestCompiler compiler) throws IOException {
        keep(folder.resolve("classes"), new byte[] {1, 2, 3});

        List<Diagnostic<?>> findings = findings(compiler.compile(folder, List.of(POLICY)));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).getLineNumber()).isEqualTo(2);
        assertThat(Compilation.text(findings.get(0)))
                .startsWith(
                        "[Onnx.File] Policy: models/policy.onnx cannot be read: it is no ONNX file, or a damaged one: ");
    }

    @Test
    void javacKnowsTheFolderOfTheSource() throws IOException {
        keep(folder.resolve("sources").resolve("demo"), new byte[] {1});

        assertThat(findings(TestCompiler.JAVAC.compile(folder, List.of(POLICY))))
                .extracting(Compilation::text)
                .allSatisfy(text -> assertThat(text).startsWith("[Onnx.File] "))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anOptionNamesAFolder(TestCompiler compiler) throws IOException {
        keep(folder.resolve("of option"), new byte[] {1});

        Compilation compilation = compiler.compile(
                folder,
                List.of(POLICY),
                List.of(new NetworkProcessor()),
                List.of("-Anetwright.models=" + folder.resolve("of option")));

        assertThat(findings(compilation))
                .extracting(Compilation::text)
                .allSatisfy(text -> assertThat(text).startsWith("[Onnx.File] "))
                .hasSize(1);
    }

    private static void keep(Path in, byte[] content) throws IOException {
        Path file = in.resolve("models").resolve("policy.onnx");
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static List<Diagnostic<?>> findings(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> Compilation.text(diagnostic).startsWith("["))
                .<Diagnostic<?>>map(diagnostic -> diagnostic)
                .toList();
    }
}
