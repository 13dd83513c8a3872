package dev.netwright.verification.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.testing.reference.ReferenceActivations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comments of generated sources say of the way back through softmax and log-softmax is the product with the Jacobian. */
class DeltaTextsTest {
    private static final Pattern DELTA = Pattern.compile("// dL/dzᵢ = (.*)");
    private static final double[] Z = {0.5, -1.25, 2, 0.125};
    private static final double[] DA = {1, -0.5, 0.25, 3};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "LOG_SOFTMAX"})
    void isTheProductWithTheJacobian(Activation activation) {
        Compilation compilation = TestCompiler.JAVAC.compile(folder, List.of(SourceFile.of("""
                package demo;
                @dev.netwright.annotations.Input(4)
                @dev.netwright.annotations.Layer(size = 4, activation = dev.netwright.annotations.Activation.%s)
                interface Rows extends dev.netwright.runtime.Network {}
                """.formatted(activation))));
        Matcher delta = DELTA.matcher(compilation.generatedSources().get("demo/RowsNetwork.java"));
        assertThat(delta.find()).isTrue();
        String text = delta.group(1).replace("dL/da", "g");

        double[] a = ReferenceActivations.row(activation, Z, Double.NaN);
        double[] expected = ReferenceActivations.backward(activation, Z, DA, Double.NaN);
        Formula.Row row = new Formula.Row(Z.length, Map.of("a", a, "aᵢ", a, "g", DA, "gᵢ", DA));
        for (int i = 0; i < Z.length; i++) {
            assertThat(new Formula().define("dz", text).value("dz", row, i))
                    .as(text)
                    .isCloseTo(expected[i], within(1e-12));
        }
    }
}
