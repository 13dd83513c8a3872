package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.Jars;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.processor.testing.WrappedProcessor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Development environments hide javac's syntax trees from processors: then everything works but the columns. */
class WrappedEnvironmentTest {
    private static final SourceFile RIGHT = SourceFile.of("""
            package demo;
            import dev.netwright.annotations.*;
            @Input(4)
            @Layer(size = 8, activation = Activation.TANH)
            @Layer(size = 8, activation = Activation.TANH)
            @Layer(size = 3)
            public interface Small extends dev.netwright.runtime.Network {}
            """);
    private static final SourceFile WRONG =
            new SourceFile(RIGHT.path(), RIGHT.text().replaceFirst("(?s)(8.*)8", "$10"));

    @TempDir
    Path folder;

    private static WrappedProcessor wrapped() {
        return new WrappedProcessor(environment -> WrappedProcessor.wrap(
                ProcessingEnvironment.class, environment, (method, arguments, original) -> original.call()));
    }

    @ParameterizedTest
    @EnumSource
    void generates(TestCompiler compiler) {
        Compilation compilation = compiler.compile(folder, List.of(RIGHT), List.of(wrapped()), List.of());

        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        assertThat(compilation.generatedSources()).containsOnlyKeys("demo/SmallNetwork.java");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichLayerIsWrongWhereItHasNoColumn(TestCompiler compiler) {
        Compilation compilation = compiler.compile(folder, List.of(WRONG), List.of(wrapped()), List.of());

        assertThat(compilation.messages(Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[Layer.Size] layer 2 of 3 (hidden2): size is 0");
        // With repeated annotations javac's Messager knows no more than the interface.
        assertThat(compilation.diagnostics().get(0).getLineNumber()).isEqualTo(compiler == TestCompiler.JAVAC ? 7 : 5);
    }

    /** Eclipse runs on runtimes that have no javac. */
    @Test
    void needsNoJavac() throws Exception {
        try (var loader = new WithoutJavac()) {
            Processor processor = (Processor) loader.loadClass(NetworkProcessor.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            Compilation compilation = TestCompiler.ECJ.compile(folder, List.of(WRONG), List.of(processor), List.of());

            assertThat(compilation.messages(Kind.ERROR))
                    .singleElement()
                    .asString()
                    .startsWith("[Layer.Size] layer 2 of 3 (hidden2): size is 0");
        }
    }

    /** Loads the processor afresh, and knows no {@code com.sun.source}. */
    private static final class WithoutJavac extends URLClassLoader {
        WithoutJavac() throws MalformedURLException {
            super(new URL[] {Jars.of(NetworkProcessor.class).toUri().toURL()}, WithoutJavac.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.sun.source.")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("dev.netwright.processor.") && findLoadedClass(name) == null) {
                return findClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
