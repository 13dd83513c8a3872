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
    private final List<Finding> findings = new ArrayList<>();

    ShapeChecks(NetworkDeclaration declaration) {
        this.declaration = declaration;
    }

    List<Finding> findings() {
        String place = declaration.simpleName();
        if (declaration.input().isEmpty()) {
            findings.add(Finding.of(Code.NETWORK_NO_INPUT, declaration.origin(), place, Finding.INPUT));
        }
        declaration
                .input()
                .filter(size -> size.value() < 1)
                .ifPresent(size ->
                        findings.add(Finding.of(Code.INPUT_SIZE, size.origin(), place, Finding.INPUT, size.value())));
        if (declaration.layers().isEmpty()) {
            findings.add(Finding.of(Code.NETWORK_NO_LAYER, declaration.origin(), place, Finding.NOT_A_LAYER));
        }
        checkParameters();
        checkLayers();
        return findings;
    }

    /** A size that is wrong itself has its own finding and counts for nothing, so that nothing is said of it twice. */
    private void checkParameters() {
        long columns = declaration.input().map(Declared::value).orElse(0);
        long sum = 0;
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            long units = layer.size().value();
            boolean isValid = columns >= 1 && units >= 1;
            long biases = layer.bias().value() ? units : 0;
            long parameters = isValid ? columns * units + biases : 0;
            if (parameters > MOST_PARAMETERS) {
                String andBiases = biases > 0 ? String.format(Locale.ROOT, " and %,d biases", biases) : "";
                add(i, Code.LAYER_PARAMETERS, columns, units, andBiases, parameters, MOST_PARAMETERS);
            } else if (sum + parameters > MOST_PARAMETERS) {
                add(i, Code.NETWORK_PARAMETERS, sum + parameters, MOST_PARAMETERS);
                return;
            } else {
                sum += parameters;
            }
            columns = units;
        }
    }

    private void checkLayers() {
        int most = NetworkModel.MOST_LAYERS;
        if (declaration.layers().size() > most) {
            Origin place = declaration.layers().get(most).origin();
            int count = declaration.layers().size();
            findings.add(Finding.of(Code.NETWORK_LAYERS, place, declaration.placeOf(most), most, count, most));
        }
    }

    private void add(int layer, Code code, Object... arguments) {
        Origin place = declaration.layers().get(layer).size().origin();
        findings.add(Finding.of(code, place, declaration.placeOf(layer), layer, arguments));
    }
}
