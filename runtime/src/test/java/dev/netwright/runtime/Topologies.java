package dev.netwright.runtime;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.Topology;
import java.util.List;

/** Topologies for tests that care about outputs alone. */
public final class Topologies {
    private Topologies() {}

    /** One dense layer, named {@code Given}. */
    public static Topology withOutputs(Activation activation, int outputs) {
        float alpha = activation.alpha().isPresent() ? activation.alpha().get().byDefault() : Float.NaN;
        DenseLayer layer = new DenseLayer(
                "output",
                LayerWiring.ABOVE,
                outputs,
                outputs,
                activation,
                alpha,
                true,
                Initializer.GLOROT_UNIFORM,
                Float.NaN,
                0,
                outputs * outputs,
                LayerTraining.PLAIN,
                LayerTreatment.NONE);
        return new Topology("Given", outputs, List.of(layer));
    }

    /** Its head. */
    public static OutputHead head(Activation activation, int outputs) {
        return withOutputs(activation, outputs).heads().get(0);
    }
}
