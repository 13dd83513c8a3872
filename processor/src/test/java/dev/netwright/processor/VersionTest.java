package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Layer;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotations of another version than the processor: what it does not know is never lost without a word. */
class VersionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void anActivationOfANewerVersionIsReported(TestCompiler compiler) {
        SourceFile newer = SourceFile.of("package dev.netwright.annotations;\npublic enum Activation { "
                + Arrays.stream(Activation.values()).map(Enum::name).collect(Collectors.joining(", "))
                + ", SWISH_2030 }\n");

        check(
                compile(compiler, newer, "@Layer(size = 3, activation = Activation.SWISH_2030)"),
                "it does not know activation = SWISH_2030.");
    }

    @ParameterizedTest
    @EnumSource
    void anAttributeOfANewerVersionIsReported(TestCompiler compiler) {
        SourceFile newer = layerWith("int dilation() default 0;");

        check(compile(compiler, newer, "@Layer(size = 3, dilation = 5)"), "it does not know the attribute dilation.");
    }

    @ParameterizedTest
    @EnumSource
    void anAttributeOfANewerVersionIsNoMatterWhereNobodyWritesIt(TestCompiler compiler) {
        Compilation compilation = compile(compiler, layerWith("int dilation() default 0;"), "@Layer(size = 3)");

        assertThat(compilation.generatedSources()).as("%s", compilation).containsKey("demo/Small" + "Network.java");
    }

    @ParameterizedTest
    @EnumSource
    void anAttributeThatAnOlderVersionLacksIsReported(TestCompiler compiler) {
        SourceFile older = new SourceFile(
                "dev/netwright/annotations/Layer.java",
                layerWith("").text().replaceAll("(?m)^.* constant\\(\\).*$", ""));

        check(compile(compiler, older, "@Layer(size = 3)"), "the annotation has no attribute constant.");
    }

    private static void check(Compilation compilation, String mismatch) {
        assertThat(compilation.messages(Kind.ERROR)).as("%s", compilation).hasSize(1);
        assertThat(compilation.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Kind.ERROR)
                        .map(Compilation::text))
                .containsExactly("[Declaration.Version] Small: this processor and the annotations on the class path are"
                        + " not of one version: " + mismatch
                        + "\n  Hint: use one version of netwright-annotations, netwright-runtime and"
                        + " netwright-processor.");
    }

    /** The attributes as they are now, and one more. */
    private static SourceFile layerWith(String attribute) {
        String now = Arrays.stream(Layer.class.getDeclaredMethods())
                .map(method -> "    " + method.getReturnType().getCanonicalName() + " " + method.getName()
                        + "() default " + defaultOf(method) + ";\n")
                .collect(Collectors.joining());
        return new SourceFile("dev/netwright/annotations/Layer.java", """
                package dev.netwright.annotations;
                @java.lang.annotation.Repeatable(Layers.class)
                public @interface Layer {
                %s
                    %s
                }
                """.formatted(now, attribute));
    }

    private static String defaultOf(Method attribute) {
        Object value = attribute.getDefaultValue();
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName() + "." + constant;
        }
        if (value.getClass().isArray()) {
            return "{}";
        }
        if (value instanceof Class<?> type) {
            return type.getCanonicalName() + ".class";
        }
        if (value instanceof Float number) {
            return number.isNaN() ? "Float.NaN" : number + "f";
        }
        return value instanceof String ? "\"\"" : value.toString();
    }

    private Compilation compile(TestCompiler compiler, SourceFile annotations, String layer) {
        SourceFile small = new SourceFile("demo/Small.java", """
                package demo;
                import dev.netwright.annotations.*;
                @Input(4)
                %s
                public interface Small extends dev.netwright.runtime.Network {}
                """.formatted(layer));
        return compiler.compile(folder, List.of(annotations, small));
    }
}
