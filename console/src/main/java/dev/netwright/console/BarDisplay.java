package dev.netwright.console;

import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.TrainingProgress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A bar below the lines of the epochs, for terminals. The training thread says where the run stands; the library's thread
 * draws.
 */
final class BarDisplay implements Display {
    private static final int MILLISECONDS_BETWEEN_DRAWINGS = 100;

    private final TerminalLine line;
    private final BarStyle style;
    private volatile Standing standing = new Standing(0, 0, 0, 0, 0, 0, 0, 0);
    private Optional<ProgressBar> bar = Optional.empty();

    BarDisplay(TerminalLine line, BarStyle style) {
        this.line = line;
        this.style = style;
    }

    /**
     * The bar begins with the first batch and not before it: whatever is loaded with the first batch may log a line. After
     * each line it stays away until the next batch, so that other listeners may print.
     */
    @Override
    public void batchEnded(TrainingProgress progress, Pace pace, double doneToNextLine) {
        standing = Standing.of(progress, pace, doneToNextLine);
        boolean appears = line.show();
        if (bar.isEmpty()) {
            bar = Optional.of(start(progress));
        }
        bar.get().stepTo(rowsOfRun(progress, progress.epoch() - 1) + progress.rowsDone());
        if (appears) {
            line.accept(text(line.getMaxRenderedLength()));
        }
    }

    private ProgressBar start(TrainingProgress progress) {
        return new ProgressBarBuilder()
                .setInitialMax(rowsOfRun(progress, progress.epochs()))
                .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_DRAWINGS)
                .setRenderer((state, columns) -> text(columns))
                .setConsumer(line)
                .build();
    }

    private String text(int columns) {
        return BarText.of(standing, style, columns);
    }

    private static long rowsOfRun(TrainingProgress progress, int epochs) {
        return (long) epochs * progress.rows();
    }

    /** Short enough for 80 columns with one metric; rows and the time left stand beside the bar. */
    @Override
    public String epochText(TrainingProgress progress, EpochResult result, Pace pace) {
        return ProgressText.epoch(progress.epochs(), result)
                + ProgressText.GAP
                + ProgressText.rate(pace.rowsPerSecond());
    }

    @Override
    public void print(String text) {
        line.print(text);
    }

    /**
     * Waits until the drawing thread has let go of the line. The library would forget an interrupt that comes while it waits;
     * a future does not, and the trainer promises that it stays set. A bar that is closed before it was drawn once draws
     * itself then, and closes nothing: so the line is emptied here.
     */
    @Override
    public void end() {
        bar.ifPresent(running -> CompletableFuture.runAsync(running::close).join());
        bar = Optional.empty();
        line.hide();
    }
}
