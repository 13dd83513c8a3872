package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.verification.activation.ActivationArithmetic;
import dev.netwright.verification.random.SourceMutants.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fault in the arithmetic of an activation is found: whatever number, operator or result is changed, generated networks
 * that call the changed functions no longer agree with the reference.
 */
class ArithmeticMutantsTest {
    private static final Path SOURCES = Path.of("../runtime/src/main/java/dev/netwright/runtime/kernel");
    private static final String KERNELS = "netwright.kernels";

    /** Where a function is already 0 to the last bit, it may as well be cut off a little further out. */
    private static final Pattern CUT_OFF = Pattern.compile("_ZERO = -[0-9.]+f;");

    /** Kept for the whole run, since a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("dev.netwright");

    @TempDir
    static Path folder;

    private static MutantKernels kernels;

    /** Plain kernels: the vector kernels have an arithmetic of their own, which must give the same bits. */
    @BeforeAll
    static void compile() {
        LOG.setLevel(Level.OFF);
        System.setProperty(KERNELS, "plain");
        List<RandomNetwork> networks = Arrays.stream(Activation.values())
                .map(ArithmeticMutantsTest::network)
                .toList();
        Compilation compilation = TestCompiler.JAVAC.compile(
                folder.resolve("networks"),
                networks.stream().map(RandomNetwork::file).toList());
        assertThat(compilation.diagnostics()).isEmpty();
        kernels = new MutantKernels(folder, compilation.classes(), networks);
    }

    @AfterAll
    static void restore() {
        System.clearProperty(KERNELS);
        LOG.setLevel(null);
    }

    @Test
    void noFaultIsFoundInTheArithmeticAsItIs() {
        assertThat(kernels.fault(folder, "")).isEmpty();
    }

    @Test
    void everyFaultOfAnElementwiseActivationIsFound() throws IOException {
        List<Mutant> mutants = checkMutants("ActivationMath", Pattern.compile("return| = "));
        for (Activation activation : Activation.values()) {
            if (activation.isElementwise() && activation != Activation.IDENTITY) {
                String name = ActivationArithmetic.name(activation);
                assertThat(mutants).extracting(Mutant::function).contains(name, name + "Derivative");
            }
        }
    }

    @Test
    void everyFaultOfSoftmaxIsFound() throws IOException {
        checkMutants("Softmax", Pattern.compile("sum \\+=|mean \\+=|= \\(float\\)|scale ="));
    }

    @Test
    void everyFaultOfLogSoftmaxIsFound() throws IOException {
        checkMutants("LogSoftmax", Pattern.compile("sum \\+=|mean \\+=|= \\(float\\)|scale ="));
    }

    private static List<Mutant> checkMutants(String className, Pattern lines) throws IOException {
        List<Mutant> mutants = SourceMutants.of(Files.readString(SOURCES.resolve(className + ".java")), lines);
        int found = 0;
        for (Mutant mutant : mutants) {
            Optional<String> fault = kernels.fault(className, mutant);
            boolean isHarmless = CUT_OFF.matcher(mutant.change()).find();
            assertThat(fault.isPresent() || isHarmless)
                    .as("%s is found", mutant)
                    .isTrue();
            found += fault.isPresent() ? 1 : 0;
        }
        System.out.printf("%d of %d faults in %s found.%n", found, mutants.size(), className);
        return mutants;
    }

    private static RandomNetwork network(Activation activation) {
        RandomLayer layer = new RandomLayer(
                6, Optional.of(activation), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0f);
        return new RandomNetwork(
                Placement.PUBLIC, "mutants", activation + "Net", "", 4, List.of(layer, layer), activation.ordinal());
    }
}
