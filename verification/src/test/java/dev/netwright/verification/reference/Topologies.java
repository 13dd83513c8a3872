package dev.netwright.verification.reference;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.Topology;
import java.util.ArrayList;
import java.util.List;

/** Topologies without a declaration, for tests that need no generated class. */
final class Topologies {
    private Topologies() {}

    /** A layer to be. */
    record Layer(int units, Activation activation, boolean bias) {}

    /** A sequence of dense layers, with the default parameter of every activation. */
    static Topology of(int inputs, List<Layer> layers) {
        List<Topology.Dense> dense = new ArrayList<>();
        int columns = inputs;
        int offset = 0;
        for (Layer layer : layers) {
            Topology.Dense next = new Topology.Dense(
                    "layer" + (dense.size() + 1),
                    columns,
                    layer.units(),
                    layer.activation(),
                    layer.activation().alpha().map(Alpha::byDefault).orElse(Float.NaN),
                    layer.bias(),
                    Initializer.GLOROT_UNIFORM,
                    Float.NaN,
                    offset,
                    offset + columns * layer.units());
            dense.add(next);
            columns = layer.units();
            offset += next.parameterCount();
        }
        return new Topology("Reference", inputs, dense);
    }
}
