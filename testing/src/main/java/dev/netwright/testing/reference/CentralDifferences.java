package dev.netwright.testing.reference;

import java.util.function.ToDoubleFunction;

/** The gradient of any function of many variables, from its values alone. */
public final class CentralDifferences {
    /** Balances the error of the difference, which grows as h², against rounding, which grows as 1 / h. */
    private static final double STEP = 6e-6;

    private CentralDifferences() {}

    /** (f(x + h) - f(x - h)) / 2h for every variable in turn; {@code x} is as it was afterwards. */
    public static double[] gradient(ToDoubleFunction<double[]> function, double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double middle = x[i];
            double step = STEP * Math.max(1, Math.abs(middle));
            x[i] = middle + step;
            double above = function.applyAsDouble(x);
            x[i] = middle - step;
            double below = function.applyAsDouble(x);
            x[i] = middle;
            gradient[i] = (above - below) / (2 * step);
        }
        return gradient;
    }
}
