package dev.netwright.runtime.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files for tests. */
final class IdxFiles {
    static final int UNSIGNED_BYTE = 0x08;

    private IdxFiles() {}

    /** A header alone. */
    static byte[] header(int type, int... dimensions) {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length);
        header.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dimensions.length);
        for (int dimension : dimensions) {
            header.putInt(dimension);
        }
        return header.array();
    }

    /** A whole file whose values are 1, 2, 3 ... modulo a number. */
    static byte[] file(int modulus, int... dimensions) {
        int count = 1;
        for (int dimension : dimensions) {
            count *= dimension;
        }
        byte[] values = new byte[count];
        for (int i = 0; i < count; i++) {
            values[i] = (byte) ((i + 1) % modulus);
        }
        return concatenate(header(UNSIGNED_BYTE, dimensions), values);
    }

    static byte[] concatenate(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    /** MNIST's four files in small: images of 2 x 3 pixels. */
    static void writeMnist(Path folder, int trainingRows, int testRows) throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), file(256, trainingRows, 2, 3));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), file(10, trainingRows));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), file(256, testRows, 2, 3));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), file(10, testRows));
    }
}
