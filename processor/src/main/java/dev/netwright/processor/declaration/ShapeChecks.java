package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks of the sequence as a whole: that it begins with an input, has layers, and that its parameters fit an array. */
final class ShapeChecks {
    /** The longest array that common JVMs allocate. */
    private static final int MOST_PARAMETERS = Integer.MAX_VALUE - 8;

    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    ShapeChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        String place = declaration.simpleName();
        if (declaration.inputs().isEmpty()) {
            findings.add(Finding.of(Code.NETWORK_NO_INPUT, declaration.origin(), place, Finding.INPUT));
        }
        checkInputs();
        if (declaration.layers().isEmpty()) {
            findings.add(Finding.of(Code.NETWORK_NO_LAYER, declaration.origin(), place, Finding.NOT_A_LAYER));
        }
        checkCount();
        checkParameters();
        return findings;
    }

    private void checkInputs() {
        List<InputDeclaration> inputs = declaration.inputs();
        long together = 0;
        for (int i = 0; i < inputs.size(); i++) {
            InputDeclaration input = inputs.get(i);
            checkName(i, input.name());
            int size = input.size().value();
            if (size < 1) {
                addOfInput(i, input.size().origin(), Code.INPUT_SIZE, size);
            }
            together += Math.max(0, size);
            if (together > MOST_PARAMETERS && inputs.size() > 1) {
                addOfInput(i, input.size().origin(), Code.INPUT_COLUMNS, together, MOST_PARAMETERS);
                return;
            }
        }
        if (inputs.size() > NetworkModel.MOST_INPUTS) {
            Origin firstTooMany = inputs.get(NetworkModel.MOST_INPUTS).origin();
            addOfInput(
                    NetworkModel.MOST_INPUTS, firstTooMany, Code.INPUT_COUNT, inputs.size(), NetworkModel.MOST_INPUTS);
        }
    }

    private void checkName(int input, Declared<String> name) {
        if (!name.isWritten()) {
            return;
        }
        String text = name.value();
        if (!LayerName.isValid(text)) {
            addOfInput(
                    input,
                    name.origin(),
                    Code.INPUT_NAME,
                    LayerName.quoted(text),
                    LayerName.fault(text),
                    LayerName.suggestion(text, "input" + (input + 1)));
            return;
        }
        for (int other = 0; other < declaration.inputs().size(); other++) {
            boolean isDefault = !declaration.inputs().get(other).name().isWritten();
            // Of two written names the second is the one too many.
            boolean isFirst = isDefault ? other != input : other < input;
            if (isFirst && declaration.nameOfInput(other).equals(text)) {
                addOfInput(
                        input,
                        name.origin(),
                        Code.INPUT_DUPLICATE_NAME,
                        text,
                        other + 1,
                        isDefault ? " by default" : "");
                return;
            }
        }
    }

    private void addOfInput(int input, Origin place, Code code, Object... arguments) {
        findings.add(Finding.of(code, place, declaration.placeOfInput(input), Finding.INPUT + input, arguments));
    }

    private void checkCount() {
        int count = declaration.layers().size();
        if (count > NetworkModel.MOST_LAYERS) {
            Origin firstTooMany =
                    declaration.layers().get(NetworkModel.MOST_LAYERS).origin();
            add(NetworkModel.MOST_LAYERS, firstTooMany, Code.NETWORK_LAYERS, count, NetworkModel.MOST_LAYERS);
        }
    }

    /** A size that is wrong itself has its own finding and counts for nothing, so that nothing is said of it twice. */
    private void checkParameters() {
        long sum = 0;
        for (int i : graph.order()) {
            LayerDeclaration layer = declaration.layers().get(i);
            long columns = graph.inputs(i);
            long units = graph.units(i);
            if (columns > MOST_PARAMETERS && graph.sources(i).size() > 1) {
                add(i, layer.from().origin(), Code.LAYER_COLUMNS, columns, MOST_PARAMETERS);
                return;
            }
            boolean isValid = layer.isWeighted() && columns >= 1 && units >= 1;
            long biases = layer.bias().value() ? units : 0;
            long parameters = isValid ? columns * units + biases : 0;
            if (parameters > MOST_PARAMETERS) {
                String andBiases = biases > 0 ? String.format(Locale.ROOT, " and %,d biases", biases) : "";
                addAtSize(i, Code.LAYER_PARAMETERS, columns, units, andBiases, parameters, MOST_PARAMETERS);
            } else if (sum + parameters > MOST_PARAMETERS) {
                addAtSize(i, Code.NETWORK_PARAMETERS, sum + parameters, MOST_PARAMETERS);
                return;
            } else {
                sum += parameters;
            }
        }
    }

    private void addAtSize(int layer, Code code, Object... arguments) {
        add(layer, declaration.layers().get(layer).size().origin(), code, arguments);
    }

    private void add(int layer, Origin place, Code code, Object... arguments) {
        findings.add(Finding.of(code, place, declaration.placeOf(layer), layer, arguments));
    }
}
