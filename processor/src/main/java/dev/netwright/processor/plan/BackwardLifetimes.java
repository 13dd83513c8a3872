package dev.netwright.processor.plan;

import dev.netwright.processor.plan.LinearScan.Lifetime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From when to when arrays of the way back hold what is still needed. Time goes by twos: a layer takes the gradient back through its
 * activation in the first half of its turn, and hands gradients on in the second. What is needed after the way back, such as dL/dz for the
 * gradients of weights, is not shared.
 */
final class BackwardLifetimes {
    /** More would make the method that allocates them long. */
    private static final int MOST = 200;

    private final List<LayerPlan> layers;
    private final List<Lifetime> lifetimes = new ArrayList<>();

    /** By name, the last layer that reads one. */
    private final Map<String, Integer> lastReaders = new HashMap<>();

    private BackwardLifetimes(List<LayerPlan> layers) {
        this.layers = layers;
        for (LayerPlan layer : layers) {
            layer.contributions().forEach(part -> lastReaders.merge(part.to().name(), layer.number(), Math::max));
        }
        layers.forEach(this::add);
    }

    /** What layers with contributions share. */
    static List<SharedArray> shared(List<LayerPlan> layers) {
        List<List<PlannedArray>> groups = LinearScan.groups(new BackwardLifetimes(layers).lifetimes).stream()
                .limit(MOST)
                .toList();
        List<SharedArray> shared = new ArrayList<>();
        for (List<PlannedArray> users : groups) {
            shared.add(SharedArray.of("shared" + (groups.size() == 1 ? "" : shared.size() + 1), users));
        }
        return shared;
    }

    private void add(LayerPlan layer) {
        // What a caller gives to an output may be there before the first turn.
        boolean isHidden = layer.role() == Role.HIDDEN;
        boolean handsToInputs = layer.toInputs().stream().anyMatch(part -> !part.isResidual());
        boolean addsInput = layer.toInputs().stream().anyMatch(Contribution::isResidual);
        LayerArrays arrays = layer.arrays();
        int first = firstHalf(layer.number());
        int second = first + 1;
        if (isHidden && !addsInput && ownsReceived(layer)) {
            int received = firstHalf(lastReaders.getOrDefault(layer.layer().name(), layer.number())) + 1;
            add(layer, arrays.dy(), received, layer.residual().isPresent() ? second : first);
        }
        if (isHidden && arrays.ownsDy() && layer.pools()) {
            add(layer, arrays.dp(), first, first);
        }
        if (isHidden && arrays.ownsDa() && !arrays.da().equals(arrays.dy())) {
            add(layer, arrays.da(), first, first);
        }
        if (arrays.ownsDx() && !handsToInputs) {
            add(layer, arrays.dx(), second, second);
        }
        if (arrays.ownsPart() && !handsToInputs) {
            add(layer, arrays.part(), second, second);
        }
    }

    /** Whether what a layer is handed back lies in an array that is not that with dL/dz. */
    private static boolean ownsReceived(LayerPlan layer) {
        return !layer.arrays().dy().equals(layer.arrays().dz());
    }

    private int firstHalf(int layer) {
        return 2 * (layers.size() - 1 - layer);
    }

    private void add(LayerPlan layer, String name, int from, int to) {
        PlannedArray array = layer.arrays().backward().stream()
                .filter(planned -> planned.name().equals(name))
                .findFirst()
                .orElseThrow();
        lifetimes.add(new Lifetime(array, from, to));
    }

    /** By the name that an array would have, the one that it has. */
    static Map<String, String> placements(List<SharedArray> shared) {
        Map<String, String> placements = new TreeMap<>();
        shared.forEach(array -> array.users().forEach(user -> placements.put(user, array.name())));
        return placements;
    }
}
