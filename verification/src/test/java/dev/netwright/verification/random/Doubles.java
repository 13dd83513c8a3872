package dev.netwright.verification.random;

import java.util.Random;

/** Between the flat floats of the runtime and the double rows of the reference. */
final class Doubles {
    private Doubles() {}

    /** The exact values of some rows of a flat array. */
    static double[][] rows(float[] flat, int firstRow, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < columns; j++) {
                values[row][j] = flat[(firstRow + row) * columns + j];
            }
        }
        return values;
    }

    static double[] of(float[] values) {
        return rows(values, 0, 1, values.length)[0];
    }

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
