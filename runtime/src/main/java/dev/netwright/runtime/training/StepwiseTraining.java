package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Training one step at a time, for callers whose batches come one by one: from a stream, a game or a simulation.
 *
 * <pre>{@code
 * try (StepwiseTraining training = Trainer.of(net).loss(Loss.MEAN_SQUARED_ERROR).optimizer(new Adam(1e-3f)).stepwise()) {
 *     while (playing) {
 *         double loss = training.step(nextBatch());
 *     }
 * }
 * }</pre>
 *
 * <p>A step gives the same bits as the same batch in the same step within {@link Trainer#fit}: what dropout drops follows from the
 * trainer's seed and the number of the step, and a step that failed is not counted. In steady state it allocates nothing. For one thread,
 * which may be another one later.
 */
public final class StepwiseTraining implements AutoCloseable {
    private final Network network;
    private final HeadLosses losses;
    private final Optimizer described;
    private final long seed;
    private final BlockWorker[] workers;
    private final WorkerTeam team;
    private Optional<BatchObjective> objective = Optional.empty();
    private final DataFit fit;

    /** The last one. */
    private final Dataset[] checked = new Dataset[1];

    private Optimizer.Run optimizer;
    private long step;
    private boolean isClosed;

    StepwiseTraining(Network network, HeadLosses losses, Optimizer optimizer, long seed, int threads, int batchSize) {
        this.network = network;
        this.losses = losses;
        this.seed = seed;
        fit = DataFit.ofBatches(network, losses);
        described = optimizer;
        this.optimizer = optimizer.start(network.parameters().length);
        workers = BlockWorker.of(network, threads, batchSize);
        team = new WorkerTeam(threads);
    }

    /**
     * Moves the parameters once, with the optimizer's own learning rate.
     *
     * @param batch any number of rows
     * @return the loss of the batch before the step
     * @throws IllegalArgumentException if the batch does not fit the network or the loss; nothing has been changed then
     * @throws NonFiniteLossException   if the loss, a gradient, or a mean or variance of what is normalised over the batch is not
     *                                  finite; nothing has been changed then
     * @throws IllegalStateException    after {@link #close}
     */
    public double step(Dataset batch) {
        return step(batch, described.learningRate());
    }

    /**
     * Moves the parameters once.
     *
     * @param batch        any number of rows
     * @param learningRate the rate of this step, finite and at least 0
     * @return the loss of the batch before the step
     * @throws IllegalArgumentException if the rate is out of range, or the batch does not fit the network or the loss; nothing
     *                                  has been changed then
     * @throws NonFiniteLossException   if the loss, a gradient, or a mean or variance of what is normalised over the batch is not
     *                                  finite; nothing has been changed then
     * @throws IllegalStateException    after {@link #close}
     */
    public double step(Dataset batch, float learningRate) {
        requireOpen();
        if (checked[0] != batch) {
            fit.checkBatch(batch);
            DataChecks.normalizable(network.topology(), batch.rows(), batch.rows());
            checked[0] = batch;
        }
        if (objective.isEmpty()) {
            objective = Optional.of(new BatchObjective(network, losses, seed, batch, team, workers));
        }
        objective.get().setBatch(step, batch);
        double result = optimizer.step(objective.get(), learningRate);
        objective.get().stepEnded();
        step++;
        return result;
    }

    /**
     * Keeps the training in a file, wholly or not at all: the network, what the optimizer remembers, and the number of the step.
     *
     * @throws IOException                   if it cannot be written; the file that was there before is as it was then
     * @throws UnsupportedOperationException if the optimizer does not say what it remembers
     */
    public void save(Path file) throws IOException {
        SavedSteps.write(file, network, StateKind.STEPWISE, settings(), optimizer, step);
    }

    /**
     * Goes on from a file that {@link #save} has written: the steps that follow have the bits that they would have had then.
     *
     * @throws DataFormatException      if the file is damaged, has no state of such a training, or another kind of training has
     *                                  written it; nothing has been changed then
     * @throws IOException              if it cannot be read; nothing has been changed then
     * @throws IllegalArgumentException if it is of another network, loss, optimizer or seed; nothing has been changed then
     * @throws IllegalStateException    after {@link #close}
     */
    public void resume(Path file) throws IOException {
        requireOpen();
        Optimizer.Run fresh = described.start(network.parameters().length);
        step = SavedSteps.read(file, network, StateKind.STEPWISE, settings(), fresh);
        optimizer = fresh;
    }

    private Map<String, String> settings() {
        Map<String, String> texts = RunSettings.ofSteps(network, described, optimizer);
        texts.put("losses", losses.toString());
        texts.put("seed", Long.toString(seed));
        return texts;
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("This training has been closed; start another with Trainer.stepwise().");
        }
    }

    /** Ends the threads. May be called again. */
    @Override
    public void close() {
        isClosed = true;
        team.close();
    }
}
