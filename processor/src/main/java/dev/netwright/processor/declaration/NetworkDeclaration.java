package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.diagnostic.ShapeTable;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Shape;
import dev.netwright.processor.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * One annotated type as the user wrote it.
 *
 * @param type       the type, which should be an interface
 * @param inputs     {@code @Input}, in their order, each followed by what is an input of its own of its record
 * @param layers     {@code @Layer}, in their order
 * @param classes    the enum that the outputs of a file stand for, which only type arguments say
 * @param mismatches what could not be read because the annotations are of another version than the processor
 */
public record NetworkDeclaration(
        TypeElement type,
        List<InputDeclaration> inputs,
        List<LayerDeclaration> layers,
        Optional<TypeElement> classes,
        List<Finding> mismatches) {
    private static final int SHOWN_SOURCES = 4;

    /** Copies the lists. */
    public NetworkDeclaration {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        mismatches = List.copyOf(mismatches);
    }

    /** Whether it has its layers from a file. */
    boolean isImported() {
        return DeclarationReader.isImported(type);
    }

    Origin origin() {
        return Origin.of(type);
    }

    String simpleName() {
        return type.getSimpleName().toString();
    }

    /** {@code Outer.Inner} within the package. */
    String nestedName(Elements elements) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String name = type.getQualifiedName().toString();
        return packageName.isEmpty() ? name : name.substring(packageName.length() + 1);
    }

    /** The simple name of the class that is generated for it. */
    String generatedName(Elements elements) {
        return NetworkModel.generatedName(nestedName(elements));
    }

    /** The types of the user's that the generated class names: records, enums that are components or labels, and activations. */
    Stream<TypeElement> types() {
        return Stream.of(
                        inputs.stream()
                                .flatMap(input -> input.record().value().stream())
                                .flatMap(RecordDeclaration::types),
                        layers.stream().flatMap(layer -> layer.labels().value().stream()),
                        classes.stream(),
                        layers.stream().flatMap(layer -> layer.functionClass().stream()))
                .flatMap(types -> types);
    }

    /** The finding that the generated class cannot have its name. */
    public Finding collision(String generatedName, String reason) {
        return Finding.of(
                Code.DECLARATION_GENERATED_NAME, origin(), simpleName(), Finding.NOT_A_LAYER, generatedName, reason);
    }

    /** {@code @Input} alone, in their order. */
    List<InputDeclaration> ownInputs() {
        return inputs.stream().filter(InputDeclaration::isOwn).toList();
    }

    /** The name of an input: its own where that can be one, or {@code input}, or {@code input1}, {@code input2}, ... */
    String nameOfInput(int number) {
        Declared<String> name = inputs.get(number).name();
        if (name.isWritten() && LayerName.isValid(name.value())) {
            return name.value();
        }
        long before = inputs.subList(0, number).stream()
                .filter(InputDeclaration::isOwn)
                .count();
        return InputModel.DEFAULT_NAME + (ownInputs().size() == 1 ? "" : before + 1);
    }

    /** The name of a layer: its own where that can be one, or {@code hidden1}, {@code hidden2}, ... and {@code output}. */
    String nameOf(int layer) {
        Declared<String> name = layers.get(layer).name();
        if (name.isWritten() && LayerName.isValid(name.value())) {
            return name.value();
        }
        return layer == layers.size() - 1 ? "output" : "hidden" + (layer + 1);
    }

    /** Whether a layer is an output: the last one, and those that say so. */
    boolean isHead(int layer) {
        return layer == layers.size() - 1 || layers.get(layer).output().value();
    }

    /** The layers that are outputs, in their order. */
    List<Integer> heads() {
        return IntStream.range(0, layers.size()).filter(this::isHead).boxed().toList();
    }

    /** The interface's name, or {@code input 2 of 3 (state)}. */
    String placeOfInput(int input) {
        return inputs.size() == 1
                ? simpleName()
                : "input " + (input + 1) + " of " + inputs.size() + " (" + nameOfInput(input) + ")";
    }

    /** {@code layer 2 of 3 (hidden2)}. */
    String placeOf(int layer) {
        return "layer " + (layer + 1) + " of " + layers.size() + " (" + nameOf(layer) + ")";
    }

    /** The shapes as declared, right or wrong. */
    public ShapeTable shapes() {
        Graph graph = new Graph(this);
        List<ShapeTable.Row> rows = new ArrayList<>();
        if (inputs.isEmpty()) {
            rows.add(new ShapeTable.Row(InputModel.DEFAULT_NAME, "?", "", Finding.INPUT));
        }
        for (int i = 0; i < inputs.size(); i++) {
            rows.add(new ShapeTable.Row(nameOfInput(i), inputText(i), "", Finding.INPUT + i));
        }
        for (int i = 0; i < layers.size(); i++) {
            String shape = inputsText(graph, i) + " -> " + unitsText(graph, i);
            rows.add(new ShapeTable.Row(nameOf(i), shape, note(i), i));
        }
        return new ShapeTable(rows);
    }

    /** Of a single source its columns as they are written, also where they are wrong. */
    private String inputsText(Graph graph, int layer) {
        List<Optional<Source>> sources = graph.sources(layer);
        if (sources.size() != 1) {
            return known(graph.input(layer));
        }
        return sources.get(0)
                .map(source -> source.isInput() ? inputText(source.index()) : unitsText(graph, source.index()))
                .orElse("?");
    }

    private String inputText(int input) {
        return inputs.get(input).text();
    }

    private String unitsText(Graph graph, int layer) {
        LayerDeclaration declared = layers.get(layer);
        boolean isMeasured = declared.convolves() || declared.embeds() || declared.pools();
        return declared.isWeighted() && !isMeasured
                ? Integer.toString(declared.size().value())
                : known(graph.output(layer));
    }

    private static String known(Shape shape) {
        return shape.isUnknown() ? "?" : shape.toString();
    }

    /** The activation, and what is read where that is not the layer above. */
    private String note(int i) {
        LayerDeclaration layer = layers.get(i);
        StringBuilder note = new StringBuilder();
        if (layer.normalizes()) {
            note.append(layer.normalize().value().name().toLowerCase(Locale.ROOT))
                    .append(" norm")
                    .append(
                            layer.epsilon().isWritten()
                                    ? " with epsilon = " + layer.epsilon().value()
                                    : "")
                    .append(", ");
        }
        note.append(layer.activates().label());
        if (layer.embeds()) {
            note.append(", table of ").append(layer.embedding().value()).append(" rows");
        }
        if (layer.from().isWritten()) {
            List<Declared<String>> from = layer.from().value();
            String names =
                    from.stream().limit(SHOWN_SOURCES).map(Declared::value).collect(Collectors.joining(", "))
                            + (from.size() > SHOWN_SOURCES ? ", ..." : from.isEmpty() ? "nothing" : "");
            String merge = layer.merge().isWritten()
                    ? layer.merge().value().name().toLowerCase(Locale.ROOT) + " of "
                    : "from ";
            note.append(", ").append(merge).append(names);
        }
        if (layer.dropsOut()) {
            note.append(", dropout ").append(layer.dropout().value());
        }
        if (layer.residual().isWritten()) {
            note.append(", + ").append(layer.residual().value());
        }
        if (layer.output().value()) {
            note.append(", output");
        }
        return note.toString();
    }
}
