package dev.netwright.processor.onnx;

import dev.netwright.onnx.schema.TensorProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a file, checked as far as names go: every node reads what stands before it.
 *
 * @param count    how many nodes the file has
 * @param nodes    those that are looked at, in the order of their computation
 * @param initial  constants by name, as they are in the file
 * @param inputs   what a sample consists of
 * @param outputs  what the model gives
 * @param metadata what else the file says, by name
 */
record OnnxGraph(
        int count,
        List<OnnxNode> nodes,
        Map<String, TensorProto> initial,
        List<OnnxEnd> inputs,
        List<OnnxEnd> outputs,
        Map<String, String> metadata) {
    OnnxGraph {
        nodes = List.copyOf(nodes);
        initial = Map.copyOf(initial);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Map.copyOf(metadata);
    }

    OnnxGraph withNodes(List<OnnxNode> others) {
        return new OnnxGraph(count, others, initial, inputs, outputs, metadata);
    }

    OnnxGraph withOutputs(List<OnnxEnd> others) {
        return new OnnxGraph(count, nodes, initial, inputs, others, metadata);
    }

    /** The nodes by what they give. */
    Map<String, OnnxNode> producers() {
        Map<String, OnnxNode> producers = new HashMap<>();
        nodes.forEach(node -> node.outputs().forEach(output -> producers.put(output, node)));
        producers.remove("");
        return producers;
    }

    /** A constant of the file, or of a node that is one; empty where a name means none. */
    Optional<Tensor> constant(String name, Map<String, OnnxNode> producers) throws OnnxException, UnsupportedException {
        if (initial.containsKey(name)) {
            return Optional.of(TensorReader.read(initial.get(name), "the constant " + Quotes.of(name)));
        }
        OnnxNode node = producers.get(name);
        return node != null && node.operator().equals("Constant")
                ? Optional.of(TensorReader.ofConstant(node))
                : Optional.empty();
    }
}
