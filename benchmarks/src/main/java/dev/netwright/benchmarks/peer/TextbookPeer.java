package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;

/**
 * What a textbook shows: double precision, a matrix of weights as an array of arrays, one sample after the other, and
 * {@code Math}'s functions. The reference that Netwright's own outputs are compared with.
 */
final class TextbookPeer implements Peer {
    @Override
    public String id() {
        return "textbook";
    }

    @Override
    public Session open(Task task) {
        if (task.work().threads() > 1) {
            throw new Refusal("has no threads");
        }
        if (task.work().kind() == Kind.THRESHOLD) {
            throw new Refusal("is not measured at this work");
        }
        if (!(task.work().model() instanceof Shape)) {
            throw new Refusal("has dense layers and convolutions in a row alone");
        }
        if (task.work().flops() > 5e9) {
            throw new Refusal("takes seconds for one step");
        }
        return new TextbookNetwork(task);
    }
}
