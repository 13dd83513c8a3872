package dev.netwright.examples.spirals;

import dev.netwright.runtime.data.Dataset;
import java.util.Random;

/**
 * Points on two arms that wind around each other, a little beside them. The seed fixes every point, on every JVM: {@link
 * Random} has an algorithm of its own in its documentation, and sines come from {@link StrictMath}.
 */
final class SpiralPoints {
    private static final double TURNS = 1.75;
    private static final double INNER_RADIUS = 0.5;

    /** As in Lang and Witbrock's data; tanh units learn badly from points that are all near 0. */
    private static final double OUTER_RADIUS = 6.5;

    private static final double NOISE = 0.2;

    private SpiralPoints() {}

    /** So many points of the first arm (0) and the second (1) in turn. */
    static Dataset draw(int count, long seed) {
        Random random = new Random(seed);
        float[] points = new float[2 * count];
        float[] arms = new float[count];
        for (int row = 0; row < count; row++) {
            int arm = row % 2;
            // The root spreads the points evenly along the arm, which is longer outside.
            double along = Math.sqrt(random.nextDouble());
            double angle = 2 * Math.PI * TURNS * along + Math.PI * arm;
            double radius = INNER_RADIUS + (OUTER_RADIUS - INNER_RADIUS) * along;
            points[2 * row] = (float) (radius * StrictMath.cos(angle) + NOISE * random.nextGaussian());
            points[2 * row + 1] = (float) (radius * StrictMath.sin(angle) + NOISE * random.nextGaussian());
            arms[row] = arm;
        }
        return Dataset.of(points, 2, arms, 1);
    }
}
