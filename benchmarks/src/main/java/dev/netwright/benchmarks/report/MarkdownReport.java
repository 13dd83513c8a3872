package dev.netwright.benchmarks.report;

import dev.netwright.benchmarks.jmh.Contenders;
import dev.netwright.benchmarks.jmh.Timing;
import dev.netwright.benchmarks.limit.Limits;
import dev.netwright.benchmarks.processing.ProcessingTime;
import dev.netwright.benchmarks.start.StartTime;
import dev.netwright.benchmarks.work.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a sitting as a page of tables, in which no figure of Netwright's stands without its peers. */
public final class MarkdownReport {
    private final Sitting sitting;
    private final StringBuilder page = new StringBuilder();

    private MarkdownReport(Sitting sitting) {
        this.sitting = sitting;
    }

    /** The whole page. */
    public static String of(Sitting sitting) {
        MarkdownReport report = new MarkdownReport(sitting);
        report.header();
        report.limits();
        for (Kind kind : Kind.values()) {
            List<Row> rows = sitting.rows().stream()
                    .filter(row -> row.work().kind() == kind)
                    .toList();
            if (!rows.isEmpty()) {
                report.times(kind, rows);
            }
        }
        report.starts();
        report.processing();
        report.judgements();
        report.published();
        report.reasons();
        return report.page.toString();
    }

    private void header() {
        page.append("# Results\n\nThe output of one run of the command in [README.md](README.md); not edited. ");
        page.append("Times are means by JMH, each in a JVM of its own whose outputs were compared before, ");
        page.append("and × is a peer's time over Netwright's: above 1, Netwright is faster.\n\n");
        MarkdownTable table = MarkdownTable.ofText("", "");
        sitting.machine().forEach((name, value) -> table.add(name, value));
        page.append(table).append('\n');
    }

    private void limits() {
        if (sitting.limits().isEmpty()) {
            return;
        }
        Limits limits = sitting.limits().get();
        page.append("## The limit of one core\n\n");
        MarkdownTable table = MarkdownTable.ofNumbers(List.of("", "measured"));
        table.add("fused multiply-adds in float32, from Java", gflops(limits.peakGflops()));
        table.add("the same from C", gflops(limits.cPeakGflops()));
        limits.bandwidths()
                .forEach((size, rate) -> table.add("reading an array of " + size, Units.digits(rate) + " GB/s"));
        page.append(table).append('\n');
    }

    private static String gflops(double gflops) {
        return Double.isNaN(gflops) ? "not measured" : Units.digits(gflops) + " GFLOP/s";
    }

    private void times(Kind kind, List<Row> rows) {
        Set<String> others = new LinkedHashSet<>();
        for (Row row : rows) {
            row.timings().forEach(timing -> others.add(timing.contender()));
        }
        others.remove(Contenders.NETWRIGHT);
        List<String> heads = new ArrayList<>(List.of("work", Contenders.NETWRIGHT, "GFLOP/s", "of peak", "B/op"));
        heads.addAll(others);
        MarkdownTable table = MarkdownTable.ofNumbers(heads);
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.work().title()));
            cells.addAll(netwright(row));
            others.forEach(other -> cells.add(peer(row, other)));
            table.add(cells);
        }
        page.append("## ").append(kind.title()).append("\n\n").append(table).append('\n');
    }

    private List<String> netwright(Row row) {
        if (row.netwright().isEmpty()) {
            return List.of("-", "-", "-", "-");
        }
        double nanoseconds = row.netwright().getAsDouble();
        double gflops = row.gflops(nanoseconds);
        double share = gflops / sitting.peak() / row.work().threads();
        return List.of(
                Units.time(nanoseconds),
                Units.digits(gflops),
                Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * share),
                String.format(Locale.ROOT, "%.0f", row.bytes().orElse(Double.NaN)));
    }

    private static String peer(Row row, String contender) {
        if (row.nanoseconds(contender).isEmpty()) {
            return "-";
        }
        double nanoseconds = row.nanoseconds(contender).getAsDouble();
        return row.netwright().isEmpty()
                ? Units.time(nanoseconds)
                : Units.time(nanoseconds) + ", "
                        + Units.times(nanoseconds / row.netwright().getAsDouble());
    }

    private void starts() {
        if (sitting.starts().isEmpty()) {
            return;
        }
        page.append("## From the start of a JVM to the first prediction, 784-128-10\n\n");
        MarkdownTable table =
                MarkdownTable.ofNumbers(List.of("", "time", "over Netwright", "jars on the class path", "target", ""));
        double own = sitting.starts().get(0).millis();
        for (StartTime start : sitting.starts()) {
            Judgement judgement = start(start, own);
            table.add(
                    start.contender(),
                    Units.time(1e6 * start.millis()),
                    Units.times(start.millis() / own),
                    start.bytes() == 0 ? "none" : Units.bytes(start.bytes()),
                    judgement.target(),
                    judgement.target().isEmpty() ? "" : judgement.verdict().text());
        }
        page.append(table).append('\n');
    }

    private static Judgement start(StartTime start, double own) {
        boolean isFramework = start.bytes() > 0 && !start.contender().startsWith(Contenders.NETWRIGHT);
        double ratio = start.millis() / own;
        return new Judgement(isFramework ? "5 times" : "", Units.times(ratio), Verdict.of(ratio >= 5));
    }

    private void processing() {
        if (sitting.processing().isEmpty()) {
            return;
        }
        page.append("## What the annotation processor takes\n\n");
        page.append("javac on the declarations with the processor; on the declarations and the classes that it wrote ");
        page.append("for them before, without it; and on the declarations alone. A network costs the first less the ");
        page.append(
                "last. Its own share is the first less the second: the processor and javac's round for it, without ");
        page.append("what any class of that size would cost.\n\n");
        MarkdownTable table = MarkdownTable.ofNumbers(List.of(
                "compiled",
                "with the processor",
                "javac, classes written before",
                "javac, declarations alone",
                "a network",
                "its own share",
                "target",
                ""));
        for (ProcessingTime time : sitting.processing()) {
            boolean isWarm = time.title().endsWith("warm");
            table.add(
                    time.title(),
                    Units.time(1e6 * time.millis()),
                    Units.time(1e6 * time.millisClasses()),
                    Units.time(1e6 * time.millisWithout()),
                    Units.time(1e6 * time.millisPerNetwork()),
                    Units.time(1e6 * time.ownMillisPerNetwork()),
                    isWarm ? "under 3 ms" : "",
                    isWarm ? Verdict.of(time.millisPerNetwork() < 3).text() : "");
        }
        page.append(table).append('\n');
    }

    private void judgements() {
        MarkdownTable table = MarkdownTable.ofText("work", "target", "reached", "");
        boolean isEmpty = true;
        for (Row row : sitting.rows()) {
            for (Judgement judgement : sitting.targets().of(row)) {
                String work = row.work().kind().option() + ", " + row.work().title();
                table.add(
                        work,
                        judgement.target(),
                        judgement.found(),
                        judgement.verdict().text());
                isEmpty = false;
            }
        }
        if (!isEmpty) {
            page.append("## Targets\n\n").append(table).append('\n');
        }
    }

    private void published() {
        MarkdownTable table = MarkdownTable.ofText("work", "Netwright here", "published, other machine", "source");
        for (Published published : Published.all()) {
            String own = sitting.rows().stream()
                    .filter(row -> row.work().equals(published.work())
                            && row.netwright().isPresent())
                    .map(row -> Units.time(row.netwright().getAsDouble()))
                    .collect(Collectors.joining());
            table.add(published.work().title(), own.isEmpty() ? "-" : own, published.figure(), published.source());
        }
        page.append("## What others publish\n\n").append(table).append('\n');
    }

    /** Why cells are empty, each reason once, with the works that it is about. */
    private void reasons() {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> absent : sitting.absent().entrySet()) {
            lines.append("- ")
                    .append(absent.getKey())
                    .append(": ")
                    .append(absent.getValue())
                    .append('\n');
        }
        Map<String, Set<String>> works = new LinkedHashMap<>();
        for (Row row : sitting.rows()) {
            for (Timing timing : row.timings()) {
                timing.reason()
                        .ifPresent(reason -> works.computeIfAbsent(
                                        timing.contender() + ": " + reason, key -> new LinkedHashSet<>())
                                .add(row.work().title()));
            }
        }
        works.forEach((reason, titles) -> lines.append("- ")
                .append(reason)
                .append(" (")
                .append(String.join("; ", titles))
                .append(")\n"));
        if (lines.length() > 0) {
            page.append("## What was not measured, and why\n\n").append(lines);
        }
    }
}
