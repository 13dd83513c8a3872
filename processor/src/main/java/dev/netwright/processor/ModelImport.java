package dev.netwright.processor;

import dev.netwright.processor.declaration.ImportDeclaration;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.model.ImportModel;
import dev.netwright.processor.model.InterfaceModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Task;
import dev.netwright.processor.onnx.ImportedNetwork;
import dev.netwright.processor.onnx.NetworkNumbers;
import dev.netwright.processor.onnx.OnnxImporter;
import dev.netwright.processor.onnx.OnnxProblem;
import java.util.List;
import java.util.Optional;

/** Makes the model of a network that a file declares. */
final class ModelImport {
    private final ModelFiles files;

    ModelImport(ModelFiles files) {
        this.files = files;
    }

    /** A model, and the bytes of the resource with its numbers. */
    static final class ImportedModel {
        private final NetworkModel model;
        private final byte[] resource;

        private ImportedModel(NetworkModel model, byte[] resource) {
            this.model = model;
            this.resource = resource;
        }

        NetworkModel model() {
            return model;
        }

        byte[] resource() {
            return resource;
        }
    }

    /** Reads the file of an interface; empty, with findings of what is wrong, where it becomes no network. */
    Optional<ImportedModel> read(ImportDeclaration declaration, InterfaceModel own, List<Finding> findings) {
        ModelFiles.Found found =
                files.find(declaration.path(), declaration.declaration().type());
        if (found.isMissing()) {
            findings.add(declaration.finding(
                    Code.ONNX_MISSING,
                    declaration.path().isBlank() ? "\"" + declaration.path() + "\"" : declaration.path(),
                    String.join(", ", found.places()),
                    MissingModel.cure(declaration.path(), found.folders(), files::isThere)));
            return Optional.empty();
        }
        Optional<OnnxProblem> other = NoModel.problem(found.content());
        if (other.isPresent()) {
            findings.add(finding(declaration, other.get()));
            return Optional.empty();
        }
        OnnxImporter importer = OnnxImporter.of(found.content(), own.packageName(), own.generatedName());
        for (OnnxProblem problem : importer.problems()) {
            findings.add(finding(declaration, problem));
        }
        return importer.network().map(network -> model(declaration.path(), own, network));
    }

    private static Finding finding(ImportDeclaration declaration, OnnxProblem problem) {
        Code code = switch (problem.kind()) {
            case FILE -> Code.ONNX_FILE;
            case END -> Code.ONNX_END;
            case NODE -> Code.ONNX_NODE;
        };
        String place = problem.place().isEmpty() ? declaration.path() : problem.place();
        return declaration.finding(code, place, problem.what(), problem.cure());
    }

    private static ImportedModel model(String path, InterfaceModel own, ImportedNetwork network) {
        NetworkNumbers numbers = network.numbers();
        ImportModel imported = new ImportModel(
                path, own.generatedName() + ".safetensors", numbers.digest(), network.functions(), network.labels());
        NetworkModel model = new NetworkModel(
                own.packageName(),
                own.interfaceName(),
                own.shadowed(),
                own.isPublic(),
                own.suppressed(),
                network.inputs(),
                network.layers(),
                network.heads(),
                Task.NONE,
                Optional.of(imported));
        return new ImportedModel(model, numbers.resource());
    }
}
