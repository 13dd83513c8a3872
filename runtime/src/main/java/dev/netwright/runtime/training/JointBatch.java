package dev.netwright.runtime.training;

import dev.netwright.runtime.JointPasses;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.kernel.GradientShare;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A batch on its way through a network that normalises over the batch: all of its rows are in the passes of the workers at once. From one normalised
 * layer to the next every worker takes its rows, and between these stages every thread has some columns of the layer, of all rows.
 */
final class JointBatch {
    private final Network network;
    private final WorkerTeam team;
    private final BlockWorker[] workers;
    private final GradientShare[] shares;
    private final JointPasses passes;
    private final IntConsumer findStatistics = this::findStatistics;
    private final IntConsumer continueForward = this::continueForward;
    private final IntConsumer findGradientSums = this::findGradientSums;
    private final IntConsumer continueBackward = this::continueBackward;

    private int blocks;
    private int threads;
    private int layer;

    /**
     * Prepares for steps.
     *
     * @param shares for each thread its share of the columns
     */
    JointBatch(Network network, WorkerTeam team, BlockWorker[] workers, GradientShare[] shares) {
        this.network = network;
        this.team = team;
        this.workers = workers;
        this.shares = shares;
        passes = new JointPasses(workers.length);
    }

    JointPasses passes() {
        return passes;
    }

    /**
     * Sees that the workers hold a batch of so many rows: one that is larger than any before needs larger passes. They grow by half at
     * least, for batches that grow row by row.
     */
    void makeRoom(int rows) {
        int capacity = workers[0].capacity();
        if (capacity < rows) {
            int half = (int) Math.min(network.topology().mostRows(), capacity + capacity / 2L);
            BlockWorker[] larger = BlockWorker.of(network, workers.length, Math.max(rows, half));
            System.arraycopy(larger, 0, workers, 0, workers.length);
        }
    }

    /** Begins with so many rows in so many blocks; for one thread there is one block. */
    void start(int rows, int blocks, int threads) {
        this.blocks = blocks;
        this.threads = threads;
        for (int worker = 0; worker < blocks; worker++) {
            passes.begin(worker, workers[worker].pass(), rows);
        }
    }

    /** From the first normalised layer to the outputs. */
    void continueForward() {
        for (layer = 0; layer < passes.layers(); layer++) {
            team.run(threads, findStatistics);
            team.run(blocks, continueForward);
        }
    }

    /** From the last normalised layer to dL/dz of the first layer. */
    void continueBackward() {
        for (layer = passes.layers() - 1; layer >= 0; layer--) {
            team.run(threads, findGradientSums);
            team.run(blocks, continueBackward);
        }
    }

    private void findStatistics(int thread) {
        passes.findStatistics(layer, share(thread));
    }

    private void findGradientSums(int thread) {
        passes.findGradientSums(layer, share(thread));
    }

    private GradientShare share(int thread) {
        return threads == 1 ? GradientShare.ALL : shares[thread];
    }

    /** A mean or a variance of the batch that would not leave the running one finite. */
    Optional<String> notFinite() {
        return passes.notFinite();
    }

    private void continueForward(int worker) {
        passes.continueForward(worker, layer);
    }

    private void continueBackward(int worker) {
        passes.continueBackward(worker, layer);
    }
}
