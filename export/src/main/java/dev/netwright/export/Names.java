package dev.netwright.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What inputs and layers are called in a source: identifiers of ASCII letters, no two of which differ in case or underscores alone. */
final class Names {
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Gives an input or a layer its name. */
    void add(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isAllowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            letters.append(isAllowed ? c : '_');
        }
        if (letters.isEmpty() || !Character.isLetter(letters.charAt(0))) {
            letters.insert(0, "layer");
        }
        String base = letters.toString();
        String free = base;
        for (int i = 2; !taken.add(key(free)); i++) {
            free = base + "_" + i;
        }
        names.put(name, free);
    }

    private static String key(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private String of(String name) {
        return names.getOrDefault(name, name);
    }

    /** The start of the names of its arrays, such as {@code hidden1}. */
    String field(String name) {
        String of = of(name);
        return of.substring(0, 1).toLowerCase(Locale.ROOT) + of.substring(1);
    }

    /** The method that computes it, such as {@code computeHidden1}. */
    String method(String name) {
        String of = of(name);
        return "compute" + of.substring(0, 1).toUpperCase(Locale.ROOT) + of.substring(1);
    }

    /** The start of its constants, such as {@code HIDDEN1}. */
    String constant(String name) {
        return of(name).replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
