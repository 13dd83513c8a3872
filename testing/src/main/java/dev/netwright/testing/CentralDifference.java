package dev.netwright.testing;

/**
 * A gradient from values of the function alone, {@code (f(x + h) - f(x - h)) / 2h}.
 *
 * @param value the gradient
 * @param error how far it and the reference that it is compared with may be from each other
 */
public record CentralDifference(double value, double error) {
    /** The same for a reference that may be off by more. */
    CentralDifference besides(double referenceError) {
        return new CentralDifference(value, error + referenceError);
    }
}
