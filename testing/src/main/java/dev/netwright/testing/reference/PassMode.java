package dev.netwright.testing.reference;

import java.util.Map;

/**
 * How a pass goes forward.
 *
 * @param isTraining whether layers that are normalised over the batch take mean and variance of the rows that there are
 * @param statistics the running means and variances that they take else, laid out as the network's
 * @param masks      what the activations of layers with dropout are multiplied with, {@code rows x units}, by the layer's name
 * @param tangents   straight lines in place of functions of the user's, by the layer's name
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record PassMode(
        boolean isTraining, double[] statistics, Map<String, double[][]> masks, Map<String, Tangents> tangents) {
    /** A pass that is not one of training, with the network's statistics. */
    public static PassMode inference(double... statistics) {
        return new PassMode(false, statistics, Map.of(), Map.of());
    }

    /** A pass of training over all rows of a batch. */
    public static PassMode training(Map<String, double[][]> masks) {
        return new PassMode(true, new double[0], masks, Map.of());
    }

    /**
     * The same with every function of the user's replaced by its tangents at the pre-activations of a pass. Its values have the steps of
     * floats, which differences in double precision would follow; the derivatives of the network there are the same.
     */
    public PassMode withTangents(ReferencePass pass) {
        return new PassMode(isTraining, statistics, masks, Tangents.of(pass));
    }
}
