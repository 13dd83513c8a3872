package dev.netwright.processor.emit;

import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.plan.InputPlan;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.RecordPlan;
import java.util.HashSet;
import java.util.Set;

/** What the methods that name inputs call their parameters: an input's own name, unless something else in them has it. */
final class InputParameters {
    /** What these methods have besides. */
    private static final Set<String> OTHER_NAMES = Set.of(
            "Arrays",
            "INPUTS",
            "LABELS",
            "TOPOLOGY",
            "Targets",
            "batchRow",
            "dev",
            "java",
            "labels",
            "rows",
            "sample",
            "samples",
            "seed",
            "step",
            "targets");

    private final NetworkPlan plan;
    private final Set<String> taken = new HashSet<>(OTHER_NAMES);

    InputParameters(NetworkPlan plan) {
        this.plan = plan;
        plan.inputs().stream().map(InputPlan::columns).forEach(taken::add);
        RecordPlan.of(plan.model()).forEach(record -> taken.add(record.className()));
        plan.heads().stream()
                .map(LayerPlan::names)
                .forEach(names -> taken.addAll(Set.of(names.units(), names.labels())));
        if (!plan.model().hasOneHead()) {
            taken.add("outputs");
            taken.add(ConstantsEmitter.OUTPUTS);
        }
    }

    String of(InputModel input) {
        String name = input.name();
        while (taken.contains(name) || isNameOfAnother(name, input)) {
            name += "_";
        }
        return name;
    }

    private boolean isNameOfAnother(String name, InputModel input) {
        return plan.model().inputs().stream()
                .anyMatch(other -> !other.equals(input) && other.name().equals(name));
    }
}
