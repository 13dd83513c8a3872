package dev.netwright.verification.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Command;
import dev.netwright.verification.process.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build with javac alone, on the class path. */
class JavacBuildTest {
    private static final String HOW_TO_BE_FASTER =
            "Netwright kernels: plain Java (pass --add-modules jdk.incubator.vector to java to be faster).";

    @TempDir
    private Path folder;

    static List<Jdk> jdks() {
        return Jdk.found();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void theProcessorOnItsOwnPathNeedsNoFlagAndWarnsOfNothing(Jdk jdk) {
        UserProject project = UserProject.in(folder);
        Command.Result compiled =
                project.javac(jdk, "-cp", UserProject.libraries(), "-processorpath", UserProject.processorPath());
        assertThat(compiled.out() + compiled.err()).isEmpty();
        assertThat(project.generated()).exists();
        withoutTheVectorModuleOneLineSaysHowToBeFaster(jdk);
        withTheVectorModuleOneLineSaysThatItIsUsed(jdk);
    }

    private void withoutTheVectorModuleOneLineSaysHowToBeFaster(Jdk jdk) {
        Command.Result run = run(jdk);
        assertThat(run.lines()).isEqualTo(UserProject.OUTPUT);
        // java.util.logging writes a line for the time and place above every message.
        assertThat(run.err().lines()).hasSize(2).last().asString().endsWith(HOW_TO_BE_FASTER);
    }

    private void withTheVectorModuleOneLineSaysThatItIsUsed(Jdk jdk) {
        Command.Result run = run(jdk, "--add-modules", "jdk.incubator.vector");
        assertThat(run.lines()).isEqualTo(UserProject.OUTPUT);
        assertThat(run.err().lines())
                .filteredOn(line -> line.contains("Netwright"))
                .singleElement()
                .asString()
                .matches(".*Netwright kernels: SIMD, \\d+ bits \\(jdk\\.incubator\\.vector\\)\\.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void theProcessorOnTheClassPathIsFound(Jdk jdk) {
        UserProject project = UserProject.in(folder);
        List<String> options = new ArrayList<>(
                List.of("-cp", Artifacts.path(Artifacts.runtime(), Artifacts.annotations(), Artifacts.processor())));
        if (jdk.feature() >= 23) {
            // These run no processor that they find on the class path unless they are asked to.
            options.add("-proc:full");
        }
        project.javac(jdk, options.toArray(String[]::new));
        assertThat(project.generated()).exists();
        assertThat(run(jdk).lines()).isEqualTo(UserProject.OUTPUT);
    }

    private Command.Result run(Jdk jdk, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("-cp");
        arguments.add(Artifacts.path(Path.of(UserProject.CLASSES), Artifacts.runtime(), Artifacts.annotations()));
        arguments.add(UserProject.MAIN);
        return jdk.run(folder, "java", arguments).succeeded();
    }
}
