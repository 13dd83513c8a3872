package dev.netwright.onnx;

import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The inputs of a graph, and the nodes that scale them as the network does. Inputs that pick rows of a table are whole numbers. */
final class InputNodes {
    private final Topology topology;
    private final GraphNodes graph;
    private final Standardizer standardizer;
    private final Set<String> indices = new HashSet<>();

    InputNodes(Network network, GraphNodes graph) {
        topology = network.topology();
        standardizer = network.standardizer();
        this.graph = graph;
        for (int i = 0; i < topology.layers().size(); i++) {
            if (topology.layers().get(i) instanceof EmbeddingLayer) {
                indices.add(topology.sources(i).get(0));
            }
        }
    }

    /** Of the numbers that it takes. */
    DataType type(NetworkInput input) {
        return indices.contains(input.name()) ? DataType.INT64 : DataType.FLOAT;
    }

    /** What layers read, with a node for each step of its scaling. */
    Value add(NetworkInput input, Form form) {
        int first = topology.firstColumn(input.name());
        int end = first + input.size();
        double[] means = Arrays.copyOfRange(standardizer.means(), first, end);
        double[] deviations = Arrays.copyOfRange(standardizer.deviations(), first, end);
        boolean isScaled = Arrays.stream(means).anyMatch(mean -> mean != 0)
                || Arrays.stream(deviations).anyMatch(deviation -> deviation != 1);
        String tensor = input.name();
        if (isScaled) {
            tensor = standardizer.isInFloats()
                    ? scaledInFloats(input.name(), form, means, deviations)
                    : scaledInDoubles(input.name(), form, means, deviations);
        }
        return new Value(graph, input.name(), form, tensor);
    }

    /** The steps of {@link Standardizer#isInFloats}. */
    private String scaledInFloats(String input, Form form, double[] means, double[] deviations) {
        float[] high = new float[means.length];
        float[] low = new float[means.length];
        float[] factors = new float[means.length];
        boolean isRounded = false;
        for (int i = 0; i < means.length; i++) {
            high[i] = (float) means[i];
            low[i] = (float) (means[i] - high[i]);
            factors[i] = (float) (1 / deviations[i]);
            isRounded |= low[i] != 0;
        }
        String moved = step(input, "Sub", input, floats(input + ".mean", form, high));
        if (isRounded) {
            moved = step(input, "Sub", moved, floats(input + ".mean_low", form, low));
        }
        return step(input, "Mul", moved, floats(input + ".factor", form, factors));
    }

    private String scaledInDoubles(String input, Form form, double[] means, double[] deviations) {
        String given = cast(input, input, DataType.DOUBLE);
        String moved = step(input, "Sub", given, doubles(input + ".mean", form, means));
        return cast(input, step(input, "Div", moved, doubles(input + ".deviation", form, deviations)), DataType.FLOAT);
    }

    private String step(String input, String operator, String left, String right) {
        return graph.add(input, operator, List.of(left, right));
    }

    private String cast(String input, String tensor, DataType type) {
        return graph.add(input, "Cast", List.of(tensor), Attributes.integer("to", type.getNumber()));
    }

    private String floats(String name, Form form, float[] numbers) {
        return graph.constant(Constants.floats(name, form.sizes(), numbers));
    }

    private String doubles(String name, Form form, double[] numbers) {
        return graph.constant(Constants.doubles(name, form.sizes(), numbers));
    }
}
