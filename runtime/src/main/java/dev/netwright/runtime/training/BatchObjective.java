package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Objective;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The loss of one batch and its gradients. Every gradient is one sum over all rows of the batch in their order, on any number
 * of threads. The batch is cut into rounds, and each round has two steps:
 *
 * <ol>
 *   <li>every worker takes some rows through its own pass, forward and back to dL/dz of every layer;
 *   <li>every worker computes some of the gradients, going on with their sums over all rows of the round, pass after pass.
 * </ol>
 *
 * <p>Where layers are normalised over the batch, it is one round, and the first step has a stage for each of these layers
 * ({@link JointBatch}).
 */
final class BatchObjective implements Objective {
    /** Below so many multiply-adds of a forward pass, waiting for others costs more than they save. */
    private static final long SHARED_WORK = 1 << 19;

    private static final int[] IN_PLACE = {};

    private final float[] parameters;
    private final BatchGradients gradients;
    private final Penalties penalties;
    private final long seed;
    private final HeadLosses losses;
    private final WorkerTeam team;
    private final BlockWorker[] workers;

    /** Where layers are normalised over the batch. */
    private final Optional<JointBatch> joint;

    private final SharingTrial trial = new SharingTrial();
    private final IntConsumer computeDeltas = this::computeDeltas;
    private final IntConsumer beginForward = this::beginForward;
    private final IntConsumer beginBackward = this::beginBackward;
    private final IntConsumer computeGradients = this::computeGradients;

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

    /** Whether the current step went back to where it began. */
    private boolean isRefused;

    /** Of the current step, which begins with an evaluation: whether threads could share it, and whether they do. */
    private boolean isOnTrial;

    private boolean isShared;
    private int stepRows;
    private long stepNanos;

    private int roundFirst;
    private int blockRows;
    private int blocks;
    private int threads;

    BatchObjective(
            Network network, HeadLosses losses, long seed, Dataset data, WorkerTeam team, BlockWorker[] workers) {
        this.parameters = network.parameters();
        this.gradients = new BatchGradients(network.topology(), team);
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
        this.joint = network.topology().normalizesBatches()
                ? Optional.of(new JointBatch(network, team, workers, gradients.shares()))
                : Optional.empty();
    }

    /** How many of so many threads are of use for batches of so many rows. */
    static int usefulThreads(Network network, int threads, int batchRows) {
        return isShared(network.parameters(), batchRows) ? Math.min(threads, batchRows) : 1;
    }

    private static boolean isShared(float[] parameters, int rows) {
        return (long) rows * parameters.length >= SHARED_WORK;
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
        isRefused = false;
        if (joint.isPresent()) {
            joint.get().makeRoom(rows);
        }
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

    /**
     * To be called when a step has gone well: moves running means and variances towards those of its batch. Where a step
     * evaluates several times, the last counts, which is that at the parameters that it ends with; one that found no such parameters
     * moves nothing.
     */
    void stepEnded() {
        if (joint.isPresent() && !isRefused) {
            joint.get().passes().updateStatistics();
        }
    }

    @Override
    public void stepRefused() {
        isRefused = true;
    }

    @Override
    public float[] parameters() {
        return parameters;
    }

    @Override
    public float[] gradients() {
        return gradients.handOut();
    }

    @Override
    public void zerosAreKept() {
        gradients.zerosAreKept();
    }

    /**
     * A loss can be finite where a mean or a variance of the batch is not, as what is normalised with it is 0.
     *
     * @throws NonFiniteLossException if this is a step's first evaluation, and running means or variances would not stay finite; at
     *                                parameters that a step only tries, the loss is infinite then
     */
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
        Arrays.fill(lossSums, 0);
        gradients.begin();
        if (joint.isPresent()) {
            evaluateTogether(joint.get(), threads);
        } else {
            evaluateInRounds(threads);
        }
        gradients.pick(data, order, first, rows);
        double penalty = penalties.add(parameters, gradients.array());
        Optional<String> notFinite = joint.flatMap(JointBatch::notFinite);
        if (notFinite.isPresent()) {
            if (isFirst) {
                throw new NonFiniteLossException(notFinite.get());
            }
            return Double.POSITIVE_INFINITY;
        }
        if (isFirst) {
            isFirst = false;
            System.arraycopy(lossSums, 0, firstSums, 0, lossSums.length);
            firstPenalty = penalty;
        }
        return losses.mean(lossSums, weights) + penalty;
    }

    private void evaluateInRounds(int threads) {
        int capacity = workers[threads - 1].capacity();
        for (roundFirst = 0; roundFirst < rows; roundFirst += blocks * blockRows) {
            int left = rows - roundFirst;
            blockRows = Math.min(capacity, BlockWorker.blocks(left, threads));
            blocks = Math.min(threads, BlockWorker.blocks(left, blockRows));
            team.run(blocks, computeDeltas);
            addBlocks(threads);
        }
    }

    private void evaluateTogether(JointBatch batch, int threads) {
        roundFirst = 0;
        blockRows = BlockWorker.blocks(rows, threads);
        blocks = BlockWorker.blocks(rows, blockRows);
        batch.start(rows, blocks, threads);
        team.run(blocks, beginForward);
        batch.continueForward();
        team.run(blocks, beginBackward);
        batch.continueBackward();
        addBlocks(threads);
    }

    /** The losses and gradients of all blocks. */
    private void addBlocks(int threads) {
        this.threads = threads;
        for (int worker = 0; worker < blocks; worker++) {
            workers[worker].addLosses(lossSums);
        }
        if (threads > 1) {
            team.run(threads, computeGradients);
        } else {
            computeGradients(0);
        }
    }

    private void computeDeltas(int worker) {
        take(worker);
        workers[worker].train(losses, data, order, scales);
    }

    private void take(int worker) {
        int offset = roundFirst + worker * blockRows;
        workers[worker].startStep(seed, step);
        workers[worker].take(data, order, first + offset, Math.min(blockRows, rows - offset), offset);
    }

    private void beginForward(int worker) {
        take(worker);
        workers[worker].beginForward(joint.orElseThrow().passes(), worker);
    }

    private void beginBackward(int worker) {
        workers[worker].differentiate(losses, data, order, scales);
        joint.orElseThrow().passes().beginBackward(worker);
    }

    private void computeGradients(int worker) {
        gradients.add(workers, blocks, roundFirst == 0, worker, threads);
    }

    @Override
    public void forRanges(RangeWork work) {
        long start = System.nanoTime();
        gradients.forTrained(work, isShared);
        stepNanos += System.nanoTime() - start;
    }

    @Override
    public void forNonZeroRanges(RangeWork work) {
        long start = System.nanoTime();
        gradients.forNonZero(work, isShared);
        stepNanos += System.nanoTime() - start;
    }

    @Override
    public void forNonZeroRangesInOrder(RangeWork work) {
        gradients.forNonZero(work, /* isShared= */ false);
    }
}
