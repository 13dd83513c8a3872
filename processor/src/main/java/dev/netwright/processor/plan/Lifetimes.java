package dev.netwright.processor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From when to when arrays of the way back hold what is still needed, so that some may share memory (linear scan: Poletto and
 * Sarkar 1999). Time goes by twos: a layer takes the gradient back through its activation in the first half of its turn, and hands
 * gradients on in the second. What is needed after the way back, such as dL/dz for the gradients of weights, is not shared.
 */
final class Lifetimes {
    /** More would make the method that allocates them long. */
    private static final int MOST = 200;

    private record Lifetime(String array, String columns, long size, int from, int to) {}

    /** Arrays that share memory, and the end of the last of their lifetimes. */
    private static final class Slot {
        private final List<Lifetime> users = new ArrayList<>();
        private int end;

        void take(Lifetime next) {
            users.add(next);
            end = next.to();
        }
    }

    private final List<LayerPlan> layers;
    private final List<Lifetime> lifetimes = new ArrayList<>();

    /** By name, the last layer that reads one. */
    private final Map<String, Integer> lastReaders = new HashMap<>();

    private Lifetimes(List<LayerPlan> layers) {
        this.layers = layers;
        for (LayerPlan layer : layers) {
            layer.contributions().forEach(part -> lastReaders.merge(part.to().name(), layer.number(), Math::max));
        }
        layers.forEach(this::add);
    }

    /** What layers with contributions share. */
    static List<SharedArray> shared(List<LayerPlan> layers) {
        List<List<Lifetime>> groups = new Lifetimes(layers)
                .scan().stream()
                        .map(slot -> slot.users)
                        .filter(users -> users.size() > 1)
                        .limit(MOST)
                        .toList();
        List<SharedArray> shared = new ArrayList<>();
        for (List<Lifetime> users : groups) {
            Lifetime widest =
                    users.stream().max(Comparator.comparingLong(Lifetime::size)).orElseThrow();
            shared.add(new SharedArray(
                    "shared" + (groups.size() == 1 ? "" : shared.size() + 1),
                    widest.columns(),
                    widest.size(),
                    users.stream().map(Lifetime::array).toList(),
                    users.stream().mapToLong(Lifetime::size).sum()));
        }
        return shared;
    }

    private void add(LayerPlan layer) {
        // What a caller gives to an output may be there before the first turn.
        boolean isHidden = layer.role() == Role.HIDDEN;
        boolean handsToInputs = layer.toInputs().stream().anyMatch(part -> !part.isResidual());
        boolean addsInput = layer.toInputs().stream().anyMatch(Contribution::isResidual);
        int first = firstHalf(layer.number());
        int second = first + 1;
        String units = layer.names().units();
        long columns = layer.layer().units();
        long inner = layer.layer().preactivation().size();
        if (isHidden && !addsInput && ownsReceived(layer)) {
            int end = layer.residual().isPresent() ? second : first;
            boolean isInner = layer.arrays().dy().equals(layer.arrays().da());
            add(
                    layer.arrays().dy(),
                    isInner ? layer.zColumns() : units,
                    isInner ? inner : columns,
                    firstHalf(lastReaders.getOrDefault(layer.layer().name(), layer.number())) + 1,
                    end);
        }
        if (isHidden && layer.arrays().ownsDy() && layer.pools()) {
            add(layer.arrays().dp(), units, columns, first, first);
        }
        if (isHidden
                && layer.arrays().ownsDa()
                && !layer.arrays().da().equals(layer.arrays().dy())) {
            add(layer.arrays().da(), layer.zColumns(), inner, first, first);
        }
        if (layer.arrays().ownsDx() && !handsToInputs) {
            add(layer.arrays().dx(), layer.inputsConstant(), layer.layer().inputs(), second, second);
        }
        if (layer.arrays().ownsPart() && !handsToInputs) {
            add(layer.arrays().part(), layer.inputsConstant(), layer.layer().inputs(), second, second);
        }
    }

    /** Whether what a layer is handed back lies in an array that is not that with dL/dz. */
    private static boolean ownsReceived(LayerPlan layer) {
        return !layer.arrays().dy().equals(layer.arrays().dz());
    }

    private int firstHalf(int layer) {
        return 2 * (layers.size() - 1 - layer);
    }

    private void add(String array, String columns, long size, int from, int to) {
        lifetimes.add(new Lifetime(array, columns, size, from, to));
    }

    private List<Slot> scan() {
        lifetimes.sort(Comparator.comparingInt(Lifetime::from).thenComparing(Lifetime::array));
        List<Slot> slots = new ArrayList<>();
        for (Lifetime next : lifetimes) {
            Slot free = slots.stream()
                    .filter(slot -> slot.end < next.from())
                    .min(Comparator.comparingLong(slot -> distance(slot, next)))
                    .orElse(null);
            if (free == null) {
                free = new Slot();
                slots.add(free);
            }
            free.take(next);
        }
        return slots;
    }

    /** Arrays of like sizes share best. */
    private static long distance(Slot slot, Lifetime next) {
        long size = slot.users.stream().mapToLong(Lifetime::size).max().orElseThrow();
        return Math.abs(size - next.size());
    }

    /** By the name that an array would have, the one that it has. */
    static Map<String, String> placements(List<SharedArray> shared) {
        Map<String, String> placements = new TreeMap<>();
        shared.forEach(array -> array.users().forEach(user -> placements.put(user, array.name())));
        return placements;
    }
}
