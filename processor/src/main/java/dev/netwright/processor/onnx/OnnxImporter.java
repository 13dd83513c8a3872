package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an ONNX file and makes a network of it, or says all that keeps it from being one. */
public final class OnnxImporter {
    private final List<OnnxProblem> problems = new ArrayList<>();
    private final Optional<ImportedNetwork> network;

    private OnnxImporter(byte[] file, ImportRequest request) {
        network = read(file, request);
    }

    /** Reads a file. */
    public static OnnxImporter of(byte[] file, ImportRequest request) {
        return new OnnxImporter(file, request);
    }

    private Optional<ImportedNetwork> read(byte[] file, ImportRequest request) {
        try {
            OnnxGraph graph = ChosenOutputs.of(GraphReader.read(file), request.outputs());
            return new Lowering(graph, request, problems).network();
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
