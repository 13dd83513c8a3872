package dev.netwright.benchmarks;

import dev.netwright.benchmarks.c.CProgram;
import dev.netwright.benchmarks.jmh.Contender;
import dev.netwright.benchmarks.jmh.Contenders;
import dev.netwright.benchmarks.jmh.Library;
import dev.netwright.benchmarks.jmh.Pace;
import dev.netwright.benchmarks.jmh.Schedule;
import dev.netwright.benchmarks.jmh.Timer;
import dev.netwright.benchmarks.jmh.Timing;
import dev.netwright.benchmarks.limit.LimitsProgram;
import dev.netwright.benchmarks.processing.ProcessingTimer;
import dev.netwright.benchmarks.report.JsonReport;
import dev.netwright.benchmarks.report.Machine;
import dev.netwright.benchmarks.report.MarkdownReport;
import dev.netwright.benchmarks.report.Row;
import dev.netwright.benchmarks.report.Sitting;
import dev.netwright.benchmarks.start.StartTimer;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One sitting: part after part, with the results written after each, so that a run that is ended early leaves some. */
final class SittingRun {
    private static final int STARTS = 7;
    private static final int QUICK_STARTS = 3;
    private static final int COLD_RUNS = 3;

    private final List<String> parts;
    private final List<Work> works;
    private final boolean quick;
    private final Path output;
    private final List<Contender> contenders = new ArrayList<>();
    private final Pace pace;
    private final Sitting sitting;
    private final long begin = System.nanoTime();

    SittingRun(List<String> parts, Pattern match, List<String> without, boolean quick, Path output) {
        this.parts = parts;
        // Who names works or parts gets all of them, however quick.
        boolean isLook = quick && match.pattern().isEmpty() && parts.containsAll(Part.all());
        works = (isLook ? Works.few() : Works.all())
                .stream().filter(work -> match.matcher(work.id()).find()).toList();
        this.quick = quick;
        this.output = output;
        pace = quick ? Pace.QUICK : Pace.FULL;
        contenders.addAll(Contenders.builtIn());
        contenders.addAll(Contenders.libraries(peersFolder()));
        contenders.removeIf(contender -> without.stream().anyMatch(contender.title()::startsWith));
        Map<String, String> facts = Machine.describe((quick ? "quick; " : "") + Contender.VECTOR_MODULE
                + " where a table does not say plain Java; " + String.join(" ", Timer.HEAP));
        facts.put("peers", versions());
        sitting = new Sitting(facts);
        noteAbsent();
    }

    /** Beside the folder that the jar of the benchmarks lies in. */
    private static Path peersFolder() {
        Path first = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0])
                .toAbsolutePath();
        return first.resolveSibling("../peers").normalize();
    }

    private String versions() {
        List<String> versions = new ArrayList<>();
        for (Library library : Library.values()) {
            for (Contender contender : contenders) {
                if (contender.title().equals(library.title())) {
                    versions.addAll(library.versions(contender.libraries()));
                }
            }
        }
        return versions.isEmpty() ? "none" : String.join(", ", versions);
    }

    private void noteAbsent() {
        for (Library library : Library.values()) {
            if (contenders.stream().noneMatch(contender -> contender.title().equals(library.title()))) {
                sitting.setAbsent(library.title(), "left out, or not built with -P peers");
            }
        }
        sitting.setAbsent("Tribuo", "has linear models and trees, but no networks of layers (version 4.3.2)");
        sitting.setAbsent("Neuroph", "its artifacts do not resolve (version 2.98)");
    }

    void run() throws IOException {
        if (parts.contains(Part.LIMIT)) {
            say("the machine's limit");
            sitting.setLimits(LimitsProgram.fork());
            write();
        }
        for (Kind kind : Kind.values()) {
            if (parts.contains(kind.option())) {
                time(kind);
            }
        }
        if (parts.contains(Part.START)) {
            timeStarts();
        }
        if (parts.contains(Part.PROCESSING)) {
            timeProcessing();
        }
        write();
        say("written");
    }

    private void time(Kind kind) throws IOException {
        Timer timer = new Timer(pace);
        for (Work work : works) {
            if (work.kind() == kind) {
                say(work.id());
                List<Timing> timings = new ArrayList<>();
                for (Contender contender : contenders) {
                    if (Schedule.has(contender, work)) {
                        timings.add(timer.time(contender, work));
                    }
                }
                if (kind != Kind.THRESHOLD && work.threads() == 1) {
                    timings.add(CProgram.time(work, pace.millis()));
                }
                timings.forEach(this::warn);
                sitting.add(new Row(work, timings));
                write();
            }
        }
    }

    private void timeStarts() throws IOException {
        for (Contender contender : contenders) {
            if (!contender.title().equals(Contenders.PASS) && !contender.title().equals(Contenders.WRITTEN_OUT)) {
                say("start of " + contender.title());
                sitting.add(StartTimer.time(contender, quick ? QUICK_STARTS : STARTS));
            }
        }
        write();
    }

    private void timeProcessing() throws IOException {
        int runs = quick ? 1 : COLD_RUNS;
        for (int networks : quick ? new int[] {1, 100} : new int[] {1, 10, 100, 1000}) {
            say("processing of " + networks + " networks");
            sitting.add(ProcessingTimer.cold(networks, 2, runs));
        }
        say("processing of 1000 layers");
        sitting.add(ProcessingTimer.cold(1, 1000, runs));
        say("processing, warm");
        sitting.add(ProcessingTimer.warm(quick ? 5 : 15, 5));
        write();
    }

    private void write() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("RESULTS.md"), MarkdownReport.of(sitting));
        Files.writeString(output.resolve("RESULTS.json"), JsonReport.of(sitting));
    }

    /** A peer that computes something else must not pass unseen. */
    private void warn(Timing timing) {
        timing.reason().ifPresent(reason -> say("  " + timing.contender() + ": " + reason));
    }

    @SuppressWarnings("SystemOut") // Progress is for who waits.
    private void say(String what) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("%02d:%02d %s%n", elapsed.toMinutes(), elapsed.toSecondsPart(), what);
    }
}
