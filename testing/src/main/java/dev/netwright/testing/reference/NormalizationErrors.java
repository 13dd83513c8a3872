package dev.netwright.testing.reference;

import static dev.netwright.testing.reference.ErrorSum.UNIT_ROUNDOFF;
import static dev.netwright.testing.reference.ErrorSum.bounded;

import java.util.HashMap;
import java.util.Map;

/**
 * How errors of u become errors of n and z, and errors of dL/dz those of dL/du and of the gradients of gains and shifts. To first order {@code
 * δnᵢ = (δuᵢ - δmean - nᵢ·δd) / d} with {@code d = √(variance + ε)} and {@code δd = Σ n·δu / count}
 * over a line.
 */
final class NormalizationErrors {
    private final ReferenceNormalization normalization;

    /** Of n, as lines. */
    private final double[][] nErrors;

    /** Of d, relative to it. */
    private final double[] relative;

    /** From the deviations of u, {@code rows x columns}. */
    NormalizationErrors(ReferenceNormalization normalization, double[][] uErrors) {
        this.normalization = normalization;
        double[][] errors = normalization.shape().lines(uErrors);
        nErrors = new double[errors.length][];
        relative = new double[errors.length];
        for (int line = 0; line < errors.length; line++) {
            nErrors[line] = normalizedErrors(line, normalization.u()[line], errors[line]);
        }
    }

    /** Of sums over a line; where mean and variance are constants there are none. */
    private double roundings(int count) {
        return normalization.areConstants() ? 0 : Math.sqrt(count) * UNIT_ROUNDOFF;
    }

    private double[] normalizedErrors(int line, double[] u, double[] errors) {
        double[] n = normalization.n()[line];
        double d = normalization.deviation(line);
        ErrorSum ofD = new ErrorSum();
        double magnitude = 0;
        for (int j = 0; j < u.length; j++) {
            ofD.product(normalization.areConstants() ? 0 : n[j] / u.length / d, 0, u[j], errors[j]);
            magnitude += Math.abs(u[j]);
        }
        double roundings = roundings(u.length);
        double ofMean = roundings * magnitude / u.length;
        relative[line] = Math.hypot(ofD.carried(), roundings + 2 * UNIT_ROUNDOFF);
        double[] result = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            ErrorSum carried = new ErrorSum();
            for (int j = 0; j < u.length; j++) {
                carried.product(normalization.slope(line, i, j), 0, u[j], errors[j]);
            }
            double own = Math.hypot(ofMean / d, Math.abs(n[i]) * (roundings + 4 * UNIT_ROUNDOFF));
            result[i] = bounded(Math.hypot(carried.carried(), own) + Float.MIN_VALUE);
        }
        return result;
    }

    /** Deviations of z, {@code rows x columns}. */
    double[][] forward() {
        double[][] errors = new double[nErrors.length][];
        for (int line = 0; line < errors.length; line++) {
            errors[line] = new double[nErrors[line].length];
            for (int j = 0; j < errors[line].length; j++) {
                ErrorSum z = new ErrorSum();
                z.term(normalization.shift(line, j));
                z.product(normalization.gain(line, j), 0, normalization.n()[line][j], nErrors[line][j]);
                errors[line][j] = z.deviation();
            }
        }
        return normalization.shape().matrix(errors);
    }

    /** dL/du, {@code rows x columns}. */
    Rounded backward(Rounded dz) {
        NormalizedLines shape = normalization.shape();
        double[][] values = shape.lines(dz.values());
        double[][] deviations = shape.lines(dz.deviations());
        double[][] errors = new double[values.length][];
        double[][] du = normalization.throughLines(values);
        for (int line = 0; line < errors.length; line++) {
            errors[line] = backward(line, values[line], deviations[line], du[line]);
        }
        return new Rounded(shape.matrix(du), shape.matrix(errors));
    }

    private double[] backward(int line, double[] dz, double[] dzErrors, double[] du) {
        double[] n = normalization.n()[line];
        double d = normalization.deviation(line);
        double share = normalization.areConstants() ? 0 : 1.0 / n.length;
        double[] g = new double[n.length];
        double[] gErrors = new double[n.length];
        double along = 0;
        double magnitude = 0;
        ErrorSum ofAlong = new ErrorSum();
        for (int j = 0; j < n.length; j++) {
            double gain = normalization.gain(line, j);
            g[j] = gain * dz[j];
            gErrors[j] = Math.abs(gain) * dzErrors[j] + UNIT_ROUNDOFF * Math.abs(g[j]);
            along += share * g[j] * n[j];
            magnitude += share * Math.abs(g[j]);
            ofAlong.product(share * g[j], 0, n[j], nErrors[line][j]);
        }
        double roundings = roundings(n.length);
        double[] errors = new double[n.length];
        for (int i = 0; i < errors.length; i++) {
            ErrorSum ofG = new ErrorSum();
            for (int j = 0; j < n.length; j++) {
                ofG.product(normalization.slope(line, i, j), 0, g[j], gErrors[j]);
            }
            double ofN = (Math.abs(along) * nErrors[line][i] + Math.abs(n[i]) * ofAlong.deviation()) / d;
            double rounded = Math.abs(g[i]) + magnitude + Math.abs(n[i] * along);
            double own = (roundings * magnitude + 2 * UNIT_ROUNDOFF * rounded) / d;
            errors[i] = bounded(Math.hypot(Math.hypot(ofG.carried(), ofN), Math.hypot(own, du[i] * relative[line]))
                    + Float.MIN_VALUE);
        }
        return errors;
    }

    /** Writes the deviations of the gradients of gains and shifts to their places among those of all parameters. */
    void parameterGradients(Rounded dzOfRows, double[] parameters) {
        double[][] dz = normalization.shape().lines(dzOfRows.values());
        double[][] errors = normalization.shape().lines(dzOfRows.deviations());
        Map<Integer, ErrorSum> sums = new HashMap<>();
        for (int line = 0; line < dz.length; line++) {
            for (int j = 0; j < dz[line].length; j++) {
                sums.computeIfAbsent(normalization.gainAt(line, j), at -> new ErrorSum())
                        .product(dz[line][j], errors[line][j], normalization.n()[line][j], nErrors[line][j]);
                sums.computeIfAbsent(normalization.shiftAt(line, j), at -> new ErrorSum())
                        .product(1, 0, dz[line][j], errors[line][j]);
            }
        }
        sums.forEach((at, sum) -> parameters[at] = sum.deviation());
    }
}
