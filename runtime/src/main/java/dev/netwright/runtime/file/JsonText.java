package dev.netwright.runtime.file;

import java.util.Locale;

/** Strings as JSON writes them (RFC 8259), in ASCII or not; also for names in messages, of which no file can say how long they are. */
final class JsonText {
    private static final int MOST_SHOWN = 80;
    private static final int FIRST_PRINTABLE = 0x20;

    private JsonText() {}

    /** In quotes, with what JSON escapes escaped; shortened where it is long. */
    static String quote(String text) {
        boolean isLong = text.length() > MOST_SHOWN;
        StringBuilder quoted = new StringBuilder();
        append(isLong ? text.substring(0, MOST_SHOWN) + "..." : text, quoted);
        return quoted.toString();
    }

    /** In quotes, with what JSON escapes escaped. */
    static void append(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    // A surrogate alone has no UTF-8, and escaped it comes back.
                    if (c < FIRST_PRINTABLE || Character.isSurrogate(c)) {
                        to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }
}
