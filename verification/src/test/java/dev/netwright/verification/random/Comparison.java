package dev.netwright.verification.random;

import dev.netwright.testing.reference.RoundingErrors;

/** Compares single precision with the reference, value by value, and keeps account of how close they were. */
final class Comparison {
    /** A tolerance of this share of an array's largest value leaves no room for a mistake. */
    private static final double SHARP = 1e-3;

    private long arrays;
    private long sharp;
    private long values;
    private double most;

    /** Fails where a value is further from the reference than rounding can take it. */
    void check(String what, float[] found, double[][] expected, double[][] deviations) {
        int columns = expected[0].length;
        double largest = 0;
        double tolerance = 0;
        for (int i = 0; i < expected.length * columns; i++) {
            int row = i / columns;
            int column = i % columns;
            check(what, row, column, found[i], expected[row][column], deviations[row][column]);
            largest = Math.max(largest, Math.abs(expected[row][column]));
            tolerance = Math.max(tolerance, RoundingErrors.DEVIATIONS * deviations[row][column]);
        }
        arrays++;
        sharp += tolerance <= SHARP * largest ? 1 : 0;
    }

    private void check(String what, int row, int column, float found, double expected, double deviation) {
        double difference = Math.abs(found - expected);
        if (difference <= Float.MIN_NORMAL) {
            // Floats lose their digits below it, and what they are multiplied with later makes that large beside them.
            values++;
            return;
        }
        if (!(difference <= RoundingErrors.DEVIATIONS * deviation)) {
            throw new AssertionError(String.format(
                    "%s, row %d, column %d: generated %s, reference %s; they differ by %.3g, but rounding explains %.3g",
                    what, row, column, found, expected, difference, RoundingErrors.DEVIATIONS * deviation));
        }
        values++;
        if (difference > 0) {
            most = Math.max(most, difference / deviation);
        }
    }

    /** Arrays compared: outputs, gradients and the like. */
    long arrays() {
        return arrays;
    }

    /** Those of them whose every tolerance was less than a thousandth of their largest value. */
    long sharp() {
        return sharp;
    }

    /** Values compared. */
    long values() {
        return values;
    }

    /** The largest difference, in deviations. */
    double most() {
        return most;
    }
}
