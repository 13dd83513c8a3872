package dev.netwright.console;

import dev.netwright.runtime.training.TrainingProgress;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** The bar of a run: the training thread says where the run stands, the drawing thread asks for the text. */
final class LiveBar implements ProgressBarRenderer {
    /** A shorter bar would say less than the columns that it takes. */
    private static final int LEAST_WIDTH = 4;

    private static final int MOST_WIDTH = 40;

    private final BarStyle style;
    private double filled;
    private int epoch;
    private int epochs;
    private int rowsDone;
    private int rows;
    private double loss;
    private double rowsPerSecond;
    private double secondsLeft;

    LiveBar(BarStyle style) {
        this.style = style;
    }

    synchronized void update(TrainingProgress progress, Pace pace, double filled) {
        this.filled = filled;
        epoch = progress.epoch();
        epochs = progress.epochs();
        rowsDone = progress.rowsDone();
        rows = progress.rows();
        loss = progress.epochLoss();
        rowsPerSecond = pace.rowsPerSecond();
        secondsLeft = pace.secondsLeft();
    }

    @Override
    public String render(ProgressState state, int columns) {
        return text(columns);
    }

    /**
     * {@code epoch  3/10 [====>   ] 24320/54000 rows  loss 0.1234  152k rows/s  0:02 left}, in so many columns at most. What
     * does not fit is left out: first the bar, then what stands last.
     */
    synchronized String text(int columns) {
        String before = ProgressText.epochOf(epoch, epochs) + " ";
        String after = " " + rowsOf() + ProgressText.GAP
                + String.join(
                        ProgressText.GAP,
                        ProgressText.loss(loss),
                        ProgressText.rate(rowsPerSecond),
                        ProgressText.timeLeft(secondsLeft));
        int width = Math.min(MOST_WIDTH, columns - before.length() - after.length() - BarStyle.ENDS);
        String text = width < LEAST_WIDTH ? before + after : before + style.draw(filled, width) + after;
        return text.substring(0, Math.min(text.length(), columns));
    }

    private String rowsOf() {
        String all = Integer.toString(rows);
        String done = Integer.toString(rowsDone);
        return " ".repeat(all.length() - done.length()) + done + "/" + all + " rows";
    }
}
