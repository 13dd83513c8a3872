package dev.netwright.csv;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;

/**
 * How a file is written.
 *
 * @param separator the character between cells
 * @param comment   the character that a comment begins with; empty where there are no comments
 * @param charset   how characters are encoded where no byte order mark says so
 */
record CsvFormat(char separator, Optional<Character> comment, Charset charset) {
    static final char QUOTE = '"';

    CsvFormat {
        Objects.requireNonNull(charset, "charset");
        check("separator", separator);
        comment.ifPresent(character -> check("start of a comment", character));
        if (comment.filter(character -> character == separator).isPresent()) {
            throw new IllegalArgumentException(
                    "The separator and the start of a comment are both '" + separator + "'; they must differ.");
        }
    }

    private static void check(String what, char character) {
        if (character == QUOTE || character == '\n' || character == '\r') {
            throw new IllegalArgumentException("The " + what + " is "
                    + (character == QUOTE ? "a quote" : "a line break") + "; it cannot be that.");
        }
    }

    CsvFormat withSeparator(char newSeparator) {
        return new CsvFormat(newSeparator, comment, charset);
    }

    CsvFormat withComment(char newComment) {
        return new CsvFormat(separator, Optional.of(newComment), charset);
    }

    CsvFormat withCharset(Charset newCharset) {
        return new CsvFormat(separator, comment, newCharset);
    }
}
