package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Checks of embeddings: their tables, and that what picks rows of them does nothing else. */
final class EmbeddingChecks {
    private static final String OF_NUMBERS =
            "read an input of whole numbers: @Input(value = 2, name = \"words\") and from = \"words\"";

    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    EmbeddingChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            if (layer.embeds()) {
                checkTable(i, layer);
                checkSource(i, layer);
                checkConstants(i, layer);
            } else if (!layer.embedding().isWritten()) {
                checkSources(i, layer);
            }
            checkResidual(i, layer);
        }
        return findings;
    }

    private void checkTable(int i, LayerDeclaration layer) {
        int rows = layer.embedding().value();
        if (rows < 1 || rows > LayerModel.MOST_TABLE_ROWS) {
            add(i, layer.embedding().origin(), Code.LAYER_EMBEDDING, rows, LayerModel.MOST_TABLE_ROWS);
        }
        if (layer.kernel().isWritten()) {
            add(
                    i,
                    layer.kernel().origin(),
                    Code.LAYER_EMBEDDING_ALONE,
                    "kernel",
                    "given",
                    "is looked up and does not move over pixels");
        }
        if (layer.bias().isWritten()) {
            add(
                    i,
                    layer.bias().origin(),
                    Code.LAYER_EMBEDDING_ALONE,
                    "bias",
                    layer.bias().value(),
                    "has no biases: each of its rows is free");
        }
    }

    private void checkSource(int i, LayerDeclaration layer) {
        List<Optional<Source>> sources = graph.sources(i);
        Origin place = layer.from().isWritten() ? layer.from().origin() : layer.origin();
        if (sources.size() > 1) {
            add(i, place, Code.LAYER_EMBEDDING_SOURCE, "it reads " + sources.size() + " sources", OF_NUMBERS);
            return;
        }
        Optional<Source> only = sources.stream().flatMap(Optional::stream).findFirst();
        if (only.isPresent() && !only.get().isInput()) {
            String found = "it reads the layer \"" + graph.nameOf(only.get()) + "\"";
            add(i, place, Code.LAYER_EMBEDDING_SOURCE, found, OF_NUMBERS);
        } else if (only.isPresent() && isRecord(only.get()) && !isNamedTwice(only.get())) {
            String found = "it reads the record \"" + graph.nameOf(only.get()) + "\"";
            add(i, place, Code.LAYER_EMBEDDING_SOURCE, found, ofAnIndex(only.get()));
        }
    }

    private boolean isRecord(Source input) {
        return input.isInput()
                && declaration.inputs().get(input.index()).record().isWritten();
    }

    /** Whoever reads a name that two inputs have may well mean the other one. */
    private boolean isNamedTwice(Source input) {
        return IntStream.range(0, declaration.inputs().size())
                        .filter(other -> declaration.nameOfInput(other).equals(graph.nameOf(input)))
                        .count()
                > 1;
    }

    /** Which index of a record may be meant: the first that nobody reads. */
    private String ofAnIndex(Source record) {
        List<ComponentDeclaration> indices = declaration
                .inputs()
                .get(record.index())
                .record()
                .value()
                .map(RecordDeclaration::indices)
                .orElse(List.of());
        Optional<String> meant = indices.stream()
                .map(ComponentDeclaration::name)
                .filter(name ->
                        graph.find(name).map(graph::readers).orElse(List.of()).isEmpty())
                .findFirst()
                .or(() -> indices.stream().map(ComponentDeclaration::name).findFirst());
        return meant.map(name -> "name the index that picks the rows: from = \"" + name + "\"")
                .orElse("let a component be an index, @Feature(index = true) int word, and name it: from = \"word\"");
    }

    /** An enum says itself how many rows its constants need. */
    private void checkConstants(int i, LayerDeclaration layer) {
        for (Optional<Source> source : graph.sources(i)) {
            Optional<ComponentDeclaration> component = source.flatMap(this::component);
            int choices = component
                    .map(ComponentDeclaration::choices)
                    .orElse(OptionalInt.empty())
                    .orElse(layer.embedding().value());
            if (choices > 0 && choices != layer.embedding().value()) {
                add(
                        i,
                        layer.embedding().origin(),
                        Code.LAYER_EMBEDDING_CONSTANTS,
                        layer.embedding().value(),
                        component.orElseThrow().typeText(),
                        choices);
            }
        }
    }

    /** The component of a record that an input is. */
    private Optional<ComponentDeclaration> component(Source source) {
        return source.isInput() ? declaration.inputs().get(source.index()).index() : Optional.empty();
    }

    private void checkSources(int i, LayerDeclaration layer) {
        List<Optional<Source>> sources = graph.sources(i);
        for (int k = 0; k < sources.size(); k++) {
            Origin place =
                    layer.from().isWritten() ? layer.from().value().get(k).origin() : layer.origin();
            String attribute = layer.from().isWritten() ? "from" : "what it reads";
            sources.get(k).ifPresent(source -> refuseIndices(i, place, attribute, source));
        }
    }

    private void checkResidual(int i, LayerDeclaration layer) {
        graph.residual(i).ifPresent(source -> refuseIndices(i, layer.residual().origin(), "residual", source));
    }

    private void refuseIndices(int i, Origin place, String attribute, Source source) {
        // An embedding that reads a record has its own finding, and is no reason to keep others from the record.
        Optional<Integer> embedding = source.isInput() && !isRecord(source) ? embedding(source) : Optional.empty();
        if (embedding.isPresent()) {
            add(i, place, Code.LAYER_INDICES, attribute, graph.nameOf(source), declaration.nameOf(embedding.get()));
            return;
        }
        component(source)
                .ifPresent(component -> add(
                        i,
                        place,
                        Code.LAYER_INDEX,
                        attribute,
                        graph.nameOf(source),
                        component.choices().orElse(5_000)));
    }

    /** The first embedding that reads an input, and nothing else. */
    private Optional<Integer> embedding(Source input) {
        return graph.readers(input).stream()
                .filter(reader -> declaration.layers().get(reader).embeds())
                .filter(reader -> graph.sources(reader).equals(List.of(Optional.of(input))))
                .findFirst();
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
