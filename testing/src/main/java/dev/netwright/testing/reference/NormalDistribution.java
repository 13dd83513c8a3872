package dev.netwright.testing.reference;

/** The standard normal distribution in double precision. */
final class NormalDistribution {
    private static final double SERIES_ENDS = 2.5;
    private static final int FRACTION_TERMS = 200;

    private NormalDistribution() {}

    /** φ(x) = exp(-x² / 2) / √(2π). */
    static double density(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    /** Φ(x): Abramowitz and Stegun 1964, the series 26.2.11 near 0, the continued fraction 26.2.14 in the tails. */
    static double cumulative(double x) {
        if (Math.abs(x) > 40) {
            return x > 0 ? 1 : 0;
        }
        if (Math.abs(x) < SERIES_ENDS) {
            double term = x;
            double sum = x;
            for (int n = 3; Math.abs(term) > 1e-18 * Math.abs(sum); n += 2) {
                term *= x * x / n;
                sum += term;
            }
            return 0.5 + density(x) * sum;
        }
        double y = Math.abs(x);
        double fraction = y;
        for (int k = FRACTION_TERMS; k >= 1; k--) {
            fraction = y + k / fraction;
        }
        double tail = density(x) / fraction;
        return x > 0 ? 1 - tail : tail;
    }
}
