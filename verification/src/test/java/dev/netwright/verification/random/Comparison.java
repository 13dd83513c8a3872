package dev.netwright.verification.random;

import dev.netwright.verification.reference.RoundingErrors;

/** Compares single precision with the reference, value by value, and keeps account of how close they were. */
final class Comparison {
    private long values;
    private double most;

    /** Fails where a value is further from the reference than rounding can take it. */
    void check(String what, float[] found, double[][] expected, double[][] deviations) {
        int columns = expected[0].length;
        for (int i = 0; i < expected.length * columns; i++) {
            check(
                    what,
                    i / columns,
                    i % columns,
                    found[i],
                    expected[i / columns][i % columns],
                    deviations[i / columns][i % columns]);
        }
    }

    private void check(String what, int row, int column, float found, double expected, double deviation) {
        double difference = Math.abs(found - expected);
        if (!(difference <= RoundingErrors.DEVIATIONS * deviation)) {
            throw new AssertionError(String.format(
                    "%s, row %d, column %d: generated %s, reference %s; they differ by %.3g, but rounding explains %.3g",
                    what, row, column, found, expected, difference, RoundingErrors.DEVIATIONS * deviation));
        }
        values++;
        most = Math.max(most, difference / deviation);
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
