package dev.netwright.testing;

import dev.netwright.runtime.topology.CustomActivation.FloatFunction;
import java.util.Optional;

/**
 * The slope of a function of floats, from central differences over steps that are long enough for its rounding.
 *
 * @param value the slope
 * @param error how far it may be off
 */
record FloatSlope(double value, double error) {
    /** What a few operations round, relative to their result. */
    static final double ROUNDING = 0x1p-20;

    /** Relative to z, or to 1 where that is smaller. */
    private static final double[] STEPS = {0x1p-6, 0x1p-8, 0x1p-10, 0x1p-12};

    /** How far the slopes over one and two steps may be from each other, relative to the larger. */
    private static final double BENDING = 1e-2;

    /** Of a smooth function the slopes on both sides of z come together as steps are halved, by half; at a kink they do not. */
    private static final double COMING_TOGETHER = 0.75;

    /** How many floats on each side of z show how the function's own rounding goes up and down. */
    private static final int NEIGHBOURS = 4;

    /** Empty where no step is good: the function has a kink there or bends too much. */
    static Optional<FloatSlope> of(FloatFunction f, float z) {
        double jitter = jitter(f, z);
        for (double relative : STEPS) {
            Optional<FloatSlope> found = over(f, z, relative * Math.max(1, Math.abs(z)), jitter);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<FloatSlope> over(FloatFunction f, float z, double step, double jitter) {
        float[] at = new float[5];
        double[] values = new double[5];
        double magnitude = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = (float) (z + (i - 2) * step);
            values[i] = f.at(at[i]);
            magnitude = Math.max(magnitude, Math.abs(values[i]));
        }
        double near = slope(at, values, 1, 3);
        double far = slope(at, values, 0, 4);
        double rounding = 2 * (ROUNDING * magnitude + jitter) / step;
        double bending = Math.abs(near - far);
        double turn = Math.abs(slope(at, values, 2, 3) - slope(at, values, 1, 2));
        double farTurn = Math.abs(slope(at, values, 2, 4) - slope(at, values, 0, 2));
        boolean isSmooth = turn <= COMING_TOGETHER * farTurn + 2 * rounding + BENDING * BENDING * Math.abs(near);
        boolean isStraight = bending <= BENDING * Math.max(Math.abs(near), Math.abs(far)) + 2 * rounding;
        // What is not finite is neither.
        return isSmooth && isStraight ? Optional.of(new FloatSlope(near, 2 * bending + rounding)) : Optional.empty();
    }

    private static double slope(float[] at, double[] values, int from, int to) {
        return (values[to] - values[from]) / ((double) at[to] - at[from]);
    }

    /** The largest second difference between neighbouring floats: a smooth function would have next to none. */
    private static double jitter(FloatFunction f, float z) {
        float[] at = new float[2 * NEIGHBOURS + 1];
        at[NEIGHBOURS] = z;
        for (int i = 1; i <= NEIGHBOURS; i++) {
            at[NEIGHBOURS + i] = Math.nextUp(at[NEIGHBOURS + i - 1]);
            at[NEIGHBOURS - i] = Math.nextDown(at[NEIGHBOURS - i + 1]);
        }
        double largest = 0;
        for (int i = 1; i + 1 < at.length; i++) {
            double turn = (double) f.at(at[i - 1]) - 2.0 * f.at(at[i]) + f.at(at[i + 1]);
            largest = Math.max(largest, Math.abs(turn));
        }
        return largest;
    }
}
