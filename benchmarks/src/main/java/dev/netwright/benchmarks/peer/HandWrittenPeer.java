package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Task;

/** What a Java programmer who knows the compiler writes by hand, without the Vector API. */
final class HandWrittenPeer implements Peer {
    @Override
    public String id() {
        return "hand-written";
    }

    @Override
    public Session open(Task task) {
        if (task.work().threads() > 1) {
            throw new Refusal("has no threads");
        }
        if (task.work().kind() == Kind.THRESHOLD) {
            throw new Refusal("is not measured at this work");
        }
        if (!task.work().model().isDense()) {
            throw new Refusal("has dense layers alone");
        }
        return new HandWrittenNetwork(task);
    }
}
