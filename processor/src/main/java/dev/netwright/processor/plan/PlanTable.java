package dev.netwright.processor.plan;

import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a plan as a table, a line for each layer. */
final class PlanTable {
    private PlanTable() {}

    static String of(NetworkPlan plan) {
        StringBuilder table = new StringBuilder(plan.model().generatedName());
        plan.layers().forEach(layer -> table.append(line(layer)));
        if (!plan.model().hasOneHead()) {
            table.append("\n  outputs ")
                    .append(plan.heads().stream()
                            .map(head -> head.layer().name())
                            .collect(Collectors.joining(", ")));
        }
        if (!plan.shared().isEmpty()) {
            long together = plan.shared().stream().mapToLong(SharedArray::size).sum();
            long alone = plan.shared().stream().mapToLong(SharedArray::alone).sum();
            table.append(String.format(
                    Locale.ROOT, "\n  shared gradients: %,d floats a row instead of %,d", together, alone));
        }
        PredictionArrays predictions = plan.predictions();
        if (predictions.areShared()) {
            table.append(String.format(
                    Locale.ROOT,
                    "\n  activations in predictions: %,d floats a row instead of %,d",
                    predictions.together(),
                    predictions.alone()));
        }
        return table.toString();
    }

    private static String line(LayerPlan plan) {
        return String.format(
                Locale.ROOT,
                "\n  %-16s %6s -> %-6s %-13s %-9s weights at %d, biases at %d",
                plan.layer().name(),
                plan.layer().input(),
                plan.layer().output(),
                plan.layer().activation().label(),
                plan.strategy(),
                plan.weightsOffset(),
                plan.biasesOffset());
    }
}
