package dev.netwright.runtime.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** Writes a header and numbers. */
final class TensorWriter {
    private static final int CHUNK = 1 << 16;

    private final WritableByteChannel to;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    TensorWriter(WritableByteChannel to) {
        this.to = to;
    }

    void write(byte[] header, List<Tensor> tensors) throws IOException {
        buffer.putLong(header.length);
        flush();
        ByteBuffer text = ByteBuffer.wrap(header);
        while (text.hasRemaining()) {
            to.write(text);
        }
        for (Tensor tensor : tensors) {
            write(tensor.numbers());
        }
    }

    private void write(NumberArray numbers) throws IOException {
        int most = CHUNK / numbers.type().bytes();
        for (int from = 0; from < numbers.count(); from += most) {
            numbers.write(from, Math.min(most, numbers.count() - from), buffer);
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
        buffer.clear();
    }
}
