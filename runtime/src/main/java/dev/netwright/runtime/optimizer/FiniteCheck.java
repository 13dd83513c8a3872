package dev.netwright.runtime.optimizer;

/** Finds a loss or a gradient that is not finite before it reaches a parameter. */
final class FiniteCheck {
    private static final String CURE = "; try a smaller learning rate, clipNorm(1f), or inputs of smaller size.";

    private FiniteCheck() {}

    static void check(double loss, float[] gradients) {
        if (!Double.isFinite(loss)) {
            throw new NonFiniteLossException("The loss is " + loss + CURE);
        }
        // A product with 0 is 0 exactly where the gradient is finite; the loop has no branch.
        float sum = 0f;
        for (float gradient : gradients) {
            sum += 0f * gradient;
        }
        if (sum == 0f) {
            return;
        }
        for (int i = 0; i < gradients.length; i++) {
            if (!Float.isFinite(gradients[i])) {
                throw new NonFiniteLossException(
                        "The gradient of parameter " + i + " is " + gradients[i] + " at a loss of " + loss + CURE);
            }
        }
    }
}
