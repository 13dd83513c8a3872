package dev.netwright.processor.onnx;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is wanted of a file.
 *
 * @param packageName   the package of the generated class; empty for the unnamed one
 * @param generatedName its simple name, which functions of its own are called with
 * @param classes       how many classes there are, where the network is a classifier: its outputs become their probabilities if they come to the same
 * @param outputs       the names of the outputs that it has; none for all of the file
 */
public record ImportRequest(String packageName, String generatedName, OptionalInt classes, List<String> outputs) {
    /** Copies the list. */
    public ImportRequest {
        outputs = List.copyOf(outputs);
    }

    /** A network of all outputs, which is no classifier's. */
    public static ImportRequest of(String packageName, String generatedName) {
        return new ImportRequest(packageName, generatedName, OptionalInt.empty(), List.of());
    }
}
