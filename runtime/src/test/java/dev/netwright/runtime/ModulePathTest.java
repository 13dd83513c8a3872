package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.annotations.Input;
import dev.netwright.runtime.kernel.Kernels;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime as a named module: its own declaration reads no incubator module, and no flag for that is needed. */
class ModulePathTest {
    private static final String SIMD = "INFO: Netwright kernels: SIMD, \\d+ bits \\(jdk\\.incubator\\.vector\\)\\.";

    private static final String PROGRAM = """
            package app;

            import dev.netwright.runtime.kernel.Kernels;

            public class Main {
                public static void main(String[] arguments) {
                    float[] z = new float[70];
                    Kernels.linear(new float[] {2}, 0, new float[70], 0, z, 1, 1, 70);
                    System.out.println("module: " + Main.class.getModule().getName());
                    System.out.println("runtime: " + Kernels.class.getModule().getName());
                    System.out.println("kernels: " + Kernels.description());
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static final String MODULE_PATH =
            ChildJvm.location(Kernels.class) + File.pathSeparator + ChildJvm.location(Input.class);

    private static Path named() {
        return folder.resolve("named");
    }

    private static Path unnamed() {
        return folder.resolve("unnamed");
    }

    @BeforeAll
    static void compile() throws IOException {
        Path program =
                Files.writeString(Files.createDirectories(folder.resolve("app")).resolve("Main.java"), PROGRAM);
        Path module =
                Files.writeString(folder.resolve("module-info.java"), "module app { requires dev.netwright.runtime; }");
        javac("-d", named().toString(), "--module-path", MODULE_PATH, module.toString(), program.toString());
        javac("-d", unnamed().toString(), "-cp", MODULE_PATH, program.toString());
    }

    private static void javac(String... arguments) {
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(javac.run(System.out, System.err, arguments)).isZero();
    }

    private static ChildJvm.Result runNamed(String... jvmArguments) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(jvmArguments));
        arguments.addAll(List.of("-p", MODULE_PATH + File.pathSeparator + named(), "-m", "app/app.Main"));
        return ChildJvm.java(arguments);
    }

    @Test
    void aNamedProgramGetsSimd() throws Exception {
        ChildJvm.Result result = runNamed("--add-modules=jdk.incubator.vector");
        assertThat(result.linesWith("INFO:")).singleElement().asString().matches(SIMD);
        assertThat(result.lines()).contains("module: app", "runtime: dev.netwright.runtime");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aNamedProgramRunsWithoutTheModule() throws Exception {
        ChildJvm.Result result = runNamed();
        assertThat(result.lines())
                .containsExactly(
                        "INFO: Netwright kernels: plain Java (pass --add-modules jdk.incubator.vector to java to be faster).",
                        "module: app",
                        "runtime: dev.netwright.runtime",
                        "kernels: plain Java");
    }

    @Test
    void aProgramOnTheClassPathUsesTheNamedRuntime() throws Exception {
        ChildJvm.Result result = ChildJvm.java(List.of(
                "-p",
                MODULE_PATH,
                "--add-modules=dev.netwright.runtime,jdk.incubator.vector",
                "-cp",
                unnamed().toString(),
                "app.Main"));
        assertThat(result.linesWith("INFO:")).singleElement().asString().matches(SIMD);
        assertThat(result.lines()).contains("module: null", "runtime: dev.netwright.runtime");
    }

    /** What a user ships: an image of the program, the runtime and the modules they need, and nothing else. */
    @Test
    void anImageOfItsOwnGetsSimd() throws Exception {
        boolean canLink = Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods"))
                || Runtime.version().feature() >= 24;
        assumeTrue(canLink, "this JDK has no modules to link");
        Path image = folder.resolve("image");
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
        int exitCode = jlink.run(
                System.out,
                System.err,
                "--module-path",
                MODULE_PATH + File.pathSeparator + named(),
                "--add-modules",
                "app,java.logging,jdk.incubator.vector",
                "--output",
                image.toString());
        assertThat(exitCode).isZero();
        ChildJvm.Result result = ChildJvm.run(
                image.resolve("bin").resolve("java"),
                List.of("--add-modules=jdk.incubator.vector", "-m", "app/app.Main"));
        assertThat(result.linesWith("INFO:")).singleElement().asString().matches(SIMD);
        assertThat(result.lines()).contains("module: app", "runtime: dev.netwright.runtime");
    }
}
