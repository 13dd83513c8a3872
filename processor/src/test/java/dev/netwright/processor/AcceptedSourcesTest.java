package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.SourceFiles;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles {@code accepted/*.java}, which is close to what is rejected but right: not even a warning is due. */
class AcceptedSourcesTest {
    @TempDir
    Path folder;

    static Stream<Arguments> sourcesAndCompilers() {
        return SourceFiles.in("/accepted").stream()
                .flatMap(source -> Arrays.stream(TestCompiler.values())
                        .map(compiler -> Arguments.of(source.path(), compiler, source)));
    }

    @ParameterizedTest(name = "{0} under {1}")
    @MethodSource("sourcesAndCompilers")
    void compilesWithoutAWord(String path, TestCompiler compiler, SourceFile source) {
        Compilation compilation = compiler.compile(folder, List.of(source));

        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        assertThat(compilation.success()).as("%s", compilation).isTrue();
        assertThat(compilation.generatedSources()).isNotEmpty();
    }
}
