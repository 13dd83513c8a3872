package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Task;

/** Netwright with every layer as straight-line arithmetic, to see up to which size that is faster. */
final class WrittenOutPeer implements Peer {
    @Override
    public String id() {
        return "netwright-unrolled";
    }

    @Override
    public Session open(Task task) {
        if (task.work().kind() != Kind.THRESHOLD) {
            throw new Refusal("measured for the threshold alone");
        }
        return new NetwrightPeer.Prediction(task, GeneratedVariant.writtenOut(task));
    }
}
