package dev.netwright.verification.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Command;
import dev.netwright.verification.process.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build with Eclipse's compiler as a program of its own. */
class EcjBuildTest {
    @TempDir
    private Path folder;

    static List<Jdk> jdks() {
        return Jdk.found();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void itFindsTheProcessorAndWarnsOfNothing(Jdk jdk) {
        UserProject project = UserProject.in(folder);
        List<String> arguments =
                new ArrayList<>(List.of("-jar", Artifacts.of(Main.class).toString()));
        arguments.addAll(List.of("--release", "17", "-warn:+unused,raw,unchecked,deadCode", "-failOnWarning"));
        arguments.addAll(List.of("-cp", UserProject.libraries()));
        arguments.addAll(List.of("-processorpath", UserProject.processorPath()));
        arguments.addAll(List.of("-d", UserProject.CLASSES, "-s", UserProject.GENERATED));
        arguments.addAll(project.sources());
        Command.Result compiled = jdk.run(folder, "java", arguments).succeeded();
        assertThat(compiled.out() + compiled.err()).isEmpty();
        assertThat(project.generated()).exists();
        String path = Artifacts.path(Path.of(UserProject.CLASSES), Artifacts.runtime(), Artifacts.annotations());
        Command.Result run = jdk.run(folder, "java", List.of("-cp", path, UserProject.MAIN));
        assertThat(run.succeeded().lines()).isEqualTo(UserProject.OUTPUT);
    }
}
