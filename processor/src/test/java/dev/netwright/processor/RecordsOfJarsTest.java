package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.Jars;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are compiled already: what their components say is in the class file, and no source has a place for it. */
class RecordsOfJarsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void areReadWithWhatTheirComponentsDeclare(TestCompiler compiler) {
        Compilation compilation = compile(compiler, "@Feature(length = 12, missing = 0.5f) float[] rents, Kind kind");

        assertThat(compilation.success()).as("%s", compilation).isTrue();
        assertThat(compilation.generatedSources().get("demo/PriceNetwork.java"))
                .contains("KIND = RENTS + 12;")
                .contains("elements(\"rents\", sample.rents(), rows, at + RENTS, at + KIND, 0.5f);");
    }

    @ParameterizedTest
    @EnumSource
    void areFaultyWhereTheInputNamesThem(TestCompiler compiler) {
        Compilation compilation = compile(compiler, "String owner");

        assertThat(compilation.diagnostics()).as("%s", compilation).hasSize(1);
        Diagnostic<?> finding = compilation.diagnostics().get(0);
        assertThat(Compilation.text(finding))
                .startsWith("[Component.Type] Price: owner is String, which is no feature.");
        assertThat(finding.getLineNumber()).isEqualTo(3);
        assertThat(finding.getColumnNumber()).isBetween(8L, 17L);
    }

    private Compilation compile(TestCompiler compiler, String components) {
        Compilation library = compiler.compile(
                folder.resolve("library"),
                List.of(SourceFile.of("package lib;\nimport dev.netwright.annotations.*;\npublic record House("
                        + components + ") { public enum Kind { FLAT, HOUSE } }")));
        List<Path> classPath = new ArrayList<>(Jars.CLASS_PATH);
        classPath.add(library.classes());
        return compiler.compile(
                folder.resolve("user"),
                List.of(SourceFile.of("""
                        package demo;
                        import dev.netwright.annotations.*;
                        @Input(record = lib.House.class)
                        @Layer(size = 1)
                        public interface Price extends dev.netwright.runtime.Regressor<lib.House> {}
                        """)),
                List.of(new NetworkProcessor()),
                List.of(),
                classPath,
                List.of());
    }
}
