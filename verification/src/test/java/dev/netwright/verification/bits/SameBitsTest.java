package dev.netwright.verification.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same declaration, seed, data and batch size give the same bits: {@link BitsProgram} trains the same networks in many
 * JVMs, and each must print the hashes that are kept in {@code src/test/golden}.
 */
class SameBitsTest {
    private static final String ACCEPT = "netwright.accept";

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.netwright.verification.bits.Jvms#few")
    void everyJvmGivesTheSameBits(Jvm jvm) {
        check(jvm, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.netwright.verification.bits.Jvms#all")
    @Tag("long")
    void everyJvmGivesTheSameBitsOnOneThreadAndOnThree(Jvm jvm) {
        check(jvm, 1);
        check(jvm, 3);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 3, 5})
    void everyNumberOfThreadsGivesTheSameBits(int threads) {
        check(Jvm.of(Jdk.current()), threads);
        check(Jvm.of(Jdk.current()).withVectorModule(), threads);
    }

    @Test
    void jdks17And25AreBothThere() {
        assumeThat(Jdk.found().stream().map(Jdk::feature))
                .as(
                        "The bits were compared on these JDKs alone; set JAVA_HOME_17 and JAVA_HOME_25, or install both side by"
                                + " side, to compare both")
                .contains(17, 25);
    }

    @Test
    void theNetworksHaveEveryActivationAndInitializer() {
        List<WeightedLayer> layers = TrainingCase.all().stream()
                .flatMap(given -> given.network().topology().weighted().stream())
                .toList();
        assertThat(layers.stream().map(WeightedLayer::activation)).contains(Activation.values());
        assertThat(layers.stream().map(WeightedLayer::initializer))
                .contains(Stream.of(Initializer.values())
                        .filter(initializer -> initializer != Initializer.AUTO)
                        .toArray(Initializer[]::new));
    }

    private static void check(Jvm jvm, int threads) {
        String length = jvm.isSlow() ? "brief" : "full";
        List<String> lines = run(jvm, threads, length);
        assertThat(lines.get(0)).startsWith(BitsProgram.KERNELS + jvm.expectedKernels());
        assertThat(lines.subList(1, lines.size()))
                .as(
                        "The bits of %s on %s threads. Where every JVM gives other bits than these because the arithmetic was"
                                + " meant to change, run this test with -D%s and tell users in CHANGELOG.md.",
                        jvm, threads, ACCEPT)
                .isEqualTo(kept(length));
    }

    private static List<String> run(Jvm jvm, int threads, String length) {
        return jvm.run(BitsProgram.class, Integer.toString(threads), length).lines();
    }

    @BeforeAll
    static void acceptWhereAsked() throws IOException {
        if (System.getProperty(ACCEPT) != null) {
            for (String length : List.of("full", "brief")) {
                List<String> lines = run(Jvm.of(Jdk.current()), 1, length);
                Files.write(file(length), lines.subList(1, lines.size()));
            }
        }
    }

    private static List<String> kept(String length) {
        try {
            return Files.readAllLines(file(length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String length) {
        return Artifacts.projectRoot().resolve("verification/src/test/golden/bits-" + length + ".txt");
    }
}
