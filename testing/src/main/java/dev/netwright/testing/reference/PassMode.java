package dev.netwright.testing.reference;

import java.util.Map;

/**
 * How a pass goes forward.
 *
 * @param isTraining whether layers that are normalised over the batch take mean and variance of the rows that there are
 * @param statistics the running means and variances that they take else, laid out as the network's
 * @param masks      what the activations of layers with dropout are multiplied with, {@code rows x units}, by the layer's name
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record PassMode(boolean isTraining, double[] statistics, Map<String, double[][]> masks) {
    /** A pass that is not one of training, with the network's statistics. */
    public static PassMode inference(double... statistics) {
        return new PassMode(false, statistics, Map.of());
    }

    /** A pass of training over all rows of a batch. */
    public static PassMode training(Map<String, double[][]> masks) {
        return new PassMode(true, new double[0], masks);
    }
}
