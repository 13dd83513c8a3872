package dev.netwright.processor.plan;

import dev.netwright.annotations.Merge;
import dev.netwright.processor.model.CustomActivation;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.Treatment;
import dev.netwright.processor.model.Weights;
import java.util.List;

/** Groups of what a method would do for each of many layers, so that there is one method for each group and none outgrows the budget. */
public final class MethodGroups {
    private MethodGroups() {}

    /** For methods that call a method of each of so many layers. */
    public static List<Range> ofCalls(int layers) {
        return MethodBudget.layers(layers, MethodBudget.CALL);
    }

    /** For methods that choose among so many stages. */
    public static List<Range> ofStages(int stages) {
        return MethodBudget.layers(stages, MethodBudget.STAGE);
    }

    /** For methods that allocate the arrays of each layer. */
    public static List<Range> ofAllocations(NetworkPlan plan) {
        int mostArrays =
                plan.layers().stream().mapToInt(MethodGroups::arrays).max().orElse(0);
        return MethodBudget.layers(plan.layers().size(), MethodBudget.ALLOCATION * mostArrays);
    }

    private static int arrays(LayerPlan layer) {
        int sequential = 4;
        return sequential
                + (layer.arrays().ownsX() ? 1 : 0)
                + (layer.dropsOut() ? 3 : 0)
                + (layer.normalizes() ? 3 : 0)
                + (layer.arrays().ownsDy() ? 1 : 0)
                + (layer.pools() ? 2 : 0)
                + (layer.residual().isPresent() ? 1 : 0)
                + (layer.arrays().ownsDx() ? 1 : 0)
                + (layer.arrays().ownsGiven() ? 1 : 0)
                + (layer.arrays().ownsPart() ? 1 : 0);
    }

    /** For methods that hand back so many contributions of a layer. */
    public static List<Range> ofContributions(LayerPlan layer, int contributions) {
        int factors = layer.layer().merge() == Merge.MULTIPLY ? layer.sources().size() : 1;
        return MethodBudget.layers(contributions, MethodBudget.CONTRIBUTION * factors);
    }

    /** For methods that describe each layer. */
    public static List<Range> ofDescriptions(NetworkPlan plan) {
        int most = 0;
        for (int i = 0; i < plan.layers().size(); i++) {
            most = Math.max(most, descriptionBytes(plan, i));
        }
        // Inputs and outputs are described in the method that describes the layers where these are few.
        int ofEnds = MethodBudget.INPUT_DESCRIPTION * plan.inputs().size()
                + (plan.model().hasOneHead()
                        ? 0
                        : MethodBudget.NAME * plan.model().heads().size());
        int layers = plan.layers().size();
        return MethodBudget.layers(layers, most + (ofEnds + layers - 1) / layers);
    }

    private static int descriptionBytes(NetworkPlan plan, int index) {
        LayerModel layer = plan.layers().get(index).layer();
        int bytes = MethodBudget.DESCRIPTION + (layer.pool().isPresent() ? MethodBudget.POOL : 0);
        if (!plan.model().readsAbove(index)) {
            bytes += MethodBudget.WIRING + MethodBudget.NAME * layer.sources().size();
        }
        bytes += layer.activation() instanceof CustomActivation ? MethodBudget.FUNCTION : 0;
        boolean isPlain = layer.weights().map(Weights::isTrainedPlainly).orElse(true);
        bytes += isPlain ? 0 : MethodBudget.TRAINING;
        return layer.treatment().equals(Treatment.NONE) ? bytes : bytes + MethodBudget.TREATMENT;
    }
}
