package dev.netwright.runtime.training;

import dev.netwright.runtime.JointPasses;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import java.util.Optional;

/**
 * One thread's share of a batch: forward, losses, and backward as far as dL/dz of every layer, for up to {@link #capacity()}
 * rows at a time. What it needs is allocated once. Nothing that it leaves depends on how rows are shared out.
 */
final class BlockWorker {
    /** More rows at a time would not make products faster, and what they need would leave the second cache. */
    static final int MOST_ROWS = 256;

    /** Rows of a block where losses and metrics are measured. */
    static final int MEASURED_ROWS = 64;

    private final int capacity;
    private final Pass pass;
    private final HeadBlock[] heads;
    private float[] features = {};

    /** What was taken last: where it is in the data or their order, in the batch, and in the array that the pass reads. */
    private int first;

    private int rows;
    private int batchRow;
    private float[] samples = {};
    private int firstSample;

    private long seed;
    private long step;

    private BlockWorker(Network network, int capacity) {
        this.capacity = capacity;
        pass = network.newPass(capacity);
        heads = new HeadBlock[network.topology().outputs().size()];
        for (int head = 0; head < heads.length; head++) {
            heads[head] = new HeadBlock(head, pass);
        }
    }

    /**
     * Workers for batches of up to so many rows: the first can do without the others. Where layers are normalised over the batch, all
     * of it has to be there at once.
     */
    static BlockWorker[] of(Network network, int count, int batchRows) {
        BlockWorker[] workers = new BlockWorker[count];
        int most = network.topology().normalizesBatches() ? Integer.MAX_VALUE : MOST_ROWS;
        for (int i = 0; i < count; i++) {
            int rows = i == 0 ? batchRows : blocks(batchRows, count);
            int capacity = Math.max(MEASURED_ROWS, Math.min(most, rows));
            workers[i] = new BlockWorker(
                    network, Math.min(capacity, network.topology().mostRows()));
        }
        return workers;
    }

    /** How many blocks of {@code size} rows hold so many rows. */
    static int blocks(int rows, int size) {
        return (int) (((long) rows + size - 1) / size);
    }

    /** The most rows at a time. */
    int capacity() {
        return capacity;
    }

    /** Which activations the next blocks drop, besides the number of their first row in the batch. */
    void startStep(long seed, long step) {
        this.seed = seed;
        this.step = step;
    }

    /**
     * Takes the rows {@code order[first]} to {@code order[first + rows - 1]}, which are copied together, or where there is no order {@code first}
     * onwards.
     *
     * @param batchRow the number of the first within its batch
     */
    void take(Dataset data, int[] order, int first, int rows, int batchRow) {
        this.first = first;
        this.rows = rows;
        this.batchRow = batchRow;
        if (order.length == 0) {
            samples = data.features();
            firstSample = first;
            return;
        }
        if (features.length == 0) {
            features = new float[capacity * data.inputs()];
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(
                    data.features(), order[first + r] * data.inputs(), features, r * data.inputs(), data.inputs());
        }
        samples = features;
        firstSample = 0;
    }

    /** Losses and dL/dz of the rows that were taken. */
    void train(HeadLosses losses, Dataset data, int[] order, double[] scales) {
        pass.forwardTraining(samples, firstSample, rows, seed, step, batchRow);
        differentiate(losses, data, order, scales);
        pass.backwardDeltas();
    }

    /** Takes these rows into the pass of that number, of several that have a batch together. */
    void beginForward(JointPasses passes, int number) {
        passes.beginForward(number, samples, firstSample, rows, seed, step, batchRow);
    }

    /** The losses of these rows, and what the way back starts with. */
    void differentiate(HeadLosses losses, Dataset data, int[] order, double[] scales) {
        for (int head = 0; head < heads.length; head++) {
            Targets targets =
                    order.length == 0 ? data.targets(head) : heads[head].gather(data.targets(head), order, first, rows);
            heads[head].differentiate(losses.loss(head), targets, firstSample, scales[head]);
        }
    }

    /** Outputs alone, and the losses where there are losses. */
    void evaluate(Optional<HeadLosses> losses, Dataset data, int firstRow, int rows) {
        pass.forward(data.features(), firstRow, rows);
        for (int head = 0; losses.isPresent() && head < heads.length; head++) {
            heads[head].evaluate(losses.get().loss(head), data.targets(head), firstRow);
        }
    }

    /** Goes on with sums over rows, one for each head: adds {@code w·l} of the last block's rows one by one. */
    void addLosses(double[] sums) {
        for (int head = 0; head < heads.length; head++) {
            sums[head] = heads[head].addLosses(sums[head]);
        }
    }

    /** The last outputs of a head. */
    float[] outputs(int head) {
        return pass.predictions(head).outputs();
    }

    Pass pass() {
        return pass;
    }
}
