package dev.netwright.benchmarks.jmh;

import java.util.Optional;

/**
 * What was measured of one contender at one work.
 *
 * @param contender   its title
 * @param nanoseconds of one operation; NaN where there is none
 * @param error       half the width of the 99.9 % confidence interval, in nanoseconds
 * @param bytes       allocated on the heap by one operation; NaN where that is unknown
 * @param reason      why there is no time
 */
public record Timing(String contender, double nanoseconds, double error, double bytes, Optional<String> reason) {
    /** Measured. */
    public static Timing of(String contender, double nanoseconds, double error, double bytes) {
        return new Timing(contender, nanoseconds, error, bytes, Optional.empty());
    }

    /** Not measured. */
    public static Timing none(String contender, String reason) {
        return new Timing(contender, Double.NaN, Double.NaN, Double.NaN, Optional.of(reason));
    }

    /** Whether there is a time. */
    public boolean isPresent() {
        return reason.isEmpty();
    }
}
