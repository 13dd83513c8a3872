package dev.netwright.testing.dropout;

import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.testing.reference.Doubles;
import java.util.HashMap;
import java.util.Map;

/**
 * What dropout multiplies activations with in a pass of training. The runtime itself is asked which are dropped: that is a choice and no
 * mathematics.
 */
public final class DropoutMasks {
    private DropoutMasks() {}

    /** Of every layer with dropout, by its name, {@code rows x units}, for the rows of a batch from {@code firstRow}. */
    public static Map<String, double[][]> of(Topology topology, long seed, long step, long firstRow, int rows) {
        Map<String, double[][]> masks = new HashMap<>();
        for (int i = 0; i < topology.layers().size(); i++) {
            NetworkLayer layer = topology.layers().get(i);
            if (layer.treatment().dropsOut()) {
                float[] mask = new float[rows * layer.units()];
                Dropout.mask(seed, step, i, firstRow, layer.treatment().dropout(), mask, rows, layer.units());
                masks.put(layer.name(), Doubles.rows(mask, 0, rows, layer.units()));
            }
        }
        return masks;
    }
}
