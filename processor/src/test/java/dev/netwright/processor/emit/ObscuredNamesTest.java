package dev.netwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.model.SourceNames;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Classes that are called as something in the generated class, in packages that are called so too: there a name may mean a variable
 * before a type, and a type before a package (JLS 6.4.2). Every name in a generated class is tried under one compiler or the other. A declaration is refused where it
 * names such a class, or what is generated compiles without a warning.
 */
class ObscuredNamesTest {
    private static final String TYPES = """
            public class %s {
                public static float f(float z) { return z; }
                public static float derivative(float z) { return 1 + 0 * z; }
                public enum Kind { A, B }
                public record Sample(float value, Kind kind) {}
            }
            """;

    private static final String NETWORK = """
            @dev.netwright.annotations.Input(record = %2$s.Sample.class)
            @dev.netwright.annotations.Layer(size = 2, function = %3$s.class)
            @dev.netwright.annotations.Layer(labels = %2$s.Kind.class, activation = dev.netwright.annotations.Activation.SOFTMAX)
            interface %1$s extends dev.netwright.runtime.Network {}
            """;

    private static final String PLAIN = "util.Plain";

    /** What is tried under both compilers. */
    private static final List<String> CHOSEN =
            List.of("Kernels", "TOPOLOGY", "capacity", "hidden1Z", "i", "p", "rows", "sample");

    /** What means something in the sources of this test, too. */
    private static final Set<String> LEFT_OUT = Set.of(
            "Float",
            "IllegalArgumentException",
            "Kind",
            "Math",
            "Override",
            "Plain",
            "Sample",
            "String",
            "System",
            "any",
            "derivative",
            "dev",
            "f",
            "far",
            "java",
            "javax",
            "util");

    @TempDir
    Path folder;

    private final List<SourceFile> types = new ArrayList<>(List.of(of("util", "Plain", TYPES.formatted("Plain"))));

    @Test
    void typesOfTheRuntimeAreKnown() throws IllegalAccessException {
        for (Field field : RuntimeTypes.class.getDeclaredFields()) {
            if (field.getType() == ClassName.class) {
                String name = ((ClassName) field.get(null)).simpleName();
                assertThat(SourceNames.contains(name)).as(name).isTrue();
                assertThat(SourceNames.firstPackage(name)).as(name).isEqualTo("dev");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void inNoPackage(TestCompiler compiler) {
        Map<String, String> referred = new TreeMap<>();
        for (String name : names(compiler)) {
            types.add(of("", name, TYPES.formatted(name)));
            referred.put(name + "Case", name);
        }

        assertThat(refused(compiler, referred))
                .contains("TOPOLOGYCase", "hidden1ZCase", "iCase", "pCase", "rowsCase")
                .doesNotContain("KernelsCase", "capacityCase", "sampleCase");
    }

    @ParameterizedTest
    @EnumSource
    void inPackagesThatAreCalledSoToo(TestCompiler compiler) {
        Map<String, String> referred = new TreeMap<>();
        for (String name : names(compiler)) {
            types.add(of(name, name, TYPES.formatted(name)));
            referred.put(name + "." + name + "Case", name);
            referred.put("far." + name + "FarCase", name + "." + name);
        }

        assertThat(refused(compiler, referred))
                .contains("p.pCase", "rows.rowsCase", "far.rowsFarCase", "far.KernelsFarCase")
                .doesNotContain("Kernels.KernelsCase", "sample.sampleCase", "far.sampleFarCase");
    }

    /** The names in a generated class, but for those of methods. */
    private List<String> names(TestCompiler compiler) {
        List<SourceFile> sources = List.of(types.get(0), network("any.Any", PLAIN, PLAIN));
        Compilation compilation = compiler.compile(folder.resolve("any"), sources);
        String text =
                compilation.generatedSources().get("any/AnyNetwork.java").replaceAll("(?s)/\\*.*?\\*/|\"[^\"]*\"", "");
        Set<String> names = new TreeSet<>(Pattern.compile("[\\p{L}_$][\\w$]*+(?! *\\()")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList());
        names.removeIf(name -> SourceVersion.isKeyword(name) || LEFT_OUT.contains(name));
        List<String> sorted = List.copyOf(names);
        return Stream.concat(
                        CHOSEN.stream(),
                        IntStream.range(0, sorted.size())
                                .filter(i -> i % 2 == compiler.ordinal())
                                .mapToObj(sorted::get))
                .distinct()
                .toList();
    }

    /**
     * The networks that are refused because of what they refer to; the others compile without a word. So do those that are refused for their
     * function, when it is called as the message says.
     */
    private Set<String> refused(TestCompiler compiler, Map<String, String> referred) {
        List<SourceFile> networks = new ArrayList<>();
        referred.forEach((network, type) -> networks.add(network(network, type, type)));
        Map<String, String> functions = new TreeMap<>();
        Set<String> hidden = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic :
                compile(compiler, "all", networks, List.of("-proc:only")).diagnostics()) {
            String message = Compilation.text(diagnostic);
            assertThat(message).containsPattern("\\[(Layer.Function|Declaration.HiddenType)]");
            assertThat(diagnostic.getLineNumber()).as(message).isPositive();
            if (message.contains("[Layer.Function]")) {
                functions.put(
                        Path.of(diagnostic.getSource().toUri()).getFileName().toString(),
                        message.replaceAll("(?s).*\\n  Hint: rename \\S+, for example to (\\S+)\\.", "$1"));
            } else {
                hidden.add(message.replaceAll("(?s).*?HiddenType] (\\w+):.*", "$1.java"));
            }
        }
        networks.clear();
        Set<String> refused = new TreeSet<>();
        referred.forEach((network, type) -> {
            String file = network.substring(network.indexOf('.') + 1) + ".java";
            if (functions.containsKey(file) || hidden.contains(file)) {
                refused.add(network);
            }
            if (!hidden.contains(file)) {
                Optional<String> renamed = Optional.ofNullable(functions.get(file));
                networks.add(network(
                        network,
                        type,
                        renamed.map(name -> renamed(network, type, name)).orElse(type)));
            }
        });
        Compilation accepted = compile(compiler, "accepted", networks, List.of());
        assertThat(accepted.diagnostics()).as("%s", accepted).isEmpty();
        assertThat(accepted.success()).as("%s", accepted).isTrue();
        return refused;
    }

    /** Adds such a class beside the type, and gives its name as the network writes it. */
    private String renamed(String network, String type, String name) {
        int dot = type.indexOf('.');
        String packageName = network.substring(0, Math.max(0, network.indexOf('.')));
        SourceFile renamed = of(dot < 0 ? packageName : type.substring(0, dot), name, TYPES.formatted(name));
        if (!types.contains(renamed)) {
            types.add(renamed);
        }
        return type.substring(0, dot + 1) + name;
    }

    private Compilation compile(
            TestCompiler compiler, String name, List<SourceFile> networks, List<String> furtherOptions) {
        List<SourceFile> sources = new ArrayList<>(types);
        sources.addAll(networks);
        List<String> options = new ArrayList<>(
                compiler == TestCompiler.JAVAC ? List.of("-Xmaxerrs", "10000") : List.of("-maxProblems", "10000"));
        options.addAll(furtherOptions);
        return compiler.compile(folder.resolve(name), sources, List.of(new NetworkProcessor()), options);
    }

    private static SourceFile network(String name, String types, String function) {
        int dot = name.indexOf('.');
        String simpleName = name.substring(dot + 1);
        return of(dot < 0 ? "" : name.substring(0, dot), simpleName, NETWORK.formatted(simpleName, types, function));
    }

    private static SourceFile of(String packageName, String name, String text) {
        return packageName.isEmpty()
                ? new SourceFile(name + ".java", text)
                : new SourceFile(packageName + "/" + name + ".java", "package " + packageName + ";\n" + text);
    }
}
