package dev.netwright.examples.digits;

import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes images of digits as MNIST's four files. */
final class IdxFolder {
    private static final int UNSIGNED_BYTES = 0x800;

    private IdxFolder() {}

    /** Square images of so many pixels a side. */
    static void write(Path folder, int side, Dataset training, Dataset test) throws IOException {
        write(folder, "train", side, training);
        write(folder, "t10k", side, test);
    }

    private static void write(Path folder, String stem, int side, Dataset data) throws IOException {
        ByteBuffer images = header(data.rows() * side * side, data.rows(), side, side);
        for (float pixel : data.features()) {
            images.put((byte) Math.round(255 * pixel));
        }
        Files.write(folder.resolve(stem + "-images-idx3-ubyte"), images.array());
        ByteBuffer labels = header(data.rows(), data.rows());
        for (int label : data.targets().labels()) {
            labels.put((byte) label);
        }
        Files.write(folder.resolve(stem + "-labels-idx1-ubyte"), labels.array());
    }

    private static ByteBuffer header(int values, int... dimensions) {
        ByteBuffer file =
                ByteBuffer.allocate(4 + 4 * dimensions.length + values).putInt(UNSIGNED_BYTES + dimensions.length);
        for (int dimension : dimensions) {
            file.putInt(dimension);
        }
        return file;
    }
}
