package dev.netwright.runtime.optimizer;

/** The loss or a gradient became NaN or infinite. The parameters are as they were before the step. */
public final class NonFiniteLossException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** With the text that says what was found and what to try. */
    public NonFiniteLossException(String message) {
        super(message);
    }
}
