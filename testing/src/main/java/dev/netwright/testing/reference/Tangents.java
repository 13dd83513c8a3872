package dev.netwright.testing.reference;

import dev.netwright.runtime.topology.CustomActivation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The tangents of a layer's function at the pre-activations of a pass, a straight line for every unit of every row. */
final class Tangents {
    private final CustomActivation function;
    private final double[][] at;

    private Tangents(CustomActivation function, double[][] at) {
        this.function = function;
        this.at = Arrays.stream(at).map(double[]::clone).toArray(double[][]::new);
    }

    /** Those of every layer with a function of the user's, by the layer's name. */
    static Map<String, Tangents> of(ReferencePass pass) {
        Map<String, Tangents> tangents = new HashMap<>();
        for (ReferenceLayer layer : pass.layers()) {
            if (layer.description().activation() instanceof CustomActivation function) {
                tangents.put(layer.description().name(), new Tangents(function, layer.z()));
            }
        }
        return Map.copyOf(tangents);
    }

    /** What they are at the pre-activations of one row. */
    double[] row(int row, double[] z) {
        double[] a = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            double from = at[row][i];
            double slope = ReferenceActivations.derivative(function, from, Double.NaN);
            a[i] = ReferenceActivations.value(function, from, Double.NaN) + slope * (z[i] - from);
        }
        return a;
    }
}
