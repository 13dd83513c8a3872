package dev.netwright.benchmarks.jmh;

/**
 * How long each measurement takes.
 *
 * @param warmups      iterations that do not count
 * @param warmupMillis of each of these
 * @param measured     iterations that count
 * @param millis       of each of these
 */
public record Pace(int warmups, int warmupMillis, int measured, int millis) {
    /** For figures that are to be believed. */
    public static final Pace FULL = new Pace(5, 600, 5, 300);

    /** For a look. */
    public static final Pace QUICK = new Pace(5, 300, 3, 150);
}
