package dev.netwright.verification.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door shows what users will really see. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHOWN = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theGeneratedCodeIsAPartOfTheGeneratedFile() throws IOException {
        String shown = shown().get(0);
        String generated = Files.readString(ROOT.resolve("docs/generated/DigitsNetwork.java"));

        assertThat(generated.lines().map(String::strip).toList())
                .containsSubsequence(shown.lines().map(String::strip).toList());
    }

    @Test
    void theErrorIsWhatTheCompilerPrints() throws IOException {
        Compilation compilation = TestCompiler.JAVAC.compile(folder, List.of(SourceFile.of("""
                package demo;

                import static dev.netwright.annotations.Activation.*;

                import dev.netwright.annotations.*;
                import dev.netwright.runtime.Network;

                @Input(784)
                @Layer(size = 128, activation = RELU, alpha = 0.1f)
                @Layer(size = 10, activation = SOFTMAX)
                public interface Digits extends Network {}
                """)));

        String printed = compilation.diagnostics().get(0).toString();
        assertThat(printed.substring(printed.indexOf("Digits.java")))
                .isEqualTo(shown().get(1).stripTrailing());
    }

    private static List<String> shown() throws IOException {
        return SHOWN.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
