package dev.netwright.processor.plan;

import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every decision about a generated class. Prints itself as a table.
 *
 * @param model       the network
 * @param inputs      what is decided about each of several inputs; empty where there is one
 * @param layers      what is decided about each of its layers, in their order
 * @param shared      arrays of the way back that several layers use one after the other
 * @param predictions the same of the way forward, in passes that only predict
 */
public record NetworkPlan(
        NetworkModel model,
        List<InputPlan> inputs,
        List<LayerPlan> layers,
        List<SharedArray> shared,
        PredictionArrays predictions) {
    private static final String INPUTS = "INPUTS";
    private static final String INPUT_FIELD = "inputs";

    /** Copies the lists. */
    public NetworkPlan {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        shared = List.copyOf(shared);
    }

    /** Plans a network with the default cost model. */
    public static NetworkPlan of(NetworkModel model) {
        return of(model, CostModel.DEFAULT);
    }

    /** Plans a network with a cost model of the caller's. */
    public static NetworkPlan of(NetworkModel model, CostModel costs) {
        LayerNames.Registry registry = new LayerNames.Registry();
        ConstantBudget constants = new ConstantBudget();
        List<InputPlan> inputs = inputs(model, registry);
        List<LayerPlan> layers = new ArrayList<>();
        int offset = 0;
        for (LayerModel layer : model.layers()) {
            Strategy strategy = strategy(layer, offset, costs, constants);
            LayerNames names = registry.register(layer.name());
            layers.add(new LayerPlan(
                    layer,
                    layers.size(),
                    role(model, layers.size()),
                    names,
                    layer.sources().stream()
                            .map(source -> operand(model, source, inputs, layers))
                            .toList(),
                    layer.residual().map(source -> operand(model, source, inputs, layers)),
                    offset,
                    offset + layer.weightCount(),
                    strategy,
                    List.of(),
                    Map.of()));
            offset += layer.parameterCount();
        }
        List<LayerPlan> planned = withContributions(layers);
        List<SharedArray> shared = BackwardLifetimes.shared(planned);
        Map<String, String> placements = BackwardLifetimes.placements(shared);
        return new NetworkPlan(
                model,
                inputs,
                planned.stream().map(layer -> layer.placedAs(placements)).toList(),
                shared,
                ForwardLifetimes.shared(inputs, planned));
    }

    /** The nested class with the passes. */
    public String workspaceName() {
        return nestedName("Workspace");
    }

    /** The nested record with the outputs of several heads. */
    public String outputsName() {
        return nestedName("Outputs");
    }

    /** A nested class would hide a type of the user's with its name, which has no other in the unnamed package. */
    private String nestedName(String name) {
        String free = name;
        for (int i = 2; isOfTheUsers(free); i++) {
            free = name + i;
        }
        return free;
    }

    private boolean isOfTheUsers(String name) {
        return model.types().anyMatch(type -> type.firstName().equals(name));
    }

    private static Role role(NetworkModel model, int layer) {
        if (!model.heads().contains(layer)) {
            return Role.HIDDEN;
        }
        if (model.hasOneHead()) {
            return Role.OUTPUT;
        }
        return model.isRead(layer) ? Role.READ_HEAD : Role.HEAD;
    }

    private static List<InputPlan> inputs(NetworkModel model, LayerNames.Registry registry) {
        if (model.inputs().size() == 1) {
            return List.of();
        }
        return model.inputs().stream()
                .map(input -> new InputPlan(input, registry.register(input.name())))
                .toList();
    }

    private static Strategy strategy(LayerModel layer, int offset, CostModel costs, ConstantBudget constants) {
        if (layer.weights().isEmpty()) {
            return new Strategy.Weightless();
        }
        boolean unrolls = costs.unrolls(layer) && constants.take(layer, offset);
        return unrolls ? Strategy.Unrolled.of(layer.inputs(), layer.units()) : new Strategy.Kernel();
    }

    private static Operand operand(NetworkModel model, Source source, List<InputPlan> inputs, List<LayerPlan> before) {
        if (source.isInput() && !inputs.isEmpty()) {
            return inputs.get(source.index()).operand();
        }
        if (source.isInput()) {
            return new Operand(model.nameOf(source), true, false, INPUT_FIELD, "inputOffset", INPUTS, "inputGradients");
        }
        LayerPlan layer = before.get(source.index());
        return new Operand(
                layer.layer().name(),
                false,
                layer.pools(),
                layer.arrays().y(),
                "0",
                layer.names().units(),
                layer.arrays().dy());
    }

    /**
     * In the order of a backward pass, in which the first part of a gradient is stored and the others are added. Of an output it is the
     * caller's that comes first.
     */
    private static List<LayerPlan> withContributions(List<LayerPlan> layers) {
        Set<String> begun = layers.stream()
                .filter(layer -> layer.role() == Role.READ_HEAD)
                .map(layer -> layer.layer().name())
                .collect(Collectors.toCollection(HashSet::new));
        List<LayerPlan> planned = new ArrayList<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            LayerPlan layer = layers.get(i);
            List<Contribution> parts = new ArrayList<>();
            layer.residual()
                    .ifPresent(to -> parts.add(new Contribution(to, Contribution.RESIDUAL, !begun.add(to.name()))));
            for (int k = 0; k < layer.sources().size(); k++) {
                Operand to = layer.sources().get(k);
                parts.add(new Contribution(to, k, !begun.add(to.name())));
            }
            planned.add(layer.withContributions(parts));
        }
        Collections.reverse(planned);
        return planned;
    }

    /** The outputs, in the order of their columns. */
    public List<LayerPlan> heads() {
        return model.heads().stream().map(layers::get).toList();
    }

    /** The output of a network that has one. */
    public LayerPlan outputLayer() {
        return layers.get(model.heads().get(0));
    }

    /** Whether there is a class for callers with methods that name its inputs or outputs. */
    public boolean namesItsEnds() {
        return !inputs.isEmpty() || !model.hasOneHead();
    }

    /** Weights and biases of all layers. */
    public int parameterCount() {
        return layers.stream().mapToInt(plan -> plan.layer().parameterCount()).sum();
    }

    /** Whether any layer is normalised. */
    public boolean normalizes() {
        return layers.stream().anyMatch(LayerPlan::normalizes);
    }

    /** Whether any layer is normalised over the batch. */
    public boolean normalizesBatches() {
        return layers.stream().anyMatch(LayerPlan::normalizesBatch);
    }

    /** Whether any layer is normalised sample by sample. */
    public boolean normalizesSamples() {
        return layers.stream().anyMatch(layer -> layer.normalizes() && !layer.normalizesBatch());
    }

    /** How many layers before one are normalised over the batch. */
    public int normalizedBefore(LayerPlan layer) {
        return (int) layers.subList(0, layer.number()).stream()
                .filter(LayerPlan::normalizesBatch)
                .count();
    }

    /** Running means and variances of all layers. */
    public int statisticsCount() {
        return layers.stream().mapToInt(plan -> plan.layer().statisticsCount()).sum();
    }

    /** Whether training drops activations of any layer. */
    public boolean dropsOut() {
        return layers.stream().anyMatch(LayerPlan::dropsOut);
    }

    /** Whether any layer has weights. */
    public boolean hasParameters() {
        return parameterCount() > 0;
    }

    /** Multiply-adds of the forward pass of one sample. */
    public long multiplyAdds() {
        return layers.stream().mapToLong(plan -> plan.layer().multiplyAdds()).sum();
    }

    /** The layers in the order of a backward pass. */
    public List<LayerPlan> fromTheLast() {
        List<LayerPlan> reversed = new ArrayList<>(layers);
        Collections.reverse(reversed);
        return reversed;
    }

    @Override
    public String toString() {
        return PlanTable.of(this);
    }
}
