package dev.netwright.benchmarks.jmh;

import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Peers;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One operation of one peer, whose results are checked first. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Operation {
    /** The id of a work. */
    @Param("one-sample/4-16-3")
    public String work = "";

    /** The id of a peer. */
    @Param("netwright")
    public String peer = "";

    private Session session = new Closed();

    /** Checks, and then opens a session that nothing has been done with. */
    @Setup
    public void open() throws Exception {
        Work chosen = Works.byId(work);
        Peer opened = Peers.byId(peer);
        OutputCheck.check(opened, chosen);
        session = opened.open(Task.of(chosen));
    }

    /** Lets go of native memory. */
    @TearDown
    public void close() {
        session.close();
    }

    /** What is timed. */
    @Benchmark
    public float run() throws Exception {
        return session.run();
    }

    /** Before a session is opened. */
    private static final class Closed implements Session {
        @Override
        public float run() {
            throw new IllegalStateException();
        }

        @Override
        public float[] outputs() {
            throw new IllegalStateException();
        }

        @Override
        public float[] parameters() {
            throw new IllegalStateException();
        }
    }
}
