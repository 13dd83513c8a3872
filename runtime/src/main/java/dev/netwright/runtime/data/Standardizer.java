package dev.netwright.runtime.data;

import java.util.Arrays;

/**
 * Moves and scales each feature column to mean 0 and standard deviation 1: {@code (x - mean) / deviation}. Given to {@code
 * Network.standardize}, it is a part of the network, which takes features as they come, in training and in use.
 *
 * <p>Fit it on the training part alone, or what is held out leaks into the training. The deviation is that of the population,
 * {@code √(Σ(x - mean)² / rows)}; sample weights play no part. A column that is constant in the training part is only moved: its
 * deviation counts as 1. Indicators, which are 0 or 1 for no or yes, stay as they are. Immutable.
 */
public final class Standardizer {
    /** With factors beyond these, floats would lose digits or overflow. */
    private static final double LARGEST_FACTOR = 1e30;

    private static final int SHOWN_COLUMNS = 8;

    private final double[] means;
    private final double[] deviations;
    private final boolean isNone;

    /** Whether the arithmetic below is exact enough in floats. */
    private final boolean isPlain;

    /** The means rounded to floats, and what the rounding left over: x - mean = (x - high) - low. */
    private final float[] high;

    private final float[] low;
    private final float[] factors;

    private Standardizer(double[] means, double[] deviations) {
        int columns = means.length;
        this.means = means;
        this.deviations = deviations;
        this.high = new float[columns];
        this.low = new float[columns];
        this.factors = new float[columns];
        boolean plain = true;
        boolean none = true;
        for (int column = 0; column < columns; column++) {
            high[column] = (float) means[column];
            low[column] = (float) (means[column] - high[column]);
            factors[column] = (float) (1 / deviations[column]);
            plain &= deviations[column] >= 1 / LARGEST_FACTOR && deviations[column] <= LARGEST_FACTOR;
            none &= means[column] == 0 && deviations[column] == 1;
        }
        this.isPlain = plain;
        this.isNone = none;
    }

    /** Its numbers, of the first columns. */
    @Override
    public String toString() {
        int shown = Math.min(SHOWN_COLUMNS, columns());
        String more = columns() > shown ? " and " + (columns() - shown) + " more" : "";
        return isNone
                ? "Standardizer[" + Values.count(columns(), "column") + ", all left as they are]"
                : "Standardizer[" + Values.count(columns(), "column") + ", means "
                        + Arrays.toString(Arrays.copyOf(means, shown)) + more + ", deviations "
                        + Arrays.toString(Arrays.copyOf(deviations, shown)) + more + "]";
    }

    /** What leaves features as they are. */
    public static Standardizer none(int columns) {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return new Standardizer(new double[columns], ones);
    }

    /**
     * With means and deviations that were fitted before.
     *
     * @param means      {@code 1 x columns}, all finite
     * @param deviations {@code 1 x columns}, all finite and positive
     * @throws IllegalArgumentException if there are not as many of both, or one is out of range
     */
    public static Standardizer of(double[] means, double[] deviations) {
        if (means.length != deviations.length) {
            throw new IllegalArgumentException("There are " + means.length + " means, but " + deviations.length
                    + " deviations; give one of each for every column.");
        }
        for (int column = 0; column < means.length; column++) {
            if (!Double.isFinite(means[column]) || !(deviations[column] > 0) || !Double.isFinite(deviations[column])) {
                throw new IllegalArgumentException("Column " + column + " has mean " + means[column] + " and deviation "
                        + deviations[column] + "; a mean is finite, and a deviation finite and positive.");
            }
        }
        return new Standardizer(means.clone(), deviations.clone());
    }

    /** Means and deviations of the training part's columns. */
    public static Standardizer fit(Dataset training) {
        int columns = training.inputs();
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (int column = 0; column < columns; column++) {
            if (training.isIndicator(column)) {
                deviations[column] = 1;
                continue;
            }
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
     * Standardizes some rows. Allocates nothing.
     *
     * @param features {@code rows x columns} from {@code offset} on
     * @param scaled   receives {@code rows x columns}
     * @throws IllegalArgumentException if one becomes infinite, since it is so many deviations from the mean
     */
    public void apply(float[] features, int offset, float[] scaled, int rows) {
        int columns = means.length;
        for (int row = 0; row < rows; row++) {
            int to = row * columns;
            int from = offset + to;
            if (isPlain) {
                for (int column = 0; column < columns; column++) {
                    scaled[to + column] = (features[from + column] - high[column] - low[column]) * factors[column];
                }
            } else {
                for (int column = 0; column < columns; column++) {
                    scaled[to + column] = (float) ((features[from + column] - means[column]) / deviations[column]);
                }
            }
        }
        for (int i = 0; i < rows * columns; i++) {
            if (!Float.isFinite(scaled[i])) {
                throw tooFar(features[offset + i], i % columns);
            }
        }
    }

    /**
     * Checks rows as {@link #apply} does, before anything is computed from the first of them. Allocates nothing.
     *
     * @param features {@code rows x columns}
     * @throws IllegalArgumentException if one would become infinite, since it is so many deviations from the mean
     */
    public void check(float[] features, int rows) {
        int columns = means.length;
        int count = isNone() ? 0 : rows * columns;
        for (int i = 0; i < count; i++) {
            int column = i % columns;
            float scaled = isPlain
                    ? (features[i] - high[column] - low[column]) * factors[column]
                    : (float) ((features[i] - means[column]) / deviations[column]);
            if (!Float.isFinite(scaled)) {
                throw tooFar(features[i], column);
            }
        }
    }

    private IllegalArgumentException tooFar(float feature, int column) {
        return new IllegalArgumentException("The feature in column " + column + " is " + feature
                + ", which is too many deviations from the mean: that is " + means[column] + " and the deviation "
                + deviations[column] + ".");
    }

    /**
     * From the gradient of standardized features to that of the features themselves, {@code dL/dx = dL/dx' / deviation}, in place.
     *
     * @param gradients {@code rows x columns}
     */
    public void applyToGradients(float[] gradients, int rows) {
        int columns = means.length;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                gradients[i] = isPlain ? gradients[i] * factors[column] : (float) (gradients[i] / deviations[column]);
            }
        }
    }

    /** Columns of the features. */
    public int columns() {
        return means.length;
    }

    /** Whether it leaves features as they are. */
    public boolean isNone() {
        return isNone;
    }

    /**
     * Whether {@link #apply} computes in floats, {@code (x - high - low)·factor}, where high and low are the mean as the sum of two floats and
     * factor is the float that is nearest to 1 / deviation. With deviations beyond what floats take it computes in doubles,
     * {@code (x - mean) / deviation}, and rounds the result. For what computes the same bits elsewhere.
     */
    public boolean isInFloats() {
        return isPlain;
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
