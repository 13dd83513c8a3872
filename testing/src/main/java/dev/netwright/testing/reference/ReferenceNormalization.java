package dev.netwright.testing.reference;

import dev.netwright.runtime.topology.NetworkLayer;

/**
 * Normalisation: {@code n = (u - mean) / √(variance + ε)} with a mean and a variance for each {@linkplain NormalizedLines line}, {@code z =
 * gain·n + shift}, and back through the whole Jacobian of n. Over the batch, in a pass that is not one of training, mean and variance are
 * the running ones, which are constants. Matrices are lines, but where they are said to be {@code rows x columns}.
 */
final class ReferenceNormalization {
    private final NormalizedLines shape;
    private final int gains;
    private final int gainCount;
    private final double epsilon;
    private final double[] parameters;
    private final boolean areConstants;
    private final double[][] u;
    private final double[][] n;
    private final double[] deviations;

    /** Normalises u, {@code rows x columns}. */
    ReferenceNormalization(NetworkLayer layer, double[] parameters, double[][] u, PassMode mode) {
        gains = layer.treatment().gainsOffset();
        gainCount = layer.gainCount();
        epsilon = layer.treatment().epsilon();
        shape = NormalizedLines.of(layer, u.length);
        areConstants = layer.treatment().normalizesBatch() && !mode.isTraining();
        this.parameters = parameters;
        this.u = shape.lines(u);
        n = new double[this.u.length][];
        deviations = new double[this.u.length];
        for (int line = 0; line < n.length; line++) {
            int running = layer.treatment().statisticsOffset() + line;
            double mean = areConstants ? mode.statistics()[running] : mean(this.u[line]);
            double variance = areConstants ? mode.statistics()[running + gainCount] : variance(this.u[line], mean);
            deviations[line] = Math.sqrt(variance + epsilon);
            n[line] = new double[this.u[line].length];
            for (int j = 0; j < n[line].length; j++) {
                n[line][j] = (this.u[line][j] - mean) / deviations[line];
            }
        }
    }

    static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    static double variance(double[] values, double mean) {
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        return variance;
    }

    /** Which values are a line. */
    NormalizedLines shape() {
        return shape;
    }

    /** Whether mean and variance do not depend on u. */
    boolean areConstants() {
        return areConstants;
    }

    /** Before. */
    double[][] u() {
        return u;
    }

    /** Before gain and shift. */
    double[][] n() {
        return n;
    }

    /** {@code √ε}, that of a line of equal values. */
    double leastDeviation() {
        return Math.sqrt(epsilon);
    }

    /** {@code √(variance + ε)} of a line. */
    double deviation(int line) {
        return deviations[line];
    }

    double gain(int line, int place) {
        return parameters[gainAt(line, place)];
    }

    double shift(int line, int place) {
        return parameters[shiftAt(line, place)];
    }

    /** Where the gain of a value is among the parameters. */
    int gainAt(int line, int place) {
        return gains + shape.gain(line, place);
    }

    /** Where the shift of a value is among the parameters. */
    int shiftAt(int line, int place) {
        return gains + gainCount + shape.gain(line, place);
    }

    /** {@code rows x columns}. */
    double[][] z() {
        double[][] z = new double[n.length][];
        for (int line = 0; line < z.length; line++) {
            z[line] = new double[n[line].length];
            for (int j = 0; j < z[line].length; j++) {
                z[line][j] = gain(line, j) * n[line][j] + shift(line, j);
            }
        }
        return shape.matrix(z);
    }

    /** {@code dnⱼ/duᵢ = (δᵢⱼ - 1/count - nᵢ·nⱼ/count) / √(variance + ε)}, the same from j to i; of constants without mean and variance. */
    double slope(int line, int i, int j) {
        double same = i == j ? 1 : 0;
        double throughMeans = areConstants ? 0 : (1 + n[line][i] * n[line][j]) / n[line].length;
        return (same - throughMeans) / deviations[line];
    }

    /** dL/du from dL/dz, both {@code rows x columns}. */
    double[][] inputGradients(double[][] dzOfRows) {
        return shape.matrix(throughLines(shape.lines(dzOfRows)));
    }

    /** dL/du from dL/dz. */
    double[][] throughLines(double[][] dz) {
        double[][] du = new double[dz.length][];
        for (int line = 0; line < dz.length; line++) {
            du[line] = new double[dz[line].length];
            for (int i = 0; i < du[line].length; i++) {
                for (int j = 0; j < du[line].length; j++) {
                    du[line][i] += dz[line][j] * gain(line, j) * slope(line, i, j);
                }
            }
        }
        return du;
    }

    /** Writes those of gains and shifts to their places among the gradients of all parameters, from dL/dz, {@code rows x columns}. */
    void parameterGradients(double[][] dzOfRows, double[] gradients) {
        double[][] dz = shape.lines(dzOfRows);
        for (int line = 0; line < dz.length; line++) {
            for (int j = 0; j < dz[line].length; j++) {
                gradients[gainAt(line, j)] += dz[line][j] * n[line][j];
                gradients[shiftAt(line, j)] += dz[line][j];
            }
        }
    }
}
