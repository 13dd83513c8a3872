package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.RejectedSource.Expected;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.SourceFiles;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles {@code rejected/*.java} and compares what is found with the comments in them: no more and no less. */
class RejectedSourcesTest {
    private static final Set<String> IDS =
            Arrays.stream(Code.values()).map(Code::id).collect(Collectors.toSet());

    /** What no source alone can cause, or none of readable length: tests of their own do. */
    private static final Set<Code> NOT_IN_A_SOURCE = EnumSet.of(
            Code.DECLARATION_RUNTIME,
            Code.DECLARATION_VERSION,
            Code.DECLARATION_CLASS_PATH,
            Code.DECLARATION_OUTPUT,
            Code.ONNX_MISSING,
            Code.ONNX_FILE,
            Code.ONNX_END,
            Code.ONNX_NODE,
            Code.ONNX_TASK,
            Code.ONNX_RECORD,
            Code.ONNX_CLASSES,
            Code.NETWORK_LAYERS,
            Code.INTERNAL);

    /** What ecj may name where javac names a value: its attribute, or the array that it stands in; and for the keyword of a type: its name. */
    private static final String ATTRIBUTE_OR_KEYWORD = "(\\w+\\s*=\\s*(\\{.*)?|\\{.*|@?\\w+\\s+)?";

    private static final Comparator<Diagnostic<?>> BY_PLACE = Comparator.<Diagnostic<?>>comparingLong(
                    Diagnostic::getLineNumber)
            .thenComparingLong(Diagnostic::getColumnNumber);

    @TempDir
    Path folder;

    static List<RejectedSource> sources() {
        return SourceFiles.in("/rejected").stream().map(RejectedSource::new).toList();
    }

    static Stream<Arguments> sourcesAndCompilers() {
        return sources().stream()
                .flatMap(source -> Arrays.stream(TestCompiler.values())
                        .map(compiler -> Arguments.of(source.source().path(), compiler, source)));
    }

    @ParameterizedTest(name = "{0} under {1}")
    @MethodSource("sourcesAndCompilers")
    void findsWhatTheCommentsSay(String path, TestCompiler compiler, RejectedSource source) {
        check(compiler, source);
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void countsColumnsAlikeWithWindowsLineEnds(TestCompiler compiler) {
        SourceFile five = SourceFiles.of("/rejected/FiveMistakes.java");
        check(
                compiler,
                new RejectedSource(new SourceFile(five.path(), five.text().replace("\n", "\r\n"))));
    }

    static TestCompiler[] compilers() {
        return TestCompiler.values();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aRecordIsRejectedThoughEcjHasNoPlaceForIt(TestCompiler compiler) {
        Compilation compilation = compiler.compile(folder, List.of(SourceFile.of("""
                package demo;
                @dev.netwright.annotations.Input(4)
                public record ARecord(int a) {}
                """)));

        Diagnostic<?> finding = findings(compilation).get(0);
        assertThat(Compilation.text(finding)).isEqualTo("""
                [Declaration.Kind] ARecord: this is a record, but a network is declared by an interface.
                  Hint: write: interface ARecord extends Network {}""");
        assertThat(finding.getLineNumber()).isEqualTo(compiler == TestCompiler.JAVAC ? 3 : 0);
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void everyMistakeOfAHundredIsReported(TestCompiler compiler) {
        Compilation compilation = compiler.compile(
                folder,
                List.of(SourceFile.of("package demo;\nimport dev.netwright.annotations.*;\n@Input(1)\n"
                        + "@Layer(size = 0)\n".repeat(100)
                        + "public interface Hundred extends dev.netwright.runtime.Network {}\n")));

        assertThat(findings(compilation)).hasSize(100);
        for (int i = 0; i < 100; i++) {
            assertThat(Compilation.text(findings(compilation).get(i)))
                    .startsWith("[Layer.Size] layer " + (i + 1) + " of 100 ");
        }
    }

    /** The interface's own come last, where its name and methods are. */
    @ParameterizedTest
    @MethodSource("compilers")
    void findingsOfAnInterfaceComeInTheOrderOfItsSource(TestCompiler compiler) {
        Compilation compilation = compiler.compile(folder, List.of(SourceFiles.of("/rejected/Tabs.java")));

        List<Diagnostic<?>> asPrinted = new ArrayList<>(compilation.diagnostics());
        asPrinted.retainAll(findings(compilation));
        assertThat(asPrinted).hasSizeGreaterThan(4).isEqualTo(findings(compilation));
    }

    @Test
    void everyCodeHasASourceWithItsFirstLineAndOneWithItsWholeText() {
        Set<String> needed = EnumSet.complementOf(EnumSet.copyOf(NOT_IN_A_SOURCE)).stream()
                .map(Code::id)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes(finding -> true)).isEqualTo(needed);
        assertThat(codes(Expected::isWhole)).isEqualTo(needed);
    }

    private static Set<String> codes(Predicate<Expected> which) {
        return sources().stream()
                .flatMap(source -> source.expected().stream())
                .filter(which)
                .map(Expected::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void check(TestCompiler compiler, RejectedSource source) {
        Compilation compilation = compiler.compile(folder, List.of(source.source()));

        List<Diagnostic<?>> findings = findings(compilation);
        List<Expected> allExpected = source.expected(compiler);
        assertThat(findings).as("%s", compilation).hasSameSizeAs(allExpected);
        for (int i = 0; i < findings.size(); i++) {
            Diagnostic<?> finding = findings.get(i);
            Expected expected = allExpected.get(i);
            String message = Compilation.text(finding);
            assertThat(
                            expected.isWhole()
                                    ? message
                                    : message.lines().findFirst().orElseThrow())
                    .isEqualTo(expected.message());
            assertThat(finding.getKind()).isEqualTo(expected.kind());
            checkPlace(compiler, finding, expected, source.source().text());
        }
        assertThat(linesOfOwnErrors(compilation)).as("%s", compilation).isEqualTo(source.linesOfOwnErrors(compiler));
    }

    private static List<Diagnostic<?>> findings(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> isFinding(Compilation.text(diagnostic)))
                .sorted(BY_PLACE)
                .collect(Collectors.toList());
    }

    private static void checkPlace(TestCompiler compiler, Diagnostic<?> finding, Expected expected, String text) {
        assertThat(finding.getLineNumber()).as(expected.message()).isEqualTo(expected.line());
        if (compiler == TestCompiler.JAVAC) {
            assertThat(finding.getColumnNumber()).as(expected.message()).isEqualTo(expected.column());
        } else {
            // ecj does not count columns of tabs; what lies between its place and that of javac tells whether it is
            // right.
            int ecj = (int) finding.getStartPosition();
            int javac = RejectedSource.offset(text, expected.line(), expected.column());
            assertThat(text.substring(Math.min(ecj, javac), Math.max(ecj, javac)))
                    .as(expected.message())
                    .matches(ATTRIBUTE_OR_KEYWORD);
        }
    }

    private static Set<Integer> linesOfOwnErrors(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Kind.ERROR && !isFinding(Compilation.text(diagnostic)))
                .map(diagnostic -> (int) diagnostic.getLineNumber())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isFinding(String message) {
        return message.startsWith("[") && IDS.contains(message.substring(1, Math.max(1, message.indexOf(']'))));
    }
}
