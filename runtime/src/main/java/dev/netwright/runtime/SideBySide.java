package dev.netwright.runtime;

/** Two texts of several lines as two columns, for messages. Lines that differ are marked. What a file says may be of any length: this is not. */
final class SideBySide {
    private static final int MOST_LINES = 60;
    private static final int MOST_COLUMNS = 120;

    private SideBySide() {}

    /** Ends without a line break. */
    static String of(String leftTitle, String left, String rightTitle, String right) {
        String[] leftLines = lines(leftTitle, left);
        String[] rightLines = lines(rightTitle, right);
        int width = 0;
        for (String line : leftLines) {
            width = Math.max(width, line.length());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(leftLines.length, rightLines.length); i++) {
            String leftLine = i < leftLines.length ? leftLines[i] : "";
            String rightLine = i < rightLines.length ? rightLines[i] : "";
            String mark = i == 0 || leftLine.equals(rightLine) ? "|" : "#";
            String line = "  " + leftLine + " ".repeat(width - leftLine.length()) + "  " + mark + "  " + rightLine;
            text.append(i == 0 ? "" : "\n").append(line.stripTrailing());
        }
        return text.toString();
    }

    private static String[] lines(String title, String text) {
        String[] lines = (title + "\n" + text).split("\n", MOST_LINES + 1);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = i == MOST_LINES ? "..." : shortened(lines[i]);
        }
        return lines;
    }

    /** A line that may have any length. */
    static String shortened(String line) {
        return line.length() > MOST_COLUMNS ? line.substring(0, MOST_COLUMNS) + "..." : line;
    }
}
