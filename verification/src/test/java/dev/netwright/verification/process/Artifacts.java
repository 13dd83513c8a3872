package dev.netwright.verification.process;

import dev.netwright.annotations.Layer;
import dev.netwright.export.JavaFile;
import dev.netwright.onnx.OnnxFile;
import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.testing.Jars;
import dev.netwright.runtime.Network;
import dev.netwright.testing.GradientCheck;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The jars of this build, as they were built. */
public final class Artifacts {
    private Artifacts() {}

    /** The vocabulary. */
    public static Path annotations() {
        return of(Layer.class);
    }

    /** What generated code calls. */
    public static Path runtime() {
        return of(Network.class);
    }

    /** What users' tests call. */
    public static Path testing() {
        return of(GradientCheck.class);
    }

    /** What writes ONNX files. */
    public static Path onnx() {
        return of(OnnxFile.class);
    }

    /** What writes networks as Java files. */
    public static Path export() {
        return of(JavaFile.class);
    }

    /** The processor, with what it needs inside. */
    public static Path processor() {
        return of(NetworkProcessor.class);
    }

    /** The tests of this module. */
    public static Path tests() {
        return of(Artifacts.class);
    }

    /** The folder of the project's root pom. */
    public static Path projectRoot() {
        return tests().getParent().getParent().getParent();
    }

    /** The jar or folder that a class comes from. */
    public static Path of(Class<?> type) {
        return Jars.of(type);
    }

    /** A class path or module path. */
    public static String path(Path... entries) {
        return Arrays.stream(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
