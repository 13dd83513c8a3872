package dev.netwright.testing.reference;

import dev.netwright.annotations.Merge;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Interprets a topology, forward and backward, in double precision. */
public final class ReferencePass {
    private final Topology topology;
    private final double[][] inputs;
    private final List<ReferenceLayer> layers = new ArrayList<>();

    /** Of the input and of every layer, {@code rows x columns}, by name. */
    private final Map<String, double[][]> outputs = new HashMap<>();

    /**
     * Goes forward through every layer, of which none is normalised over the batch; nothing is dropped.
     *
     * @param parameters laid out as the topology says
     * @param inputs     {@code rows x inputSize}
     */
    public ReferencePass(Topology topology, double[] parameters, double[][] inputs) {
        this(topology, parameters, inputs, PassMode.inference());
    }

    /**
     * Goes forward through every layer.
     *
     * @param parameters laid out as the topology says
     * @param inputs     {@code rows x inputSize}; in training the whole batch
     */
    public ReferencePass(Topology topology, double[] parameters, double[][] inputs, PassMode mode) {
        this.topology = topology;
        this.inputs = inputs;
        int from = 0;
        for (NetworkInput input : topology.inputs()) {
            outputs.put(input.name(), Rounded.columns(inputs, from, from + input.size()));
            from += input.size();
        }
        for (int i = 0; i < topology.layers().size(); i++) {
            NetworkLayer layer = topology.layers().get(i);
            List<double[][]> sources =
                    topology.sources(i).stream().map(outputs::get).toList();
            Optional<double[][]> residual = residual(layer).map(name -> outputs.get(name));
            layers.add(new ReferenceLayer(layer, parameters, sources, mode, residual));
            outputs.put(layer.name(), layers.get(i).y());
        }
    }

    static Optional<String> residual(NetworkLayer layer) {
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

    /** The outputs of all heads side by side, {@code rows x outputSize}. */
    public double[][] outputs() {
        return ofHeads(ReferenceLayer::y);
    }

    /** The pre-activations of all heads side by side, {@code rows x outputSize}; of one with a residual or a pool its output. */
    public double[][] logits() {
        return ofHeads(layer -> hasLogits(layer.description()) ? layer.z() : layer.y());
    }

    private double[][] ofHeads(Function<ReferenceLayer, double[][]> values) {
        return ReferenceMerge.merge(
                Merge.CONCATENATE,
                topology.heads().stream()
                        .map(head -> values.apply(layer(head.name())))
                        .toList());
    }

    private ReferenceLayer layer(String name) {
        return layers.stream()
                .filter(layer -> layer.description().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether nothing follows a layer's activation, so that as an output it has logits. */
    static boolean hasLogits(NetworkLayer layer) {
        return residual(layer).isEmpty() && layer.pool().isEmpty();
    }

    /** All gradients from dL/dy of the heads side by side. */
    public ReferenceGradients backward(double[][] outputGradients) {
        return backward(outputGradients, HeadSums.all(topology, /* areOfLogits= */ false));
    }

    /** All gradients from the gradients at the logits of the heads side by side. */
    public ReferenceGradients backwardFromLogits(double[][] logitGradients) {
        return backward(logitGradients, HeadSums.all(topology, /* areOfLogits= */ true));
    }

    /** All gradients from those of the heads side by side, each at its logits or its outputs. */
    public ReferenceGradients backward(double[][] headGradients, boolean[] areOfLogits) {
        return backward(HeadSums.of(topology, matrix -> matrix, headGradients, areOfLogits));
    }

    /** A gradient of a layer is the sum of what it is given and of what its readers hand back. */
    private ReferenceGradients backward(HeadSums<double[][]> given) {
        double[] gradients = new double[topology.parameterCount()];
        Map<String, double[][]> sums = given.atOutputs();
        for (int i = layers.size() - 1; i >= 0; i--) {
            ReferenceLayer layer = layers.get(i);
            String name = layer.description().name();
            Optional<double[][]> dy = Optional.ofNullable(sums.get(name));
            Optional<double[][]> atLogits = Optional.ofNullable(given.atLogits().get(name));
            double[][] dz = dy.map(layer::deltas)
                    .map(deltas -> atLogits.map(more -> ReferenceMerge.sum(deltas, more))
                            .orElse(deltas))
                    .or(() -> atLogits)
                    .orElseGet(() -> zeros(layer.description().units()));
            layer.parameterGradients(dz, gradients);
            residual(layer.description())
                    .ifPresent(to -> dy.ifPresent(part -> sums.merge(to, part, ReferenceMerge::sum)));
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

    /** The gradient of what nothing reads. */
    private double[][] zeros(int columns) {
        return new double[inputs.length][columns];
    }
}
