package dev.netwright.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a {@link GradientCheck} found. Prints itself as a table under a line that names the worst value.
 *
 * @param network the network's name
 * @param rows    samples of the pass
 * @param seed    what fixed the samples and the gradients that the pass went back from
 * @param parts   logits, outputs, every layer with parameters from the first to the last, and the input; where layers have dropout
 *                or are normalised over the batch, the same once more, {@code in training}
 * @param functionFaults classes that are the function of a layer and whose derivative is not the slope of it
 */
public record GradientReport(
        String network, int rows, long seed, List<Part> parts, List<FunctionFault> functionFaults) {
    private static final int LEAST_NAME_WIDTH = 8;

    /** Copies the lists. */
    public GradientReport {
        parts = List.copyOf(parts);
        functionFaults = List.copyOf(functionFaults);
    }

    /** What the values of a part are. */
    public enum Kind {
        /** Pre-activations of the last layer. */
        LOGITS,
        /** Outputs of the last layer. */
        OUTPUTS,
        /** Gradients of the weights and biases of a layer. */
        PARAMETERS,
        /** Gradients of the features. */
        INPUT;

        /** Whether the values are there before the pass goes back. */
        boolean isForward() {
            return this == LOGITS || this == OUTPUTS;
        }
    }

    /**
     * Values that belong together.
     *
     * @param kind            what they are
     * @param name            of the layer or the input; {@code logits} or {@code outputs} for these
     * @param values          how many were compared with the reference; gradients were computed twice
     * @param zeros           how many of them are exactly 0 in the reference
     * @param worst           the one farthest from the reference, by what rounding explains
     * @param differences     how many parameters or inputs of the part the reference was compared with central differences for
     * @param skipped         how many more were to be compared, but there is a kink too near or the function bends too much
     * @param worstDifference the one whose central difference is farthest from the reference; empty if there is none
     */
    public record Part(
            Kind kind,
            String name,
            long values,
            long zeros,
            ComparedValue worst,
            int differences,
            int skipped,
            Optional<ComparedValue> worstDifference) {
        /** The same under another name. */
        Part called(String name) {
            return new Part(kind, name, values, zeros, worst, differences, skipped, worstDifference);
        }

        /** Whether generated values, reference and central differences are as near to each other as they should be. */
        public boolean agrees() {
            return worst.share() <= 1
                    && worstDifference.map(ComparedValue::differenceShare).orElse(0.0) <= 1;
        }

        /** The value to name: the worst, or if it agrees with the reference the one whose central difference does not. */
        ComparedValue culprit() {
            return worst.share() <= 1 && !agrees() ? worstDifference.orElseThrow() : worst;
        }

        private double farthest() {
            return Math.max(
                    worst.share(),
                    worstDifference.map(ComparedValue::differenceShare).orElse(0.0));
        }
    }

    /** Whether everything that was compared is as near to each other as it should be. */
    public boolean agrees() {
        return functionFaults.isEmpty() && parts.stream().allMatch(Part::agrees);
    }

    /** Whether every gradient is 0 for these rows, so that agreement proves nothing. */
    public boolean allZero() {
        return parts.stream().allMatch(part -> part.kind().isForward() || part.zeros() == part.values());
    }

    /**
     * The part that is farthest off, by what rounding explains. Logits or outputs that are off go first, since gradients at
     * wrong values are wrong too.
     */
    public Part worst() {
        return parts.stream()
                .filter(part -> part.kind().isForward() && !part.agrees())
                .findFirst()
                .orElseGet(() -> parts.stream()
                        .max(Comparator.comparingDouble(Part::farthest))
                        .orElseThrow());
    }

    /** The first layer on the way back whose gradients are off: the fault is in its code, or between it and the outputs. */
    public Optional<Part> firstOffGoingBack() {
        return parts.stream()
                .filter(part -> part.kind() == Kind.PARAMETERS && !part.agrees())
                .reduce((above, below) -> below);
    }

    private boolean isOffForward() {
        return worst().kind().isForward() && !worst().agrees();
    }

    /** The verdict, functions that are wrong, the worst value, and a line for each part; ends without a line break. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Part worst = worst();
        if (agrees()) {
            text.append(String.format(
                    Locale.ROOT, "Gradients of %s agree with the reference: rows %d, seed %d.", network, rows, seed));
            if (allZero()) {
                text.append(
                        "\nBut every gradient is 0 for these rows, so this proves nothing; take other parameters or rows.");
            }
            text.append("\nFarthest from it: ");
        } else {
            text.append(String.format(
                    Locale.ROOT,
                    "%s of %s are off: rows %d, seed %d.",
                    isOffForward() ? "Already the " + worst.name() : "Gradients",
                    network,
                    rows,
                    seed));
            functionFaults.forEach(fault -> text.append('\n').append(fault));
            text.append("\nWorst: ");
        }
        text.append(worst.culprit());
        if (!worst.kind().isForward()) {
            firstOffGoingBack()
                    .ifPresent(first -> text.append("\nGoing back from the outputs, ")
                            .append(first.name())
                            .append(" is the first layer whose gradients are off."));
        }
        return text.append(table()).toString();
    }

    /** In the columns of the farthest, 1 is what rounding explains. */
    private String table() {
        int nameWidth = parts.stream().mapToInt(part -> part.name().length()).reduce(LEAST_NAME_WIDTH, Math::max);
        String format = "\n  %-" + nameWidth + "s %9s %9s %9s %12s %9s %9s";
        StringBuilder table = new StringBuilder();
        appendRow(table, format, "part", "values", "zero", "farthest", "differences", "skipped", "farthest");
        for (Part part : parts) {
            appendRow(
                    table,
                    format,
                    part.name(),
                    part.values(),
                    part.zeros(),
                    share(part.worst().share()),
                    part.kind().isForward() ? "" : part.differences(),
                    part.kind().isForward() ? "" : part.skipped(),
                    part.worstDifference()
                            .map(value -> share(value.differenceShare()))
                            .orElse(""));
        }
        return table.toString();
    }

    private static void appendRow(StringBuilder table, String format, Object... cells) {
        table.append(String.format(Locale.ROOT, format, cells).stripTrailing());
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, share < 100 ? "%.2f" : "%.2g", share);
    }
}
