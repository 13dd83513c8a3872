package dev.netwright.testing.reference;

import static dev.netwright.testing.reference.ErrorSum.UNIT_ROUNDOFF;
import static dev.netwright.testing.reference.RoundingErrors.DEVIATIONS;

import dev.netwright.runtime.topology.CustomActivation.FloatFunction;

/**
 * How far a function of the user's may be from itself where its argument is off. The reference calls the same function of floats, so
 * what is between its values at two neighbouring floats counts too, and these may go up and down with the function's own rounding.
 */
final class CustomErrors {
    private static final int STEPS = 8;

    private CustomErrors() {}

    /** The largest change of a function within the tolerance of z, which ends between two floats, as one deviation. */
    static double of(FloatFunction f, double z, double error) {
        if (Double.isNaN(error)) {
            return error;
        }
        double reach = Math.min(DEVIATIONS * error + 2 * Math.ulp((float) z), Float.MAX_VALUE);
        float middle = f.at((float) z);
        double largest = 0;
        double magnitude = Math.abs(middle);
        for (int i = -STEPS; i <= STEPS; i++) {
            float value = f.at((float) (z + reach * i / STEPS));
            // Where the function ends, there is nothing to compare.
            if (Float.isFinite(value)) {
                // A jump counts as ActivationErrors says.
                largest = Math.max(largest, Math.abs(value - middle) / Math.max(1, DEVIATIONS * Math.abs(i) / STEPS));
                magnitude = Math.max(magnitude, Math.abs(value));
            }
        }
        return largest + 2 * UNIT_ROUNDOFF * magnitude + Float.MIN_VALUE;
    }
}
