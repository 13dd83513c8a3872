package dev.netwright.benchmarks.report;

import dev.netwright.benchmarks.limit.Limits;
import dev.netwright.benchmarks.processing.ProcessingTime;
import dev.netwright.benchmarks.start.StartTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one run has measured so far. */
public final class Sitting {
    private final Map<String, String> machine;
    private final Map<String, String> absent = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<StartTime> starts = new ArrayList<>();
    private final List<ProcessingTime> processing = new ArrayList<>();
    private Optional<Limits> limits = Optional.empty();

    /** Begins with what the machine is. */
    public Sitting(Map<String, String> machine) {
        this.machine = new LinkedHashMap<>(machine);
    }

    /** Says why a peer is in no table. */
    public void setAbsent(String peer, String reason) {
        absent.put(peer, reason);
    }

    /** Says what the machine can do. */
    public void setLimits(Limits measured) {
        limits = Optional.of(measured);
    }

    /** Adds a work. */
    public void add(Row row) {
        rows.add(row);
    }

    /** Adds a start. */
    public void add(StartTime start) {
        starts.add(start);
    }

    /** Adds a time of the processor. */
    public void add(ProcessingTime time) {
        processing.add(time);
    }

    /** The facts of the header. */
    public Map<String, String> machine() {
        return machine;
    }

    /** Peers that are in no table, and why. */
    public Map<String, String> absent() {
        return absent;
    }

    /** The machine's limits, if they were measured. */
    public Optional<Limits> limits() {
        return limits;
    }

    /** GFLOP/s of one core; NaN if that was not measured. */
    public double peak() {
        return limits.map(Limits::peak).orElse(Double.NaN);
    }

    /** Works and times. */
    public List<Row> rows() {
        return rows;
    }

    /** From a JVM's start to the first prediction. */
    public List<StartTime> starts() {
        return starts;
    }

    /** What the processor takes. */
    public List<ProcessingTime> processing() {
        return processing;
    }

    /** The judge of these rows. */
    public Targets targets() {
        return new Targets(peak(), rows);
    }
}
