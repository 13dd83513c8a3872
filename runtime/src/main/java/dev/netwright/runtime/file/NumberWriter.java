package dev.netwright.runtime.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;

/** Writes headers and numbers, little-endian. */
final class NumberWriter {
    private static final int CHUNK = 1 << 16;

    private final WritableByteChannel to;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    NumberWriter(WritableByteChannel to) {
        this.to = to;
    }

    void write(long number) throws IOException {
        buffer.putLong(number);
        flush();
    }

    void write(byte[] bytes) throws IOException {
        writeAll(ByteBuffer.wrap(bytes));
    }

    void write(NumberArray numbers) throws IOException {
        int most = CHUNK / numbers.type().bytes();
        for (int from = 0; from < numbers.count(); from += most) {
            numbers.write(from, Math.min(most, numbers.count() - from), buffer);
            flush();
        }
    }

    private void flush() throws IOException {
        writeAll(buffer.flip());
        buffer.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }
}
