package dev.netwright.onnx;

import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.NodeProto;
import dev.netwright.onnx.schema.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a graph in the order of their computation, and its constants. What they compute and what they are has a name that nothing else has. */
final class GraphNodes {
    private final List<NodeProto.Builder> nodes = new ArrayList<>();
    private final Map<String, TensorProto> constants = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /**
     * Adds a node with one output.
     *
     * @param scope the input or layer that it belongs to
     * @return the name of the node and its output, such as {@code hidden/Gemm}
     */
    String add(String scope, String operator, List<String> inputs, AttributeProto... attributes) {
        String name = scope + "/" + operator;
        int use = uses.merge(name, 1, Integer::sum);
        String unique = use == 1 ? name : name + "_" + use;
        nodes.add(NodeProto.newBuilder()
                .setName(unique)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(unique)
                .addAllAttribute(List.of(attributes)));
        return unique;
    }

    /** Brings a sample's values into other sizes, without moving any. */
    String reshape(String scope, String tensor, List<Integer> sizes) {
        long[] shape = new long[1 + sizes.size()];
        // As many rows as there are.
        shape[0] = 0;
        for (int i = 0; i < sizes.size(); i++) {
            shape[1 + i] = sizes.get(i);
        }
        String name =
                "shape/" + String.join("x", sizes.stream().map(String::valueOf).toList());
        return add(scope, "Reshape", List.of(tensor, constant(Constants.longs(name, shape))));
    }

    /** Adds a constant, unless it is there. */
    String constant(TensorProto constant) {
        constants.putIfAbsent(constant.getName(), constant);
        return constant.getName();
    }

    /** Adds a number, unless it is there. */
    String number(float value) {
        return constant(Constants.floats("number/" + value, List.of(), new float[] {value}));
    }

    /** Whether a node of this input or layer computes a tensor. */
    boolean isOf(String scope, String tensor) {
        return tensor.startsWith(scope + "/");
    }

    /** Gives the output of a node another name, before or after others read it. */
    void rename(String value, String name) {
        for (NodeProto.Builder node : nodes) {
            replace(node, value, name);
        }
    }

    private static void replace(NodeProto.Builder node, String value, String name) {
        for (int i = 0; i < node.getInputCount(); i++) {
            if (node.getInput(i).equals(value)) {
                node.setInput(i, name);
            }
        }
        if (node.getOutput(0).equals(value)) {
            node.setOutput(0, name);
        }
    }

    /** All nodes. */
    List<NodeProto> nodes() {
        return nodes.stream().map(NodeProto.Builder::build).toList();
    }

    /** All constants. */
    List<TensorProto> constants() {
        return List.copyOf(constants.values());
    }
}
