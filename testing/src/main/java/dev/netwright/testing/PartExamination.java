package dev.netwright.testing;

import dev.netwright.testing.GradientReport.Kind;
import dev.netwright.testing.GradientReport.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The gradients by some variables, of several objectives: which is farthest off. */
final class PartExamination {
    private final Variables variables;
    private final List<Objective> objectives;
    private Optional<ComparedValue> worst = Optional.empty();
    private Optional<ComparedValue> worstDifference = Optional.empty();
    private int differences;
    private int skipped;

    PartExamination(Variables variables, List<Objective> objectives) {
        this.variables = variables;
        this.objectives = objectives;
    }

    /**
     * Compares every gradient with the reference, and some with central differences.
     *
     * @param most   how many variables may be compared with differences; where there are more, some are drawn
     * @param random draws them
     */
    Part examine(int most, Random random) {
        for (int number : chosen(most, random)) {
            compare(number);
        }
        long zeros = objectives.stream().mapToLong(variables::zeros).sum();
        return new Part(
                variables.kind(),
                variables.owner(),
                (long) objectives.size() * variables.count(),
                zeros,
                worst.orElseThrow(),
                differences,
                skipped,
                worstDifference);
    }

    /** All, or those whose generated gradients are farthest from the reference and others by chance. */
    private Set<Integer> chosen(int most, Random random) {
        Set<Integer> chosen = new LinkedHashSet<>();
        int count = variables.count();
        for (Objective objective : objectives) {
            chosen.add(variables.worst(objective));
        }
        if (variables.slopes().isEmpty()) {
            return chosen;
        }
        boolean areAll = count <= most;
        for (int number = 0; areAll && number < count; number++) {
            chosen.add(number);
        }
        while (!areAll && chosen.size() < most) {
            chosen.add(random.nextInt(count));
        }
        return chosen;
    }

    private void compare(int number) {
        int index = variables.index(number);
        Optional<List<CentralDifference>> slopes = variables.slopes().flatMap(all -> all.apply(index));
        if (variables.slopes().isPresent()) {
            differences += slopes.isPresent() ? 1 : 0;
            skipped += slopes.isPresent() ? 0 : 1;
        }
        for (int i = 0; i < objectives.size(); i++) {
            int objective = i;
            Comparison gradients = variables.gradients().apply(objectives.get(i));
            ComparedValue value = gradients.value(
                    index,
                    variables.kind() == Kind.PARAMETERS ? "layer " + variables.owner() : variables.owner(),
                    variables.names().apply(number),
                    slopes.map(all -> all.get(objective))
                            .map(difference -> difference.besides(gradients.referenceError(index))));
            worst = farther(worst, value, ComparedValue::share);
            if (slopes.isPresent()) {
                worstDifference = farther(worstDifference, value, ComparedValue::differenceShare);
            }
        }
    }

    private static Optional<ComparedValue> farther(
            Optional<ComparedValue> before, ComparedValue value, ToDoubleFunction<ComparedValue> share) {
        return before.filter(other -> share.applyAsDouble(other) >= share.applyAsDouble(value))
                .or(() -> Optional.of(value));
    }
}
