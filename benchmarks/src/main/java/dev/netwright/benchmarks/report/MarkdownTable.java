package dev.netwright.benchmarks.report;

import java.util.List;

/** One table of a Markdown page. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    private MarkdownTable(List<String> heads, String rule) {
        add(heads);
        text.append(rule).append("|\n");
    }

    /** The first column on the left and the others, which are numbers, on the right. */
    static MarkdownTable ofNumbers(List<String> heads) {
        return new MarkdownTable(heads, "|---" + "|--:".repeat(heads.size() - 1));
    }

    /** All columns on the left. */
    static MarkdownTable ofText(String... heads) {
        return new MarkdownTable(List.of(heads), "|---".repeat(heads.length));
    }

    MarkdownTable add(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    MarkdownTable add(String... cells) {
        return add(List.of(cells));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
