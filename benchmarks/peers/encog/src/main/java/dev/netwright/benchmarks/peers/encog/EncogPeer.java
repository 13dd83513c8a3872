package dev.netwright.benchmarks.peers.encog;

import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;

/** Encog in double precision. */
public final class EncogPeer implements Peer {
    private static final double MOST_FLOPS = 2e9;

    /** For the service loader. */
    public EncogPeer() {}

    @Override
    public String id() {
        return "encog";
    }

    @Override
    public Session open(Task task) {
        Work work = task.work();
        if (work.kind() == Kind.TRAINING) {
            if (work.rule() != Rule.SGD) {
                throw new Refusal("its Adam has no step of one batch that could be compared");
            }
            // Minutes for what is compared and warmed up before anything is timed.
            if (work.flops() > MOST_FLOPS) {
                throw new Refusal("takes seconds for one step");
            }
        }
        return new EncogSession(task);
    }
}
