package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Goes through JSON byte by byte (RFC 8259), as far as headers use it: objects, strings, and arrays of whole numbers that are not negative. */
final class JsonScanner extends HeaderScanner {
    /** Dimensions of a shape, as NumPy has them at most. */
    private static final int MOST_NUMBERS = 64;

    private static final int HEX_DIGITS = 4;
    private static final int HEX_BASE = 16;

    JsonScanner(byte[] text, FilePart part, int position) {
        super(text, part, position);
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
            if (numbers.size() == MOST_NUMBERS) {
                throw failure("more than " + MOST_NUMBERS + " numbers stand here; no shape has so many dimensions.");
            }
            numbers.add(number());
        } while (takes(','));
        expect(']', "\",\" or the array's end");
        return numbers;
    }

    /** @param expected what a message says if there is no string */
    String string(String expected) throws DataFormatException {
        expect('"', expected);
        int start = place();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder string = new StringBuilder();
        while (next(start) != '"') {
            byte b = next();
            skip();
            if (b == '\\') {
                decode(bytes, string, start);
                string.append(escaped(start));
            } else if (b >= 0 && b < ' ') {
                goTo(place() - 1);
                throw unexpected("no control character within a string");
            } else {
                bytes.write(b);
            }
        }
        decode(bytes, string, start);
        skip();
        return string.toString();
    }

    private byte next(int start) throws DataFormatException {
        if (!hasNext()) {
            goTo(start);
            throw failure("the string that begins here does not end within the header.");
        }
        return next();
    }

    private void decode(ByteArrayOutputStream bytes, StringBuilder to, int start) throws DataFormatException {
        try {
            to.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())));
        } catch (CharacterCodingException e) {
            goTo(start);
            DataFormatException failure = failure("the string that begins here is no UTF-8.");
            failure.initCause(e);
            throw failure;
        }
        bytes.reset();
    }

    private char escaped(int start) throws DataFormatException {
        char c = (char) next(start);
        skip();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex(start);
            default -> {
                goTo(place() - 1);
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
            skip();
        }
        return (char) value;
    }
}
