package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.SourceWriter;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.processor.testing.WrappedProcessor;
import dev.netwright.processor.testing.WrappedProcessor.Call;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How generated sources are handed to the compiler, and what is said where it does not take them. */
class OutputTest {
    private static final SourceFile SMALL = SourceFile.of("""
            package demo;
            @dev.netwright.annotations.Input(4)
            @dev.netwright.annotations.Layer(size = 3)
            public interface Small extends dev.netwright.runtime.Network {
                @dev.netwright.annotations.Input(4)
                @dev.netwright.annotations.Layer(size = 3)
                interface Inner extends dev.netwright.runtime.Network {}
            }
            """);

    @TempDir
    Path folder;

    static Stream<Arguments> compilersAndMoments() {
        return Stream.of(TestCompiler.values())
                .flatMap(compiler ->
                        Stream.of("createSourceFile", "write", "close").map(moment -> Arguments.of(compiler, moment)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("compilersAndMoments")
    void aFullDiskIsReportedOnTheInterface(TestCompiler compiler, String moment) {
        IOException full = new IOException("No space left on device");
        Compilation compilation = compile(compiler, (method, arguments, original) -> {
            if (moment.equals("createSourceFile")) {
                throw full;
            }
            return new FailingFile((JavaFileObject) original.call(), moment, full);
        });

        List<Diagnostic<?>> findings = findings(compilation);
        assertThat(Compilation.text(findings.get(0))).isEqualTo("""
                [Declaration.Output] Small: the generated class demo.SmallNetwork could not be written: \
                No space left on device.
                  Hint: see that the folder of generated sources can be written and that the disk has room.""");
        assertThat(findings.get(0).getLineNumber()).isEqualTo(4);
        assertThat(Compilation.text(findings.get(1))).startsWith("[Declaration.Output] Inner: ");
        assertThat(findings).hasSize(2);
    }

    static List<Arguments> failuresAndReasons() {
        return List.of(
                Arguments.of(new IOException("It is over."), "It is over"),
                Arguments.of(new IOException(), "the file system gave no reason"),
                Arguments.of(new AccessDeniedException("a/b"), "a/b, to which access is denied"),
                Arguments.of(new NoSuchFileException("a/b"), "a/b, which does not exist"),
                Arguments.of(new FileSystemException("a/b"), "a/b, which the file system refuses"),
                Arguments.of(new FileSystemException("a/b", null, "Quota exceeded"), "a/b: Quota exceeded"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("failuresAndReasons")
    void theReasonIsASentenceAndNoClass(IOException failure, String reason) {
        Compilation compilation = compile(TestCompiler.JAVAC, (method, arguments, original) -> {
            throw failure;
        });

        assertThat(Compilation.text(findings(compilation).get(0)))
                .contains("SmallNetwork could not be written: " + reason + ".\n  Hint: ");
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatAnotherProcessorTakesIsACollision(TestCompiler compiler) {
        SourceFile other = SourceFile.of("package demo;\npublic class SmallNetwork {}\n");

        Compilation compilation = compiler.compile(
                folder,
                List.of(SMALL),
                List.of(new SourceWriter("dev.netwright.annotations.Input", other), new NetworkProcessor()),
                List.of());

        assertThat(findings(compilation)).singleElement().satisfies(finding -> {
            assertThat(Compilation.text(finding)).isEqualTo("""
                    [Declaration.GeneratedName] Small: the generated class would be called SmallNetwork, but there is \
                    one already, of another interface, another processor or an earlier compilation.
                      Hint: rename the interface or the other type, or clean the build.""");
            assertThat(finding.getLineNumber()).isEqualTo(4);
        });
        assertThat(compilation.generatedSources()).containsKey("demo/Small_InnerNetwork.java");
    }

    @ParameterizedTest
    @EnumSource
    void aFilerThatRefusesANameIsACollision(TestCompiler compiler) {
        Compilation compilation = compile(compiler, (method, arguments, original) -> {
            throw new FilerException("Attempt to recreate a file");
        });

        assertThat(findings(compilation))
                .extracting(Compilation::text)
                .allMatch(text -> text.startsWith("[Declaration.GeneratedName]"))
                .hasSize(2);
    }

    /** Gradle compiles again what a generated class originates from, and knows that only by what the filer is told. */
    @ParameterizedTest
    @EnumSource
    void everyClassOriginatesFromItsInterfaceAlone(TestCompiler compiler) {
        List<String> origins = new ArrayList<>();
        Compilation compilation = compile(compiler, (method, arguments, original) -> {
            for (Element origin : (Element[]) arguments[1]) {
                origins.add(arguments[0] + " from " + ((TypeElement) origin).getQualifiedName());
            }
            return original.call();
        });

        assertThat(compilation.success()).as("%s", compilation).isTrue();
        assertThat(origins)
                .containsExactly("demo.SmallNetwork from demo.Small", "demo.Small_InnerNetwork from demo.Small.Inner");
    }

    private Compilation compile(TestCompiler compiler, Call call) {
        return compiler.compile(
                folder,
                List.of(SMALL),
                List.of(new WrappedProcessor(WrappedProcessor.wrapping("getFiler", Filer.class, call))),
                List.of());
    }

    private static List<Diagnostic<?>> findings(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Kind.ERROR)
                .<Diagnostic<?>>map(diagnostic -> diagnostic)
                .filter(diagnostic -> Compilation.text(diagnostic).startsWith("[Declaration."))
                .toList();
    }

    /** A file that fails when it is written, or only when what was buffered has to go to the disk. */
    private static final class FailingFile extends ForwardingJavaFileObject<JavaFileObject> {
        private final String moment;
        private final IOException failure;

        FailingFile(JavaFileObject file, String moment, IOException failure) {
            super(file);
            this.moment = moment;
            this.failure = failure;
        }

        @Override
        public Writer openWriter() throws IOException {
            return new FilterWriter(super.openWriter()) {
                @Override
                public void write(String text, int offset, int length) throws IOException {
                    fail("write");
                    super.write(text, offset, length);
                }

                @Override
                public void close() throws IOException {
                    super.close();
                    fail("close");
                }

                private void fail(String now) throws IOException {
                    if (now.equals(moment)) {
                        throw failure;
                    }
                }
            };
        }
    }
}
