package dev.netwright.runtime;

/** Two texts of several lines as two columns, for messages. Lines that differ are marked. */
final class SideBySide {
    private SideBySide() {}

    /** Ends without a line break. */
    static String of(String leftTitle, String left, String rightTitle, String right) {
        String[] leftLines = (leftTitle + "\n" + left).split("\n", -1);
        String[] rightLines = (rightTitle + "\n" + right).split("\n", -1);
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
}
