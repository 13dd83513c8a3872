package dev.netwright.benchmarks.jmh;

import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Peers;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;
import java.util.Locale;

/**
 * Compares what a peer computes with what Netwright computes (and Netwright with the textbook) before anything is timed:
 * outputs element by element, and parameters after some steps by how far they moved.
 */
public final class OutputCheck {
    /** The largest difference of an output. */
    static final float TOLERANCE = 1e-3f;

    /** The largest distance between two trained networks, as a share of the way that they went. */
    static final double DRIFT = 0.02;

    private static final int STEPS = 3;

    private OutputCheck() {}

    /**
     * Runs a fresh session next to the reference.
     *
     * @throws Refusal if their results differ
     */
    public static void check(Peer peer, Work work) throws Exception {
        Peer reference = reference(peer, work);
        if (reference == peer) {
            return;
        }
        Task task = Task.of(work);
        try (Session session = peer.open(task)) {
            check(peer.id(), task, session, reference);
        }
    }

    /** As {@link #check(Peer, Work)}, for a session that has not been used yet; it has made some steps afterwards. */
    public static void check(String name, Task task, Session session, Peer reference) throws Exception {
        Work work = task.work();
        Work alone = new Work(work.kind(), work.model(), work.rows(), work.rule(), 1);
        try (Session expected = reference.open(Task.of(alone))) {
            int runs = work.kind() == Kind.TRAINING ? STEPS : 1;
            for (int run = 0; run < runs; run++) {
                session.run();
                expected.run();
            }
            if (work.kind() == Kind.TRAINING) {
                requireSameWay(name, task, session.parameters(), expected.parameters());
            } else {
                requireSame(name, session.outputs(), expected.outputs());
            }
        }
    }

    /** Netwright for all others; for Netwright itself the textbook, unless that has no such network or would take minutes. */
    private static Peer reference(Peer peer, Work work) {
        boolean isNetwright = peer.id().equals("netwright");
        if (!isNetwright) {
            return Peers.byId("netwright");
        }
        boolean isKnown = work.model() instanceof Shape && work.flops() < 5e9 && work.kind() != Kind.THRESHOLD;
        return isKnown ? Peers.byId("textbook") : peer;
    }

    static void requireSame(String name, float[] found, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= TOLERANCE)) {
                throw new Refusal(name + " DIFFERS: output " + i + " is " + found[i] + " instead of " + expected[i]);
            }
        }
    }

    static void requireSameWay(String name, Task task, float[] found, float[] expected) {
        double difference = distance(found, expected);
        double way = distance(expected, task.parameters());
        if (!(way > 0) || !(difference <= DRIFT * way)) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "%s DIFFERS: after %d steps of %s its parameters are off by %.1f %% of the way they went",
                    name,
                    STEPS,
                    task.work().rule().title(),
                    100 * difference / way));
        }
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
