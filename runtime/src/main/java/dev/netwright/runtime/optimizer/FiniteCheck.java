package dev.netwright.runtime.optimizer;

import dev.netwright.runtime.kernel.Kernels;

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
            "Try a smaller learning rate, clipNorm(1f), or features scaled to about -1 to 1.";

    private final float most;
    private final Objective.RangeWork scan = this::scan;
    private float[] gradients = {};
    private volatile boolean found;

    /** @param most the largest gradient that the optimizer can compute with */
    FiniteCheck(float most) {
        this.most = most;
    }

    /**
     * Checks the loss and the gradients of an evaluation.
     *
     * @throws NonFiniteLossException if the loss is not finite or a gradient is NaN or too large
     */
    void check(double loss, Objective objective) {
        checkLoss(loss);
        gradients = objective.gradients();
        found = false;
        objective.forNonZeroRanges(scan);
        if (found) {
            throw new NonFiniteLossException(description(loss), CURE);
        }
    }

    private static void checkLoss(double loss) {
        if (!Double.isFinite(loss)) {
            throw new NonFiniteLossException("The loss is " + loss + ".", CURE);
        }
    }

    private void scan(int from, int to) {
        // Written so that NaN is found too.
        if (!(Kernels.largestMagnitude(gradients, from, to) <= most)) {
            found = true;
        }
    }

    private String description(double loss) {
        int i = 0;
        while (Math.abs(gradients[i]) <= most) {
            i++;
        }
        String tooLarge = Float.isFinite(gradients[i]) ? ", too large for sums of squares," : "";
        return "The gradient of parameter " + i + " is " + gradients[i] + tooLarge + " at a loss of " + loss + ".";
    }
}
