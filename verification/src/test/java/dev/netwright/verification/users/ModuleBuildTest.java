package dev.netwright.verification.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Command;
import dev.netwright.verification.process.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build of a named module, on the module path, and an image that jlink makes of it. */
class ModuleBuildTest {
    private static final String MODULES =
            Artifacts.path(Path.of(UserProject.CLASSES), Artifacts.runtime(), Artifacts.annotations());

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    @TempDir
    private Path folder;

    static List<Jdk> jdks() {
        return Jdk.found();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void aModuleThatRequiresTheRuntimeIsAllThatItNeeds(Jdk jdk) throws Exception {
        UserProject project = compiled(jdk, "requires dev.netwright.runtime;");
        assertThat(Files.readString(project.generated())).doesNotContain("@Generated");
        runsWithAndWithoutTheVectorModule(jdk, "-p", MODULES, "-m", "demo/" + UserProject.MAIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void aModuleThatReadsTheAnnotationHasGeneratedClassesMarked(Jdk jdk) throws Exception {
        UserProject project = compiled(jdk, "requires dev.netwright.runtime; requires static java.compiler;");
        assertThat(Files.readString(project.generated())).contains("@Generated");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void jlinkMakesAnImageThatCanUseTheVectorModule(Jdk jdk) {
        compiled(jdk, "requires dev.netwright.runtime;");
        List<String> arguments = List.of("-p", MODULES, "--add-modules", "demo," + VECTOR_MODULE, "--output", "image");
        jdk.run(folder, "jlink", arguments).succeeded();
        Jdk image = new Jdk(jdk.feature(), folder.resolve("image"));
        runsWithAndWithoutTheVectorModule(image, "-m", "demo/" + UserProject.MAIN);
    }

    private void runsWithAndWithoutTheVectorModule(Jdk jdk, String... program) {
        Command.Result plain = jdk.run(folder, "java", List.of(program)).succeeded();
        assertThat(plain.lines()).isEqualTo(UserProject.OUTPUT);
        assertThat(plain.err()).contains("Netwright kernels: plain Java");
        List<String> arguments = new ArrayList<>(List.of("--add-modules", VECTOR_MODULE));
        arguments.addAll(List.of(program));
        Command.Result simd = jdk.run(folder, "java", arguments).succeeded();
        assertThat(simd.lines()).isEqualTo(UserProject.OUTPUT);
        assertThat(simd.err()).contains("Netwright kernels: SIMD, ");
    }

    private UserProject compiled(Jdk jdk, String directives) {
        UserProject project = UserProject.in(folder);
        project.write("src/module-info.java", "/** A user's. */ module demo { " + directives + " }");
        project.javac(jdk, "-p", UserProject.libraries(), "--processor-path", UserProject.processorPath());
        return project;
    }
}
