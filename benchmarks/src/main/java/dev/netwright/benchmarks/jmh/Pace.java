package dev.netwright.benchmarks.jmh;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Work;

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

    /** So many operations at least come before what counts, or else a JVM has not yet compiled what they call. */
    private static final int WARMUP_OPERATIONS = 300;

    /** Other layers than dense ones call several times as many loops, each of which a JVM compiles before nothing is allocated any more. */
    private static final int WARMUP_OF_MANY_LOOPS = 4;

    private static final double FLOPS_PER_MILLISECOND = 150e6;

    /** The length of an iteration that does not count, longer for operations of many milliseconds, and for training other than dense layers. */
    int warmupMillis(Work work) {
        double operation = work.flops() / FLOPS_PER_MILLISECOND;
        boolean hasManyLoops = work.kind() == Kind.TRAINING && !work.model().isDense();
        int least = hasManyLoops ? WARMUP_OF_MANY_LOOPS * warmupMillis : warmupMillis;
        return (int) Math.max(least, WARMUP_OPERATIONS * operation / warmups);
    }
}
