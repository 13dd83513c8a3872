package dev.netwright.processor.plan;

import dev.netwright.processor.plan.LinearScan.Lifetime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From when to when arrays of the way forward hold what is still read, where no way back follows. Time goes by steps, each of which
 * computes one array from others: a kernel may compute an element twice, or reach into the scratch behind the last row, so what a step
 * reads and what it computes never share. Outputs and logits stay to the end.
 */
final class ForwardLifetimes {
    /** The step that computes an array, and the last that reads it. */
    private record Steps(int first, int last) {}

    private final Map<String, Steps> steps = new HashMap<>();

    /** Where a layer drops activations in training, its output is in every other pass the array with p. */
    private final Map<String, String> others = new HashMap<>();

    private final Set<String> results = new HashSet<>();
    private int step;

    private ForwardLifetimes(List<InputPlan> inputs, List<LayerPlan> layers) {
        addStep(List.of(), inputs.stream().map(InputPlan::values).toList());
        layers.forEach(this::add);
    }

    /** What layers and inputs share in passes that only predict. */
    static PredictionArrays shared(List<InputPlan> inputs, List<LayerPlan> layers) {
        ForwardLifetimes found = new ForwardLifetimes(inputs, layers);
        List<PlannedArray> arrays = Stream.concat(
                        inputs.stream().map(InputPlan::array),
                        layers.stream().flatMap(layer -> layer.arrays().forward().stream()))
                .toList();
        List<SharedArray> shared = new ArrayList<>();
        for (List<PlannedArray> users : LinearScan.groups(found.lifetimes(arrays))) {
            shared.add(SharedArray.of(users.get(0).name(), users));
        }
        return PredictionArrays.of(
                shared, arrays.stream().mapToLong(PlannedArray::size).sum());
    }

    private void add(LayerPlan layer) {
        LayerArrays arrays = layer.arrays();
        List<String> sources = layer.sources().stream().map(Operand::array).toList();
        if (layer.layer().isMerging()) {
            addStep(sources, List.of(arrays.x()));
        }
        if (layer.hasWeights()) {
            addStep(List.of(arrays.x()), List.of(arrays.z()));
        } else if (!layer.layer().isMerging()) {
            addStep(sources, List.of(arrays.z()));
        }
        if (layer.normalizes()) {
            addStep(List.of(arrays.z()), List.of(arrays.normalized()));
        }
        if (!layer.isLinear()) {
            addStep(List.of(arrays.z()), List.of(arrays.a()));
        }
        if (layer.pools()) {
            addStep(List.of(arrays.a()), List.of(arrays.p()));
        }
        others.put(arrays.d(), arrays.p());
        layer.residual().ifPresent(residual -> addStep(List.of(arrays.d(), residual.array()), List.of(arrays.y())));
        if (layer.role() != Role.HIDDEN) {
            results.add(arrayOf(arrays.y()));
            results.add(arrayOf(arrays.logits()));
        }
    }

    private void addStep(List<String> read, List<String> computed) {
        read.forEach(name -> steps.computeIfPresent(arrayOf(name), (same, found) -> new Steps(found.first(), step)));
        computed.forEach(name -> steps.put(name, new Steps(step, step)));
        step++;
    }

    private String arrayOf(String name) {
        return others.getOrDefault(name, name);
    }

    private List<Lifetime> lifetimes(List<PlannedArray> arrays) {
        return arrays.stream()
                .filter(array -> !results.contains(array.name()))
                .flatMap(array -> Optional.ofNullable(steps.get(array.name()))
                        .map(found -> new Lifetime(array, found.first(), found.last()))
                        .stream())
                .toList();
    }
}
