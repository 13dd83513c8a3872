package dev.netwright.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The last line of a terminal, on which a bar is drawn over and over. Each change is one write, so that threads that draw
 * and threads that print do not cut each other's text.
 */
final class TerminalLine implements ProgressBarConsumer {
    private final PrintStream out;
    private final int columns;
    private int drawn;
    private boolean shown;

    TerminalLine(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /** The last column stays free: some terminals go to the next line when it is written. */
    @Override
    public int getMaxRenderedLength() {
        return columns - 1;
    }

    /** From now on the line may be drawn on. Returns whether it was hidden before. */
    synchronized boolean show() {
        boolean appears = !shown;
        shown = true;
        return appears;
    }

    /** Draws over what is there; does nothing while the line is left to others. */
    @Override
    public synchronized void accept(String text) {
        if (shown) {
            write("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
            drawn = text.length();
        }
    }

    /** Empties the line and leaves it to others until {@link #show}. */
    synchronized void hide() {
        if (drawn > 0) {
            write(emptied());
        }
        drawn = 0;
        shown = false;
    }

    /** Puts a line that stays in place of what is drawn, which is then hidden. */
    synchronized void print(String line) {
        write((drawn > 0 ? emptied() : "") + line + System.lineSeparator());
        drawn = 0;
        shown = false;
    }

    private String emptied() {
        return "\r" + " ".repeat(drawn) + "\r";
    }

    private void write(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void close() {
        hide();
    }
}
