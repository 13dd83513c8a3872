package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Goes through JSON byte by byte (RFC 8259), as far as headers use it: objects, strings, and arrays of whole numbers that are not negative. */
final class JsonScanner {
    private static final int HEX_DIGITS = 4;
    private static final int HEX_BASE = 16;

    private final byte[] text;
    private final String source;
    private final int position;
    private int at;

    /** @param position where in the file the text starts, for messages */
    JsonScanner(byte[] text, String source, int position) {
        this.text = text;
        this.source = source;
        this.position = position;
    }

    /** What is done with an entry of an object, whose value comes next. */
    interface EntryReader {
        void read(String name) throws DataFormatException;
    }

    /** An object, of which every value is read by the reader. */
    void object(EntryReader reader) throws DataFormatException {
        expect('{', "an object");
        if (takes('}')) {
            return;
        }
        do {
            String name = string("a name in quotes");
            expect(':', "a value");
            reader.read(name);
        } while (takes(','));
        expect('}', "\",\" or the object's end");
    }

    /** An array of whole numbers. */
    List<Long> numbers() throws DataFormatException {
        List<Long> numbers = new ArrayList<>();
        expect('[', "an array of whole numbers");
        if (takes(']')) {
            return numbers;
        }
        do {
            numbers.add(number());
        } while (takes(','));
        expect(']', "\",\" or the array's end");
        return numbers;
    }

    private long number() throws DataFormatException {
        skipSpace();
        int start = at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            int digit = text[at] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw failure("the number is beyond " + Long.MAX_VALUE + ".");
            }
            value = 10 * value + digit;
            at++;
        }
        boolean leadsWithZero = at > start + 1 && text[start] == '0';
        if (at == start || leadsWithZero) {
            at = start;
            throw unexpected("a whole number, of digits alone");
        }
        return value;
    }

    /** @param expected what a message says if there is no string */
    String string(String expected) throws DataFormatException {
        expect('"', expected);
        int start = at;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder string = new StringBuilder();
        while (next(start) != '"') {
            byte b = text[at++];
            if (b == '\\') {
                decode(bytes, string, start);
                string.append(escaped(start));
            } else if (b >= 0 && b < ' ') {
                at--;
                throw unexpected("no control character within a string");
            } else {
                bytes.write(b);
            }
        }
        decode(bytes, string, start);
        at++;
        return string.toString();
    }

    private byte next(int start) throws DataFormatException {
        if (at >= text.length) {
            at = start;
            throw failure("the string that begins here does not end within the header.");
        }
        return text[at];
    }

    private void decode(ByteArrayOutputStream bytes, StringBuilder to, int start) throws DataFormatException {
        try {
            to.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())));
        } catch (CharacterCodingException e) {
            at = start;
            DataFormatException failure = failure("the string that begins here is no UTF-8.");
            failure.initCause(e);
            throw failure;
        }
        bytes.reset();
    }

    private char escaped(int start) throws DataFormatException {
        char c = (char) next(start);
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex(start);
            default -> {
                at--;
                throw unexpected("one of \"\\/bfnrtu after a backslash");
            }
        };
    }

    private char hex(int start) throws DataFormatException {
        int value = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = Character.digit(next(start), HEX_BASE);
            if (digit < 0) {
                throw unexpected("four hexadecimal digits after \\u");
            }
            value = HEX_BASE * value + digit;
            at++;
        }
        return (char) value;
    }

    /** The end of the text: nothing but spaces follow. */
    void end() throws DataFormatException {
        skipSpace();
        if (at < text.length) {
            throw unexpected("the header's end, or spaces");
        }
    }

    private void expect(char c, String expected) throws DataFormatException {
        if (!takes(c)) {
            throw unexpected(expected);
        }
    }

    private boolean takes(char c) {
        skipSpace();
        if (at < text.length && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) {
            at++;
        }
    }

    private DataFormatException unexpected(String expected) {
        if (at >= text.length) {
            return failure("the header ends where " + expected + " was expected.");
        }
        int found = text[at] & 0xff;
        String shown = found > ' ' && found < 0x7f ? "'" + (char) found + "'" : String.format("byte 0x%02x", found);
        return failure("found " + shown + " where " + expected + " was expected.");
    }

    /** At the place that has been reached. */
    DataFormatException failure(String problem) {
        return new DataFormatException(source, "byte " + (position + at), problem);
    }
}
