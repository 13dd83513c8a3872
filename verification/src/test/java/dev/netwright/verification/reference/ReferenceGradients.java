package dev.netwright.verification.reference;

/**
 * What a backward pass gives.
 *
 * @param parameters dL/dp, laid out as the parameters
 * @param inputs     dL/dx, {@code rows x inputSize}
 */
public record ReferenceGradients(double[] parameters, double[][] inputs) {}
