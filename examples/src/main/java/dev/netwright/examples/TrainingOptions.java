package dev.netwright.examples;

import dev.netwright.console.ConsoleProgress;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.training.Trainer;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every example that trains a network takes. */
public final class TrainingOptions {
    private static final int MOST_LINES = 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private Optional<Integer> epochs = Optional.empty();
    private int threads = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Fixes every random choice; by default ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    boolean help;

    /** For the command line. */
    public TrainingOptions() {}

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How often the data are gone through; each example has its own default.")
    void setEpochs(Optional<Integer> epochs) {
        this.epochs = epochs.map(value -> positive("--epochs", value));
    }

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that compute; by default ${DEFAULT-VALUE}. Changes no bit of the result.")
    void setThreads(int threads) {
        this.threads = positive("--threads", threads);
    }

    private int positive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    command.commandLine(), "Invalid value for option '" + option + "': " + value + " is less than 1.");
        }
        return value;
    }

    /**
     * A trainer that does what the user asks for, and shows how it goes: at most twenty lines for all epochs.
     *
     * @param epochsByDefault the example's own number
     */
    public Trainer trainer(Network net, int epochsByDefault) {
        int count = epochs(epochsByDefault);
        return Trainer.of(net)
                .epochs(count)
                .seed(seed)
                .threads(threads)
                .listener(ConsoleProgress.onStandardOutput().every(1 + (count - 1) / MOST_LINES));
    }

    /** What the user asks for, or else the example's own number. */
    public int epochs(int byDefault) {
        return epochs.orElse(byDefault);
    }

    /** Fixes the starting weights, the order of the rows and every drawn sample. */
    public long seed() {
        return seed;
    }

    /** Threads that compute, at least 1. */
    public int threads() {
        return threads;
    }
}
