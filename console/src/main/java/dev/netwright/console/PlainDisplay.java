package dev.netwright.console;

import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.TrainingProgress;
import java.io.PrintStream;

/** Lines for logs: no control characters, and nothing between the epochs. */
final class PlainDisplay implements Display {
    private final PrintStream out;

    PlainDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void batchEnded(TrainingProgress progress, Pace pace, double doneToNextLine) {}

    @Override
    public String epochText(TrainingProgress progress, EpochResult result, Pace pace) {
        String text = ProgressText.epoch(progress.epochs(), result)
                + ProgressText.GAP
                + progress.rows()
                + " rows"
                + ProgressText.GAP
                + ProgressText.rate(pace.rowsPerSecond());
        return result.epoch() < progress.epochs()
                ? text + ProgressText.GAP + ProgressText.timeLeft(pace.secondsLeft())
                : text;
    }

    @Override
    public void print(String line) {
        out.println(line);
    }

    @Override
    public void end() {
        out.flush();
    }
}
