package dev.netwright.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Names of a source beside those of a file, which mean the same where they differ in case, in signs and in spaces alone.
 *
 * @param ours   names of the source
 * @param theirs names of the file; none where it names nothing
 */
record Correspondence(List<String> ours, List<String> theirs) {
    private static final int MOST_ROWS = 12;
    private static final int LONGEST = 60;

    /** Whether all mean the same, one by one. */
    boolean isComplete() {
        return ours.size() == theirs.size() && IntStream.range(0, ours.size()).allMatch(this::isSame);
    }

    private boolean isSame(int row) {
        return row < ours.size()
                && row < theirs.size()
                && meaning(ours.get(row)).equals(meaning(theirs.get(row)));
    }

    /** Of A+ and A-, and of -1 and 1, the sign is all that tells them apart: {@code A_PLUS}, {@code MINUS_1}. */
    private String meaning(String name) {
        boolean areTold =
                theirs.stream().map(Correspondence::letters).distinct().count() == theirs.size();
        String letters = letters(areTold ? name : name.replace("+", "plus").replace("-", "minus"));
        return letters.isEmpty() ? name : letters;
    }

    private static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Lines behind a message, the first rows or those around the first difference, with arrows where names differ. */
    String table() {
        int count = Math.max(ours.size(), theirs.size());
        int different = (int) IntStream.range(0, count).takeWhile(this::isSame).count();
        int first =
                theirs.isEmpty() || count <= MOST_ROWS ? 0 : Math.max(0, Math.min(different - 2, count - MOST_ROWS));
        int last = Math.min(count, first + MOST_ROWS);
        List<String> lines = new ArrayList<>();
        if (first > 0) {
            lines.add("      ...");
        }
        int width = ours.stream().mapToInt(String::length).max().orElse(0);
        String format = "  %s %" + Integer.toString(count).length() + "d  %-" + Math.max(1, width) + "s  %s";
        for (int row = first; row < last; row++) {
            String arrow = theirs.isEmpty() || isSame(row) ? "   " : "-->";
            lines.add(String.format(Locale.ROOT, format, arrow, row + 1, at(ours, row), at(theirs, row))
                    .stripTrailing());
        }
        if (last < count) {
            lines.add("      ...");
        }
        return "\n" + String.join("\n", lines);
    }

    /** On one line, whatever a file has. */
    private static String at(List<String> names, int row) {
        String name = row < names.size() ? names.get(row).replaceAll("\\p{C}", "?") : "";
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 3) + "...";
    }
}
