package dev.netwright.runtime.data;

import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Samples to learn from: features ({@code rows x inputs}, row-major, all finite) and their {@link Targets}, for networks of several
 * output heads one for each. At least one row. The arrays given are kept, not copied; do not change them afterwards.
 */
public final class Dataset {
    private final float[] features;
    private final int inputs;
    private final HeadTargets targets;
    private final ColumnKinds columns;
    private final List<String> classNames;

    private Dataset(float[] features, int inputs, HeadTargets targets, ColumnKinds columns, List<String> classNames) {
        this.features = features;
        this.inputs = inputs;
        this.targets = targets;
        this.columns = columns;
        this.classNames = List.copyOf(classNames);
    }

    /**
     * Features and targets.
     *
     * @param features {@code rows x inputs}, all finite
     * @param inputs   columns of the features
     * @param targets  as many rows
     * @throws IllegalArgumentException if there is no row, the features do not divide into rows, the rows are not as many
     *                                  as the targets', or a feature is not finite
     */
    public static Dataset of(float[] features, int inputs, Targets targets) {
        return of(features, inputs, new HeadTargets(List.of(Objects.requireNonNull(targets, "targets"))));
    }

    /**
     * Features, and targets for each output head of a network in the order of the heads. Each may have sample weights of its own.
     *
     * @param features {@code rows x inputs}, all finite
     * @param inputs   columns of the features
     * @param targets  one for each head, each of as many rows
     * @throws IllegalArgumentException if there is no row or no head, the features do not divide into rows, the rows are not as many
     *                                  as the targets', or a feature is not finite
     */
    public static Dataset ofHeads(float[] features, int inputs, Targets... targets) {
        if (targets.length == 0) {
            throw new IllegalArgumentException("There are no targets; give those of one output head at least.");
        }
        return of(features, inputs, new HeadTargets(List.of(targets)));
    }

    private static Dataset of(float[] features, int inputs, HeadTargets targets) {
        Objects.requireNonNull(features, "features");
        int rows = Values.rows("feature", features, inputs);
        if (rows == 0) {
            throw new IllegalArgumentException("The data set is empty; it needs at least one row.");
        }
        targets.checkRows(rows);
        Values.checkFinite("feature", features, inputs);
        return new Dataset(features, inputs, targets, ColumnKinds.UNKNOWN, List.of());
    }

    /** Features, {@code rows x inputs}, and target values, {@code rows x outputs}; see {@link #of(float[], int, Targets)}. */
    public static Dataset of(float[] features, int inputs, float[] targets, int outputs) {
        return of(features, inputs, Targets.ofValues(targets, outputs));
    }

    /**
     * Features, {@code rows x inputs}, and labels from 0 to {@code classes - 1}, {@code rows x 1}; see
     * {@link #of(float[], int, Targets)}.
     */
    public static Dataset ofLabels(float[] features, int inputs, int[] labels, int classes) {
        return of(features, inputs, Targets.ofLabels(labels, classes));
    }

    /**
     * The same data with a weight for each row, {@code rows x 1}, for every head the same.
     *
     * @throws IllegalArgumentException if there is no weight for each row, or one is negative or not finite
     */
    public Dataset weighted(float[] weights) {
        return new Dataset(features, inputs, targets.weighted(weights), columns, classNames);
    }

    /**
     * The same data with a name for each feature column.
     *
     * @throws IllegalArgumentException if there are not as many names as columns
     */
    public Dataset withFeatureNames(List<String> names) {
        if (names.size() != inputs) {
            throw new IllegalArgumentException(Values.thereAre(names.size(), "name") + " for "
                    + Values.count(inputs, "feature column") + "; give one for each.");
        }
        return new Dataset(features, inputs, targets, columns.withNames(names), classNames);
    }

    /**
     * The same data with a name for each class.
     *
     * @throws IllegalArgumentException if the targets are no labels, or there are not as many names as classes
     * @throws IllegalStateException    if there are targets for several heads
     */
    public Dataset withClassNames(List<String> names) {
        Targets labels = targets.only(", but class names are kept for data sets of one.");
        if (!labels.areLabels() || names.size() != labels.width()) {
            throw new IllegalArgumentException("There are " + names.size() + " class names, but "
                    + (labels.areLabels() ? labels.width() + " classes." : "the targets are values, not labels."));
        }
        return new Dataset(features, inputs, targets, columns, names);
    }

    /**
     * Other features for the same rows, {@code rows x inputs}. Names of the features and indicators stay where
     * there are as many columns as before.
     *
     * @throws IllegalArgumentException as {@link #of(float[], int, Targets)}
     */
    public Dataset withFeatures(float[] features, int inputs) {
        Dataset replaced = of(features, inputs, targets);
        return new Dataset(
                features, inputs, replaced.targets, inputs == this.inputs ? columns : ColumnKinds.UNKNOWN, classNames);
    }

    /**
     * The same data with some columns as indicators, which are 0 or 1 for no or yes: a {@link Standardizer} leaves them as they are.
     *
     * @throws IndexOutOfBoundsException if there is no such column
     */
    public Dataset withIndicators(int... numbers) {
        return new Dataset(features, inputs, targets, columns.withIndicators(numbers, inputs), classNames);
    }

    /** Samples, at least 1. */
    public int rows() {
        return targets.rows();
    }

    /** Columns of the features. */
    public int inputs() {
        return inputs;
    }

    /** Whether a column is 0 or 1 for no or yes, and is left as it is where others are standardized. */
    public boolean isIndicator(int column) {
        return columns.indicators().get(Objects.checkIndex(column, inputs));
    }

    /** The live features, {@code rows x inputs}. */
    public float[] features() {
        return features;
    }

    /**
     * The live targets, one row for each sample.
     *
     * @throws IllegalStateException if there are targets for several heads
     */
    public Targets targets() {
        return targets.only("; say which with targets(head).");
    }

    /**
     * The live targets of an output head, one row for each sample.
     *
     * @throws IndexOutOfBoundsException if there is no such head
     */
    public Targets targets(int head) {
        return targets.ofHeads().get(head);
    }

    /** Output heads that there are targets for; mostly 1. */
    public int heads() {
        return targets.ofHeads().size();
    }

    /** A name for each feature column; empty where none were given. */
    public List<String> featureNames() {
        return columns.names();
    }

    /** A name for each class; empty where none were given. */
    public List<String> classNames() {
        return classNames;
    }

    /** A copy of one sample's features, {@code 1 x inputs}. */
    public float[] sample(int row) {
        Objects.checkIndex(row, rows());
        return Arrays.copyOfRange(features, row * inputs, (row + 1) * inputs);
    }

    /**
     * Copies of the given rows, in that order; a row may be there several times.
     *
     * @throws IllegalArgumentException  if no row is given, or so many that they outgrow an array
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Dataset select(int[] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("No rows are selected; a data set needs at least one.");
        }
        Values.checkSize(rows.length, Math.max(inputs, targets.widest()));
        float[] selected = new float[rows.length * inputs];
        for (int r = 0; r < rows.length; r++) {
            Objects.checkIndex(rows[r], rows());
            System.arraycopy(features, rows[r] * inputs, selected, r * inputs, inputs);
        }
        return new Dataset(selected, inputs, targets.select(rows), columns, classNames);
    }

    /**
     * Copies of the rows from {@code from} up to but not including {@code to}.
     *
     * @throws IllegalArgumentException  if these are none
     * @throws IndexOutOfBoundsException if there are no such rows
     */
    public Dataset slice(int from, int to) {
        Objects.checkFromToIndex(from, to, rows());
        int[] rows = new int[to - from];
        Arrays.setAll(rows, r -> from + r);
        return select(rows);
    }

    /**
     * Copies of the first {@code count} rows, or of all where there are fewer.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Dataset take(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, but is " + count + ".");
        }
        return slice(0, Math.min(count, rows()));
    }

    /** A copy with the rows in the random order that belongs to the seed. */
    public Dataset shuffled(long seed) {
        int[] rows = RandomSplit.ascending(rows());
        new SeededRandom(seed).shuffle(rows);
        return select(rows);
    }

    /**
     * Two parts, drawn at random. Within each, the rows keep their order.
     *
     * @param fraction what the training part gets, between 0 and 1; rounded to rows, at least one on each side
     * @throws IllegalArgumentException if the fraction is out of range or there are fewer than two rows
     */
    public Split split(double fraction, long seed) {
        return RandomSplit.of(this, fraction, seed);
    }

    /**
     * As {@link #split}, with each class divided in the same proportion: a class of two rows or more is in both parts, a
     * class of one row in the training part alone.
     *
     * @throws IllegalArgumentException as {@link #split}, or if the targets are no labels, or if every class has one row
     * @throws IllegalStateException    if there are targets for several heads
     */
    public Split splitStratified(double fraction, long seed) {
        Targets labels = targets.only("; say whose classes are divided with splitStratified(head, fraction, seed).");
        return RandomSplit.stratified(this, labels, fraction, seed);
    }

    /**
     * The same by the classes of one output head.
     *
     * @param head its number in the order of the heads
     * @throws IllegalArgumentException  as {@link #splitStratified(double, long)}
     * @throws IndexOutOfBoundsException if there is no such head
     */
    public Split splitStratified(int head, double fraction, long seed) {
        return RandomSplit.stratified(this, targets(head), fraction, seed);
    }

    @Override
    public String toString() {
        return "Dataset[" + Values.count(rows(), "row") + ", " + Values.count(inputs, "feature") + ", " + targets + "]";
    }
}
