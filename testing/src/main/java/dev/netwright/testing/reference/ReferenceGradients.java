package dev.netwright.testing.reference;

/**
 * What a backward pass gives.
 *
 * @param parameters dL/dp, laid out as the parameters
 * @param inputs     dL/dx, {@code rows x inputSize}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record ReferenceGradients(double[] parameters, double[][] inputs) {}
