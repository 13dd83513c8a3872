package dev.netwright.onnx;

import dev.netwright.annotations.Merge;
import dev.netwright.runtime.file.PixelOrder;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.PixelShapes;
import dev.netwright.runtime.topology.PixelShapes.Pixels;
import dev.netwright.runtime.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The nodes that make one x of all that a layer reads. */
final class SourceNodes {
    private final Topology topology;
    private final GraphNodes graph;
    private final Map<String, Value> values;
    private final PixelShapes shapes;
    private final PixelOrder order;

    /**
     * @param shapes how inputs and layers are arranged in pixels
     * @param values of all inputs, and of layers as they are added
     */
    SourceNodes(Topology topology, PixelShapes shapes, GraphNodes graph, Map<String, Value> values) {
        this.topology = topology;
        this.graph = graph;
        this.values = values;
        this.shapes = shapes;
        order = new PixelOrder(topology);
    }

    /** What an input or a layer gives that has been added. */
    Value value(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    topology.name() + " has a layer that reads " + name + " before it is computed.");
        }
        return value;
    }

    /** x as a value, in the form of the first source. */
    Value merged(NetworkLayer layer, List<String> sources) {
        Value first = value(sources.get(0));
        if (sources.size() == 1) {
            return first;
        }
        if (layer.wiring().merge() == Merge.CONCATENATE) {
            return concatenated(layer, sources);
        }
        String operator = layer.wiring().merge() == Merge.ADD ? "Add" : "Mul";
        String merged = first.tensor();
        for (String source : sources.subList(1, sources.size())) {
            merged = graph.add(
                    layer.name(), operator, List.of(merged, value(source).in(first.form())));
        }
        return new Value(graph, layer.name(), first.form(), merged);
    }

    /** By pixel or by columns, which both lie in the first size behind the rows. */
    private Value concatenated(NetworkLayer layer, List<String> sources) {
        int count = layer.wiring().pixels();
        Pixels known = shapes.pixels(sources.get(0), topology.columns(sources.get(0)));
        Pixels pixels = known.count() == count ? known : new Pixels(1, count);
        List<String> parts = new ArrayList<>();
        for (String source : sources) {
            parts.add(value(source).in(joined(pixels, topology.columns(source))));
        }
        return new Value(graph, layer.name(), joined(pixels, layer.inputs()), sideBySide(layer, parts));
    }

    private static Form joined(Pixels pixels, int columns) {
        return pixels.count() == 1 ? Form.flat(columns) : Form.channelsFirst(pixels, columns / pixels.count());
    }

    /** x of a dense layer, {@code rows x inputs}, in the order that its weights have in a file. */
    String inFileOrder(DenseLayer layer, List<String> sources) {
        if (PixelShapes.arePixelsJoined(layer, sources)) {
            return merged(layer, sources).in(fileOrder(sources.get(0), layer.inputs()));
        }
        List<String> parts = new ArrayList<>();
        for (String source : sources) {
            parts.add(value(source).in(fileOrder(source, topology.columns(source))));
        }
        return sideBySide(layer, parts);
    }

    private Form fileOrder(String source, int columns) {
        Pixels pixels = order.of(source, columns);
        return Form.channelsFirst(pixels, columns / pixels.count()).flattened();
    }

    private String sideBySide(NetworkLayer layer, List<String> parts) {
        return graph.add(layer.name(), "Concat", parts, Attributes.integer("axis", 1));
    }
}
