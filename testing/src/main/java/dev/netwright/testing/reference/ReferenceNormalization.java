package dev.netwright.testing.reference;

import dev.netwright.runtime.topology.NetworkLayer;

/**
 * Layer normalisation over the rows of a batch: {@code n = (u - mean) / √(variance + ε)} of each row, {@code z = gain·n + shift}, and back
 * through the whole Jacobian of n. Matrices are {@code rows x columns}.
 */
final class ReferenceNormalization {
    /** As Ba, Kiros and Hinton 2016 are implemented everywhere. */
    private static final double EPSILON = 1e-5f;

    private final int gains;
    private final int columns;
    private final double[] parameters;
    private final double[][] u;
    private final double[][] n;
    private final double[] deviations;

    /** Normalises the rows of u. */
    ReferenceNormalization(NetworkLayer layer, double[] parameters, double[][] u) {
        gains = layer.treatment().gainsOffset();
        columns = layer.gainCount();
        this.parameters = parameters;
        this.u = u;
        n = new double[u.length][columns];
        deviations = new double[u.length];
        for (int row = 0; row < u.length; row++) {
            double mean = 0;
            for (double value : u[row]) {
                mean += value / columns;
            }
            double variance = 0;
            for (double value : u[row]) {
                variance += (value - mean) * (value - mean) / columns;
            }
            deviations[row] = Math.sqrt(variance + EPSILON);
            for (int j = 0; j < columns; j++) {
                n[row][j] = (u[row][j] - mean) / deviations[row];
            }
        }
    }

    /** Before. */
    double[][] u() {
        return u;
    }

    /** Before gain and shift. */
    double[][] n() {
        return n;
    }

    /** {@code √(variance + ε)} of a row. */
    double deviation(int row) {
        return deviations[row];
    }

    double gain(int column) {
        return parameters[gains + column];
    }

    double shift(int column) {
        return parameters[gains + columns + column];
    }

    /** Where the gain of a column is among the parameters. */
    int gainAt(int column) {
        return gains + column;
    }

    /** Where the shift of a column is among the parameters. */
    int shiftAt(int column) {
        return gains + columns + column;
    }

    double[][] z() {
        double[][] z = new double[n.length][columns];
        for (int row = 0; row < z.length; row++) {
            for (int j = 0; j < columns; j++) {
                z[row][j] = gain(j) * n[row][j] + shift(j);
            }
        }
        return z;
    }

    /** {@code dnⱼ/duᵢ = (δᵢⱼ - 1/columns - nᵢ·nⱼ/columns) / √(variance + ε)}, the same from j to i. */
    double slope(int row, int i, int j) {
        double same = i == j ? 1 : 0;
        return (same - (1 + n[row][i] * n[row][j]) / columns) / deviations[row];
    }

    /** dL/du from dL/dz. */
    double[][] inputGradients(double[][] dz) {
        double[][] du = new double[dz.length][columns];
        for (int row = 0; row < dz.length; row++) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    du[row][i] += dz[row][j] * gain(j) * slope(row, i, j);
                }
            }
        }
        return du;
    }

    /** Writes those of gains and shifts to their places among the gradients of all parameters. */
    void parameterGradients(double[][] dz, double[] gradients) {
        for (int row = 0; row < dz.length; row++) {
            for (int j = 0; j < columns; j++) {
                gradients[gainAt(j)] += dz[row][j] * n[row][j];
                gradients[shiftAt(j)] += dz[row][j];
            }
        }
    }
}
