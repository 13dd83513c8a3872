package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an ONNX file and makes a network of it, or says all that keeps it from being one. */
public final class OnnxImporter {
    private final List<OnnxProblem> problems = new ArrayList<>();
    private final Optional<ImportedNetwork> network;

    private OnnxImporter(byte[] file, String packageName, String generatedName, OptionalInt classes) {
        network = read(file, packageName, generatedName, classes);
    }

    /**
     * Reads a file.
     *
     * @param packageName   the package of the generated class; empty for the unnamed one
     * @param generatedName its simple name, which functions of its own are called with
     */
    public static OnnxImporter of(byte[] file, String packageName, String generatedName) {
        return of(file, packageName, generatedName, OptionalInt.empty());
    }

    /**
     * Reads a file that may be a classifier's.
     *
     * @param classes how many there are, where it is one's: its outputs become their probabilities if they come to the same
     */
    public static OnnxImporter of(byte[] file, String packageName, String generatedName, OptionalInt classes) {
        return new OnnxImporter(file, packageName, generatedName, classes);
    }

    private Optional<ImportedNetwork> read(byte[] file, String packageName, String generatedName, OptionalInt classes) {
        try {
            return new Lowering(GraphReader.read(file), packageName, generatedName, classes, problems).network();
        } catch (OnnxException e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    /** What keeps it from being a network, in the order of the file; none where there is one. */
    public List<OnnxProblem> problems() {
        return List.copyOf(problems);
    }

    /** The network; empty where there are problems. */
    public Optional<ImportedNetwork> network() {
        return problems.isEmpty() ? network : Optional.empty();
    }
}
