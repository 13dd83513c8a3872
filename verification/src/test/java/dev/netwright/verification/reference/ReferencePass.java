package dev.netwright.verification.reference;

import dev.netwright.runtime.Topology;
import java.util.ArrayList;
import java.util.List;

/** Interprets a topology, forward and backward, in double precision. */
public final class ReferencePass {
    private final Topology topology;
    private final List<ReferenceLayer> layers = new ArrayList<>();

    /**
     * Goes forward through every layer.
     *
     * @param parameters laid out as the topology says
     * @param inputs     {@code rows x inputSize}
     */
    public ReferencePass(Topology topology, double[] parameters, double[][] inputs) {
        this.topology = topology;
        double[][] x = inputs;
        for (Topology.Dense layer : topology.layers()) {
            layers.add(new ReferenceLayer(layer, parameters, x));
            x = last().a();
        }
    }

    /** The layers with their values, from the first to the last. */
    public List<ReferenceLayer> layers() {
        return layers;
    }

    /** The activations of the last layer, {@code rows x outputSize}. */
    public double[][] outputs() {
        return last().a();
    }

    /** The pre-activations of the last layer, {@code rows x outputSize}. */
    public double[][] logits() {
        return last().z();
    }

    /** All gradients from dL/da of the last layer. */
    public ReferenceGradients backward(double[][] outputGradients) {
        return backwardFromLogits(last().deltas(outputGradients));
    }

    /** All gradients from dL/dz of the last layer. */
    public ReferenceGradients backwardFromLogits(double[][] logitGradients) {
        double[] gradients = new double[topology.parameterCount()];
        double[][][] deltas = new double[layers.size()][][];
        double[][] dz = logitGradients;
        for (int i = layers.size() - 1; i > 0; i--) {
            deltas[i] = dz;
            layers.get(i).parameterGradients(dz, gradients);
            dz = layers.get(i - 1).deltas(layers.get(i).inputGradients(dz));
        }
        deltas[0] = dz;
        layers.get(0).parameterGradients(dz, gradients);
        return new ReferenceGradients(gradients, layers.get(0).inputGradients(dz), deltas);
    }

    private ReferenceLayer last() {
        return layers.get(layers.size() - 1);
    }
}
