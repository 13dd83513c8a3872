package dev.netwright.console;

import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.runtime.training.TrainingProgress;
import java.io.PrintStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Shows people how training goes:
 *
 * <pre>{@code
 * Trainer.of(net).listener(ConsoleProgress.onStandardOutput()) ...
 * }</pre>
 *
 * <p>Each epoch leaves a line with its loss, metrics and samples a second. On a terminal a bar below shows the rows of the
 * current epoch and the time left; elsewhere (a file, a pipe, a log) there are these lines and no control character.
 *
 * <p>For one training run at a time; may be used for several, one after the other. The bar is drawn by one idle daemon
 * thread, which all bars share; nothing is drawn once a run has ended, also where an exception ended it.
 */
public final class ConsoleProgress implements TrainingListener {
    private final Display display;
    private final LongSupplier nanoTime;
    private final int every;
    private Pace pace;
    private Optional<String> unshown = Optional.empty();

    ConsoleProgress(Display display, LongSupplier nanoTime, int every) {
        this.display = display;
        this.nanoTime = nanoTime;
        this.every = every;
        pace = new Pace(nanoTime, 0);
    }

    /** A bar where standard output is a terminal that a person watches, else plain lines. */
    public static ConsoleProgress onStandardOutput() {
        return Terminal.isWatched()
                ? bar(System.out, Terminal.columns(), BarStyle.of(Terminal.charset()))
                : lines(System.out);
    }

    /** A plain line for each epoch and nothing else, for logs. */
    public static ConsoleProgress lines(PrintStream out) {
        return new ConsoleProgress(new PlainDisplay(Objects.requireNonNull(out, "out")), System::nanoTime, 1);
    }

    /**
     * A bar and a line for each epoch, for a terminal that can go back to the start of a line.
     *
     * @param columns its width; the bar stays below it, so that the terminal does not wrap it
     * @throws IllegalArgumentException if there are fewer than 2 columns
     */
    public static ConsoleProgress bar(PrintStream out, int columns) {
        return bar(Objects.requireNonNull(out, "out"), columns, BarStyle.ASCII);
    }

    private static ConsoleProgress bar(PrintStream out, int columns, BarStyle style) {
        if (columns < 2) {
            throw new IllegalArgumentException("columns must be at least 2, but is " + columns + ".");
        }
        return new ConsoleProgress(new BarDisplay(new TerminalLine(out, columns), style), System::nanoTime, 1);
    }

    /**
     * The same, with a line for every so many epochs, for networks that need many short ones. The last epoch has its line in
     * any case.
     *
     * @throws IllegalArgumentException if {@code epochs} is less than 1
     */
    public ConsoleProgress every(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, but is " + epochs + ".");
        }
        return new ConsoleProgress(display, nanoTime, epochs);
    }

    @Override
    public void trainingStarted(TrainingProgress progress) {
        pace = new Pace(nanoTime, (long) progress.epoch() * progress.rows());
        unshown = Optional.empty();
    }

    @Override
    public void epochStarted(TrainingProgress progress) {
        pace.epochStarted();
    }

    @Override
    public void batchEnded(TrainingProgress progress) {
        pace.batchEnded(progress);
        double done = (progress.epoch() - 1) % every + (double) progress.rowsDone() / progress.rows();
        display.batchEnded(progress, pace, done / every);
    }

    @Override
    public void epochEnded(TrainingProgress progress, EpochResult result) {
        pace.epochEnded();
        String line = display.epochText(progress, result, pace);
        if (result.epoch() % every == 0) {
            display.print(line);
            unshown = Optional.empty();
        } else {
            unshown = Optional.of(line);
        }
    }

    @Override
    public void trainingEnded(TrainingProgress progress) {
        try {
            unshown.ifPresent(display::print);
        } finally {
            display.end();
        }
    }
}
