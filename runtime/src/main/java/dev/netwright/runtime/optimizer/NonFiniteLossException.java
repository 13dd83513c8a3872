package dev.netwright.runtime.optimizer;

/**
 * The loss or a gradient became NaN or infinite, or a gradient too large to compute with. Parameters and the optimizer's state are
 * as they were before the step.
 */
public final class NonFiniteLossException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final String found;

    /** With a sentence that says what was found. */
    public NonFiniteLossException(String found) {
        super(found);
        this.found = found;
    }

    /** With a sentence that says what was found, and one that says what to try. */
    public NonFiniteLossException(String found, String cure) {
        super(found + " " + cure);
        this.found = found;
    }

    /** What was found, for messages that say themselves what to try. */
    public String found() {
        return found;
    }
}
