package dev.netwright.benchmarks.report;

import dev.netwright.benchmarks.c.CProgram;
import dev.netwright.benchmarks.jmh.Contenders;
import dev.netwright.benchmarks.jmh.Library;
import dev.netwright.benchmarks.jmh.Timing;
import dev.netwright.benchmarks.work.Declared;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What Netwright set out to reach, and whether the figures of a sitting reach it. */
public final class Targets {
    private static final List<Shape> SMALL = List.of(Works.TINY, Works.DEEP_24, Works.DEEP_64);

    private final double peak;
    private final List<Row> rows;

    /** With the peak of one core in GFLOP/s, or NaN, and all rows of the sitting. */
    public Targets(double peak, List<Row> rows) {
        this.peak = peak;
        this.rows = List.copyOf(rows);
    }

    /** All targets that concern a row. */
    public List<Judgement> of(Row row) {
        List<Judgement> judgements = new ArrayList<>();
        if (row.work().kind() == Kind.THRESHOLD) {
            return judgements;
        }
        shareOfPeak(row.work()).ifPresent(share -> judgements.add(ofPeak(row, share)));
        if (row.work().kind() == Kind.ONE_SAMPLE && row.work().model().isDense()) {
            judgements.add(againstPeer(row, "C", row.nanoseconds(CProgram.TITLE), 1));
            if (SMALL.contains(row.work().model())) {
                frameworks(row)
                        .forEach(timing -> judgements.add(
                                againstPeer(row, timing.contender(), OptionalDouble.of(timing.nanoseconds()), 20)));
            }
        }
        if (row.work().kind() == Kind.TRAINING) {
            judgeTraining(row, judgements);
        }
        if (row.work().kind() == Kind.BATCH && row.work().model().equals(Works.DIGITS)) {
            judgements.add(plainJava(row));
        }
        judgements.add(allocation(row));
        return judgements;
    }

    private static OptionalDouble shareOfPeak(Work work) {
        boolean isSgd = work.rule() == Rule.SGD;
        if (work.threads() > 1) {
            return OptionalDouble.empty();
        }
        if (work.kind() == Kind.BATCH && work.model().equals(Works.DIGITS_WIDE)) {
            return OptionalDouble.of(0.85);
        }
        if (work.kind() != Kind.TRAINING) {
            return OptionalDouble.empty();
        }
        if (work.model().equals(Works.DIGITS_WIDE)) {
            return OptionalDouble.of(isSgd ? 0.75 : 0.65);
        }
        if (work.model().equals(Works.WIDE_2048)) {
            return OptionalDouble.of(0.75);
        }
        boolean isSmallBatch = work.model().equals(Works.DIGITS) && work.rows() == 32;
        return isSmallBatch && isSgd ? OptionalDouble.of(0.70) : OptionalDouble.empty();
    }

    private Judgement ofPeak(Row row, double share) {
        String target = String.format(Locale.ROOT, "%.0f %% of the peak", 100 * share);
        if (row.netwright().isEmpty() || Double.isNaN(peak)) {
            return new Judgement(target, "", Verdict.UNKNOWN);
        }
        double reached = row.gflops(row.netwright().getAsDouble()) / peak;
        return new Judgement(
                target, String.format(Locale.ROOT, "%.0f %%", 100 * reached), Verdict.of(reached >= share));
    }

    private void judgeTraining(Row row, List<Judgement> judgements) {
        if (row.work().model() instanceof Declared) {
            return;
        }
        if (!row.work().model().isDense()) {
            String libtorch = Library.LIBTORCH.title();
            judgements.add(againstPeer(row, libtorch, row.nanoseconds(libtorch), 1));
            return;
        }
        Optional<Timing> fastest = row.peers().stream().min(Comparator.comparingDouble(Timing::nanoseconds));
        judgements.add(againstPeer(
                row,
                "the fastest peer"
                        + fastest.map(peer -> " (" + peer.contender() + ")").orElse(""),
                fastest.map(Timing::nanoseconds).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                1.5));
        boolean isSmall =
                row.work().model().equals(Works.TINY) || row.work().model().equals(Works.DEEP_24);
        judgements.add(againstPeer(
                row, Library.LIBTORCH.title(), row.nanoseconds(Library.LIBTORCH.title()), isSmall ? 50 : 2.4));
        if (row.work().threads() == 2 && row.work().model().equals(Works.DIGITS_WIDE)) {
            judgements.add(againstPeer(row, "one thread", oneThread(row.work()), 1.8));
        }
        if (row.work().threads() == 1 && row.work().model().equals(Works.REGRESSION)) {
            judgements.add(fullBatch(row));
        }
    }

    private OptionalDouble oneThread(Work work) {
        return rows.stream()
                .filter(row -> row.work().equals(new Work(work.kind(), work.model(), work.rows(), work.rule(), 1)))
                .map(Row::netwright)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static Judgement fullBatch(Row row) {
        String target = "under 0.45 ms an epoch";
        if (row.netwright().isEmpty()) {
            return new Judgement(target, "", Verdict.UNKNOWN);
        }
        double millis = row.netwright().getAsDouble() / 1e6;
        return new Judgement(target, String.format(Locale.ROOT, "%.2f ms", millis), Verdict.of(millis < 0.45));
    }

    private static Judgement plainJava(Row row) {
        String target = "40 GFLOP/s without the module";
        OptionalDouble plain = row.nanoseconds(Contenders.PLAIN);
        if (plain.isEmpty()) {
            return new Judgement(target, "", Verdict.UNKNOWN);
        }
        double gflops = row.gflops(plain.getAsDouble());
        return new Judgement(target, String.format(Locale.ROOT, "%.0f GFLOP/s", gflops), Verdict.of(gflops >= 40));
    }

    /** JMH's own iterations allocate a little, which a short measurement spreads over few operations. */
    private static Judgement allocation(Row row) {
        String target = "0 bytes";
        if (row.bytes().isEmpty()) {
            return new Judgement(target, "", Verdict.UNKNOWN);
        }
        double nanoseconds = row.netwright().orElse(Double.NaN);
        double bytes = row.bytes().getAsDouble();
        return new Judgement(
                target, String.format(Locale.ROOT, "%.0f", bytes), Verdict.of(bytes < 1 + nanoseconds / 20_000));
    }

    private static Judgement againstPeer(Row row, String peer, OptionalDouble nanoseconds, double times) {
        String target = times == 1
                ? "no slower than " + peer
                : String.format(Locale.ROOT, "%s times as fast as %s", trimmed(times), peer);
        if (nanoseconds.isEmpty() || row.netwright().isEmpty()) {
            return new Judgement(target, "", Verdict.UNKNOWN);
        }
        double ratio = nanoseconds.getAsDouble() / row.netwright().getAsDouble();
        return new Judgement(
                target, String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio), Verdict.of(ratio >= times));
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? String.valueOf((int) number) : String.valueOf(number);
    }

    private static List<Timing> frameworks(Row row) {
        List<String> titles =
                Arrays.stream(Library.values()).map(Library::title).toList();
        return row.timings().stream()
                .filter(timing -> timing.isPresent() && titles.contains(timing.contender()))
                .toList();
    }
}
