package dev.netwright.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Sources in ASCII, which every compiler reads alike, whatever it takes for the encoding of files. */
final class Ascii {
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("√(", "sqrt(");
        SIGNS.put("√2", "sqrt(2)");
        SIGNS.put("Σ ", "sum of ");
        SIGNS.put("·", "*");
        SIGNS.put("ᵢ", "_i");
        SIGNS.put("₀", "_0");
        SIGNS.put("ₙ", "_n");
        SIGNS.put("α", "alpha");
        SIGNS.put("ε", "epsilon");
        SIGNS.put("λ", "lambda");
        SIGNS.put("π", "pi");
        SIGNS.put("φ", "phi");
        SIGNS.put("Φ", "Phi");
        SIGNS.put("τ", "tau");
    }

    private static final Pattern POWERS = Pattern.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ]+");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ";
    private static final String IN_LINE = "0123456789n";

    private Ascii() {}

    /** A formula or a source of our own with words for the signs of mathematics. */
    static String ofComments(String text) {
        String result = POWERS.matcher(text).replaceAll(power -> "^" + inLine(power.group()));
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            result = result.replace(sign.getKey(), sign.getValue());
        }
        return result;
    }

    private static String inLine(String superscripts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < superscripts.length(); i++) {
            text.append(IN_LINE.charAt(SUPERSCRIPTS.indexOf(superscripts.charAt(i))));
        }
        return text.toString();
    }

    /** A source with an escape for every letter that is not in ASCII; the same to the compiler. */
    static String escaped(String source) {
        StringBuilder text = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c < 128) {
                text.append(c);
            } else {
                text.append(String.format("\\u%04x", (int) c));
            }
        }
        return text.toString();
    }

    /** A name of the user's as comments can have it: it ends none, not even that of a line, and is neither an escape nor a tag. */
    static String inComment(String name) {
        return name.replace("*/", "* /")
                .replace('\\', '/')
                .replace('\n', ' ')
                .replace('\r', ' ')
                .replace('{', '(')
                .replace('}', ')')
                .replace('@', '.');
    }

    /** A string in Java. */
    static String literal(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' || c == 127 ? String.format("\\%03o", (int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
