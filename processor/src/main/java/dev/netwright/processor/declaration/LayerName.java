package dev.netwright.processor.declaration;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/** What can be the name of a layer, and what to suggest where a name cannot. */
final class LayerName {
    private LayerName() {}

    /** Whether members can be named after it. Java allows characters in identifiers that compilers then leave out. */
    static boolean isValid(String name) {
        return SourceVersion.isIdentifier(name)
                && !SourceVersion.isKeyword(name)
                && name.codePoints().noneMatch(Character::isIdentifierIgnorable);
    }

    /** Why a name that is not valid is none. */
    static String fault(String name) {
        if (name.isEmpty()) {
            return "empty";
        }
        return SourceVersion.isKeyword(name) ? "a keyword of Java" : "no Java identifier";
    }

    /** What to do about a name that is not valid. */
    static String cure(String name) {
        boolean isWord = SourceVersion.isKeyword(name) && name.chars().allMatch(Character::isLetter);
        return isWord ? "Java keeps that word for itself, so make it another" : "use letters, digits and underscores";
    }

    /**
     * A valid name that resembles this one.
     *
     * @param kind   what it is the name of, {@code layer} or {@code input}
     * @param number which it is, from 0
     */
    static String suggestion(String name, String kind, int number) {
        String words = name.replaceAll("[^\\p{L}\\p{Nd}]+", "_").replaceAll("^_+|_+$", "");
        if (isValid(words)) {
            return words;
        }
        String longer = words.isEmpty() ? "" : kind + Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return isValid(longer) ? longer : kind + (number + 1);
    }

    /** As it would stand in a source: a message has no room for line ends, and nobody sees a zero. */
    static String quoted(String name) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            text.append(escaped(name.charAt(i)));
        }
        return text.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isVisible(c) ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }

    private static boolean isVisible(char c) {
        return Character.isDefined(c) && !Character.isISOControl(c) && !Character.isIdentifierIgnorable(c);
    }
}
