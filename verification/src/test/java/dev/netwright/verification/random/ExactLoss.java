package dev.netwright.verification.random;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The losses that are taken at the logits, for logits of any size: sums and differences are exact, and exponentials are
 * only taken of numbers below 0.
 */
final class ExactLoss {
    /** Below, exp is 0 beside 1 in any precision that a double has. */
    private static final double NOTHING = -700;

    private ExactLoss() {}

    /** The value of one row and its gradient at the logits. */
    record Row(double value, double[] gradient) {}

    /** exp(z - max) / Σ exp(z - max). */
    static double[] softmax(double[] z) {
        double[] exponentials =
                Arrays.stream(z).map(value -> exp(difference(value, max(z)))).toArray();
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(e -> e / sum).toArray();
    }

    /** (z - max) - log Σ exp(z - max). */
    static BigDecimal[] logSoftmax(double[] z) {
        double sum =
                Arrays.stream(z).map(value -> exp(difference(value, max(z)))).sum();
        return Arrays.stream(z)
                .mapToObj(value -> difference(value, max(z)).subtract(new BigDecimal(Math.log(sum))))
                .toArray(BigDecimal[]::new);
    }

    /** -Σ t·log p, for targets with any sum. */
    static Row crossEntropy(double[] z, double[] targets) {
        double[] p = softmax(z);
        BigDecimal[] logarithms = logSoftmax(z);
        double total = Arrays.stream(targets).sum();
        BigDecimal value = BigDecimal.ZERO;
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            value = value.subtract(new BigDecimal(targets[j]).multiply(logarithms[j]));
            gradient[j] = p[j] * total - targets[j];
        }
        return new Row(value.doubleValue(), gradient);
    }

    /** The mean over the outputs of -t·log s - (1 - t)·log(1 - s) with s = 1 / (1 + exp(-z)). */
    static Row binaryCrossEntropy(double[] z, double[] targets) {
        BigDecimal value = BigDecimal.ZERO;
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            double small = exp(new BigDecimal(-Math.abs(z[j])));
            double sigmoid = (z[j] > 0 ? 1 : small) / (1 + small);
            // log(1 + exp(z)) - t·z, the first as max(0, z) + log(1 + exp(-|z|)).
            value = value.add(new BigDecimal(Math.max(0, z[j])))
                    .add(new BigDecimal(Math.log1p(small)))
                    .subtract(new BigDecimal(targets[j]).multiply(new BigDecimal(z[j])));
            gradient[j] = (sigmoid - targets[j]) / z.length;
        }
        return new Row(value.doubleValue() / z.length, gradient);
    }

    /** The mean over the outputs of (z - t)². */
    static Row meanSquaredError(double[] z, double[] targets) {
        BigDecimal value = BigDecimal.ZERO;
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            BigDecimal error = difference(z[j], targets[j]);
            value = value.add(error.multiply(error));
            gradient[j] = 2 * error.doubleValue() / z.length;
        }
        return new Row(value.doubleValue() / z.length, gradient);
    }

    private static double max(double[] z) {
        return Arrays.stream(z).max().orElseThrow();
    }

    private static BigDecimal difference(double left, double right) {
        return new BigDecimal(left).subtract(new BigDecimal(right));
    }

    private static double exp(BigDecimal x) {
        return x.compareTo(new BigDecimal(NOTHING)) < 0 ? 0 : Math.exp(x.doubleValue());
    }
}
