package dev.netwright.verification.reference;

/** The loss of one row of outputs and its gradient, in double precision. {@link ReferenceLosses} has them all. */
public interface ReferenceLoss {
    /** l of the outputs and what they should be. */
    double value(double[] outputs, double[] targets);

    /** dl/do for every output. */
    double[] gradient(double[] outputs, double[] targets);
}
