package dev.netwright.runtime.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files put together byte by byte, without the writer. */
final class SafetensorsBytes {
    private SafetensorsBytes() {}

    /** A header of any text, and so many bytes 0, 1, 2, ... behind it. */
    static byte[] of(String header, int dataBytes) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] data = new byte[dataBytes];
        for (int i = 0; i < dataBytes; i++) {
            data[i] = (byte) i;
        }
        return of(text, data);
    }

    static byte[] of(byte[] header, byte[] data) {
        return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
    }

    static TensorFile read(byte[] bytes) throws IOException {
        return TensorFile.read(new ByteArrayInputStream(bytes), "m.safetensors");
    }
}
