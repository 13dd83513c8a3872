package dev.netwright.csv;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts from a file in messages. */
final class Text {
    private static final int LONGEST = 40;
    private static final int MOST_LISTED = 12;

    private Text() {}

    /** In quotes, on one line and not too long. */
    static String quote(String text) {
        return '"' + printable(text) + '"';
    }

    /** On one line and not too long. */
    static String printable(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return cut.codePoints()
                .mapToObj(c -> Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** Such as {@code 1 cell} and {@code 3 cells}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String list(List<String> texts) {
        String listed = texts.stream().limit(MOST_LISTED).map(Text::quote).collect(Collectors.joining(", "));
        return texts.size() <= MOST_LISTED ? listed : listed + " and " + (texts.size() - MOST_LISTED) + " more";
    }

    /** Such as {@code ; did you mean "species"?}, or nothing where no name is near. */
    static String didYouMean(String wrong, List<String> names) {
        return names.stream()
                .filter(name -> !name.isEmpty())
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .filter(name -> distance(wrong, name) <= Math.max(1, wrong.length() / 3))
                .filter(name -> distance(wrong, name) < name.length())
                .map(name -> " (did you mean " + quote(name) + "?)")
                .orElse("");
    }

    /** Insertions, deletions and substitutions from one to the other, whatever the case (Levenshtein 1966). */
    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
