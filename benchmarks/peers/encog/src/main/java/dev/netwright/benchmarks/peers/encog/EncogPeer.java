package dev.netwright.benchmarks.peers.encog;

import dev.netwright.annotations.Activation;
import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;

/** Encog in double precision. */
public final class EncogPeer implements Peer {
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
                throw new Refusal("Adam is not implemented here");
            }
            if (work.shape().isClassifier()) {
                throw new Refusal("a softmax with cross-entropy is not implemented here");
            }
            if (work.shape().activations().contains(Activation.RELU)) {
                throw new Refusal("is not measured at this work");
            }
        }
        return new EncogSession(task);
    }
}
