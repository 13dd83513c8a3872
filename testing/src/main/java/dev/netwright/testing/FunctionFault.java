package dev.netwright.testing;

import java.util.Locale;

/**
 * A function of the user's that is wrong at some z of its layer.
 *
 * @param layer      that applies it
 * @param function   the name of its class
 * @param z          where
 * @param value      what {@code f} gives there
 * @param derivative what {@code derivative} gives there
 * @param slope      by which f changes for every unit of z, from central differences
 * @param error      how far that may be off, and how far rounding may take the derivative from it
 */
public record FunctionFault(
        String layer, String function, float z, float value, float derivative, double slope, double error) {
    /** How far the derivative is from the slope, in parts of what their errors explain; infinite where one is no number. */
    double share() {
        return Float.isFinite(value) ? ComparedValue.share(derivative - slope, error) : Double.POSITIVE_INFINITY;
    }

    /** A sentence with the function, the point and both numbers. */
    @Override
    public String toString() {
        String function = this.function;
        if (!Float.isFinite(value)) {
            return String.format(
                    Locale.ROOT, "%s.f, the function of layer %s, gives %s at z = %s.", function, layer, value, z);
        }
        return String.format(
                Locale.ROOT,
                "%s.derivative is not the slope of %s.f, the function of layer %s: at z = %s, where f gives %s, derivative"
                        + " gives %s, but f changes by %.6g for every unit of z, give or take %.2g.",
                function,
                function,
                layer,
                z,
                value,
                derivative,
                slope,
                error);
    }
}
