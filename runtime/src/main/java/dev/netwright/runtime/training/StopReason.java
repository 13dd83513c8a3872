package dev.netwright.runtime.training;

/** Why a training run ended. */
public enum StopReason {
    /** All epochs were run. */
    COMPLETED("all epochs were run"),
    /** The monitored value did not improve for as many epochs as early stopping waits. */
    EARLY_STOPPING("no improvement for as long as early stopping waits"),
    /** A listener asked for it. */
    LISTENER("a listener asked for it"),
    /** The thread that trains was interrupted; its interrupt status is still set. */
    INTERRUPTED("the thread was interrupted");

    private final String description;

    StopReason(String description) {
        this.description = description;
    }

    /** The reason in words, for logs. */
    public String description() {
        return description;
    }
}
