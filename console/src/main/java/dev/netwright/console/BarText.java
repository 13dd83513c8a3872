package dev.netwright.console;

/** The line that shows where a run stands, cut to the columns that there are. */
final class BarText {
    /** A shorter bar would say less than the columns that it takes. */
    private static final int LEAST_WIDTH = 4;

    private static final int MOST_WIDTH = 40;

    // As wide as these texts usually get, so that the bar does not change its width with every drawing.
    private static final int RATE_WIDTH = "99.9k rows/s".length();
    private static final int TIME_WIDTH = "59:59 left".length();

    private BarText() {}

    /**
     * {@code epoch  3/10 [====>   ] 24320/54000 rows  loss 0.1234   152k rows/s   0:02 left}, in so many columns at most.
     * What does not fit is left out: first the bar, then what stands last.
     */
    static String of(Standing standing, BarStyle style, int columns) {
        String before = ProgressText.epochOf(standing.epoch(), standing.epochs()) + " ";
        String after = " "
                + String.join(
                        ProgressText.GAP,
                        rows(standing),
                        ProgressText.loss(standing.loss()),
                        padded(RATE_WIDTH, ProgressText.rate(standing.rowsPerSecond())),
                        padded(TIME_WIDTH, ProgressText.timeLeft(standing.secondsLeft())));
        int width = Math.min(MOST_WIDTH, columns - before.length() - after.length() - BarStyle.ENDS);
        String text =
                width < LEAST_WIDTH ? before.strip() + after : before + style.draw(standing.filled(), width) + after;
        return text.substring(0, Math.min(text.length(), columns));
    }

    private static String rows(Standing standing) {
        String all = Integer.toString(standing.rows());
        return padded(all.length(), Integer.toString(standing.rowsDone())) + "/" + all + " rows";
    }

    private static String padded(int width, String text) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
