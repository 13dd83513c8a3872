package dev.netwright.processor.onnx;

import dev.netwright.processor.model.Ending;
import dev.netwright.processor.model.FunctionModel;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.LayerModel;
import java.util.List;

/**
 * What a file becomes: a network that is valid by construction, with its numbers.
 *
 * @param inputs    what a sample consists of
 * @param layers    each after all that it reads
 * @param heads     which of the layers are outputs, in the order of the file
 * @param functions activations that no table has
 * @param ends      the inputs as the file has them
 * @param outputs   the heads as the file has them
 * @param ending    what has become of the output of a classifier
 * @param numbers   its numbers
 */
public record ImportedNetwork(
        List<InputModel> inputs,
        List<LayerModel> layers,
        List<Integer> heads,
        List<FunctionModel> functions,
        List<ImportedEnd> ends,
        List<ImportedEnd> outputs,
        Ending ending,
        NetworkNumbers numbers) {
    /** Copies the lists. */
    public ImportedNetwork {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        heads = List.copyOf(heads);
        functions = List.copyOf(functions);
        ends = List.copyOf(ends);
        outputs = List.copyOf(outputs);
    }

    /** Of each head what its outputs stand for; empty where the file does not say. */
    public List<List<String>> labels() {
        return outputs.stream().map(ImportedEnd::names).toList();
    }
}
