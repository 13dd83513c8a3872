package dev.netwright.benchmarks.peers.dl4j;

import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Task;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J on ND4J's native backend, with as many threads as the work allows. */
public final class Dl4jPeer implements Peer {
    /** For the service loader. */
    public Dl4jPeer() {}

    @Override
    public String id() {
        return "dl4j";
    }

    @Override
    public Session open(Task task) {
        int threads = task.work().threads();
        try {
            Nd4j.getEnvironment().setMaxThreads(threads);
            Nd4j.getEnvironment().setMaxMasterThreads(threads);
            openblas_nolapack.blas_set_num_threads(threads);
        } catch (LinkageError e) {
            throw new Refusal("its native library does not load: " + e.getMessage());
        }
        return new Dl4jSession(task);
    }
}
