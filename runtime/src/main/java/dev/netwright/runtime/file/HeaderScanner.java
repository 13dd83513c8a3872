package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;

/** Goes through the text of a header byte by byte: what the notations of all headers have in common. */
class HeaderScanner {
    private final byte[] text;
    private final FilePart part;
    private final int position;
    private int at;

    /**
     * @param part     that the header is in, for messages
     * @param position where in it the text starts
     */
    HeaderScanner(byte[] text, FilePart part, int position) {
        this.text = text;
        this.part = part;
        this.position = position;
    }

    /** Whether another byte follows. */
    final boolean hasNext() {
        return at < text.length;
    }

    /** The byte that follows; stays before it. */
    final byte next() {
        return text[at];
    }

    /** Goes behind the byte that follows. */
    final void skip() {
        at++;
    }

    /** The place that has been reached, to go back to. */
    final int place() {
        return at;
    }

    /** Goes back, so that a failure is there. */
    final void goTo(int place) {
        at = place;
    }

    /** A whole number, of digits alone. */
    final long number() throws DataFormatException {
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

    /** The end of the text: nothing but spaces follow. */
    final void end() throws DataFormatException {
        skipSpace();
        if (at < text.length) {
            throw unexpected("the header's end, or spaces");
        }
    }

    final void expect(char c, String expected) throws DataFormatException {
        if (!takes(c)) {
            throw unexpected(expected);
        }
    }

    final boolean takes(char c) {
        skipSpace();
        if (at < text.length && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    final void skipSpace() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) {
            at++;
        }
    }

    final DataFormatException unexpected(String expected) {
        if (at >= text.length) {
            return failure("the header ends where " + expected + " was expected.");
        }
        int found = text[at] & 0xff;
        String shown = found > ' ' && found < 0x7f ? "'" + (char) found + "'" : String.format("byte 0x%02x", found);
        return failure("found " + shown + " where " + expected + " was expected.");
    }

    /** At the place that has been reached. */
    final DataFormatException failure(String problem) {
        return part.failure(position + at, problem);
    }
}
