package dev.netwright.testing;

import java.util.Locale;
import java.util.Optional;

/**
 * One value that a pass gave, beside what it should be.
 *
 * @param of                what it belongs to: a layer or the input by its name, the logits or the outputs
 * @param name              which of its values it is, such as {@code weight [3][7]}: from input 3 to unit 7
 * @param start             what the pass went back from, {@code outputs} or {@code logits}; empty for values of the way forward
 * @param generated         from the generated class
 * @param reference         in double precision, from the topology
 * @param allowed           how far rounding may have taken the generated value from the reference
 * @param centralDifference of the reference's own way forward, for some of the gradients
 */
public record ComparedValue(
        String of,
        String name,
        String start,
        float generated,
        double reference,
        double allowed,
        Optional<CentralDifference> centralDifference) {
    /** The distance of the generated value from the reference, in parts of what rounding explains: more than 1 is a fault. */
    public double share() {
        return share(generated - reference, allowed);
    }

    /** The distance of the central difference from the reference, in parts of what their errors explain; 0 where there is none. */
    public double differenceShare() {
        return centralDifference
                .map(difference -> share(difference.value() - reference, difference.error()))
                .orElse(0.0);
    }

    /** What is no number is infinitely far off, and so is all that is compared with an infinite tolerance. */
    static double share(double distance, double allowed) {
        if (Double.isNaN(distance) || !Double.isFinite(allowed)) {
            return Double.POSITIVE_INFINITY;
        }
        return distance == 0 ? 0 : Math.abs(distance) / allowed;
    }

    /** All numbers in a sentence. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(of).append(", ").append(name);
        if (!start.isEmpty()) {
            text.append(", going back from the ").append(start);
        }
        append(text, ": generated %.9g, reference %.9g", generated, reference);
        centralDifference.ifPresent(difference -> append(text, ", central difference %.9g", difference.value()));
        append(
                text,
                "; generated and reference differ by %.3g, %s rounding explains %.3g",
                Math.abs(generated - reference),
                share() > 1 ? "but" : "and",
                allowed);
        centralDifference
                .filter(difference -> differenceShare() > 1)
                .ifPresent(difference -> append(
                        text,
                        "; reference and central difference differ by %.3g, but their errors explain %.3g",
                        Math.abs(difference.value() - reference),
                        difference.error()));
        return text.append('.').toString();
    }

    private static void append(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
