package dev.netwright.runtime.optimizer;

/** Finds a loss or a gradient that is not finite, or too large to compute with, before it reaches a parameter. */
final class FiniteCheck {
    /** For optimizers that only add gradients up. */
    static final float ANY_FINITE = Float.MAX_VALUE;

    /**
     * For optimizers that add up squares of gradients. Beyond it a sum of squares could become infinite, which would stop
     * its parameter for good and tell nobody.
     */
    static final float SQUARES_ADD_UP = 0x1p50f;

    private static final String CURE =
            "; try a smaller learning rate, clipNorm(1f), or features scaled to about -1 to 1.";

    private FiniteCheck() {}

    /**
     * @param most the largest gradient that the optimizer can compute with
     * @throws NonFiniteLossException if the loss is not finite or a gradient is NaN or larger
     */
    static void check(double loss, float[] gradients, float most) {
        if (!Double.isFinite(loss)) {
            throw new NonFiniteLossException("The loss is " + loss + CURE);
        }
        float largest = 0f;
        for (float gradient : gradients) {
            largest = Math.max(largest, Math.abs(gradient));
        }
        // Written so that a NaN, which Math.max keeps, is found too.
        if (!(largest <= most)) {
            throw new NonFiniteLossException(found(loss, gradients, most));
        }
    }

    private static String found(double loss, float[] gradients, float most) {
        int i = 0;
        while (Math.abs(gradients[i]) <= most) {
            i++;
        }
        String tooLarge = Float.isFinite(gradients[i]) ? ", too large for sums of squares," : "";
        return "The gradient of parameter " + i + " is " + gradients[i] + tooLarge + " at a loss of " + loss + CURE;
    }
}
