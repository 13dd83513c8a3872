package dev.netwright.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Aligns text in columns, each as wide as its widest cell, two spaces apart. */
final class TextTable {
    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param alignment {@code <} for each column that starts at its left edge, {@code >} for each that ends at its right */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** A line for each row, without blanks at its end. */
    @Override
    public String toString() {
        int[] widths = new int[alignment.length()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : "  ");
                line.append(alignment.charAt(i) == '<' ? row.get(i) + padding : padding + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
