package dev.netwright.verification.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles every Java block of the pages that users copy from. */
class SnippetsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final String IMPORTS = """
            package guide;

            import static dev.netwright.annotations.Activation.*;
            import dev.netwright.annotations.*;
            import dev.netwright.console.ConsoleProgress;
            import dev.netwright.csv.CsvDataset;
            import dev.netwright.export.JavaFile;
            import dev.netwright.onnx.OnnxFile;
            import dev.netwright.runtime.*;
            import dev.netwright.runtime.data.*;
            import dev.netwright.runtime.file.*;
            import dev.netwright.runtime.loss.Loss;
            import dev.netwright.runtime.metric.Metric;
            import dev.netwright.runtime.optimizer.*;
            import dev.netwright.runtime.schedule.Schedule;
            import dev.netwright.runtime.training.*;
            import dev.netwright.testing.GradientCheck;
            import dev.netwright.testing.GradientReport;
            import java.io.InputStream;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.Map;

            """;

    /** What a reader of statements has already: a network, data, and arrays. */
    private static final String BEFORE_STATEMENTS = """
            abstract class Statements {
                abstract Digits net();
                abstract Dataset data();
                abstract float[] array();

                void run() throws Exception {
            """;

    /** For pages that go without it. */
    private static final String DIGITS = """
            @Input(784)
            @Layer(size = 10)
            public interface Digits extends Network {}
            """;

    private static final List<String> GIVEN = List.of(
            "Digits net = net();",
            "Dataset train = data();",
            "Dataset validation = data();",
            "Dataset test = data();",
            "float[] pixels = array();",
            "float[] manyPixels = array();",
            "float[] batchOfPixels = array();",
            "float[] wanted = array();",
            "float[] state = array();",
            "float[] states = array();",
            "float[] results = array();",
            "int[] chosen = {};",
            "float[] policyGradients = array();",
            "float[] valueGradients = array();");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/guide.md",
                "docs/keep-a-model.md",
                "docs/run-anywhere.md",
                "docs/train-in-python.md"
            })
    void everyBlockCompiles(String page) throws IOException {
        String text = Files.readString(ROOT.resolve(page));
        List<String> blocks =
                BLOCK.matcher(text).results().map(found -> found.group(1)).toList();
        List<SourceFile> sources = new ArrayList<>();
        StringBuilder statements = new StringBuilder();
        for (String block : blocks) {
            if (block.contains("interface ")) {
                sources.add(SourceFile.of(IMPORTS + block));
            } else {
                statements.append(block);
            }
        }
        sources.add(new SourceFile("guide/Statements.java", statements(statements.toString())));

        if (blocks.stream().noneMatch(block -> block.contains("interface Digits "))) {
            sources.add(SourceFile.of(IMPORTS + DIGITS));
        }

        Compilation compilation = TestCompiler.JAVAC.compile(
                folder,
                sources,
                List.of(new NetworkProcessor()),
                List.of("-Anetwright.models="
                        + Path.of("src/test/resources/guide").toAbsolutePath()));

        assertThat(blocks).isNotEmpty();
        assertThat(compilation.messages(Kind.ERROR)).as("%s", compilation).isEmpty();
        assertThat(compilation.success()).isTrue();
    }

    /** A page's statements in their order, after what it takes for granted and does not declare itself. */
    private static String statements(String code) {
        StringBuilder text = new StringBuilder(IMPORTS).append(BEFORE_STATEMENTS);
        for (String given : GIVEN) {
            String declaration = given.substring(0, given.indexOf(" ="));
            if (!code.contains(declaration + " =")) {
                text.append(given).append('\n');
            }
        }
        return text.append(code).append("}\n}\n").toString();
    }
}
