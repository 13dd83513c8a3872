package dev.netwright.benchmarks.start;

import dev.netwright.benchmarks.peer.Peers;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Works;

/** A JVM that makes one prediction and says so. */
public final class FirstPrediction {
    /** What it says. */
    static final String DONE = "predicted";

    private FirstPrediction() {}

    /** Arguments: the ids of a peer and of a work. */
    @SuppressWarnings("SystemOut") // Its parent waits for the line.
    public static void main(String[] arguments) throws Exception {
        try (Session session = Peers.byId(arguments[0]).open(Task.of(Works.byId(arguments[1])))) {
            session.run();
            System.out.println(DONE + " " + session.outputs()[0]);
        }
        // Threads of libraries would keep some JVMs alive.
        System.exit(0);
    }
}
