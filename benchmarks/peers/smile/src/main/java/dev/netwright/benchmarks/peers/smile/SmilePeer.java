package dev.netwright.benchmarks.peers.smile;

import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Task;

/** Smile in double precision, its matrices by OpenBLAS. */
public final class SmilePeer implements Peer {
    /** For the service loader. */
    public SmilePeer() {}

    @Override
    public String id() {
        return "smile";
    }

    @Override
    public Session open(Task task) {
        if (task.work().kind() == Kind.TRAINING && task.work().rule() != Rule.SGD) {
            throw new Refusal("has no Adam");
        }
        if (task.work().threads() > 1) {
            throw new Refusal("trains sample by sample on one thread");
        }
        if (task.work().kind() == Kind.TRAINING && task.work().flops() > 5e9) {
            throw new Refusal("takes seconds for one step");
        }
        return new SmileNetwork(task);
    }
}
