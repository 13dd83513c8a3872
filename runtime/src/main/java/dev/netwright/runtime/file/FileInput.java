package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stream that is read from its start to its end. One that ends too soon is a failure that says where. */
final class FileInput {
    /** The most bytes that are asked for at once. */
    static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final FilePart part;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).limit(0);
    private long taken;

    FileInput(InputStream in, FilePart part) {
        this.in = in;
        this.part = part;
    }

    FilePart part() {
        return part;
    }

    /** Bytes that have been read. */
    long position() {
        return taken - buffer.remaining();
    }

    /**
     * The next bytes and perhaps more behind them, of which whoever asks reads as many as it asked for. It is the same buffer every time,
     * little-endian.
     *
     * @param bytes at most {@link #CHUNK}
     * @param what  they belong to, for the message if there are fewer
     */
    ByteBuffer next(int bytes, String what) throws IOException {
        if (!has(bytes)) {
            throw truncated(what, position() + bytes);
        }
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Whatever is there, at least one byte; read from it what is used.
     *
     * @param what it belongs to, for the message if there is nothing
     */
    ByteBuffer some(String what) throws IOException {
        return next(1, what);
    }

    /** Whether these bytes, one a character, come next. */
    boolean startsWith(String bytes) throws IOException {
        if (!has(bytes.length())) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((buffer.get(buffer.position() + i) & 0xff) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes that come next, one a character, which stay unread: so many, or fewer where there are no more. */
    String peek(int most) throws IOException {
        has(most);
        byte[] bytes = new byte[Math.min(most, buffer.remaining())];
        buffer.get(buffer.position(), bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** So many bytes, in an array that grows with what is there: a length that is merely claimed takes no memory. */
    byte[] bytes(long length, String what) throws IOException {
        long needed = position() + length;
        byte[] bytes = {};
        while (bytes.length < length) {
            int filled = bytes.length;
            int more = (int) Math.min(length - filled, Math.max(CHUNK, filled));
            bytes = Arrays.copyOf(bytes, filled + more);
            while (filled < bytes.length) {
                if (isAtEnd()) {
                    throw truncated(what, needed);
                }
                int found = Math.min(buffer.remaining(), bytes.length - filled);
                buffer.get(bytes, filled, found);
                filled += found;
            }
        }
        return bytes;
    }

    boolean isAtEnd() throws IOException {
        return !has(1);
    }

    private boolean has(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            int found = in.readNBytes(buffer.array(), buffer.position(), buffer.remaining());
            taken += found;
            buffer.position(buffer.position() + found).flip();
        }
        return buffer.remaining() >= bytes;
    }

    DataFormatException failure(long position, String problem) {
        return part.failure(position, problem);
    }

    private DataFormatException truncated(String what, long needed) {
        return failure(
                taken,
                part.noun() + " ends after " + taken + " bytes, within " + what + ", which needs " + needed
                        + " or more; it is truncated.");
    }
}
