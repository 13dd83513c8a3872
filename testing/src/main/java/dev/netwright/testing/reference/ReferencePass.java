package dev.netwright.testing.reference;

import dev.netwright.annotations.Merge;
import dev.netwright.runtime.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Interprets a topology, forward and backward, in double precision. */
public final class ReferencePass {
    private final Topology topology;
    private final double[][] inputs;
    private final List<ReferenceLayer> layers = new ArrayList<>();

    /** Of the input and of every layer, {@code rows x columns}, by name. */
    private final Map<String, double[][]> outputs = new HashMap<>();

    /**
     * Goes forward through every layer; nothing is dropped.
     *
     * @param parameters laid out as the topology says
     * @param inputs     {@code rows x inputSize}
     */
    public ReferencePass(Topology topology, double[] parameters, double[][] inputs) {
        this(topology, parameters, inputs, Map.of());
    }

    /**
     * Goes forward through every layer, as in training.
     *
     * @param parameters laid out as the topology says
     * @param inputs     {@code rows x inputSize}
     * @param masks      what the activations of layers with dropout are multiplied with, {@code rows x units}, by the layer's name
     */
    public ReferencePass(Topology topology, double[] parameters, double[][] inputs, Map<String, double[][]> masks) {
        this.topology = topology;
        this.inputs = inputs;
        int from = 0;
        for (Topology.Input input : topology.inputs()) {
            outputs.put(input.name(), Rounded.columns(inputs, from, from + input.size()));
            from += input.size();
        }
        for (int i = 0; i < topology.layers().size(); i++) {
            Topology.Layer layer = topology.layers().get(i);
            List<double[][]> sources =
                    topology.sources(i).stream().map(outputs::get).toList();
            Optional<double[][]> residual = residual(layer).map(name -> outputs.get(name));
            Optional<double[][]> mask = Optional.ofNullable(masks.get(layer.name()));
            layers.add(new ReferenceLayer(layer, parameters, sources, mask, residual));
            outputs.put(layer.name(), last().y());
        }
    }

    static Optional<String> residual(Topology.Layer layer) {
        return Optional.of(layer.wiring().residual()).filter(name -> !name.isEmpty());
    }

    Topology topology() {
        return topology;
    }

    /** The layers with their values, from the first to the last. */
    public List<ReferenceLayer> layers() {
        return layers;
    }

    /** {@code rows x inputSize}. */
    double[][] inputs() {
        return inputs;
    }

    /** The output of the last layer, {@code rows x outputSize}. */
    public double[][] outputs() {
        return last().y();
    }

    /** The pre-activations of the last layer, {@code rows x outputSize}; with a residual or a pool its output. */
    public double[][] logits() {
        return hasLogits() ? last().z() : last().y();
    }

    /** Whether nothing follows the activation of the last layer. */
    boolean hasLogits() {
        Topology.Layer last = last().description();
        return residual(last).isEmpty() && last.pool().isEmpty();
    }

    /** All gradients from dL/dy of the last layer. */
    public ReferenceGradients backward(double[][] outputGradients) {
        return backward(last().deltas(outputGradients), outputGradients);
    }

    /** All gradients from the gradient at the logits. */
    public ReferenceGradients backwardFromLogits(double[][] logitGradients) {
        return hasLogits() ? backward(logitGradients, logitGradients) : backward(logitGradients);
    }

    /** dL/dy counts where the last layer has a residual alone. */
    private ReferenceGradients backward(double[][] lastDz, double[][] lastDy) {
        double[] gradients = new double[topology.parameterCount()];
        Map<String, double[][]> sums = new HashMap<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            ReferenceLayer layer = layers.get(i);
            boolean isLast = i == layers.size() - 1;
            double[][] dy = isLast
                    ? lastDy
                    : sums.getOrDefault(
                            layer.description().name(),
                            zeros(layer.description().units()));
            double[][] dz = isLast ? lastDz : layer.deltas(dy);
            layer.parameterGradients(dz, gradients);
            residual(layer.description()).ifPresent(name -> sums.merge(name, dy, ReferenceMerge::sum));
            double[][] dx = layer.inputGradients(dz);
            List<String> names = topology.sources(i);
            for (int k = 0; k < names.size(); k++) {
                sums.merge(names.get(k), layer.part(k, dx), ReferenceMerge::sum);
            }
        }
        return new ReferenceGradients(gradients, sideBySide(sums));
    }

    /** What belongs to the inputs, as their features lie; 0 for one that nothing reads. */
    private double[][] sideBySide(Map<String, double[][]> named) {
        return ReferenceMerge.merge(
                Merge.CONCATENATE,
                topology.inputs().stream()
                        .map(input -> named.getOrDefault(input.name(), zeros(input.size())))
                        .toList());
    }

    private ReferenceLayer last() {
        return layers.get(layers.size() - 1);
    }

    /** The gradient of what nothing reads. */
    private double[][] zeros(int columns) {
        return new double[inputs.length][columns];
    }
}
