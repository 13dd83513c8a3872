package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.processor.testing.WrappedProcessor;
import dev.netwright.processor.testing.WrappedProcessor.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A bug of the processor is reported on the interface, with what to send, and costs no other interface its class. */
class FailureTest {
    private static final SourceFile BROKEN = source("Broken");
    private static final SourceFile WHOLE = source("Whole");

    @TempDir
    Path folder;

    static Stream<Arguments> compilersAndFailures() {
        return Stream.of(TestCompiler.values())
                .flatMap(compiler -> Stream.of(
                                new IllegalStateException("boom"),
                                new NullPointerException(),
                                new StackOverflowError(),
                                new AssertionError("boom"),
                                new NoClassDefFoundError("demo/Missing"))
                        .map(failure -> Arguments.of(compiler, failure)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("compilersAndFailures")
    void aFailureWhileReadingIsReported(TestCompiler compiler, Throwable failure) {
        check(compiler, failure, failingElements("getPackageOf", failure));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("compilersAndFailures")
    void aFailureWhileCheckingIsReported(TestCompiler compiler, Throwable failure) {
        Call failing = (method, arguments, original) -> {
            if (method.getName().equals("erasure") && arguments[0].toString().equals("demo.Broken")) {
                throw failure.fillInStackTrace();
            }
            return original.call();
        };
        check(compiler, failure, WrappedProcessor.wrapping("getTypeUtils", Types.class, failing));
    }

    private void check(TestCompiler compiler, Throwable failure, UnaryOperator<ProcessingEnvironment> environment) {
        Compilation compilation = compile(compiler, environment);

        Diagnostic<?> bug = compilation.diagnostics().get(0);
        assertThat(compilation.messages(Kind.ERROR)).as("%s", compilation).hasSize(1);
        assertThat(bug.getLineNumber()).isEqualTo(6);
        assertThat(Compilation.text(bug))
                .startsWith("[Internal] Broken: the processor itself failed: " + failure + " at ")
                .contains(" < dev.netwright.processor.")
                .contains(" (Java " + System.getProperty("java.version") + ")")
                .endsWith(
                        "\n  Hint: this is a bug in Netwright and not in your code. Please report it with this message"
                                + " and the declaration.")
                .hasLineCount(2);
        assertThat(compilation.generatedSources()).containsOnlyKeys("demo/WholeNetwork.java");
    }

    @ParameterizedTest
    @EnumSource
    void theCauseOfAFailureIsTold(TestCompiler compiler) {
        Throwable failure = new IllegalStateException("outside", new IllegalArgumentException("inside"));

        Compilation compilation = compile(compiler, failingElements("getPackageOf", failure));

        assertThat(compilation.messages(Kind.ERROR))
                .singleElement()
                .asString()
                .contains(", caused by java.lang.IllegalArgumentException: inside at ");
    }

    @ParameterizedTest
    @EnumSource
    void aReporterThatFindsNoPlaceStillTells(TestCompiler compiler) {
        Call failing = (method, arguments, original) -> {
            if (arguments.length > 2) {
                throw new IllegalStateException("boom");
            }
            return original.call();
        };
        SourceFile wrong = new SourceFile("demo/Broken.java", BROKEN.text().replace("size = 3", "size = 0"));

        Compilation compilation = compiler.compile(
                folder,
                List.of(wrong),
                List.of(new WrappedProcessor(WrappedProcessor.wrapping("getMessager", Messager.class, failing))),
                List.of());

        assertThat(compilation.messages(Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[Layer.Size] layer 1 of 1 (output): size is 0");
        assertThat(compilation.diagnostics().get(0).getLineNumber()).isLessThan(1);
    }

    private static UnaryOperator<ProcessingEnvironment> failingElements(String name, Throwable failure) {
        return WrappedProcessor.wrapping("getElementUtils", Elements.class, (method, arguments, original) -> {
            boolean isOfBroken = arguments != null
                    && arguments[0] instanceof Element element
                    && element.getSimpleName().contentEquals("Broken");
            if (isOfBroken && method.getName().equals(name)) {
                throw failure.fillInStackTrace();
            }
            return original.call();
        });
    }

    private Compilation compile(TestCompiler compiler, UnaryOperator<ProcessingEnvironment> environment) {
        return compiler.compile(folder, List.of(BROKEN, WHOLE), List.of(new WrappedProcessor(environment)), List.of());
    }

    private static SourceFile source(String name) {
        return SourceFile.of("""
                package demo;
                import dev.netwright.annotations.*;
                import dev.netwright.runtime.Network;
                @Input(4)
                @Layer(size = 3)
                public interface %s extends Network {}
                """.formatted(name));
    }
}
