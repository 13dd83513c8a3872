package dev.netwright.benchmarks.report;

import dev.netwright.benchmarks.jmh.Contenders;
import dev.netwright.benchmarks.jmh.Timing;
import dev.netwright.benchmarks.work.Work;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One work and everybody's times.
 *
 * @param work    what was done
 * @param timings by contender
 */
public record Row(Work work, List<Timing> timings) {
    /** Copies the list. */
    public Row {
        timings = List.copyOf(timings);
    }

    /** The nanoseconds of a contender; empty where it was not timed. */
    public OptionalDouble nanoseconds(String contender) {
        return timings.stream()
                .filter(timing -> timing.contender().equals(contender) && timing.isPresent())
                .mapToDouble(Timing::nanoseconds)
                .findFirst();
    }

    /** Netwright's nanoseconds. */
    public OptionalDouble netwright() {
        return nanoseconds(Contenders.NETWRIGHT);
    }

    /** The bytes that an operation of Netwright's allocates. */
    public OptionalDouble bytes() {
        return timings.stream()
                .filter(timing -> timing.contender().equals(Contenders.NETWRIGHT) && timing.isPresent())
                .mapToDouble(Timing::bytes)
                .findFirst();
    }

    /** GFLOP/s at this time. */
    public double gflops(double nanoseconds) {
        return work.flops() / nanoseconds;
    }

    /** Times of everybody but Netwright. */
    public List<Timing> peers() {
        return timings.stream()
                .filter(timing -> timing.isPresent() && !timing.contender().startsWith(Contenders.NETWRIGHT))
                .toList();
    }
}
