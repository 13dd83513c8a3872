package dev.netwright.processor.declaration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods that a generated class has besides, by signature, where samples are records or come input by input. */
final class SampleMethods {
    private SampleMethods() {}

    static Set<String> signatures(NetworkDeclaration declaration, Optional<TaskDeclaration> task) {
        List<InputDeclaration> inputs = declaration.ownInputs();
        boolean hasRecord =
                inputs.stream().anyMatch(input -> input.record().value().isPresent());
        Set<String> signatures = new HashSet<>();
        boolean isNamed = declaration.inputs().size() > 1 || declaration.heads().size() > 1;
        if (isNamed || (hasRecord && task.isEmpty())) {
            signatures.add(
                    inputs.stream().map(SampleMethods::sampleOf).collect(Collectors.joining(",", "infer(", ")")));
        }
        if (hasRecord) {
            signatures.add(dataset(declaration, inputs));
        }
        if (hasRecord && inputs.size() == 1) {
            signatures.add("features()");
        }
        return signatures;
    }

    private static String dataset(NetworkDeclaration declaration, List<InputDeclaration> inputs) {
        Stream<Boolean> areSamples =
                inputs.stream().map(input -> input.record().value().isPresent());
        Stream<Boolean> areLabels = declaration.heads().stream()
                .map(head -> declaration.layers().get(head).labels().value().isPresent());
        // A typed network of a file has one output.
        Stream<Boolean> ofFile =
                declaration.isImported() ? Stream.of(declaration.classes().isPresent()) : Stream.empty();
        return Stream.of(areSamples, areLabels, ofFile)
                .flatMap(parts -> parts)
                .map(isList -> isList ? "java.util.List" : "float[]")
                .collect(Collectors.joining(",", "dataset(", ")"));
    }

    private static String sampleOf(InputDeclaration input) {
        return input.record()
                .value()
                .map(record -> record.type().getQualifiedName().toString())
                .orElse("float[]");
    }
}
