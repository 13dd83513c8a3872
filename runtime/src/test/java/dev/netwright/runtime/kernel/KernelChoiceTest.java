package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one line that the log gets, in JVMs of their own: the kernels are chosen once for each. */
class KernelChoiceTest {
    private static final String MODULE = "--add-modules=jdk.incubator.vector";
    private static final String SIMD = "INFO: Netwright kernels: SIMD, \\d+ bits \\(jdk\\.incubator\\.vector\\)\\.";
    private static final String PLAIN = "INFO: Netwright kernels: plain Java (";

    private static ChildJvm.Result run(String... jvmArguments) throws IOException, InterruptedException {
        return runWith(ChildJvm.classPath(), jvmArguments);
    }

    private static ChildJvm.Result runWith(String classPath, String... jvmArguments)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(jvmArguments));
        arguments.addAll(List.of("-cp", classPath, PrintKernels.class.getName()));
        ChildJvm.Result result = ChildJvm.java(arguments);
        assertThat(result.exitCode()).as("%s", result.lines()).isZero();
        return result;
    }

    private static List<String> log(ChildJvm.Result result) {
        // The JVM itself warns of every incubator module.
        return result.lines().stream()
                .filter(line -> line.startsWith("INFO:") || line.startsWith("WARNING:"))
                .filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector"))
                .toList();
    }

    @Test
    void whereTheModuleIsPresentSimdIsTaken() throws Exception {
        ChildJvm.Result result = run(MODULE);
        assertThat(log(result)).singleElement().asString().matches(SIMD);
        assertThat(result.linesWith("kernels: ")).singleElement().asString().matches("kernels: SIMD, \\d+ bits");
    }

    @Test
    void whereItIsAbsentTheLineSaysHowToBeFaster() throws Exception {
        ChildJvm.Result result = run();
        assertThat(log(result))
                .containsExactly(PLAIN + "pass --add-modules jdk.incubator.vector to java to be faster).");
        assertThat(result.linesWith("kernels: ")).containsExactly("kernels: plain Java");
    }

    @Test
    void plainJavaCanBeForced() throws Exception {
        assertThat(log(run(MODULE, "-Dnetwright.kernels=plain")))
                .containsExactly(PLAIN + "chosen by -Dnetwright.kernels=plain).");
    }

    @Test
    void simdCannotBeForcedWithoutTheModule() throws Exception {
        assertThat(log(run("-Dnetwright.kernels=simd")))
                .containsExactly(
                        "WARNING: -Dnetwright.kernels=simd needs --add-modules jdk.incubator.vector; plain Java is used.",
                        PLAIN + "pass --add-modules jdk.incubator.vector to java to be faster).");
        assertThat(log(run(MODULE, "-Dnetwright.kernels=simd")))
                .singleElement()
                .asString()
                .matches(SIMD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "SIMD", "{0} it's"})
    void anotherValueIsTold(String value) throws Exception {
        assertThat(log(run(MODULE, "-Dnetwright.kernels=" + value)))
                .hasSize(2)
                .startsWith("WARNING: -Dnetwright.kernels=" + value + " is ignored: the values are plain and simd.")
                .last()
                .asString()
                .matches(SIMD);
    }

    @Test
    void kernelsThatCannotBeLoadedAreReplacedAndTold(@TempDir Path folder) throws Exception {
        Path classes = ChildJvm.location(Kernels.class);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith("Simd")) {
                    Path copy = folder.resolve(classes.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        String others = String.join(
                File.pathSeparator,
                Stream.of(ChildJvm.classPath().split(File.pathSeparator))
                        .filter(entry -> !Path.of(entry).equals(classes))
                        .toList());
        ChildJvm.Result result = runWith(folder + File.pathSeparator + others, MODULE);
        assertThat(log(result))
                .containsExactly(PLAIN + "the SIMD kernels could not be loaded: java.lang.ClassNotFoundException:"
                        + " dev.netwright.runtime.kernel.SimdKernels).");
        assertThat(result.linesWith("kernels: ")).containsExactly("kernels: plain Java");
    }

    @Test
    void everyJvmGivesTheSameBits() throws Exception {
        List<String> bits = run().linesWith("bits: ");
        assertThat(bits).hasSize(1);
        String ignore = "-XX:+IgnoreUnrecognizedVMOptions";
        assertThat(run(MODULE).linesWith("bits: ")).isEqualTo(bits);
        assertThat(run(MODULE, ignore, "-XX:UseAVX=2").linesWith("bits: ")).isEqualTo(bits);
        assertThat(run(MODULE, ignore, "-XX:MaxVectorSize=16").linesWith("bits: "))
                .isEqualTo(bits);
        assertThat(run(ignore, "-XX:-UseFMA").linesWith("bits: ")).isEqualTo(bits);
        assertThat(run("-Xint").linesWith("bits: ")).isEqualTo(bits);
        assertThat(run("-XX:TieredStopAtLevel=1").linesWith("bits: ")).isEqualTo(bits);
    }
}
