package dev.netwright.processor.declaration;

import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Padding;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NearestName;
import dev.netwright.processor.model.Shape;
import dev.netwright.processor.model.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks of who reads whom: names, shapes that merge, circles, and what nobody reads. */
final class GraphChecks {
    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    GraphChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        checkFirst();
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            checkFrom(i, layer);
            checkMerge(i, layer);
            checkResidual(i, layer);
        }
        checkCycle();
        // Whoever reads a name that there is not may have meant the layer that nobody reads.
        if (findings.isEmpty()) {
            checkUnread();
        }
        return findings;
    }

    private void checkFirst() {
        List<LayerDeclaration> layers = declaration.layers();
        int inputs = declaration.inputs().size();
        if (declaration.ownInputs().size() > 1
                && !layers.isEmpty()
                && !layers.get(0).from().isWritten()) {
            String names = IntStream.range(0, inputs)
                    .mapToObj(i -> '"' + declaration.nameOfInput(i) + '"')
                    .collect(Collectors.joining(", "));
            add(0, layers.get(0).origin(), Code.LAYER_FROM_MISSING, inputs, names);
        }
    }

    private void checkFrom(int i, LayerDeclaration layer) {
        if (!layer.from().isWritten()) {
            return;
        }
        List<Declared<String>> names = layer.from().value();
        if (names.isEmpty()) {
            add(i, layer.from().origin(), Code.LAYER_FROM_EMPTY);
        }
        if (names.size() > LayerModel.MOST_SOURCES) {
            add(
                    i,
                    names.get(LayerModel.MOST_SOURCES).origin(),
                    Code.LAYER_FROM_COUNT,
                    names.size(),
                    LayerModel.MOST_SOURCES);
        }
        for (Declared<String> name : names) {
            if (graph.find(name.value()).isEmpty()) {
                add(i, name.origin(), Code.LAYER_FROM_UNKNOWN, LayerName.quoted(name.value()), suggestion(name, i));
            }
        }
    }

    private String suggestion(Declared<String> name, int layer) {
        List<String> others = graph.names().stream()
                .filter(other -> !other.equals(declaration.nameOf(layer)))
                .toList();
        Optional<String> nearest = NearestName.of(name.value(), others);
        return nearest.map(meant -> "did you mean \"" + meant + "\"?")
                .orElseGet(() -> "write one of "
                        + others.stream()
                                .limit(10)
                                .map(other -> '"' + other + '"')
                                .collect(Collectors.joining(", "))
                        + (others.size() > 10 ? ", ..." : "") + ".");
    }

    private void checkMerge(int i, LayerDeclaration layer) {
        List<Optional<Source>> sources = graph.sources(i);
        if (layer.merge().isWritten() && sources.size() < 2) {
            add(
                    i,
                    layer.merge().origin(),
                    Code.LAYER_MERGE_UNUSED,
                    layer.merge().value(),
                    sources.size());
        }
        List<Source> measured = sources.stream()
                .flatMap(Optional::stream)
                .filter(source -> !graph.shape(source).isUnknown())
                .toList();
        if (layer.merge().value() == Merge.CONCATENATE || measured.isEmpty()) {
            return;
        }
        // Two arrangements in pixels may both match columns and not each other.
        Source first = measured.stream()
                .filter(source -> !graph.shape(source).isFlat())
                .findFirst()
                .orElse(measured.get(0));
        for (Source source : measured) {
            if (!graph.shape(source).matches(graph.shape(first))) {
                add(
                        i,
                        layer.merge().origin(),
                        Code.LAYER_MERGE_SHAPES,
                        layer.merge().value(),
                        graph.nameOf(first),
                        graph.shape(first).description(),
                        graph.nameOf(source),
                        graph.shape(source).description());
                return;
            }
        }
    }

    private void checkResidual(int i, LayerDeclaration layer) {
        if (!layer.residual().isWritten()) {
            return;
        }
        Declared<String> name = layer.residual();
        Optional<Source> source = graph.residual(i);
        if (source.isEmpty()) {
            add(i, name.origin(), Code.LAYER_RESIDUAL_UNKNOWN, LayerName.quoted(name.value()), suggestion(name, i));
            return;
        }
        Shape added = graph.shape(source.get());
        Shape output = graph.output(i);
        if (!added.isUnknown() && !output.isUnknown() && !added.matches(output)) {
            boolean isFlat = added.isFlat() && output.isFlat();
            String found = isFlat ? String.format(Locale.ROOT, "%,d units", output.size()) : output.description();
            String cure = isFlat ? "as many: size = " + added.size() : sameShape(layer, graph.input(i), added);
            add(i, name.origin(), Code.LAYER_RESIDUAL_SHAPE, name.value(), added.description(), found, cure);
        }
    }

    /** A kernel mostly lacks the padding that keeps the pixels. */
    private static String sameShape(LayerDeclaration layer, Shape x, Shape wanted) {
        Optional<Convolution> kernel = layer.pools() ? Optional.empty() : layer.convolution(x.dimensions());
        boolean isPadded = layer.padding().value() == Padding.SAME;
        boolean wouldFit = kernel.map(found -> new Convolution(
                                found.height(), found.width(), found.strideHeight(), found.strideWidth(), Padding.SAME)
                        .result(x, wanted.channels()))
                .filter(wanted::equals)
                .isPresent();
        if (!wouldFit) {
            return "the same shape";
        }
        String size = layer.size().value() == wanted.channels() ? "" : "size = " + wanted.channels();
        String padding = isPadded ? "" : "padding = Padding.SAME";
        return padding + (size.isEmpty() || isPadded ? "" : " and ") + size;
    }

    private void checkCycle() {
        List<Integer> cycle = graph.cycle();
        if (cycle.isEmpty()) {
            return;
        }
        // The first of them that the declaration has reads one that stands below.
        List<Integer> fromFirst = new ArrayList<>(cycle);
        Collections.rotate(fromFirst, -cycle.indexOf(Collections.min(cycle)));
        int first = fromFirst.get(0);
        int before = fromFirst.get(fromFirst.size() - 1);
        fromFirst.add(first);
        String path = fromFirst.stream().map(declaration::nameOf).collect(Collectors.joining(" -> "));
        LayerDeclaration layer = declaration.layers().get(first);
        boolean isResidual = graph.residual(first).equals(Optional.of(Source.layer(before)));
        if (isResidual) {
            add(
                    first,
                    layer.residual().origin(),
                    Code.LAYER_RESIDUAL_NOT_COMPUTED,
                    layer.residual().value(),
                    path);
        } else {
            Origin place = layer.from().value().stream()
                    .filter(name -> name.value().equals(declaration.nameOf(before)))
                    .map(Declared::origin)
                    .findFirst()
                    .orElse(layer.from().origin());
            add(first, place, Code.NETWORK_CYCLE, path);
        }
    }

    private void checkUnread() {
        for (int i = 0; i < declaration.inputs().size() && !declaration.layers().isEmpty(); i++) {
            // Of two inputs of one name only the first is found, and that has its own finding.
            boolean isFound = graph.find(declaration.nameOfInput(i)).equals(Optional.of(Source.input(i)));
            if (isFound && graph.readers(Source.input(i)).isEmpty() && !hasOtherFinding(i)) {
                findings.add(Finding.of(
                        Code.INPUT_UNREAD,
                        declaration.inputs().get(i).origin(),
                        declaration.placeOfInput(i),
                        Finding.INPUT + i,
                        declaration.nameOfInput(i)));
            }
        }
        for (int i = 0; i < declaration.layers().size(); i++) {
            if (!declaration.isHead(i) && graph.readers(Source.layer(i)).isEmpty()) {
                add(i, declaration.layers().get(i).origin(), Code.LAYER_UNREAD, declaration.nameOf(i));
            }
        }
    }

    /** A record of which nothing is left to read, or an index whose embedding reads the record in its place. */
    private boolean hasOtherFinding(int input) {
        Optional<RecordDeclaration> record =
                declaration.inputs().get(input).record().value();
        boolean isNothing = record.isPresent() && record.get().isAllIndices();
        return isNothing || (declaration.inputs().get(input).index().isPresent() && isRecordEmbedded());
    }

    private boolean isRecordEmbedded() {
        return IntStream.range(0, declaration.layers().size())
                .filter(i -> declaration.layers().get(i).embeds())
                .mapToObj(graph::sources)
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .anyMatch(source -> source.isInput()
                        && declaration.inputs().get(source.index()).record().isWritten());
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
