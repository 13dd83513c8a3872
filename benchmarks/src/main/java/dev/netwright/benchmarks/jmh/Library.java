package dev.netwright.benchmarks.jmh;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The libraries that are measured, each in a module of its own below {@code peers}. */
public enum Library {
    /** PyTorch's C++ core. */
    LIBTORCH("libtorch", "libtorch (DJL)", "pytorch-(?:engine|native-cpu)", true, true),
    /** Inference alone. */
    ONNX_RUNTIME("onnxruntime", "ONNX Runtime", "onnxruntime", false, false),
    /** ND4J with AVX. */
    DL4J("dl4j", "DL4J", "deeplearning4j-nn", true, false),
    /** In double precision. */
    SMILE("smile", "Smile", "smile-core", true, false),
    /** In double precision, all in Java. */
    ENCOG("encog", "Encog", "encog-core", true, false);

    private final String folder;
    private final String title;
    private final Pattern jars;
    private final boolean trains;
    private final boolean convolves;

    Library(String folder, String title, String artifacts, boolean trains, boolean convolves) {
        this.folder = folder;
        this.title = title;
        this.jars = Pattern.compile("(" + artifacts + "-[0-9].*)\\.jar");
        this.trains = trains;
        this.convolves = convolves;
    }

    /** Its module, which is also the id of its peer. */
    public String folder() {
        return folder;
    }

    /** Its name in tables. */
    public String title() {
        return title;
    }

    /** The names, with versions, of those jars that are the library itself. */
    public List<String> versions(List<Path> classPath) {
        return classPath.stream()
                .map(path -> jars.matcher(path.getFileName().toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    /** Whether it is worth a JVM to ask for this work. */
    public boolean takes(Work work) {
        return work.kind() != Kind.THRESHOLD
                && (trains || work.kind() != Kind.TRAINING)
                && (convolves || work.model().isDense());
    }
}
