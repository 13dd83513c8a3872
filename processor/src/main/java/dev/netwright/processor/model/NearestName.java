package dev.netwright.processor.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
public final class NearestName {
    /** With more changes for each letter another name is a guess. */
    private static final int LETTERS_OF_A_CHANGE = 3;

    private NearestName() {}

    /** The name with the fewest changes, if these are few for its length; of equals the first. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> changes(name, other) <= Math.max(1, name.length() / LETTERS_OF_A_CHANGE))
                .min(Comparator.comparingInt(other -> changes(name, other)));
    }

    /** Letters to insert, to leave out or to replace, with capitals and small letters alike (Levenshtein 1966). */
    private static int changes(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
