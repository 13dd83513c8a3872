package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Objective;
import java.util.function.IntConsumer;

/**
 * The loss of one batch and its gradients. The batch is cut into blocks of {@value BlockWorker#ROWS} rows; in each round
 * every worker computes a block, and then the blocks' gradients are added in the order of the blocks. So each element of
 * the total is {@code ((g₀ + g₁) + g₂) + ...} on any number of threads.
 */
final class BatchObjective implements Objective {
    /** Below this, handing out slices of an addition costs more than it saves. */
    private static final int PARALLEL_PARAMETERS = 1 << 14;

    private final float[] parameters;
    private final Loss loss;
    private final Dataset data;
    private final WorkerTeam team;
    private final BlockWorker[] workers;
    private final float[] total;
    private final IntConsumer computeBlock = this::computeBlock;
    private final IntConsumer addSlice = this::addSlice;

    private int[] order = {};
    private int first;
    private int rows;
    private double weight;
    private int roundFirst;
    private int roundBlocks;

    BatchObjective(
            Network network, Loss loss, Dataset data, WorkerTeam team, BlockWorker[] workers, boolean severalBlocks) {
        this.parameters = network.parameters();
        this.loss = loss;
        this.data = data;
        this.team = team;
        this.workers = workers;
        this.total = new float[severalBlocks ? parameters.length : 0];
    }

    /**
     * Takes the rows {@code order[first]} to {@code order[first + rows - 1]}, or {@code first} onwards where the order is
     * empty, as the current batch.
     */
    void setBatch(int[] order, int first, int rows) {
        this.order = order;
        this.first = first;
        this.rows = rows;
        weight = 0;
        for (int i = first; i < first + rows; i++) {
            weight += loss.weight(data.targets(), order.length == 0 ? i : order[i]);
        }
    }

    /** {@code Σ w} of the current batch. */
    double weight() {
        return weight;
    }

    @Override
    public float[] parameters() {
        return parameters;
    }

    @Override
    public float[] gradients() {
        return rows <= BlockWorker.ROWS ? workers[0].pass().gradients() : total;
    }

    @Override
    public double evaluate() {
        int blocks = BlockWorker.blocks(rows);
        double lossSum = 0;
        for (roundFirst = 0; roundFirst < blocks; roundFirst += roundBlocks) {
            roundBlocks = Math.min(team.size(), blocks - roundFirst);
            team.run(roundBlocks, computeBlock);
            for (int worker = 0; worker < roundBlocks; worker++) {
                lossSum += workers[worker].lossSum();
            }
            if (blocks > 1) {
                team.run(parameters.length < PARALLEL_PARAMETERS ? 1 : team.size(), addSlice);
            }
        }
        return lossSum / weight;
    }

    private void computeBlock(int worker) {
        int offset = (roundFirst + worker) * BlockWorker.ROWS;
        int blockRows = Math.min(BlockWorker.ROWS, rows - offset);
        if (order.length == 0) {
            workers[worker].train(loss, data, first + offset, blockRows, 1 / weight);
        } else {
            workers[worker].train(loss, data, order, first + offset, blockRows, 1 / weight);
        }
    }

    /** Adds the round's blocks in their order, for one worker's share of the parameters. */
    private void addSlice(int worker) {
        int slices = parameters.length < PARALLEL_PARAMETERS ? 1 : team.size();
        int from = (int) ((long) parameters.length * worker / slices);
        int to = (int) ((long) parameters.length * (worker + 1) / slices);
        for (int block = 0; block < roundBlocks; block++) {
            float[] gradients = workers[block].pass().gradients();
            if (roundFirst + block == 0) {
                System.arraycopy(gradients, from, total, from, to - from);
            } else {
                add(gradients, total, from, to);
            }
        }
    }

    private static void add(float[] gradients, float[] total, int from, int to) {
        for (int i = from; i < to; i++) {
            total[i] += gradients[i];
        }
    }
}
