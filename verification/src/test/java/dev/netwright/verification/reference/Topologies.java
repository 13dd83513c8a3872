package dev.netwright.verification.reference;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** Topologies without a declaration, for tests that need no generated class. */
final class Topologies {
    private Topologies() {}

    /** A layer to be. */
    record Layer(int units, Activation activation, boolean bias) {}

    /** A sequence of dense layers, with the default parameter of every activation. */
    static Topology of(int inputs, List<Layer> layers) {
        List<DenseLayer> dense = new ArrayList<>();
        int columns = inputs;
        int offset = 0;
        for (Layer layer : layers) {
            DenseLayer next = new DenseLayer(
                    "layer" + (dense.size() + 1),
                    LayerWiring.ABOVE,
                    columns,
                    layer.units(),
                    layer.activation(),
                    layer.activation().alpha().map(Alpha::byDefault).orElse(Float.NaN),
                    layer.bias(),
                    Initializer.GLOROT_UNIFORM,
                    Float.NaN,
                    offset,
                    offset + columns * layer.units(),
                    LayerTraining.PLAIN,
                    LayerTreatment.NONE);
            dense.add(next);
            columns = layer.units();
            offset += next.parameterCount();
        }
        return new Topology("Reference", inputs, dense);
    }
}
