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
    private static final Set<String> OTHER_NAMES =
            Set.of("INPUTS", "sample", "samples", "rows", "seed", "step", "batchRow", "Arrays", "java");

    private final NetworkPlan plan;
    private final Set<String> taken = new HashSet<>(OTHER_NAMES);

    InputParameters(NetworkPlan plan) {
        this.plan = plan;
        plan.inputs().stream().map(InputPlan::columns).forEach(taken::add);
        RecordPlan.of(plan.model()).forEach(record -> taken.add(record.className()));
        if (!plan.model().hasOneHead()) {
            taken.add("outputs");
            taken.add(ConstantsEmitter.OUTPUTS);
            plan.heads().stream().map(LayerPlan::names).forEach(names -> taken.add(names.units()));
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
