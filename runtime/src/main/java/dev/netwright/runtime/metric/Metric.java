package dev.netwright.runtime.metric;

import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;

/**
 * A number that tells people how good predictions are, measured beside the loss. Immutable and without state; {@link
 * #start} gives the state of one measurement.
 *
 * <p>Every metric here counts a row with its sample weight. Where a metric is not defined, its value is the one that
 * scikit-learn gives. Outputs that are NaN are never right: a class that was predicted from them is wrong, and the
 * other metrics are NaN.
 *
 * <p>A row's right class is its label, the one largest value of a target with several columns, or, with one output,
 * class 1 where the target is 1 and class 0 where it is 0 or -1. Its predicted class is the largest output, the first
 * of equals; with one output it is class 1 where the output is greater than a {@linkplain
 * ClassificationMetric#threshold threshold}.
 */
public interface Metric {
    /** The share of rows whose class is predicted rightly. NaN where all weights are 0. */
    ClassificationMetric ACCURACY = new ClassificationMetric(ClassificationMetric.Kind.ACCURACY);

    /**
     * Of the rows that are predicted as a class, the share that have it: {@code tp / (tp + fp)}. Of class 1 with one or two
     * outputs; with more, the plain mean over the classes that occur among targets or predictions (macro; with one class a
     * row, the micro mean would be the accuracy). 0 where nothing was predicted as the class.
     */
    ClassificationMetric PRECISION = new ClassificationMetric(ClassificationMetric.Kind.PRECISION);

    /**
     * Of the rows that have a class, the share that are predicted as it: {@code tp / (tp + fn)}. Of class 1 with one or two
     * outputs; with more, the plain mean over the classes that occur among targets or predictions (macro). 0 where no row
     * has the class.
     */
    ClassificationMetric RECALL = new ClassificationMetric(ClassificationMetric.Kind.RECALL);

    /**
     * The harmonic mean of precision and recall, {@code 2·tp / (2·tp + fp + fn)} (van Rijsbergen 1979). Of class 1 with one
     * or two outputs; with more, the plain mean over the classes that occur among targets or predictions (macro). 0 where
     * the class occurs in neither.
     */
    ClassificationMetric F1 = new ClassificationMetric(ClassificationMetric.Kind.F1);

    /**
     * The area under the ROC curve: how probable it is that a row of class 1 has a larger output than a row of class 0, where
     * equal outputs count half (Hanley and McNeil 1982). For one output, or for two, where rows are ranked by what the second has
     * over the first. NaN where a class has no row.
     */
    Metric AUC = new AreaUnderRoc();

    /** The mean of {@code |o - t|} over rows and outputs. */
    Metric MEAN_ABSOLUTE_ERROR = new ErrorMetric(ErrorMetric.Kind.MEAN_ABSOLUTE_ERROR);

    /** The root of the mean over the rows of {@code (o - t)²}, in the targets' unit; of several outputs the mean. */
    Metric ROOT_MEAN_SQUARED_ERROR = new ErrorMetric(ErrorMetric.Kind.ROOT_MEAN_SQUARED_ERROR);

    /**
     * R², the coefficient of determination (Wright 1921): {@code 1 - Σ (o - t)² / Σ (t - mean of t)²}; of several outputs the
     * mean. 1 is perfect, 0 as good as always the mean. Where the targets of an output are all the same it is 1 for perfect
     * outputs and 0 for others; NaN for less than two rows.
     */
    Metric R_SQUARED = new RSquared();

    /**
     * The share of rows whose right class is among the {@code k} largest outputs; of equal outputs the first counts as the
     * largest. NaN where all weights are 0.
     *
     * @throws IllegalArgumentException if {@code k} is less than 1
     */
    static Metric topK(int k) {
        return new TopK(k);
    }

    /** The name in the field's words, for logs and tables; a training run has each name once. */
    String name();

    /** Whether larger values are better, as with accuracy, and not smaller ones, as with errors. */
    boolean higherIsBetter();

    /**
     * Refuses what cannot be measured of a head.
     *
     * @throws IllegalArgumentException if the targets or the outputs do not suit this metric; the message has both
     */
    void check(OutputHead head, Targets targets);

    /** The state of one measurement of a head's outputs; {@link #check} came before. */
    Accumulator start(OutputHead head);

    /** The state of one measurement over rows that arrive in their order. For one thread. */
    interface Accumulator {
        /**
         * Adds the outputs of some rows.
         *
         * @param outputs  {@code rows x units} of the head; may be longer, is not kept
         * @param rows     rows to add, at least 1
         * @param targets  the targets of at least {@code firstRow + rows} rows
         * @param firstRow the target row of the first output
         */
        void add(float[] outputs, int rows, Targets targets, int firstRow);

        /** The metric over all rows so far; NaN where it is not defined for them. */
        double value();
    }
}
