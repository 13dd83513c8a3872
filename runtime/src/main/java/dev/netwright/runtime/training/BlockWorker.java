package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
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
    private final Predictions predictions;
    private final float[] outputGradients;
    private final double[] losses;
    private float[] features = {};
    private Optional<Targets> targets = Optional.empty();
    private long seed;
    private long step;

    private BlockWorker(Network network, int capacity) {
        this.capacity = capacity;
        pass = network.newPass(capacity);
        predictions = pass.predictions(0);
        outputGradients = new float[capacity * network.outputSize()];
        losses = new double[capacity];
    }

    /** Workers for batches of up to so many rows: the first can do without the others. */
    static BlockWorker[] of(Network network, int count, int batchRows) {
        BlockWorker[] workers = new BlockWorker[count];
        for (int i = 0; i < count; i++) {
            int rows = i == 0 ? batchRows : blocks(batchRows, count);
            int capacity = Math.max(MEASURED_ROWS, Math.min(MOST_ROWS, rows));
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

    /** Losses and dL/dz of rows that stand one after another in the data, the first of which has a number in the batch. */
    void train(Loss loss, Dataset data, int firstRow, int rows, int batchRow, double scale) {
        pass.forwardTraining(data.features(), firstRow, rows, seed, step, batchRow);
        differentiate(loss, data.targets(), firstRow, scale);
    }

    /** Losses and dL/dz of the rows {@code order[first]} to {@code order[first + rows - 1]}, which are copied together. */
    void train(Loss loss, Dataset data, int[] order, int first, int rows, int batchRow, double scale) {
        if (targets.isEmpty()) {
            allocate(data);
        }
        Targets gathered = targets.get();
        for (int r = 0; r < rows; r++) {
            gather(data, order[first + r], gathered, r);
        }
        pass.forwardTraining(features, 0, rows, seed, step, batchRow);
        differentiate(loss, gathered, 0, scale);
    }

    private void differentiate(Loss loss, Targets targets, int firstRow, double scale) {
        loss.evaluate(predictions, targets, firstRow, scale, outputGradients, losses);
        if (loss.fusesWith(predictions.head().activation())) {
            pass.backwardDeltasFromLogits(outputGradients);
        } else {
            pass.backwardDeltas(outputGradients);
        }
    }

    private void allocate(Dataset data) {
        Targets original = data.targets();
        Targets allocated = original.areLabels()
                ? Targets.ofLabels(new int[capacity], original.width())
                : Targets.ofValues(new float[capacity * original.width()], original.width());
        if (original.areWeighted()) {
            allocated = allocated.weighted(new float[capacity]);
        }
        features = new float[capacity * data.inputs()];
        targets = Optional.of(allocated);
    }

    private void gather(Dataset data, int row, Targets gathered, int to) {
        Targets original = data.targets();
        System.arraycopy(data.features(), row * data.inputs(), features, to * data.inputs(), data.inputs());
        if (original.areLabels()) {
            gathered.labels()[to] = original.labels()[row];
        } else {
            int width = original.width();
            System.arraycopy(original.values(), row * width, gathered.values(), to * width, width);
        }
        if (original.areWeighted()) {
            gathered.weights()[to] = original.weight(row);
        }
    }

    /** Outputs alone, and the losses where there is a loss. */
    void evaluate(Optional<Loss> loss, Dataset data, int firstRow, int rows) {
        pass.forward(data.features(), firstRow, rows);
        if (loss.isPresent()) {
            loss.get().evaluate(predictions, data.targets(), firstRow, 1, outputGradients, losses);
        }
    }

    /** Goes on with a sum over rows: adds {@code w·l} of the last block's rows one by one. */
    double addLosses(double sum) {
        double result = sum;
        for (int r = 0; r < pass.rows(); r++) {
            result += losses[r];
        }
        return result;
    }

    Pass pass() {
        return pass;
    }
}
