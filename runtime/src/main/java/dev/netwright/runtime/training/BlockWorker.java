package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import java.util.Optional;

/**
 * Computes blocks of up to {@value #ROWS} rows: forward, loss and backward. One thread's; what it needs is allocated once.
 * The size of a block is fixed, because it decides how sums are rounded: results must not depend on the number of threads.
 */
final class BlockWorker {
    static final int ROWS = 64;

    private final Pass pass;
    private final float[] outputGradients;
    private float[] features = {};
    private Optional<Targets> targets = Optional.empty();
    private double lossSum;

    BlockWorker(Network network) {
        pass = network.newPass(ROWS);
        outputGradients = new float[ROWS * network.outputSize()];
    }

    static BlockWorker[] of(Network network, int count) {
        BlockWorker[] workers = new BlockWorker[count];
        for (int i = 0; i < count; i++) {
            workers[i] = new BlockWorker(network);
        }
        return workers;
    }

    static int blocks(int rows) {
        return (int) (((long) rows + ROWS - 1) / ROWS);
    }

    /** Loss and gradients of rows that stand one after another in the data. */
    void train(Loss loss, Dataset data, int firstRow, int rows, double scale) {
        pass.forward(data.features(), firstRow, rows);
        differentiate(loss, data.targets(), firstRow, scale);
    }

    /** Loss and gradients of the rows {@code order[first]} to {@code order[first + rows - 1]}, which are copied together. */
    void train(Loss loss, Dataset data, int[] order, int first, int rows, double scale) {
        if (targets.isEmpty()) {
            allocate(data);
        }
        Targets gathered = targets.get();
        for (int r = 0; r < rows; r++) {
            gather(data, order[first + r], gathered, r);
        }
        pass.forward(features, 0, rows);
        differentiate(loss, gathered, 0, scale);
    }

    private void differentiate(Loss loss, Targets targets, int firstRow, double scale) {
        lossSum = loss.evaluate(pass, targets, firstRow, scale, outputGradients);
        if (loss.fusesWith(pass.topology().outputLayer().activation())) {
            pass.backwardFromLogits(outputGradients);
        } else {
            pass.backward(outputGradients);
        }
    }

    private void allocate(Dataset data) {
        Targets original = data.targets();
        Targets allocated = original.areLabels()
                ? Targets.ofLabels(new int[ROWS], original.width())
                : Targets.ofValues(new float[ROWS * original.width()], original.width());
        if (original.areWeighted()) {
            allocated = allocated.weighted(new float[ROWS]);
        }
        features = new float[ROWS * data.inputs()];
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

    /** Outputs alone, and the loss where there is one. */
    void evaluate(Optional<Loss> loss, Dataset data, int firstRow, int rows) {
        pass.forward(data.features(), firstRow, rows);
        lossSum = loss.isPresent() ? loss.get().evaluate(pass, data.targets(), firstRow, 1, outputGradients) : 0;
    }

    /** {@code Σ w·l} of the last block. */
    double lossSum() {
        return lossSum;
    }

    Pass pass() {
        return pass;
    }
}
