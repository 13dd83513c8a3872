package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.random.SeededRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One call of {@link Trainer#fit}: the loops over epochs and batches. */
final class TrainingRun {
    private final TrainingSettings settings;
    private final Dataset training;
    private final EpochLosses epochLosses;
    private final TrainingProgress progress;
    private final Listeners listeners;
    private final TrainingState state;
    private final Optional<Checkpoint> checkpoint;
    private final BatchObjective objective;
    private final Optional<BlockEvaluator> evaluator;
    private final int[] order;

    /** Trains; everything has been checked. */
    static TrainingResult run(TrainingSettings settings, Dataset training, Optional<Dataset> validation) {
        int measured = validation.map(Dataset::rows).orElse(settings.metrics().isEmpty() ? 0 : training.rows());
        int size = Math.max(
                BatchObjective.usefulThreads(settings.network(), settings.threads(), settings.batchSize()),
                Math.min(settings.threads(), BlockWorker.blocks(measured, BlockWorker.MEASURED_ROWS)));
        BlockWorker[] workers = BlockWorker.of(settings.network(), size, settings.batchSize());
        try (WorkerTeam team = new WorkerTeam(size)) {
            return new TrainingRun(settings, training, validation, team, workers).run();
        }
    }

    private TrainingRun(
            TrainingSettings settings,
            Dataset training,
            Optional<Dataset> validation,
            WorkerTeam team,
            BlockWorker[] workers) {
        this.settings = settings;
        this.training = training;
        epochLosses = new EpochLosses(settings.losses());
        progress = new TrainingProgress(settings.epochs(), training.rows(), settings.batchSize(), epochLosses);
        listeners = new Listeners(settings.listeners(), progress);
        state = new TrainingState(settings, progress, validation.isPresent());
        checkpoint = settings.checkpoint()
                .map(target -> new Checkpoint(
                        target,
                        settings,
                        RunSettings.of(settings, state.optimizer(), training, validation),
                        state,
                        validation.isPresent()));
        objective = new BatchObjective(settings.network(), settings.losses(), settings.seed(), training, team, workers);
        evaluator = evaluator(validation, team, workers);
        order = new int[settings.shuffle() ? training.rows() : 0];
    }

    /** Of the validation data; without them, of the metrics on the training data; none if there is nothing to measure. */
    private Optional<BlockEvaluator> evaluator(Optional<Dataset> validation, WorkerTeam team, BlockWorker[] workers) {
        if (validation.isPresent()) {
            return Optional.of(new BlockEvaluator(
                    team, workers, Optional.of(settings.losses()), validation.get(), settings.metrics()));
        }
        return settings.metrics().isEmpty()
                ? Optional.empty()
                : Optional.of(new BlockEvaluator(team, workers, Optional.empty(), training, settings.metrics()));
    }

    private TrainingResult run() {
        checkpoint.ifPresent(Checkpoint::begin);
        TrainingResult result;
        try {
            listeners.trainingStarted();
            StopReason reason = trainEpochs();
            boolean restored = restoreBest();
            result = new TrainingResult(state.results(), state.best().bestEpoch(), reason, restored);
        } catch (Throwable e) {
            restoreBest();
            listeners.trainingFailed(e);
            throw e;
        }
        listeners.trainingEnded();
        return result;
    }

    /** Early stopping promises the best parameters, whatever ended the run. */
    private boolean restoreBest() {
        boolean restores = settings.earlyStopping().isPresent() && state.best().bestEpoch() > 0;
        if (restores) {
            state.best().restore();
        }
        return restores;
    }

    private StopReason trainEpochs() {
        for (int epoch = state.completedEpochs() + 1; epoch <= settings.epochs(); epoch++) {
            if (patienceIsOver()) {
                return StopReason.EARLY_STOPPING;
            }
            if (mustStop()) {
                checkpoint.ifPresent(Checkpoint::keep);
                return stopReason();
            }
            long start = System.nanoTime();
            progress.startEpoch(epoch);
            listeners.epochStarted();
            shuffle(epoch);
            if (!trainBatches()) {
                return stopReason();
            }
            EpochResult result = endEpoch(start);
            checkpoint.ifPresent(kept -> kept.epochEnded(patienceIsOver()));
            listeners.epochEnded(result);
        }
        return StopReason.COMPLETED;
    }

    private boolean patienceIsOver() {
        return settings.earlyStopping().map(state::patienceIsOver).orElse(false);
    }

    /** The order of an epoch follows from the seed and the epoch alone. */
    private void shuffle(int epoch) {
        if (order.length > 0) {
            Arrays.setAll(order, row -> row);
            SeededRandom.of(settings.seed(), epoch).shuffle(order);
        }
    }

    /** Whether the epoch was completed. */
    private boolean trainBatches() {
        int size = settings.batchSize();
        for (int first = 0; progress.batch() < progress.batches(); first += size) {
            if (mustStop()) {
                return false;
            }
            trainBatch(first, Math.min(size, training.rows() - first));
        }
        return true;
    }

    private void trainBatch(int first, int rows) {
        float rate = state.rate();
        objective.setBatch(state.step(), order, first, rows);
        if (objective.counts()) {
            double loss = optimizerStep(rate);
            objective.addTo(epochLosses);
            progress.endBatch(loss, rate);
        } else {
            progress.endBatch(rate);
        }
        state.stepEnded();
        listeners.batchEnded();
    }

    private double optimizerStep(float rate) {
        try {
            double loss = state.optimizer().step(objective, rate);
            if (!Double.isFinite(loss)) {
                throw new NonFiniteLossException("The loss is " + loss + ".");
            }
            objective.stepEnded();
            return loss;
        } catch (NonFiniteLossException e) {
            throw diverged(e, progress.batch() + 1, rate);
        }
    }

    private EpochResult endEpoch(long start) {
        checkParameters();
        Optional<EvaluationResult> measured = evaluator.map(BlockEvaluator::evaluate);
        OptionalDouble validationLoss = measured.map(EvaluationResult::loss).orElse(OptionalDouble.empty());
        if (validationLoss.isPresent() && !Double.isFinite(validationLoss.getAsDouble())) {
            throw divergedAfterEpoch("The validation loss is " + validationLoss.getAsDouble() + ".");
        }
        EpochResult result = new EpochResult(
                progress.epoch(),
                progress.epochLoss(),
                validationLoss,
                epochLosses.byHead(),
                measured.map(EvaluationResult::losses).orElse(Map.of()),
                measured.map(EvaluationResult::metrics).orElse(Map.of()),
                progress.learningRate(),
                (System.nanoTime() - start) * 1e-9);
        state.epochEnded(result);
        return result;
    }

    /** The last step of an epoch may overflow a parameter, and no loss would tell. */
    private void checkParameters() {
        float[] parameters = settings.network().parameters();
        DataChecks.firstNotFinite(parameters).ifPresent(i -> {
            throw divergedAfterEpoch("Parameter " + i + " is " + parameters[i] + ".");
        });
        float[] statistics = settings.network().statistics();
        DataChecks.firstNotFinite(statistics).ifPresent(i -> {
            throw divergedAfterEpoch(
                    "Statistic " + i + " of what is normalised over the batch is " + statistics[i] + ".");
        });
    }

    private TrainingDivergedException divergedAfterEpoch(String found) {
        return diverged(new NonFiniteLossException(found), progress.batches(), progress.learningRate());
    }

    private TrainingDivergedException diverged(NonFiniteLossException cause, int batch, float rate) {
        state.best().restore();
        TrainingDivergedException diverged = new TrainingDivergedException(
                cause.found(), progress, batch, rate, state.best().keptEpoch());
        diverged.initCause(cause);
        return diverged;
    }

    private boolean mustStop() {
        return progress.stopRequested() || Thread.currentThread().isInterrupted();
    }

    private StopReason stopReason() {
        return progress.stopRequested() ? StopReason.LISTENER : StopReason.INTERRUPTED;
    }
}
