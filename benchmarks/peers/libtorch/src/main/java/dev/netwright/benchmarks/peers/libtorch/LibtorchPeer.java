package dev.netwright.benchmarks.peers.libtorch;

import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Task;

/** PyTorch's core through DJL's arrays, with as many threads as the work allows. */
public final class LibtorchPeer implements Peer {
    /** For the service loader. */
    public LibtorchPeer() {}

    @Override
    public String id() {
        return "libtorch";
    }

    @Override
    public Session open(Task task) {
        prepareEngine(task.work().threads());
        return task.work().kind() == Kind.TRAINING ? new LibtorchTraining(task) : new LibtorchPrediction(task);
    }

    /** Says what the engine reads once, when it is loaded. */
    static void prepareEngine(int threads) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }
}
