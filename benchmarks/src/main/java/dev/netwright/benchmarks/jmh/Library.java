package dev.netwright.benchmarks.jmh;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Work;

/** The libraries that are measured, each in a module of its own below {@code peers}. */
public enum Library {
    /** PyTorch's C++ core. */
    LIBTORCH("libtorch", "libtorch (DJL)", true),
    /** Inference alone. */
    ONNX_RUNTIME("onnxruntime", "ONNX Runtime", false),
    /** ND4J with AVX. */
    DL4J("dl4j", "DL4J", true),
    /** In double precision. */
    SMILE("smile", "Smile", true),
    /** In double precision, all in Java. */
    ENCOG("encog", "Encog", true);

    private final String folder;
    private final String title;
    private final boolean trains;

    Library(String folder, String title, boolean trains) {
        this.folder = folder;
        this.title = title;
        this.trains = trains;
    }

    /** Its module, which is also the id of its peer. */
    public String folder() {
        return folder;
    }

    /** Its name in tables. */
    public String title() {
        return title;
    }

    /** Whether it is worth a JVM to ask for this work. */
    public boolean takes(Work work) {
        return work.kind() != Kind.THRESHOLD && (trains || work.kind() != Kind.TRAINING);
    }
}
