package dev.netwright.benchmarks.peer;

/** A peer is not measured at a work; the message says why and stands in the report. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public Refusal(String reason) {
        super(reason);
    }
}
