package dev.netwright.runtime.optimizer;

/**
 * The loss or a gradient became NaN or infinite, or a gradient too large to compute with. Parameters and the optimizer's state are
 * as they were before the step.
 */
public final class NonFiniteLossException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** With the text that says what was found and what to try. */
    public NonFiniteLossException(String message) {
        super(message);
    }
}
