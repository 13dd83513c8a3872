package dev.netwright.runtime;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import java.util.List;

/** Topologies for tests that care about outputs alone. */
public final class Topologies {
    private Topologies() {}

    /** One dense layer, named {@code Given}. */
    public static Topology withOutputs(Activation activation, int outputs) {
        float alpha = activation.alpha().isPresent() ? activation.alpha().get().byDefault() : Float.NaN;
        Topology.Dense layer = new Topology.Dense(
                "output",
                outputs,
                outputs,
                activation,
                alpha,
                true,
                Initializer.GLOROT_UNIFORM,
                Float.NaN,
                0,
                outputs * outputs);
        return new Topology("Given", outputs, List.of(layer));
    }

    /** Its head. */
    public static Topology.Head head(Activation activation, int outputs) {
        return withOutputs(activation, outputs).heads().get(0);
    }
}
