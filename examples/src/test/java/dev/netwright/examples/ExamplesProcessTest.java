package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples as users start them: a process of their own, its output in files. */
class ExamplesProcessTest {
    @TempDir
    private Path folder;

    private record Result(int exitCode, String output, String errors) {}

    private Result run(List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Examples.class.getName()));
        command.addAll(List.of(arguments));
        File output = folder.resolve("output").toFile();
        File errors = folder.resolve("errors").toFile();
        int exitCode = new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(errors)
                .start()
                .waitFor();
        return new Result(exitCode, text(output), text(errors));
    }

    private static String text(File file) throws Exception {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private String[] spirals() {
        return new String[] {
            "spirals",
            "--epochs",
            "2",
            "--picture",
            folder.resolve("picture.png").toString()
        };
    }

    @Test
    void aPipedRunWritesPlainLinesAndNoControlCharacter() throws Exception {
        Result result = run(List.of(), spirals());

        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).matches("[\\x20-\\x7e\\n]*");
        assertThat(result.output().lines().limit(2)).allMatch(line -> line.matches("epoch \\d/2  loss .* rows/s.*"));
    }

    @Test
    void theLogHasOnePlainLineThatSaysHowToBeFaster() throws Exception {
        Result result = run(List.of(), spirals());

        assertThat(result.errors())
                .isEqualTo(
                        "Netwright kernels: plain Java (pass --add-modules jdk.incubator.vector to java to be faster).\n");
    }

    @Test
    void withTheVectorModuleTheResultsAreTheSame() throws Exception {
        Result plain = run(List.of(), spirals());
        Result simd = run(List.of("--add-modules", "jdk.incubator.vector"), spirals());

        assertThat(simd.errors()).contains("\nNetwright kernels: SIMD");
        assertThat(withoutSpeed(simd.output())).isEqualTo(withoutSpeed(plain.output()));
    }

    private static String withoutSpeed(String output) {
        return new ExampleRun(0, output, "").steadyOutput();
    }

    @Test
    void theProcessEndsWithTheExitCode() throws Exception {
        assertThat(run(List.of(), "--help").exitCode()).isZero();
        assertThat(run(List.of(), "digits", "--data", folder.resolve("none").toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(run(List.of(), "digits", "--data").exitCode()).isEqualTo(2);
    }
}
