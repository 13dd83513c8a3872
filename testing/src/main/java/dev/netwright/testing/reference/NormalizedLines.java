package dev.netwright.testing.reference;

import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.NetworkLayer;

/**
 * Which values of a matrix, {@code rows x columns}, share a mean and a variance: with layer normalisation each row, over the batch each column, or
 * where there are pixels each channel in all pixels of all rows. Every such set is a line of another matrix.
 *
 * @param isOverBatch whether a line is a channel; else it is a row
 */
record NormalizedLines(boolean isOverBatch, int rows, int pixels, int channels) {
    static NormalizedLines of(NetworkLayer layer, int rows) {
        LayerTreatment treatment = layer.treatment();
        return new NormalizedLines(
                treatment.normalizesBatch(), rows, treatment.pixels(), layer.preactivations() / treatment.pixels());
    }

    /** The number of the gain, and of the shift, of a value of a line. */
    int gain(int line, int place) {
        return isOverBatch ? line : place;
    }

    double[][] lines(double[][] matrix) {
        if (!isOverBatch) {
            return matrix;
        }
        double[][] lines = new double[channels][rows * pixels];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < pixels * channels; column++) {
                lines[column % channels][row * pixels + column / channels] = matrix[row][column];
            }
        }
        return lines;
    }

    /** The other way. */
    double[][] matrix(double[][] lines) {
        if (!isOverBatch) {
            return lines;
        }
        double[][] matrix = new double[rows][pixels * channels];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < pixels * channels; column++) {
                matrix[row][column] = lines[column % channels][row * pixels + column / channels];
            }
        }
        return matrix;
    }
}
