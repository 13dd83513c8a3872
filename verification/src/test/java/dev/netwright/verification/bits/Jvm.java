package dev.netwright.verification.bits;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Command;
import dev.netwright.verification.process.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to run a program of this package.
 *
 * @param jdk     the JDK
 * @param options options of {@code java}
 * @param isSlow  whether it takes a hundred times as long as others, so that little can be asked of it
 */
record Jvm(Jdk jdk, List<String> options, boolean isSlow) {
    /** Makes the incubator module present. */
    static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

    /** With these options. */
    static Jvm of(Jdk jdk, String... options) {
        return new Jvm(jdk, List.of(options), false);
    }

    /** With these options, which make it slow. */
    static Jvm slow(Jdk jdk, String... options) {
        return new Jvm(jdk, List.of(options), true);
    }

    /** With the incubator module as well. */
    Jvm withVectorModule() {
        return new Jvm(
                jdk, Stream.concat(Stream.of(VECTOR_MODULE), options.stream()).toList(), isSlow);
    }

    /** Runs the main method of a class of this module; nothing but the runtime and the vocabulary is on the class path. */
    Command.Result run(Class<?> program, String... arguments) {
        List<String> all = new ArrayList<>(options);
        all.add("-cp");
        all.add(Artifacts.path(Artifacts.tests(), Artifacts.runtime(), Artifacts.annotations()));
        all.add(program.getName());
        all.addAll(List.of(arguments));
        return jdk.run(Path.of(""), "java", all).succeeded();
    }

    /** The kernels that these options ask for, as {@code Kernels.description()} begins. */
    String expectedKernels() {
        boolean isSimd = options.contains(VECTOR_MODULE) && !options.contains("-Dnetwright.kernels=plain");
        if (!isSimd) {
            return "plain Java";
        }
        return options.contains("-XX:MaxVectorSize=16") || options.contains("-XX:UseAVX=0")
                ? "SIMD, 128 bits"
                : "SIMD, ";
    }

    @Override
    public String toString() {
        return jdk + " " + String.join(" ", options);
    }
}
