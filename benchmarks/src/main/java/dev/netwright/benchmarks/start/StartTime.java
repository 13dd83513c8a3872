package dev.netwright.benchmarks.start;

/**
 * How soon a contender predicts.
 *
 * @param contender its title
 * @param millis    from the JVM's start to the first prediction, the median of several; NaN where it failed
 * @param bytes     of the jars that must be on the class path, natives included
 */
public record StartTime(String contender, double millis, long bytes) {}
