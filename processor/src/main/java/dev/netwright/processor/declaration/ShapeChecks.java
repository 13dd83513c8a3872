package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;

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
        return findings;
    }

    /** A size that is wrong itself has its own finding and ends the sum, so that nothing is said of it twice. */
    private void checkParameters() {
        long columns = declaration.input().map(Declared::value).orElse(0);
        long sum = 0;
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            long units = layer.size().value();
            boolean isValid = columns >= 1 && units >= 1;
            long parameters = isValid ? columns * units + (layer.bias().value() ? units : 0) : 0;
            columns = units;
            if (parameters > MOST_PARAMETERS) {
                long inputs = (parameters - (layer.bias().value() ? units : 0)) / units;
                findings.add(Finding.of(
                        Code.LAYER_PARAMETERS,
                        layer.size().origin(),
                        declaration.placeOf(i),
                        i,
                        inputs,
                        units,
                        parameters,
                        MOST_PARAMETERS));
                continue;
            }
            sum += parameters;
            if (sum > MOST_PARAMETERS) {
                findings.add(Finding.of(
                        Code.NETWORK_PARAMETERS,
                        layer.size().origin(),
                        declaration.placeOf(i),
                        i,
                        sum,
                        MOST_PARAMETERS));
                return;
            }
        }
    }
}
