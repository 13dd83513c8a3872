package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.topology.Topology;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Trains a network in place:
 *
 * <pre>{@code
 * Trainer.of(net).loss(Loss.CROSS_ENTROPY).optimizer(new Adam(1e-3f))
 *        .epochs(10).batchSize(128).seed(7).fit(train, validation);
 * }</pre>
 *
 * <p>A network of several outputs is trained with a loss for each, {@code loss("policy", Loss.CROSS_ENTROPY).loss("value",
 * Loss.MEAN_SQUARED_ERROR, 0.5f)}, and targets for each, {@link Dataset#ofHeads}.
 *
 * <p>Loss and optimizer must be given; everything else has a default. Same network, settings and data give the same
 * parameters, bit for bit, on any number of threads. A trainer may fit several times, each time with an optimizer and a
 * schedule that start anew. For one thread; nobody else may use the network while it is trained.
 */
public final class Trainer {
    private final Network network;
    private final Map<String, HeadLosses.Weighted> losses = new LinkedHashMap<>();
    private Optional<Optimizer> optimizer = Optional.empty();
    private Optional<Schedule> schedule = Optional.empty();
    private int epochs = 1;
    private OptionalInt batchSize = OptionalInt.empty();
    private long seed;
    private boolean shuffle = true;
    private int threads = 1;
    private final Map<String, List<HeadMetric>> metrics = new LinkedHashMap<>();
    private Optional<EarlyStopping> earlyStopping = Optional.empty();
    private Optional<CheckpointTarget> checkpoint = Optional.empty();
    private final List<TrainingListener> listeners = new ArrayList<>();

    private Trainer(Network network) {
        this.network = network;
    }

    /** A trainer of this network, whose parameters it will change. */
    public static Trainer of(Network network) {
        return new Trainer(Objects.requireNonNull(network, "network"));
    }

    /**
     * What training makes small.
     *
     * @throws IllegalArgumentException if the network has several outputs, of which each has a loss
     */
    public Trainer loss(Loss loss) {
        return loss(DataChecks.onlyHead(network.topology(), "loss"), loss);
    }

    /**
     * The loss of one output, for a network of several: training makes the sum of their losses small.
     *
     * @throws IllegalArgumentException if there is no output of that name
     */
    public Trainer loss(String head, Loss loss) {
        return loss(head, loss, 1f);
    }

    /**
     * The loss of one output and its weight in the sum of all.
     *
     * @throws IllegalArgumentException if there is no output of that name, or the weight is negative or not finite
     */
    public Trainer loss(String head, Loss loss, float weight) {
        losses.put(
                DataChecks.head(network.topology(), head),
                new HeadLosses.Weighted(Objects.requireNonNull(loss, "loss"), weight));
        return this;
    }

    /** How parameters follow their gradients. */
    public Trainer optimizer(Optimizer optimizer) {
        this.optimizer = Optional.of(Objects.requireNonNull(optimizer, "optimizer"));
        return this;
    }

    /** How the learning rate changes; by default it stays the optimizer's own. */
    public Trainer schedule(Schedule schedule) {
        this.schedule = Optional.of(Objects.requireNonNull(schedule, "schedule"));
        return this;
    }

    /** How often the training data are gone through, at least 1; by default 1. */
    public Trainer epochs(int epochs) {
        this.epochs = DataChecks.positive("epochs", epochs);
        return this;
    }

    /**
     * Rows of a batch, at least 1; the last batch of an epoch may be shorter. By default 32, or all rows for an optimizer
     * that needs them.
     */
    public Trainer batchSize(int batchSize) {
        this.batchSize = OptionalInt.of(DataChecks.positive("batchSize", batchSize));
        return this;
    }

    /**
     * Decides the order of the rows in every epoch, and what layers with dropout drop in every step; by default 0. An optimizer that
     * evaluates a step several times sees the same dropped each time.
     */
    public Trainer seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** Whether every epoch takes the rows in a new random order; by default it does. */
    public Trainer shuffle(boolean shuffle) {
        this.shuffle = shuffle;
        return this;
    }

    /** Threads that compute, the calling one included, at least 1; by default 1. Changes no bit of any result. */
    public Trainer threads(int threads) {
        this.threads = DataChecks.positive("threads", threads);
        return this;
    }

    /**
     * What is measured after every epoch, on the validation data, or on the training data where there are none.
     *
     * @throws IllegalArgumentException if the network has several outputs
     */
    public Trainer metrics(Metric... metrics) {
        this.metrics.put(DataChecks.onlyHead(network.topology(), "metrics"), HeadMetric.ofOnlyHead(metrics));
        return this;
    }

    /**
     * What is measured of one output after every epoch. In results the names begin with the output's: {@code policy accuracy}.
     *
     * @throws IllegalArgumentException if there is no output of that name
     */
    public Trainer metrics(String head, Metric... metrics) {
        this.metrics.put(head, HeadMetric.ofHead(network.topology(), head, metrics));
        return this;
    }

    /** Stops after {@code patience} epochs in a row that do not lower the validation loss; keeps the best parameters. */
    public Trainer earlyStopping(int patience) {
        return earlyStopping(EarlyStopping.onLoss(patience));
    }

    /** Stops when the validation data say so; keeps the best parameters. */
    public Trainer earlyStopping(EarlyStopping earlyStopping) {
        this.earlyStopping = Optional.of(Objects.requireNonNull(earlyStopping, "earlyStopping"));
        return this;
    }

    /** Keeps the run after every epoch, and goes on from it, as {@link #checkpoint(Path, int)}. */
    public Trainer checkpoint(Path file) {
        return checkpoint(file, 1);
    }

    /**
     * Keeps the run in a file, at its start, after every so many epochs, and after its last. If the file exists when {@code fit} starts, the
     * run goes on from it and says so in the log: a program that is killed and started again ends with the bits of one that was not. A file of a run with other
     * data or settings is refused; only threads, listeners, and epochs that are still to come may be others.
     *
     * @param file        its name, such as {@code digits.checkpoint}
     * @param everyEpochs epochs from one time to the next
     * @throws IllegalArgumentException if {@code everyEpochs} is less than 1
     */
    public Trainer checkpoint(Path file, int everyEpochs) {
        checkpoint = Optional.of(new CheckpointTarget(
                Objects.requireNonNull(file, "file"), DataChecks.positive("everyEpochs", everyEpochs)));
        return this;
    }

    /** Adds a listener; may be called several times. */
    public Trainer listener(TrainingListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** As {@link #fit(Dataset, Dataset)}, without validation. */
    public TrainingResult fit(Dataset training) {
        return fit(training, Optional.empty());
    }

    /**
     * Trains until all epochs are run, early stopping ends it, a listener asks for it or the calling thread is interrupted,
     * whose interrupt status then stays set. A run that is stopped within an epoch ends after the current batch. With early
     * stopping the network has the parameters of the best completed epoch afterwards, else those of the last step.
     *
     * <p>With a {@linkplain #checkpoint(Path, int) checkpoint} of a run that goes on, listeners hear of its start, with the epochs that were
     * completed, and then of the epochs that are trained here; the result has all. Where there is nothing left to train it is returned at
     * once. A run that was stopped or interrupted goes on; one that early stopping ended is over.
     *
     * @throws IllegalStateException      if loss or optimizer is missing; nothing has been changed then. Also if the
     *                                    schedule gives a learning rate that is negative or not finite
     * @throws IllegalArgumentException   if data, loss, metrics, batch size or early stopping do not fit together or a
     *                                    parameter is not finite, or the checkpoint is of other data or settings, in which case the
     *                                    message lists each that differs; nothing has been changed then
     * @throws UnsupportedOperationException if there is a checkpoint, but the optimizer does not say what it remembers; nothing has been
     *                                    changed then
     * @throws UncheckedIOException       if the checkpoint is damaged, no checkpoint of {@code fit} or cannot be read; nothing has been
     *                                    changed then. Also if it cannot
     *                                    be written: the file is as it was then, and the network has the parameters of the last step, or
     *                                    with early stopping the best
     * @throws TrainingDivergedException  if the loss, a gradient or a parameter becomes NaN or infinite; the network has
     *                                    the best parameters so far then
     */
    public TrainingResult fit(Dataset training, Dataset validation) {
        return fit(training, Optional.of(Objects.requireNonNull(validation, "validation data")));
    }

    /**
     * Training one step at a time, with this trainer's loss, optimizer, seed, threads and batch size; scratch is made for batches of
     * that size, and others are allowed. What speaks of epochs or of a whole data set has no meaning there.
     *
     * @throws IllegalStateException    if loss or optimizer is missing; or if a schedule, metrics, early stopping, a checkpoint, a listener or
     *                                  more than one epoch is given
     * @throws IllegalArgumentException if a parameter is not finite
     */
    public StepwiseTraining stepwise() {
        HeadLosses presentLosses = HeadLosses.of(network.topology(), losses, "stepwise()");
        Optimizer presentOptimizer = presentOptimizer("stepwise()");
        refuseInSteps(schedule.isPresent(), "a schedule", "give each step its learning rate");
        refuseInSteps(!measured().isEmpty(), "metrics", "measure them with Evaluation");
        refuseInSteps(earlyStopping.isPresent(), "early stopping", "stop when you see fit");
        refuseInSteps(checkpoint.isPresent(), "a checkpoint", "keep it with StepwiseTraining.save(...)");
        refuseInSteps(!listeners.isEmpty(), "a listener", "step(...) returns the loss");
        refuseInSteps(epochs != 1, "epochs", "step through the data as often as you like");
        TrainerChecks.parameters(network);
        return new StepwiseTraining(
                network,
                presentLosses,
                presentOptimizer,
                seed,
                threads,
                batchSize.orElse(TrainerChecks.DEFAULT_BATCH_SIZE));
    }

    private static void refuseInSteps(boolean isGiven, String what, String instead) {
        if (isGiven) {
            throw new IllegalStateException(
                    "Training step by step knows no epochs, so " + what + " has no meaning there; " + instead + ".");
        }
    }

    private List<HeadMetric> measured() {
        return HeadMetric.all(network.topology(), metrics);
    }

    private Optimizer presentOptimizer(String method) {
        return optimizer.orElseThrow(() ->
                new IllegalStateException("The trainer has no optimizer; call optimizer(...) before " + method + "."));
    }

    private TrainingResult fit(Dataset training, Optional<Dataset> validation) {
        Topology topology = network.topology();
        HeadLosses presentLosses = HeadLosses.of(topology, losses, "fit(...)");
        Optimizer presentOptimizer = presentOptimizer("fit(...)");
        new DataFit(network, Optional.of(presentLosses), measured(), "training data").check(training);
        validation.ifPresent(
                data -> new DataFit(network, Optional.of(presentLosses), measured(), "validation data").check(data));
        earlyStopping.ifPresent(
                criterion -> TrainerChecks.earlyStopping(criterion, measured(), validation.isPresent()));
        TrainerChecks.parameters(network);
        int rowsOfBatch = TrainerChecks.batchSize(batchSize, presentOptimizer, training.rows());
        DataChecks.normalizable(topology, training.rows(), rowsOfBatch);
        TrainingSettings settings = new TrainingSettings(
                network,
                presentLosses,
                presentOptimizer,
                schedule.orElseGet(Schedule::constant),
                epochs,
                rowsOfBatch,
                seed,
                shuffle && rowsOfBatch < training.rows(),
                threads,
                measured(),
                earlyStopping,
                checkpoint,
                List.copyOf(listeners));
        return TrainingRun.run(settings, training, validation);
    }
}
