package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Checks that a network can do what the interface of the runtime that it extends promises: to classify, or to estimate a number. */
final class TaskChecks {
    private final Types types;
    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final TaskDeclaration task;
    private final List<Finding> findings = new ArrayList<>();

    TaskChecks(Types types, NetworkDeclaration declaration, Graph graph, TaskDeclaration task) {
        this.types = types;
        this.declaration = declaration;
        this.graph = graph;
        this.task = task;
    }

    List<Finding> findings() {
        if (declaration.inputs().isEmpty() || declaration.layers().isEmpty()) {
            return findings;
        }
        int last = declaration.layers().size() - 1;
        LayerDeclaration layer = declaration.layers().get(last);
        if (declaration.ownInputs().size() > 1) {
            add(Code.DECLARATION_SAMPLE, task.name(), declaration.ownInputs().size() + " inputs");
        }
        if (declaration.heads().size() > 1) {
            add(Code.DECLARATION_SAMPLE, task.name(), declaration.heads().size() + " outputs");
        }
        if (task.kind() == Task.Kind.CLASSIFIER) {
            checkProbabilities(last, layer);
        } else if (graph.units(last) > 1) {
            addOf(last, layer.size().origin(), Code.LAYER_ESTIMATE, graph.units(last));
        }
        // A record that is no record of features has its own finding, and no type argument could name it.
        boolean isFit = declaration
                .inputs()
                .get(0)
                .record()
                .value()
                .map(record -> record.type().getTypeParameters().isEmpty())
                .orElse(true);
        if (findings.isEmpty() && isFit) {
            checkArguments(layer);
        }
        return findings;
    }

    private void checkProbabilities(int last, LayerDeclaration layer) {
        if (layer.labels().value().isEmpty()) {
            addOf(last, layer.origin(), Code.LAYER_LABELS_MISSING, labelsAskedFor());
        }
        Activation activation = layer.activation().value();
        if (layer.function().isWritten()) {
            String function = "function is " + layer.activates().label();
            addOf(last, layer.function().origin(), Code.LAYER_PROBABILITIES, function);
        } else if (activation != Activation.SOFTMAX) {
            addOf(last, layer.activation().origin(), Code.LAYER_PROBABILITIES, "activation is " + activation);
        } else if (layer.pools()) {
            Origin place = layer.pool().isWritten()
                    ? layer.pool().origin()
                    : layer.pooling().origin();
            addOf(last, place, Code.LAYER_PROBABILITIES, "a pool follows " + activation);
        } else if (layer.residual().isWritten()) {
            addOf(
                    last,
                    layer.residual().origin(),
                    Code.LAYER_PROBABILITIES,
                    "residual \"" + layer.residual().value() + "\" is added to " + activation);
        }
    }

    /** The second type argument where that is an enum, or a name for what is missing. */
    private String labelsAskedFor() {
        return task.arguments().size() > 1 && task.arguments().get(1).getKind() == TypeKind.DECLARED
                ? text(task.arguments().get(1))
                : "Species";
    }

    private void checkArguments(LayerDeclaration last) {
        List<TypeMirror> wanted = new ArrayList<>();
        Optional<TypeElement> record =
                declaration.inputs().get(0).record().value().map(RecordDeclaration::type);
        wanted.add(record.map(TypeElement::asType)
                .orElseGet(() -> types.getArrayType(types.getPrimitiveType(TypeKind.FLOAT))));
        if (task.kind() == Task.Kind.CLASSIFIER) {
            wanted.add(last.labels().value().orElseThrow().asType());
        }
        boolean isRight = task.arguments().size() == wanted.size();
        for (int i = 0; isRight && i < wanted.size(); i++) {
            isRight = types.isSameType(task.arguments().get(i), wanted.get(i));
        }
        if (!isRight) {
            add(Code.DECLARATION_TYPE_ARGUMENTS, text(task), task.name() + arguments(wanted), declaration.simpleName());
        }
    }

    /** An interface of the runtime with its type arguments. */
    static String text(TaskDeclaration task) {
        return task.name() + arguments(task.arguments());
    }

    private static String arguments(List<? extends TypeMirror> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(TaskChecks::text).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String text(TypeMirror type) {
        return RecordReader.text(type);
    }

    private void add(Code code, Object... arguments) {
        findings.add(Finding.of(code, declaration.origin(), declaration.simpleName(), Finding.NOT_A_LAYER, arguments));
    }

    private void addOf(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
