package dev.netwright.runtime.data;

import java.util.Objects;

/**
 * Moves and scales each feature column to mean 0 and standard deviation 1: {@code (x - mean) / deviation}. Fit it on the
 * training part alone and apply it to everything else, or what is held out leaks into the training.
 *
 * <p>The deviation is that of the population, {@code √(Σ(x - mean)² / rows)}; sample weights play no part. A column that
 * is constant in the training part is only moved: its deviation counts as 1. Immutable.
 */
public final class Standardizer {
    private final double[] means;
    private final double[] deviations;

    private Standardizer(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Means and deviations of the training part's columns. */
    public static Standardizer fit(Dataset training) {
        int columns = training.inputs();
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (int column = 0; column < columns; column++) {
            // Told by its values: rounding keeps the sums of a constant column from being exact.
            boolean constant = isConstant(training, column);
            means[column] = constant ? training.features()[column] : mean(training, column);
            deviations[column] = constant ? 1 : deviation(training, column, means[column]);
        }
        return new Standardizer(means, deviations);
    }

    private static boolean isConstant(Dataset data, int column) {
        for (int i = column; i < data.features().length; i += data.inputs()) {
            if (data.features()[i] != data.features()[column]) {
                return false;
            }
        }
        return true;
    }

    private static double mean(Dataset data, int column) {
        double sum = 0;
        for (int i = column; i < data.features().length; i += data.inputs()) {
            sum += data.features()[i];
        }
        return sum / data.rows();
    }

    private static double deviation(Dataset data, int column, double mean) {
        double sum = 0;
        for (int i = column; i < data.features().length; i += data.inputs()) {
            double distance = data.features()[i] - mean;
            sum += distance * distance;
        }
        return Math.sqrt(sum / data.rows());
    }

    /**
     * A standardized copy; targets and names stay.
     *
     * @throws IllegalArgumentException if the columns are not as many as those fitted
     */
    public Dataset apply(Dataset data) {
        checkColumns(data.inputs());
        float[] standardized = new float[data.features().length];
        for (int row = 0; row < data.rows(); row++) {
            standardize(data.features(), standardized, row * means.length);
        }
        return data.withFeatures(standardized, means.length);
    }

    /**
     * One sample's features, standardized, in a new array.
     *
     * @param sample {@code 1 x columns}
     * @throws IllegalArgumentException if the length is not the number of columns fitted
     */
    public float[] apply(float[] sample) {
        float[] standardized = new float[means.length];
        apply(sample, standardized);
        return standardized;
    }

    /**
     * One sample's features, standardized, in the caller's array; it may be the sample itself. Allocates nothing.
     *
     * @param sample       {@code 1 x columns}
     * @param standardized receives {@code 1 x columns}
     * @throws IllegalArgumentException if a length is not the number of columns fitted
     */
    public void apply(float[] sample, float[] standardized) {
        checkColumns(Objects.requireNonNull(sample, "sample").length);
        checkColumns(Objects.requireNonNull(standardized, "standardized").length);
        standardize(sample, standardized, 0);
    }

    private void standardize(float[] from, float[] to, int offset) {
        for (int column = 0; column < means.length; column++) {
            to[offset + column] = (float) ((from[offset + column] - means[column]) / deviations[column]);
        }
    }

    private void checkColumns(int columns) {
        if (columns != means.length) {
            throw new IllegalArgumentException(
                    "There are " + columns + " features, but this was fitted on " + means.length + " columns.");
        }
    }

    /** A copy of the columns' means, {@code 1 x columns}. */
    public double[] means() {
        return means.clone();
    }

    /** A copy of the columns' deviations, {@code 1 x columns}; 1 for a constant column. */
    public double[] deviations() {
        return deviations.clone();
    }
}
