package dev.netwright.verification.file;

import dev.netwright.processor.emit.GeneratedSource;
import dev.netwright.processor.emit.NetworkEmitter;
import dev.netwright.processor.model.ImportModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Task;
import dev.netwright.processor.onnx.ImportRequest;
import dev.netwright.processor.onnx.ImportedNetwork;
import dev.netwright.processor.onnx.OnnxImporter;
import dev.netwright.processor.onnx.OnnxProblem;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whatever bytes a file has, it becomes a class, or problems that say what and where. Jazzer looks for a method of this name. */
final class OnnxFuzzTarget {
    /** As many as most of the models have. */
    private static final int CLASSES = 3;

    private OnnxFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        check(OnnxImporter.of(bytes, ImportRequest.of("fuzzed", "FuzzedNetwork")));
        check(OnnxImporter.of(bytes, new ImportRequest("fuzzed", "FuzzedNetwork", OptionalInt.of(CLASSES), List.of())));
    }

    private static void check(OnnxImporter importer) {
        for (OnnxProblem problem : importer.problems()) {
            if (problem.what().isBlank()
                    || problem.cure().isBlank()
                    || problem.what().contains("\n")) {
                throw new AssertionError("A problem that says nothing, or on several lines: " + problem);
            }
        }
        if (importer.network().isPresent() != importer.problems().isEmpty()) {
            throw new AssertionError("Neither a network nor a problem: " + importer.problems());
        }
        importer.network().ifPresent(OnnxFuzzTarget::emit);
    }

    private static void emit(ImportedNetwork network) {
        ImportModel imported = new ImportModel(
                "fuzzed.onnx",
                List.of(),
                "FuzzedNetwork.safetensors",
                network.numbers().scales(),
                network.numbers().digest(),
                network.functions(),
                network.labels(),
                network.ending());
        NetworkModel model = new NetworkModel(
                "fuzzed",
                "Fuzzed",
                List.of(),
                true,
                List.of(),
                network.inputs(),
                network.layers(),
                network.heads(),
                Task.NONE,
                Optional.of(imported));
        GeneratedSource source = new NetworkEmitter(Optional.empty()).emit(NetworkPlan.of(model));
        if (!source.text().contains("class FuzzedNetwork")) {
            throw new AssertionError("A source without its class: " + source.text());
        }
    }
}
