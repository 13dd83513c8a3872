package dev.netwright.verification.random;

import java.util.Random;

/** Flat arrays of floats, as the runtime has them. */
final class Floats {
    private Floats() {}

    /** Rows one after another, each rounded to float. */
    static float[] flat(double[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return flat;
    }

    static boolean areFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Normal values, one in eight of them 0. */
    static float[] normal(Random random, int count, double deviation) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(8) == 0 ? 0f : (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
