package dev.netwright.testing.reference;

import static dev.netwright.testing.reference.ErrorSum.UNIT_ROUNDOFF;

/**
 * How errors of u become errors of n and z, and errors of dL/dz those of dL/du and of the gradients of gains and shifts. To first order {@code
 * δnᵢ = (δuᵢ - δmean - nᵢ·δd) / d} with {@code d = √(variance + ε)} and {@code δd = Σ n·δu / columns}.
 */
final class NormalizationErrors {
    private final ReferenceNormalization normalization;

    /** Of n, {@code rows x columns}. */
    private final double[][] nErrors;

    /** Of d, relative to it. */
    private final double[] relative;

    NormalizationErrors(ReferenceNormalization normalization, double[][] uErrors) {
        this.normalization = normalization;
        nErrors = new double[uErrors.length][];
        relative = new double[uErrors.length];
        for (int row = 0; row < uErrors.length; row++) {
            nErrors[row] = normalizedErrors(row, normalization.u()[row], uErrors[row]);
        }
    }

    private double[] normalizedErrors(int row, double[] u, double[] errors) {
        double[] n = normalization.n()[row];
        double d = normalization.deviation(row);
        ErrorSum ofD = new ErrorSum();
        double magnitude = 0;
        for (int j = 0; j < u.length; j++) {
            ofD.product(n[j] / u.length / d, 0, u[j], errors[j]);
            magnitude += Math.abs(u[j]);
        }
        double roundings = Math.sqrt(u.length) * UNIT_ROUNDOFF;
        double ofMean = roundings * magnitude / u.length;
        relative[row] = Math.hypot(ofD.carried(), roundings + 2 * UNIT_ROUNDOFF);
        double[] result = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            ErrorSum carried = new ErrorSum();
            for (int j = 0; j < u.length; j++) {
                carried.product(normalization.slope(row, i, j), 0, u[j], errors[j]);
            }
            double own = Math.hypot(ofMean / d, Math.abs(n[i]) * (roundings + 4 * UNIT_ROUNDOFF));
            result[i] = Math.hypot(carried.carried(), own) + Float.MIN_VALUE;
        }
        return result;
    }

    /** Deviations of z. */
    double[][] forward() {
        double[][] errors = new double[nErrors.length][];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = new double[nErrors[row].length];
            for (int j = 0; j < errors[row].length; j++) {
                ErrorSum z = new ErrorSum();
                z.term(normalization.shift(j));
                z.product(normalization.gain(j), 0, normalization.n()[row][j], nErrors[row][j]);
                errors[row][j] = z.deviation();
            }
        }
        return errors;
    }

    /** dL/du. */
    Rounded backward(Rounded dz) {
        double[][] errors = new double[dz.rows()][];
        double[][] du = normalization.inputGradients(dz.values());
        for (int row = 0; row < errors.length; row++) {
            errors[row] = backward(row, dz.values()[row], dz.deviations()[row], du[row]);
        }
        return new Rounded(du, errors);
    }

    private double[] backward(int row, double[] dz, double[] dzErrors, double[] du) {
        double[] n = normalization.n()[row];
        double d = normalization.deviation(row);
        double share = 1.0 / n.length;
        double[] g = new double[n.length];
        double[] gErrors = new double[n.length];
        double along = 0;
        double magnitude = 0;
        ErrorSum ofAlong = new ErrorSum();
        for (int j = 0; j < n.length; j++) {
            g[j] = normalization.gain(j) * dz[j];
            gErrors[j] = Math.abs(normalization.gain(j)) * dzErrors[j] + UNIT_ROUNDOFF * Math.abs(g[j]);
            along += share * g[j] * n[j];
            magnitude += share * Math.abs(g[j]);
            ofAlong.product(share * g[j], 0, n[j], nErrors[row][j]);
        }
        double roundings = Math.sqrt(n.length) * UNIT_ROUNDOFF;
        double[] errors = new double[n.length];
        for (int i = 0; i < errors.length; i++) {
            ErrorSum ofG = new ErrorSum();
            for (int j = 0; j < n.length; j++) {
                ofG.product(normalization.slope(row, i, j), 0, g[j], gErrors[j]);
            }
            double ofN = (Math.abs(along) * nErrors[row][i] + Math.abs(n[i]) * ofAlong.deviation()) / d;
            double rounded = Math.abs(g[i]) + magnitude + Math.abs(n[i] * along);
            double own = (roundings * magnitude + 2 * UNIT_ROUNDOFF * rounded) / d;
            errors[i] = Math.hypot(Math.hypot(ofG.carried(), ofN), Math.hypot(own, du[i] * relative[row]))
                    + Float.MIN_VALUE;
        }
        return errors;
    }

    /** Writes the deviations of the gradients of gains and shifts to their places among those of all parameters. */
    void parameterGradients(Rounded dz, double[] parameters) {
        for (int j = 0; j < dz.columns(); j++) {
            ErrorSum gain = new ErrorSum();
            ErrorSum shift = new ErrorSum();
            for (int row = 0; row < dz.rows(); row++) {
                double gradient = dz.values()[row][j];
                double error = dz.deviations()[row][j];
                gain.product(gradient, error, normalization.n()[row][j], nErrors[row][j]);
                shift.product(1, 0, gradient, error);
            }
            parameters[normalization.gainAt(j)] = gain.deviation();
            parameters[normalization.shiftAt(j)] = shift.deviation();
        }
    }
}
