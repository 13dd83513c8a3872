package dev.netwright.runtime.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant who wrote a name that there is not. */
final class NearestName {
    private NearestName() {}

    /** The first of the nearest names; empty where none is so near that it may be meant. */
    static Optional<String> of(String written, List<String> names) {
        Optional<String> nearest = Optional.empty();
        int least = 1 + written.length() / 3;
        for (String name : names) {
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance <= least && (nearest.isEmpty() || distance < least)) {
                nearest = Optional.of(name);
                least = distance;
            }
        }
        return nearest;
    }

    /** Characters to insert, remove or replace (Levenshtein 1966). */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
