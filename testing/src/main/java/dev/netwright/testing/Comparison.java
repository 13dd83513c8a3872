package dev.netwright.testing;

import dev.netwright.testing.reference.RoundingErrors;
import java.util.Optional;

/** Values of a pass beside those of the reference, one after another. */
final class Comparison {
    /**
     * How far double precision may take a value, in deviations of single precision, for which errors were followed: it has 29 bits
     * more.
     */
    static final double DOUBLE_ERROR = 0x1p-29 * RoundingErrors.DEVIATIONS;

    private final String start;
    private final float[] generated;
    private final double[] reference;
    private final double[] deviations;

    /**
     * Compares as many values as the reference has.
     *
     * @param start what the pass went back from; empty for values of the way forward
     */
    Comparison(String start, float[] generated, double[] reference, double[] deviations) {
        this.start = start;
        this.generated = generated.clone();
        this.reference = reference;
        this.deviations = deviations;
    }

    /** The same for a matrix. */
    Comparison(String start, float[] generated, double[][] reference, double[][] deviations) {
        this(start, generated, flat(reference), flat(deviations));
    }

    private static double[] flat(double[][] rows) {
        double[] flat = new double[rows.length * rows[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = rows[i / rows[0].length][i % rows[0].length];
        }
        return flat;
    }

    /** Values of the reference. */
    int size() {
        return reference.length;
    }

    /** How far the reference itself may be off. */
    double referenceError(int index) {
        return DOUBLE_ERROR * deviations[index];
    }

    /** The distance of a value from the reference, in parts of what rounding explains. */
    double share(int index) {
        return ComparedValue.share(generated[index] - reference[index], allowed(index));
    }

    private double allowed(int index) {
        return RoundingErrors.DEVIATIONS * deviations[index];
    }

    /** Whether a value is exactly 0 in the reference. */
    boolean isZero(int index) {
        return reference[index] == 0;
    }

    ComparedValue value(int index, String of, String name, Optional<CentralDifference> difference) {
        return new ComparedValue(of, name, start, generated[index], reference[index], allowed(index), difference);
    }
}
