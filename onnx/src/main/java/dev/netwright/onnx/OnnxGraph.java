package dev.netwright.onnx;

import dev.netwright.onnx.schema.GraphProto;
import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.PixelShapes;
import dev.netwright.runtime.topology.PixelShapes.Pixels;
import dev.netwright.runtime.topology.Topology;
import java.util.HashMap;
import java.util.Map;

/**
 * The graph of a network: its inputs, scaled as it scales them, and its layers. Every input and every layer has a value of its name, and
 * nodes are named after the layer that they are a step of.
 */
final class OnnxGraph {
    private final Topology topology;
    private final GraphNodes nodes = new GraphNodes();
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final PixelShapes shapes;
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Map<String, Value> values = new HashMap<>();

    private OnnxGraph(Network network) {
        topology = network.topology();
        shapes = new PixelShapes(topology);
        for (Tensor tensor : ModelFile.of(network).tensors().tensors()) {
            tensors.put(tensor.name(), tensor);
        }
    }

    /**
     * The graph.
     *
     * @throws IllegalArgumentException if a parameter or a statistic is not finite
     */
    static GraphProto of(Network network) {
        OnnxGraph written = new OnnxGraph(network);
        written.addInputs(new InputNodes(network, written.nodes));
        written.addLayers();
        return written.graph
                .setName(network.topology().name())
                .setDocString(network.topology().toString())
                .addAllNode(written.nodes.nodes())
                .addAllInitializer(written.nodes.constants())
                .build();
    }

    private void addInputs(InputNodes inputs) {
        for (NetworkInput input : topology.inputs()) {
            Form form = form(input.name());
            graph.addInput(Declarations.of(input.name(), inputs.type(input), form));
            values.put(input.name(), inputs.add(input, form));
        }
    }

    private void addLayers() {
        SourceNodes sources = new SourceNodes(topology, shapes, nodes, values);
        for (int i = 0; i < topology.layers().size(); i++) {
            NetworkLayer layer = topology.layers().get(i);
            Value value = new LayerNodes(layer, nodes, sources, shapes, tensors).add(topology.sources(i));
            boolean isOutput = topology.outputs().contains(layer.name());
            value.rename(isOutput ? form(layer.name()) : value.form(), layer.name());
            values.put(layer.name(), value);
        }
        for (String output : topology.outputs()) {
            graph.addOutput(Declarations.of(output, DataType.FLOAT, form(output)));
        }
    }

    /** As a network has its values, with their pixels where layers say which these are. */
    private Form form(String name) {
        int columns = topology.columns(name);
        Pixels pixels = shapes.pixels(name, columns);
        return Form.channelsLast(pixels, columns / pixels.count());
    }
}
