package dev.netwright.processor;

import dev.netwright.processor.declaration.ImportDeclaration;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.model.ImportModel;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.InterfaceModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.RecordModel;
import dev.netwright.processor.model.Task;
import dev.netwright.processor.model.TypedModel;
import dev.netwright.processor.onnx.ImportRequest;
import dev.netwright.processor.onnx.ImportedNetwork;
import dev.netwright.processor.onnx.NetworkNumbers;
import dev.netwright.processor.onnx.OnnxImporter;
import dev.netwright.processor.onnx.OnnxProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

    /**
     * Reads the file of an interface; empty, with findings of what is wrong, where it becomes no network, or none that does what the
     * interface says.
     *
     * @param typed what that says of samples and classes
     */
    Optional<ImportedModel> read(
            ImportDeclaration declaration, InterfaceModel own, Optional<TypedModel> typed, List<Finding> findings) {
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
        OptionalInt classes = typed.filter(said -> said.kind() == Task.Kind.CLASSIFIER)
                .map(said -> OptionalInt.of(said.constants().size()))
                .orElse(OptionalInt.empty());
        OnnxImporter importer = OnnxImporter.of(
                found.content(),
                new ImportRequest(own.packageName(), own.generatedName(), classes, declaration.outputs()));
        for (OnnxProblem problem : importer.problems()) {
            findings.add(finding(declaration, problem));
        }
        Optional<ImportedNetwork> network = importer.network();
        if (network.isPresent() && typed.isPresent()) {
            findings.addAll(new TypedChecks(declaration, typed.get(), network.get()).findings());
        }
        return findings.stream().anyMatch(Finding::isError)
                ? Optional.empty()
                : network.map(read -> model(declaration, own, typed, read));
    }

    private static Finding finding(ImportDeclaration declaration, OnnxProblem problem) {
        if (problem.kind() == OnnxProblem.Kind.OUTPUT) {
            return declaration.findingOfOutput(
                    declaration.outputs().indexOf(problem.place()), problem.what(), problem.cure());
        }
        Code code = switch (problem.kind()) {
            case FILE -> Code.ONNX_FILE;
            case END -> Code.ONNX_END;
            case OUTPUT -> Code.ONNX_OUTPUT;
            case NODE -> Code.ONNX_NODE;
        };
        String place = problem.place().isEmpty() ? declaration.path() : problem.place();
        return declaration.finding(code, place, problem.what(), problem.cure());
    }

    private static ImportedModel model(
            ImportDeclaration declaration, InterfaceModel own, Optional<TypedModel> typed, ImportedNetwork network) {
        NetworkNumbers numbers = network.numbers();
        ImportModel imported = new ImportModel(
                declaration.path(),
                declaration.outputs(),
                own.generatedName() + ".safetensors",
                numbers.scales(),
                numbers.digest(),
                network.functions(),
                typed.isPresent() ? List.of() : network.labels(),
                network.ending());
        NetworkModel model = new NetworkModel(
                own.packageName(),
                own.interfaceName(),
                own.shadowed(),
                own.isPublic(),
                own.suppressed(),
                inputs(network, typed),
                network.layers(),
                network.heads(),
                typed.map(said -> new Task(said.kind(), List.of(said.labels()))).orElse(Task.NONE),
                Optional.of(imported));
        return new ImportedModel(model, numbers.resource());
    }

    /** Where samples are a record, there is one input, whose columns are its components. */
    private static List<InputModel> inputs(ImportedNetwork network, Optional<TypedModel> typed) {
        Optional<RecordModel> record = typed.flatMap(TypedModel::record);
        return network.inputs().stream()
                .map(input -> new InputModel(input.name(), input.shape(), record, false))
                .toList();
    }
}
