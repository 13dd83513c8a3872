package dev.netwright.processor.plan;

import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.model.NetworkModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every decision about a generated class. Prints itself as a table.
 *
 * @param model  the network
 * @param layers what is decided about each of its layers, in their order
 */
public record NetworkPlan(NetworkModel model, List<LayerPlan> layers) {
    private static final String INPUTS = "INPUTS";
    private static final String INPUT_FIELD = "inputs";

    /** Copies the list. */
    public NetworkPlan {
        layers = List.copyOf(layers);
    }

    /** Plans a network with the default cost model. */
    public static NetworkPlan of(NetworkModel model) {
        return of(model, CostModel.DEFAULT);
    }

    /** Plans a network with a cost model of the caller's. */
    public static NetworkPlan of(NetworkModel model, CostModel costs) {
        LayerNames.Registry registry = new LayerNames.Registry();
        ConstantBudget constants = new ConstantBudget();
        List<LayerPlan> layers = new ArrayList<>();
        int offset = 0;
        for (DenseLayer layer : model.layers()) {
            boolean unrolls = costs.unrolls(layer) && constants.take(layer, offset);
            Strategy strategy = unrolls ? Strategy.Unrolled.of(layer.inputs(), layer.units()) : new Strategy.Kernel();
            layers.add(plan(layer, layers, model.layers().size(), registry.register(layer.name()), offset, strategy));
            offset += layer.parameterCount();
        }
        return new NetworkPlan(model, layers);
    }

    private static LayerPlan plan(
            DenseLayer layer, List<LayerPlan> before, int count, LayerNames names, int offset, Strategy strategy) {
        int position = before.size();
        boolean isFirst = position == 0;
        return new LayerPlan(
                layer,
                position,
                position == count - 1,
                names,
                isFirst ? INPUTS : before.get(position - 1).names().units(),
                isFirst ? INPUT_FIELD : before.get(position - 1).a(),
                offset,
                offset + layer.weightCount(),
                strategy);
    }

    /** The last layer. */
    public LayerPlan outputLayer() {
        return layers.get(layers.size() - 1);
    }

    /** Weights and biases of all layers. */
    public int parameterCount() {
        return layers.stream().mapToInt(plan -> plan.layer().parameterCount()).sum();
    }

    /** Multiply-adds of the forward pass of one sample. */
    public long multiplyAdds() {
        return layers.stream().mapToLong(plan -> plan.layer().weightCount()).sum();
    }

    /** The layer that gives another its input; empty for the first. */
    public Optional<LayerPlan> before(LayerPlan layer) {
        return layer.isFirst() ? Optional.empty() : Optional.of(layers.get(layer.position() - 1));
    }

    /** The layers in the order of a backward pass. */
    public List<LayerPlan> fromTheLast() {
        List<LayerPlan> reversed = new ArrayList<>(layers);
        Collections.reverse(reversed);
        return reversed;
    }

    /** So many layers in groups for which one method each can call a method of every layer. */
    public static List<Range> callGroups(int layers) {
        return MethodBudget.layers(layers, MethodBudget.CALL);
    }

    /** Layers in groups for which one method each can allocate the arrays of every layer. */
    public List<Range> allocationGroups() {
        return MethodBudget.layers(layers.size(), MethodBudget.ALLOCATION);
    }

    /** Layers in groups for which one method each can describe every layer. */
    public List<Range> descriptionGroups() {
        return MethodBudget.layers(layers.size(), MethodBudget.DESCRIPTION);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(model.generatedName());
        for (LayerPlan plan : layers) {
            table.append(String.format(
                    Locale.ROOT,
                    "%n  %-16s %6d -> %-6d %-13s %-9s weights at %d, biases at %d",
                    plan.layer().name(),
                    plan.layer().inputs(),
                    plan.layer().units(),
                    plan.layer().activation().name().toLowerCase(Locale.ROOT),
                    plan.strategy(),
                    plan.weightsOffset(),
                    plan.biasesOffset()));
        }
        return table.toString().replace(System.lineSeparator(), "\n");
    }
}
