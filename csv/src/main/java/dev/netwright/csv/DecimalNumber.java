package dev.netwright.csv;

import java.util.Locale;
import java.util.Set;

/**
 * A number as CSV files have it: digits with an optional sign, decimal point and exponent of ten. {@link Float#parseFloat}
 * takes more, such as {@code 1f}, {@code 0x1p3} and {@code NaN}, which in a file is a mistake.
 */
final class DecimalNumber {
    /** Of texts made of these alone, {@code parseFloat} takes decimal numbers and nothing else. */
    private static final String CHARACTERS = "0123456789+-.eE";

    private static final Set<String> MISSING = Set.of("na", "n/a", "nan", "null", "none", "?", "-");
    private static final Set<String> INFINITE = Set.of("inf", "infinity");

    private DecimalNumber() {}

    /** The float nearest to the number, infinite where it is too large, and NaN where the text is none. */
    static float parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (CHARACTERS.indexOf(text.charAt(i)) < 0) {
                return Float.NaN;
            }
        }
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    /** What is wrong with a text that {@link #parse} gave no finite number for. */
    static String problem(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        if (text.isEmpty() || MISSING.contains(lowerCase)) {
            return (text.isEmpty() ? "the cell is empty" : "the cell is " + Text.quote(text))
                    + ", but every feature and target needs a value; fill it in, or remove the row or the column.";
        }
        if (INFINITE.contains(lowerCase.replaceFirst("^[+-]", "")) || Float.isInfinite(parse(text))) {
            return "the cell is " + Text.quote(text) + ", but features and targets must be finite and at most "
                    + Float.MAX_VALUE + ".";
        }
        return "the cell is " + Text.quote(text)
                + ", which is no decimal number such as 1.5 or -2e-3. If the column is not"
                + " meant to be read, leave it out with ignore(...).";
    }
}
