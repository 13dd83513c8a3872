package dev.netwright.verification.activation;

import dev.netwright.annotations.Activation;
import dev.netwright.testing.reference.ReferenceActivations;

/** The largest errors of one activation and of its derivative, over blocks of floats. */
final class ActivationError {
    private final Activation activation;
    private final float alpha;
    private final ActivationArrays arrays;
    private long floats;
    private float floatsAt;
    private double slope;
    private float slopeAt;

    ActivationError(Activation activation, float alpha) {
        this.activation = activation;
        this.alpha = alpha;
        arrays = new ActivationArrays(activation, alpha);
    }

    /** Takes more floats into account. */
    void measure(float[] z) {
        float[] a = arrays.values(z);
        float[] slopes = arrays.derivatives(z, a);
        for (int i = 0; i < z.length; i++) {
            long distance = distance(a[i], (float) ReferenceActivations.value(activation, z[i], alpha));
            if (distance > floats) {
                floats = distance;
                floatsAt = z[i];
            }
            double error = slopeError(slopes[i], ReferenceActivations.derivative(activation, z[i], alpha));
            if (error > slope) {
                slope = error;
                slopeAt = z[i];
            }
        }
    }

    /** How many floats lie between the value that was found and the one nearest to the true value, the latter included. */
    long floats() {
        return floats;
    }

    /** The error of the derivative, in units of the last place of 1, or of the derivative where it is larger. */
    double slope() {
        return slope;
    }

    private static long distance(float found, float nearest) {
        return Math.abs((long) place(found) - place(nearest));
    }

    /** Neighbouring floats have neighbouring places; both zeros have the same. */
    private static int place(float value) {
        int bits = Float.floatToIntBits(value);
        return bits < 0 ? Integer.MIN_VALUE - bits : bits;
    }

    private static double slopeError(float found, double exact) {
        return found == (float) exact && Float.isInfinite(found)
                ? 0
                : Math.abs(found - exact) / Math.ulp((float) Math.max(1, exact));
    }

    @Override
    public String toString() {
        return String.format(
                "%-12s %d floats at %s; derivative %.3f at %s", activation, floats, floatsAt, slope, slopeAt);
    }
}
