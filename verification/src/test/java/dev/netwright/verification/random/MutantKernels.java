package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.testing.reference.ReferenceActivations;
import dev.netwright.verification.activation.ActivationArithmetic;
import dev.netwright.verification.random.SourceMutants.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Runs generated networks on kernels with a fault, and asks whether the checks find it. */
final class MutantKernels {
    private static final int ROWS = 40;
    private static final float[] EXTREMES = {
        -3e38f, -1e4f, -200f, -95f, -50f, -20f, -14f, -9f, -3.01f, -1.005f, 0.005f, 1.005f, 3.01f, 9f, 14f, 20f, 50f,
        80f, 1e4f, 3e38f
    };

    private final Path folder;
    private final Path generated;
    private final List<RandomNetwork> networks;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private int compiled;

    /**
     * Prepares to run.
     *
     * @param folder    where mutants are compiled
     * @param generated the classes of the networks
     * @param networks  one for each activation
     */
    MutantKernels(Path folder, Path generated, List<RandomNetwork> networks) {
        this.folder = folder;
        this.generated = generated;
        this.networks = networks;
    }

    /** The first fault that is found in a mutant. */
    Optional<String> fault(String className, Mutant mutant) throws IOException {
        Path own = folder.resolve("mutant" + compiled++);
        Path source = Files.createDirectories(own).resolve(className + ".java");
        Files.writeString(source, mutant.source());
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(own));
        List<String> options = List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
        boolean success = compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                .call();
        assertThat(success).as("%s compiles", mutant).isTrue();
        return fault(own, mutant.function());
    }

    /** The first fault that is found with the classes of a folder; networks of the activation that is meant go first. */
    Optional<String> fault(Path classes, String function) {
        MutantClassLoader loader =
                new MutantClassLoader(classes, generated, networks.get(0).packageName());
        List<RandomNetwork> likelyFirst = networks.stream()
                .sorted(Comparator.comparing(network -> !function.startsWith(ActivationArithmetic.name(
                        (Activation) network.layers().get(0).effectiveActivation()))))
                .toList();
        try {
            for (RandomNetwork network : likelyFirst) {
                checkNetwork(network, new GeneratedClass(loader.loadClass(network.className())));
            }
            checkExtremes(new ActivationArithmetic(loader.loadClass(MutantClassLoader.KERNELS + "ActivationMath")));
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkNetwork(RandomNetwork declared, GeneratedClass generated) {
        Random random = new Random(declared.seed());
        NetworkData data = NetworkData.of(generated.create(declared.seed()), ROWS, random);
        new PassCheck(generated.of(data.parameters(), data.statistics()), ROWS, new Comparison())
                .check(data.inputs(), 0, ROWS, random);
    }

    /** Beside corners and where networks in good health seldom come: functions are still right, and finite unless they grow without end. */
    private static void checkExtremes(ActivationArithmetic arithmetic) {
        for (Activation activation : Activation.values()) {
            for (float z : activation.isElementwise() ? EXTREMES : new float[0]) {
                float alpha = 0.3f;
                near(
                        activation + " of " + z,
                        arithmetic.value(activation, z, alpha),
                        ReferenceActivations.value(activation, z, alpha));
                near(
                        "derivative of " + activation + " at " + z,
                        arithmetic.derivative(activation, z, alpha),
                        ReferenceActivations.derivative(activation, z, alpha));
            }
        }
    }

    private static void near(String what, float found, double expected) {
        boolean isNear = found == (float) expected || Math.abs(found - expected) <= 1e-6 + 1e-5 * Math.abs(expected);
        assertThat(isNear).as("%s is %s, not %s", what, found, expected).isTrue();
    }
}
