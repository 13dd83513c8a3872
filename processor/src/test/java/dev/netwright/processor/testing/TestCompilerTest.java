package dev.netwright.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The harness itself: both compilers run the processor, and both tell of mistakes. */
class TestCompilerTest {
    private static final String NETWORK = """
            package demo;
            import dev.netwright.annotations.*;
            import dev.netwright.runtime.Network;
            @Input(2)
            @Layer(size = %d, activation = Activation.TANH)
            @Layer(size = 1)
            public interface Small extends Network {}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void generatesAndCompiles(TestCompiler compiler) throws Exception {
        Compilation compilation = compiler.compile(folder, List.of(SourceFile.of(NETWORK.formatted(3))));

        assertThat(compilation.success()).as("%s", compilation).isTrue();
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.generatedSources()).containsOnlyKeys("demo/SmallNetwork.java");
        try (var loader = compilation.classLoader()) {
            assertThat(loader.loadClass("demo.SmallNetwork")).isFinal();
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsMistakes(TestCompiler compiler) {
        Compilation compilation = compiler.compile(folder, List.of(SourceFile.of(NETWORK.formatted(0))));

        assertThat(compilation.success()).isFalse();
        assertThat(compilation.messages(Kind.ERROR)).singleElement().asString().contains("[Layer.Size]");
    }
}
