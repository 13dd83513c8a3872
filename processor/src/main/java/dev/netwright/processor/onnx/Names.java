package dev.netwright.processor.onnx;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names of Java out of those of a file, each of which is there once. */
final class Names {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    private static final int LONGEST = 40;

    private final Set<String> taken = new HashSet<>();

    /**
     * A name.
     *
     * @param wanted    as the file has it; may be empty
     * @param otherwise what it is called where that makes no name
     */
    String unique(String wanted, String otherwise) {
        String made = identifier(wanted);
        String base = made.isEmpty() ? otherwise : made;
        String name = base;
        for (int i = 2; !taken.add(key(name)); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** Whether nothing is called so yet. */
    boolean isFree(String name) {
        return !taken.contains(key(name));
    }

    private static String key(String name) {
        return name.replace("_", "").toUpperCase(Locale.ROOT);
    }

    /** {@code encoderLinear1} for {@code encoder.linear1}; empty where there is not a letter in it. */
    static String identifier(String name) {
        StringBuilder identifier = new StringBuilder();
        for (String part : name.split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                identifier.append(
                        identifier.isEmpty()
                                ? part.substring(0, 1).toLowerCase(Locale.ROOT) + part.substring(1)
                                : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
            }
        }
        String text = identifier.toString();
        if (text.chars().noneMatch(Character::isLetter) || text.length() > LONGEST) {
            return "";
        }
        boolean isWord = !Character.isDigit(text.charAt(0)) && !KEYWORDS.contains(text);
        return isWord ? text : "layer" + text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
