package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Declarations with random mistakes: the processor never fails itself; what it refuses has an error at a line of its own source, and
 * what it accepts compiles and computes what the reference does.
 */
class RandomMistakesTest {
    private static final Coverage ACCEPTED = new Coverage();
    private static final TreeMap<String, Integer> REFUSED = new TreeMap<>();

    @Provide
    Arbitrary<List<RandomNetwork>> batches() {
        return Declarations.batches(NetworkCount.BATCH);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(NetworkCount.class)
    void everyMistakeIsAnErrorAtItsPlace(@ForAll("batches") List<RandomNetwork> networks) throws IOException {
        List<RandomNetwork> mistaken = networks.stream()
                .map(network -> RandomMistakes.in(network, new Random(~network.seed())))
                .toList();
        Path folder = Files.createTempDirectory("netwright-mistakes");
        List<RandomNetwork> accepted = new ArrayList<>();
        try {
            Compilation compilation = TestCompiler.JAVAC.compile(
                    folder, mistaken.stream().map(RandomNetwork::file).toList());
            for (RandomNetwork network : mistaken) {
                List<Diagnostic<? extends JavaFileObject>> errors = errorsOf(compilation, network);
                String generated = network.className().replace('.', '/') + ".java";
                boolean isAccepted = compilation.generatedSources().containsKey(generated);
                assertThat(errors.isEmpty()).as("%s%n%s", network, errors).isEqualTo(isAccepted);
                errors.forEach(error -> check(network, error));
                if (isAccepted) {
                    accepted.add(network);
                }
            }
        } finally {
            delete(folder);
        }
        if (!accepted.isEmpty()) {
            CompiledBatch.check(accepted, ACCEPTED);
        }
    }

    private static List<Diagnostic<? extends JavaFileObject>> errorsOf(Compilation compilation, RandomNetwork network) {
        String file = "/" + network.file().path();
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Kind.ERROR)
                .filter(diagnostic -> diagnostic.getSource() != null
                        && diagnostic.getSource().getName().replace('\\', '/').endsWith(file))
                .toList();
    }

    private static void check(RandomNetwork network, Diagnostic<? extends JavaFileObject> error) {
        String text = Compilation.text(error);
        assertThat(text).as("%s", network).startsWith("[").doesNotContain("[" + Code.INTERNAL.id() + "]");
        assertThat(error.getLineNumber()).as("%s%n%s", network, text).isPositive();
        assertThat(error.getColumnNumber()).as("%s%n%s", network, text).isPositive();
        assertThat(text).contains("Hint: ");
        REFUSED.merge(text.substring(1, text.indexOf(']')), 1, Integer::sum);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Mistakes that never happen would be no test. */
    @AfterContainer
    static void mistakesOfManyKinds() {
        System.out.println("Random mistakes: errors " + REFUSED + "; accepted: " + ACCEPTED);
        assertThat(new TreeSet<>(REFUSED.keySet()))
                .contains(
                        Code.LAYER_SIZE.id(),
                        Code.LAYER_SIZE_MISSING.id(),
                        Code.LAYER_FROM_UNKNOWN.id(),
                        Code.NETWORK_CYCLE.id(),
                        Code.LAYER_RESIDUAL_SHAPE.id(),
                        Code.LAYER_WINDOW_SIZE.id(),
                        Code.LAYER_FUNCTION_MISSING.id(),
                        Code.LAYER_FUNCTION_METHOD.id(),
                        Code.LAYER_UNREAD.id());
    }
}
