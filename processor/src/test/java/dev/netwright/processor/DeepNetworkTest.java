package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks of as many layers as a class holds, and of one more. */
class DeepNetworkTest {
    private static final int LINES_BEFORE_THE_LAYERS = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void haveUpToAThousandLayers(TestCompiler compiler) {
        Compilation compilation = process(compiler, 1_000);

        assertThat(compilation.success()).as("%s", compilation).isTrue();
        assertThat(compilation.generatedSources()).containsOnlyKeys("demo/DeepNetwork.java");
    }

    /** The methods that a long one is split into take nothing that they do not need, such as the rows for gradients of frozen layers alone. */
    @ParameterizedTest
    @EnumSource
    void compileWithoutAWarningWhereManyLayersAreFrozen(TestCompiler compiler) {
        String source = """
                package demo; import dev.netwright.annotations.*; import static dev.netwright.annotations.Activation.*;
                @Input(1)
                """ + "@Layer(size = 1, activation = TANH, trainable = false)\n".repeat(900) + """
                @Layer(size = 1)
                public interface Deep extends dev.netwright.runtime.Network {}
                """;
        Compilation compilation = compiler.compile(folder, List.of(SourceFile.of(source)));

        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        assertThat(compilation.generatedSources().get("demo/DeepNetwork.java"))
                .contains("private void computeGradientsPart1(float[] gradients, int rows, GradientShare share) {")
                .contains("private void computeGradientsPart2(float[] gradients, GradientShare share) {");
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedAtTheFirstLayerThatIsTooMuch(TestCompiler compiler) {
        Compilation compilation = process(compiler, 1_003);

        assertThat(compilation.success()).isFalse();
        assertThat(compilation.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(Compilation.text((Diagnostic<?>) diagnostic)).isEqualTo("""
                    [Network.Layers] layer 1001 of 1003 (hidden1001): the network has 1,003 layers, but one class holds at most 1,000.
                          input            1
                          ...
                          hidden996   1 -> 1  tanh
                          hidden997   1 -> 1  tanh
                          hidden998   1 -> 1  tanh
                          hidden999   1 -> 1  tanh
                          hidden1000  1 -> 1  tanh
                      --> hidden1001  1 -> 1  tanh
                          hidden1002  1 -> 1  tanh
                          output      1 -> 1  tanh
                      Hint: leave layers out; a network that deep hardly learns.""");
            assertThat(diagnostic.getLineNumber()).isEqualTo(LINES_BEFORE_THE_LAYERS + 1_001);
        });
    }

    private Compilation process(TestCompiler compiler, int layers) {
        String source = """
                package demo; import dev.netwright.annotations.*; import static dev.netwright.annotations.Activation.*;
                @Input(1)
                """ + "@Layer(size = 1, activation = TANH)\n".repeat(layers) + """
                public interface Deep extends dev.netwright.runtime.Network {}
                """;
        return compiler.compile(
                folder, List.of(SourceFile.of(source)), List.of(new NetworkProcessor()), List.of("-proc:only"));
    }
}
