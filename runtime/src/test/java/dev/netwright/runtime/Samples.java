package dev.netwright.runtime;

import dev.netwright.runtime.random.SeededRandom;

/** Random features for tests. */
public final class Samples {
    private Samples() {}

    /** {@code rows x columns} values from -1 to 1. */
    public static float[] random(int rows, int columns, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
