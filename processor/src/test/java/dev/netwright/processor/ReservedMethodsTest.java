package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever methods a generated class has, an interface may not have one of their signature with a body of its own. */
class ReservedMethodsTest {
    /** Deep enough that the description of its layers is split. */
    private static final String DEEP = IntStream.range(0, 150)
            .mapToObj(i -> "@Layer(size = 1, activation = Activation.TANH)\n")
            .collect(Collectors.joining());

    @TempDir
    Path folder;

    @Test
    void everyMethodOfAGeneratedClassIsReserved() throws Exception {
        Compilation plain = compile("Plain", "");
        List<String> methods = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        try (var loader = plain.classLoader()) {
            for (Method method : loader.loadClass("demo.PlainNetwork").getMethods()) {
                boolean isOfNetwork = Arrays.stream(Network.class.getMethods())
                        .anyMatch(other -> other.getName().equals(method.getName()));
                if (isOfNetwork && !method.isBridge()) {
                    add(method, methods, expected);
                }
            }
            for (Method method : loader.loadClass("demo.PlainNetwork").getDeclaredMethods()) {
                if (Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()) {
                    add(method, methods, expected);
                }
            }
        }
        assertThat(expected)
                .contains("create(long)", "inputSize()", "predict(float[],int)", "buildTopologyPart1(java.util.List)");

        Compilation clashing = compile("Clashing", String.join("\n", methods).replace("demo.Plain", "demo.Clashing"));

        assertThat(clashing.messages(Kind.ERROR))
                .extracting(text -> text.lines().findFirst().orElseThrow())
                .filteredOn(text -> text.startsWith("["))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(signature -> "[Method.Clash] Clashing: the method " + signature
                                + " has the signature of a method that the generated class has itself.")
                        .toList());
    }

    private static void add(Method method, List<String> methods, List<String> signatures) {
        List<String> types = Arrays.stream(method.getParameterTypes())
                .map(Class::getCanonicalName)
                .toList();
        String parameters = IntStream.range(0, types.size())
                .mapToObj(i -> (types.get(i).equals("java.util.List") ? "java.util.List<?>" : types.get(i)) + " p" + i)
                .collect(Collectors.joining(", "));
        String type = method.getName().equals("copy")
                ? "demo.Clashing"
                : method.getReturnType().getCanonicalName();
        methods.add("default " + type + " " + method.getName() + "(" + parameters
                + ") { throw new UnsupportedOperationException(); }");
        signatures.add(method.getName() + "(" + String.join(",", types) + ")");
    }

    private Compilation compile(String name, String body) {
        return TestCompiler.JAVAC.compile(
                folder.resolve(name),
                List.of(new SourceFile("demo/" + name + ".java", """
                        package demo;
                        import dev.netwright.annotations.*;
                        @Input(1)
                        %s
                        public interface %s extends dev.netwright.runtime.Network {
                        %s
                        }
                        """.formatted(DEEP, name, body))));
    }
}
