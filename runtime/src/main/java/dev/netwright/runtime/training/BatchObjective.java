package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.optimizer.Objective;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The loss of one batch and its gradients. Every gradient is one sum over all rows of the batch in their order, on any number
 * of threads. The batch is cut into rounds, and each round has two steps:
 *
 * <ol>
 *   <li>every worker takes some rows through its own pass, forward and back to dL/dz of every layer;
 *   <li>every worker computes some of the gradients, going on with their sums over all rows of the round, pass after pass.
 * </ol>
 */
final class BatchObjective implements Objective {
    /** Below so many multiply-adds of a forward pass, waiting for others costs more than they save. */
    private static final long SHARED_WORK = 1 << 19;

    /** Below so many parameters likewise, for work on each of them. */
    private static final int SHARED_PARAMETERS = 1 << 15;

    private static final int[] IN_PLACE = {};

    private final float[] parameters;
    private final float[] gradients;

    private final TrainedParameters trained;
    private final Penalties penalties;
    private final long seed;
    private final HeadLosses losses;
    private final WorkerTeam team;
    private final BlockWorker[] workers;
    private final GradientShare[] starting;
    private final GradientShare[] continuing;
    private final SharingTrial trial = new SharingTrial();
    private final IntConsumer computeDeltas = this::computeDeltas;
    private final IntConsumer computeGradients = this::computeGradients;
    private final IntConsumer computeRange = this::computeRange;

    private Dataset data;
    private int[] order = IN_PLACE;
    private int first;
    private int rows;
    private long step;

    /** Of each head, over the current batch: {@code Σ w}, the factor of its gradients, and {@code Σ w·l} so far. */
    private final double[] weights;

    private final double[] scales;
    private final double[] lossSums;

    /** What the first evaluation of the current step came to; an optimizer that searches along a line goes on from there. */
    private final double[] firstSums;

    private double firstPenalty;
    private boolean isFirst;

    /** Of the current step, which begins with an evaluation: whether threads could share it, and whether they do. */
    private boolean isOnTrial;

    private boolean isShared;
    private int stepRows;
    private long stepNanos;

    private int roundFirst;
    private int blockRows;
    private int blocks;
    private RangeWork rangeWork = (from, to) -> {};

    BatchObjective(
            Network network, HeadLosses losses, long seed, Dataset data, WorkerTeam team, BlockWorker[] workers) {
        this.parameters = network.parameters();
        this.gradients = new float[parameters.length];
        this.trained = new TrainedParameters(network.topology());
        this.penalties = new Penalties(network.topology());
        this.losses = losses;
        this.weights = new double[losses.count()];
        this.scales = new double[losses.count()];
        this.lossSums = new double[losses.count()];
        this.firstSums = new double[losses.count()];
        this.seed = seed;
        this.data = data;
        this.team = team;
        this.workers = workers;
        this.starting = shares(team.size(), false);
        this.continuing = shares(team.size(), true);
    }

    /** How many of so many threads are of use for batches of so many rows. */
    static int usefulThreads(Network network, int threads, int batchRows) {
        return isShared(network.parameters(), batchRows) ? Math.min(threads, batchRows) : 1;
    }

    private static boolean isShared(float[] parameters, int rows) {
        return (long) rows * parameters.length >= SHARED_WORK;
    }

    private static GradientShare[] shares(int count, boolean continues) {
        GradientShare[] shares = new GradientShare[count];
        for (int part = 0; part < count; part++) {
            shares[part] = new GradientShare(part, count, continues);
        }
        return shares;
    }

    /** Takes all rows of some data as the batch of a step. */
    void setBatch(long step, Dataset data) {
        this.data = data;
        setBatch(step, IN_PLACE, 0, data.rows());
    }

    /**
     * Takes the rows {@code order[first]} to {@code order[first + rows - 1]}, or {@code first} onwards where the order is
     * empty, as the batch of a step. However often the step evaluates it, the same activations are dropped.
     */
    void setBatch(long step, int[] order, int first, int rows) {
        this.step = step;
        this.order = order;
        this.first = first;
        this.rows = rows;
        isFirst = true;
        for (int head = 0; head < weights.length; head++) {
            weights[head] = losses.weightOfRows(head, data, order, first, rows);
            scales[head] = losses.scale(head, weights[head]);
        }
    }

    /** Whether any row of the current batch says something of the parameters. */
    boolean counts() {
        return losses.counts(weights);
    }

    /** Adds what the current batch cost before its step. */
    void addTo(EpochLosses epoch) {
        epoch.add(firstSums, weights, firstPenalty, rows);
    }

    @Override
    public float[] parameters() {
        return parameters;
    }

    @Override
    public float[] gradients() {
        return gradients;
    }

    @Override
    public double evaluate() {
        if (isOnTrial) {
            trial.ended(stepRows, stepNanos);
        }
        isOnTrial = team.size() > 1 && isShared(parameters, rows);
        isShared = isOnTrial && trial.shares();
        stepRows = rows;
        long start = System.nanoTime();
        double result = evaluate(isShared ? team.size() : 1);
        stepNanos = System.nanoTime() - start;
        return result;
    }

    private double evaluate(int threads) {
        int capacity = workers[threads - 1].capacity();
        Arrays.fill(lossSums, 0);
        for (roundFirst = 0; roundFirst < rows; roundFirst += blocks * blockRows) {
            int left = rows - roundFirst;
            blockRows = Math.min(capacity, BlockWorker.blocks(left, threads));
            blocks = Math.min(threads, BlockWorker.blocks(left, blockRows));
            team.run(blocks, computeDeltas);
            for (int worker = 0; worker < blocks; worker++) {
                workers[worker].addLosses(lossSums);
            }
            if (threads > 1) {
                team.run(threads, computeGradients);
            } else {
                addGradients(GradientShare.ALL, GradientShare.ALL_CONTINUED);
            }
        }
        double penalty = penalties.add(parameters, gradients);
        if (isFirst) {
            isFirst = false;
            System.arraycopy(lossSums, 0, firstSums, 0, lossSums.length);
            firstPenalty = penalty;
        }
        return losses.mean(lossSums, weights) + penalty;
    }

    private void computeDeltas(int worker) {
        int offset = roundFirst + worker * blockRows;
        int count = Math.min(blockRows, rows - offset);
        workers[worker].startStep(seed, step);
        if (order.length == 0) {
            workers[worker].train(losses, data, first + offset, count, offset, scales);
        } else {
            workers[worker].train(losses, data, order, first + offset, count, offset, scales);
        }
    }

    private void computeGradients(int worker) {
        addGradients(starting[worker], continuing[worker]);
    }

    private void addGradients(GradientShare start, GradientShare further) {
        for (int block = 0; block < blocks; block++) {
            workers[block].pass().addParameterGradients(gradients, roundFirst + block == 0 ? start : further);
        }
    }

    @Override
    public void forRanges(RangeWork work) {
        long start = System.nanoTime();
        if (isShared && parameters.length >= SHARED_PARAMETERS) {
            rangeWork = work;
            team.run(team.size(), computeRange);
        } else {
            trained.forAll(parameters.length, work);
        }
        stepNanos += System.nanoTime() - start;
    }

    /** Each thread goes on with the gradients that it computed, which its caches still hold. */
    private void computeRange(int worker) {
        trained.forShare(starting[worker], rangeWork);
    }
}
