package dev.netwright.testing.reference;

import static dev.netwright.testing.reference.ErrorSum.UNIT_ROUNDOFF;
import static dev.netwright.testing.reference.ErrorSum.bounded;
import static dev.netwright.testing.reference.RoundingErrors.DEVIATIONS;

import java.util.HashMap;
import java.util.Map;

/**
 * How errors of u become errors of n and z, and errors of dL/dz those of dL/du and of the gradients of gains and shifts. With {@code d =
 * √(variance + ε)} over a line,
 *
 * <pre>{@code
 * δnᵢ = (δuᵢ - δmean - nᵢ·δd) / (d + δd)      δd / d = Σ n·δu / (count·d) + Σ δn² / (2·count)
 * }</pre>
 *
 * <p>Where a line is constant or nearly so, d is so small that δn is large. There the second sum counts as well, which makes d only larger, and δd
 * in the divisor, which is √ε at least. Both are taken at the end of the tolerance.
 */
final class NormalizationErrors {
    /** Rows that the runtime adds up in single precision, before sums of so many are added in double precision. */
    private static final int BATCH_SEGMENT = 1_024;

    private final ReferenceNormalization normalization;

    /** Of n, as lines. */
    private final double[][] nErrors;

    /** How many times as large 1 / d may become, within the tolerance of d. */
    private final double[] growth;

    /** Of 1 / d, relative to it. */
    private final double[] inverseErrors;

    /** From the deviations of u, {@code rows x columns}. */
    NormalizationErrors(ReferenceNormalization normalization, double[][] uErrors) {
        this.normalization = normalization;
        double[][] errors = normalization.shape().lines(uErrors);
        nErrors = new double[errors.length][];
        growth = new double[errors.length];
        inverseErrors = new double[errors.length];
        for (int line = 0; line < errors.length; line++) {
            nErrors[line] = normalizedErrors(line, normalization.u()[line], errors[line]);
        }
    }

    /** Of sums over a line; where mean and variance are constants there are none. */
    private double roundings(int count) {
        int terms = normalization.shape().isOverBatch() ? Math.min(count, BATCH_SEGMENT) : count;
        return normalization.areConstants() ? 0 : Math.sqrt(terms) * UNIT_ROUNDOFF;
    }

    /** Of the mean, from its own roundings. Over a batch it is the first value and the mean of the distances from it, which are 0 where all are equal. */
    private double meanError(double[] u) {
        if (normalization.areConstants()) {
            return 0;
        }
        double origin = normalization.shape().isOverBatch() ? u[0] : 0;
        double magnitude = 0;
        double mean = 0;
        for (double value : u) {
            magnitude += Math.abs(value - origin) / u.length;
            mean += value / u.length;
        }
        return Math.hypot(roundings(u.length) * magnitude, UNIT_ROUNDOFF * mean);
    }

    private double[] normalizedErrors(int line, double[] u, double[] errors) {
        double[] n = normalization.n()[line];
        double d = normalization.deviation(line);
        double ofMean = meanError(u);
        double roundings = roundings(u.length);
        ErrorSum ofD = new ErrorSum();
        double[] result = new double[u.length];
        double squares = 0;
        for (int i = 0; i < u.length; i++) {
            ofD.product(normalization.areConstants() ? 0 : n[i] / u.length / d, 0, u[i], errors[i]);
            ErrorSum carried = new ErrorSum();
            for (int j = 0; j < u.length; j++) {
                carried.product(normalization.slope(line, i, j), 0, u[j], errors[j]);
            }
            double own = Math.hypot(ofMean / d, Math.abs(n[i]) * (roundings + 4 * UNIT_ROUNDOFF));
            result[i] = Math.hypot(carried.carried(), own) + Float.MIN_VALUE;
            squares += normalization.areConstants() ? 0 : result[i] * result[i] / u.length;
        }
        double first = Math.hypot(ofD.carried(), roundings + 2 * UNIT_ROUNDOFF);
        double second = Math.min(DEVIATIONS * squares / 2, 1 / DEVIATIONS);
        growth[line] = 1 / Math.max(1 - DEVIATIONS * first, normalization.leastDeviation() / d);
        inverseErrors[line] = (growth[line] - 1) / DEVIATIONS + second;
        for (int i = 0; i < u.length; i++) {
            result[i] = bounded(growth[line] * (result[i] + Math.abs(n[i]) * second));
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
            double most = Math.copySign(Math.abs(g[j]) + gErrors[j], g[j]);
            ofAlong.product(share * most, 0, n[j], nErrors[line][j]);
        }
        double roundings = roundings(n.length);
        double[] errors = new double[n.length];
        for (int i = 0; i < errors.length; i++) {
            ErrorSum ofG = new ErrorSum();
            for (int j = 0; j < n.length; j++) {
                ofG.product(normalization.slope(line, i, j), 0, g[j], gErrors[j]);
            }
            double alongError = ofAlong.deviation();
            double ofN = (Math.abs(along) + alongError) * nErrors[line][i] + Math.abs(n[i]) * alongError;
            double rounded = Math.abs(g[i]) + magnitude + Math.abs(n[i] * along);
            double own = (roundings * magnitude + 2 * UNIT_ROUNDOFF * rounded) / d;
            double first = Math.hypot(Math.hypot(ofG.carried(), ofN / d), own);
            errors[i] = bounded(Math.hypot(growth[line] * first, du[i] * inverseErrors[line]) + Float.MIN_VALUE);
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
