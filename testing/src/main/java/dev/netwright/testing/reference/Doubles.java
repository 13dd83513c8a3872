package dev.netwright.testing.reference;

/** From the flat floats of the runtime to the doubles of the reference. */
public final class Doubles {
    private Doubles() {}

    /** The exact values of some rows of a flat array. */
    public static double[][] rows(float[] flat, int firstRow, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < columns; j++) {
                values[row][j] = flat[(firstRow + row) * columns + j];
            }
        }
        return values;
    }

    /** The exact values of an array. */
    public static double[] of(float[] values) {
        return rows(values, 0, 1, values.length)[0];
    }
}
