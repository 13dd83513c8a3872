package dev.netwright.runtime.training;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Names that data and network both have, compared without regard to case and signs: {@code petal_length} is {@code petalLength}. The same names in
 * another order are a mistake that no number would show; of other names nobody can tell.
 */
final class NameOrder {
    private NameOrder() {}

    /**
     * @param place what messages call the data
     * @param what  what the names are of
     * @param cure  what to do about it
     * @throws IllegalArgumentException if both have the same names in another order
     */
    static void check(String place, String what, List<String> found, String network, List<String> wanted, String cure) {
        List<String> foundKeys = keys(found);
        List<String> wantedKeys = keys(wanted);
        if (foundKeys.equals(wantedKeys) || foundKeys.size() != wantedKeys.size()) {
            return;
        }
        HashSet<String> distinct = new HashSet<>(wantedKeys);
        if (distinct.size() == wantedKeys.size() && distinct.equals(new HashSet<>(foundKeys))) {
            throw new IllegalArgumentException(
                    place + " have the " + what + " " + String.join(", ", found) + ", but " + network + " has them as "
                            + String.join(", ", wanted) + ", which is another order; " + cure + ".");
        }
    }

    private static List<String> keys(List<String> names) {
        List<String> letters = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))
                .toList();
        // Of -1 and 1 the sign is all that tells them apart.
        return new HashSet<>(letters).size() == names.size() ? letters : names;
    }
}
