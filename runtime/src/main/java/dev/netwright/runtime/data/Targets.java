package dev.netwright.runtime.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What the outputs should be, for some rows: either values ({@code rows x width}) or labels ({@code rows x 1}, each the
 * index of the right class), with a weight for each row where there are weights.
 *
 * <p>The arrays are live, not copies: a batch is refilled in place.
 */
public final class Targets {
    private final int rows;
    private final int width;
    private final boolean areLabels;
    private final float[] values;
    private final int[] labels;
    private final float[] weights;

    private Targets(int rows, int width, boolean areLabels, float[] values, int[] labels, float[] weights) {
        this.rows = rows;
        this.width = width;
        this.areLabels = areLabels;
        this.values = values;
        this.labels = labels;
        this.weights = weights;
    }

    /**
     * Targets given as values, {@code rows x width}. Where a row is given the {@linkplain #weighted weight} 0 its values do not count,
     * but are finite all the same.
     *
     * @throws IllegalArgumentException if they do not divide into rows, or one is not finite
     */
    public static Targets ofValues(float[] values, int width) {
        Objects.requireNonNull(values, "values");
        int rows = Values.rows("target value", values, width);
        Values.checkFinite("target", values, width);
        return new Targets(rows, width, false, values, new int[0], new float[0]);
    }

    /**
     * Targets given as class labels from 0 to {@code classes - 1}. Where a row is given the {@linkplain #weighted weight} 0 its label
     * does not count, but is one of these all the same.
     *
     * @throws IllegalArgumentException if a label is out of range, or {@code classes} is less than 1
     */
    public static Targets ofLabels(int[] labels, int classes) {
        Objects.requireNonNull(labels, "labels");
        if (classes < 1) {
            throw new IllegalArgumentException("classes must be at least 1, but is " + classes + ".");
        }
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classes) {
                throw new IllegalArgumentException("The label in row " + row + " is " + labels[row] + ", but with "
                        + classes + (classes == 1 ? " class" : " classes") + " labels go from 0 to " + (classes - 1)
                        + ", also in rows of the weight 0.");
            }
        }
        return new Targets(labels.length, classes, true, new float[0], labels, new float[0]);
    }

    /**
     * Targets given as constants of an enum, whose order is that of the classes.
     *
     * @param labels    one for each row
     * @param constants all that there are, in their order
     * @throws IllegalArgumentException if a label is null, or there are no constants
     */
    @SuppressWarnings("EnumOrdinal") // The order of the constants is that of the outputs.
    public static <L extends Enum<L>> Targets ofLabels(List<L> labels, L[] constants) {
        int[] ordinals = new int[labels.size()];
        int row = 0;
        for (L label : labels) {
            if (label == null) {
                throw new IllegalArgumentException("The label of sample " + row + " is null.");
            }
            ordinals[row++] = label.ordinal();
        }
        return ofLabels(ordinals, constants.length);
    }

    /**
     * The same targets with a weight for each row.
     *
     * @throws IllegalArgumentException if there is no weight for each row, or one is negative or not finite
     */
    public Targets weighted(float[] weights) {
        Objects.requireNonNull(weights, "weights");
        if (weights.length != rows) {
            throw new IllegalArgumentException(Values.thereAre(weights.length, "sample weight") + " for "
                    + Values.count(rows, "row") + "; give one for each.");
        }
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0f) || weights[row] == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("The sample weight in row " + row + " is " + weights[row]
                        + "; it must be finite and at least 0.");
            }
        }
        return new Targets(rows, width, areLabels, values, labels, weights);
    }

    /** Copies of the given rows, in that order. */
    Targets select(int[] rows) {
        float[] someValues = new float[areLabels ? 0 : rows.length * width];
        int[] someLabels = new int[areLabels ? rows.length : 0];
        float[] someWeights = new float[areWeighted() ? rows.length : 0];
        for (int r = 0; r < rows.length; r++) {
            if (areLabels) {
                someLabels[r] = labels[rows[r]];
            } else {
                System.arraycopy(values, rows[r] * width, someValues, r * width, width);
            }
            if (areWeighted()) {
                someWeights[r] = weights[rows[r]];
            }
        }
        return new Targets(rows.length, width, areLabels, someValues, someLabels, someWeights);
    }

    /** Samples. */
    public int rows() {
        return rows;
    }

    /** Columns of the values, or classes of the labels. */
    public int width() {
        return width;
    }

    /** Whether these are labels. */
    public boolean areLabels() {
        return areLabels;
    }

    /** The live values, {@code rows x width}; empty where these are labels. */
    public float[] values() {
        return values;
    }

    /** The live labels, {@code rows x 1}; empty where these are values. */
    public int[] labels() {
        return labels;
    }

    /** Whether rows have weights of their own. */
    public boolean areWeighted() {
        return weights.length != 0;
    }

    /** The weight of a row: 1 where there are none. */
    public float weight(int row) {
        return weights.length == 0 ? 1f : weights[row];
    }

    /** The live weights, {@code rows x 1}; empty where every row counts alike. */
    public float[] weights() {
        return weights;
    }

    @Override
    public String toString() {
        return "Targets[rows=" + rows + ", width=" + width
                + (areLabels() ? ", labels " + Arrays.toString(Arrays.copyOf(labels, Math.min(5, rows))) : "") + "]";
    }
}
