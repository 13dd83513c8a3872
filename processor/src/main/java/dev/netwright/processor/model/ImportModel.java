package dev.netwright.processor.model;

import java.util.List;

/**
 * What a network has from the file that it was read from, besides its layers.
 *
 * @param file      the file, as the interface names it
 * @param outputs   the values of it that are outputs, where the interface names them; else none
 * @param resource  the resource beside the class with the network's numbers
 * @param scales    whether it scales features
 * @param digest    of these numbers
 * @param functions activations that no table has
 * @param labels    of each head what its outputs stand for; empty where the file does not say, or an enum says it
 * @param ending    what has become of the output of a classifier
 */
public record ImportModel(
        String file,
        List<String> outputs,
        String resource,
        boolean scales,
        String digest,
        List<FunctionModel> functions,
        List<List<String>> labels,
        Ending ending) {
    /** Copies the lists. */
    public ImportModel {
        outputs = List.copyOf(outputs);
        functions = List.copyOf(functions);
        labels = labels.stream().map(List::copyOf).toList();
    }
}
