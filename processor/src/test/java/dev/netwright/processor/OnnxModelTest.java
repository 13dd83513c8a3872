package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .contains("Hint: with Maven put it into src/main/resources")
                .endsWith("javac and ecj themselves take -Anetwright.models=DIR, a folder to name it from.");
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

    /** What compilers show ends as it is written, without a stop of another sentence. */
    @ParameterizedTest
    @EnumSource
    void aFileThatIsCutOffIsReportedInOneSentence(TestCompiler compiler) throws IOException {
        keep(folder.resolve("classes"), new byte[] {0x0a, 100, 1});

        assertThat(findings(compiler.compile(folder, List.of(POLICY))))
                .extracting(Compilation::text)
                .singleElement()
                .asString()
                .matches("(?s).*a damaged one: [^.]+[a-z]\\.\\s+Hint: export the model again, .*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version https://git-lfs.github.com/spec/v1 | it is a pointer of Git LFS, which stands for the file. | run git lfs pull, and compile again.",
                "PK\u0003\u0004archive/data.pkl | it is a zip file, as torch.save and Keras write, and no ONNX file. | export the model, in PyTorch by torch.onnx.export.",
                "\u0089HDF | it is an HDF5 file, as Keras writes, and no ONNX file. | export the model, for Keras by tf2onnx.",
                "'' | it is empty. | export the model again."
            })
    void filesOfOtherKindsAreTold(String content, String what, String cure) throws IOException {
        keep(folder.resolve("classes"), content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(findings(TestCompiler.JAVAC.compile(folder, List.of(POLICY))))
                .extracting(Compilation::text)
                .singleElement()
                .asString()
                .startsWith("[Onnx.File] Policy: models/policy.onnx cannot be read: " + what)
                .endsWith("Hint: " + cure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "models/Policy.onnx | write \"models/policy.onnx\", which is there, for upper and lower case count.",
                "Models/policy | write \"models/policy.onnx\", which is there, for the ending is a part of the name.",
                "models/policy | write \"models/policy.onnx\", which is there, for the ending is a part of the name.",
                "src/main/resources/models/policy.onnx | write \"models/policy.onnx\", which is there, for what lies in src/main/resources is named from there.",
                "/models/policy.onnx | write \"models/policy.onnx\", which is there, for a name begins without a / at the root of the resources.",
                "models\\\\policy.onnx | write \"models/policy.onnx\", which is there, for / is between folders on every system.",
                "/src/main/resources/other.onnx | write \"other.onnx\", for a name begins without a / at the root of the resources, and what lies in src/main/resources is named from there; with Maven put it into src/main/resources,",
                "models | models is a folder: name the file in it, such as \"models/policy.onnx\".",
                "'' | name a file, such as @OnnxModel(\"models/policy.onnx\").",
                "' ' | name a file, such as @OnnxModel(\"models/policy.onnx\").",
                "models/other.onnx | with Maven put it into src/main/resources,"
            })
    void aNameThatIsNearlyRightIsReportedWithTheRightOne(String name, String hint) throws IOException {
        SourceFile source = SourceFile.of("""
                package demo;
                @dev.netwright.annotations.OnnxModel("%s")
                public interface Policy extends dev.netwright.runtime.Network {}
                """.formatted(name));

        for (TestCompiler compiler : TestCompiler.values()) {
            Path own = folder.resolve(compiler.name());
            // Eclipse's compiler does not say where classes go.
            String at = compiler == TestCompiler.JAVAC ? "classes" : "of option";
            keep(own.resolve(at), new byte[] {1});
            assertThat(findings(compiler.compile(
                            own,
                            List.of(source),
                            List.of(new NetworkProcessor()),
                            List.of("-Anetwright.models=" + own.resolve("of option")))))
                    .as("%s", compiler)
                    .extracting(Compilation::text)
                    .singleElement()
                    .asString()
                    .startsWith("[Onnx.Missing] Policy: the file ")
                    .contains(hint);
        }
    }

    /** Without a folder to look into, names are tried. */
    @ParameterizedTest
    @EnumSource
    void namesAreTried(TestCompiler compiler) throws IOException {
        keep(folder.resolve("classes"), new byte[] {1});
        SourceFile source = SourceFile.of("""
                package demo;
                @dev.netwright.annotations.OnnxModel("src/main/resources/models/policy")
                public interface Policy extends dev.netwright.runtime.Network {}
                """);

        assertThat(findings(compiler.compile(folder, List.of(source))))
                .extracting(Compilation::text)
                .singleElement()
                .asString()
                .endsWith(
                        "Hint: write \"models/policy.onnx\", which is there, for what lies in src/main/resources is named"
                                + " from there, and the ending is a part of the name.");
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
