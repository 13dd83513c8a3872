package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks of an interface whose network a file declares, as far as the file need not be read: what its type arguments say, and what else it says. */
final class ImportChecks {
    private final Elements elements;
    private final Types types;
    private final ImportDeclaration imported;
    private final NetworkDeclaration declaration;
    private final List<Finding> findings = new ArrayList<>();

    ImportChecks(Elements elements, Types types, ImportDeclaration imported) {
        this.elements = elements;
        this.types = types;
        this.imported = imported;
        this.declaration = imported.declaration();
    }

    List<Finding> findings() {
        if (!imported.others().isEmpty()) {
            findings.add(imported.finding(
                    Code.ONNX_LAYERS, "@" + String.join(" and @", imported.others()), declaration.simpleName()));
        }
        checkOutputs();
        imported.task().ifPresent(this::checkArguments);
        if (findings.isEmpty()) {
            findings.addAll(new RecordChecks(elements, declaration).findings());
        }
        return findings;
    }

    private void checkOutputs() {
        List<String> names = imported.outputs();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank()) {
                findings.add(imported.findingOfOutput(
                        i, "it has no name", "write the name of an output, or leave outputs away to have them all"));
            } else if (names.indexOf(names.get(i)) < i) {
                findings.add(imported.findingOfOutput(i, "it is named twice", "write it once"));
            }
        }
    }

    private void checkArguments(TaskDeclaration task) {
        boolean classifies = task.kind() == Task.Kind.CLASSIFIER;
        if (task.arguments().isEmpty()) {
            add(
                    task,
                    "without type arguments nothing says what its samples" + (classifies ? " and classes" : "")
                            + " are",
                    "write: interface " + declaration.simpleName() + " extends "
                            + (classifies
                                    ? "Classifier<Flower, Species>, with a record of the features and an enum of the classes"
                                    : "Regressor<House>, with a record of the features"));
            return;
        }
        checkSample(task, task.arguments().get(0));
        if (classifies) {
            checkClasses(task, task.arguments().get(1));
        }
        declaration
                .inputs()
                .forEach(input -> input.record()
                        .value()
                        .ifPresent(record -> record.indices().forEach(this::refuseIndex)));
    }

    private void checkSample(TaskDeclaration task, TypeMirror sample) {
        boolean isRow =
                sample instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.FLOAT;
        // An interface with type parameters has its own finding.
        if (isRow || sample.getKind() == TypeKind.TYPEVAR) {
            return;
        }
        Optional<String> fault = element(sample)
                .map(type -> new RecordChecks(elements, declaration).fault(type))
                .orElse(Optional.of("no record"));
        fault.ifPresent(
                found -> add(
                        task,
                        RecordReader.text(sample) + " is " + found,
                        "let samples be a record whose components are the features, in the order of the file, that is not private and, in another package, public; or float[]"));
    }

    private void checkClasses(TaskDeclaration task, TypeMirror classes) {
        Optional<TypeElement> type = element(classes);
        if (type.isEmpty()) {
            return;
        }
        Optional<String> fault = type.get().getKind() != ElementKind.ENUM
                ? Optional.of("no enum")
                : EnumConstants.of(type.get()).isEmpty()
                        ? Optional.of("an enum without constants")
                        : Visibility.fault(elements, type.get(), declaration.type());
        fault.ifPresent(
                found -> add(
                        task,
                        RecordReader.text(classes) + " is " + found,
                        "let classes be an enum with a constant for each output, in the order of the file, that is not private and, in another package, public"));
    }

    private void refuseIndex(ComponentDeclaration component) {
        Origin place = component.origin();
        findings.add(Finding.of(
                Code.COMPONENT_INDEX,
                place,
                declaration.simpleName(),
                Finding.NOT_A_LAYER,
                component.path(),
                component.typeText(),
                "an index is an input of its own, and the samples of a file with several inputs are no record",
                "remove index where a column of the file's only input is meant, or write: interface "
                        + declaration.simpleName() + " extends Network"));
    }

    private Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) types.asElement(type))
                : Optional.empty();
    }

    private void add(TaskDeclaration task, String fault, String cure) {
        findings.add(imported.findingOfInterface(Code.ONNX_TYPES, TaskChecks.text(task), fault, cure));
    }
}
