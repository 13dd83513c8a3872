package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.diagnostic.ShapeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * One annotated type as the user wrote it.
 *
 * @param type   the type, which should be an interface
 * @param input  {@code @Input}, if there is one
 * @param layers {@code @Layer}, in their order
 */
public record NetworkDeclaration(TypeElement type, Optional<Declared<Integer>> input, List<LayerDeclaration> layers) {
    /** Copies the list. */
    public NetworkDeclaration {
        layers = List.copyOf(layers);
    }

    Origin origin() {
        return Origin.of(type);
    }

    String simpleName() {
        return type.getSimpleName().toString();
    }

    /** The name of a layer: its own, or {@code hidden1}, {@code hidden2}, ... and {@code output}. */
    String nameOf(int layer) {
        Declared<String> name = layers.get(layer).name();
        if (name.isWritten()) {
            return name.value();
        }
        return layer == layers.size() - 1 ? "output" : "hidden" + (layer + 1);
    }

    /** {@code layer 2 of 3 (hidden2)}. */
    String placeOf(int layer) {
        return "layer " + (layer + 1) + " of " + layers.size() + " (" + nameOf(layer) + ")";
    }

    /** The shapes as declared, right or wrong. */
    public ShapeTable shapes() {
        List<ShapeTable.Row> rows = new ArrayList<>();
        String columns = input.map(size -> Integer.toString(size.value())).orElse("?");
        rows.add(new ShapeTable.Row("input", columns, "", -1));
        for (int i = 0; i < layers.size(); i++) {
            LayerDeclaration layer = layers.get(i);
            String units =
                    layer.size().isWritten() ? Integer.toString(layer.size().value()) : "?";
            String activation = layer.activation().value().name().toLowerCase(Locale.ROOT);
            rows.add(new ShapeTable.Row(nameOf(i), columns + " -> " + units, activation, i));
            columns = units;
        }
        return new ShapeTable(rows);
    }
}
