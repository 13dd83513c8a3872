package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * One array in NumPy's {@code .npy} format, as {@code np.save} writes and {@code np.load} reads it.
 *
 * <pre>{@code
 * float[] x = Npy.read(Path.of("x.npy")).toFloats();
 * }</pre>
 *
 * <p>Arrays of booleans, whole numbers and floating-point numbers can be read, in either order of bytes, and of dimensions: columns first
 * becomes row-major. Narrower numbers are widened to floats or longs, which changes none. Objects, texts, structures and complex numbers
 * are refused. Reading trusts nothing that a file says, and takes memory for what is there alone.
 */
public final class Npy {
    /** How the names of such files end. */
    static final String ENDING = ".npy";

    private Npy() {}

    /**
     * Reads a file. The tensor's name is that of the file without {@code .npy}.
     *
     * @throws DataFormatException if it is truncated, goes on behind its last number, or is no array of numbers
     * @throws NoSuchFileException if there is none of this name; the message has its absolute path
     * @throws IOException         if it cannot be read
     */
    public static Tensor read(Path file) throws IOException {
        try (InputStream in = InputFile.open(file, "a NumPy array")) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a stream to its end; does not close it.
     *
     * @param source what messages call it; its last part without {@code .npy} is the tensor's name
     * @throws DataFormatException as {@link #read(Path)}
     * @throws IOException         if it cannot be read
     */
    public static Tensor read(InputStream in, String source) throws IOException {
        String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        return NpyReader.read(new FileInput(InputFile.present(in, source), FilePart.file(source)), withoutEnding(name));
    }

    static String withoutEnding(String name) {
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /**
     * Writes a file, wholly or not at all, as {@link TensorFile#write(Path)} does. The tensor's name is not in it.
     *
     * @throws IllegalArgumentException if the tensor has more than 64 dimensions
     * @throws IOException              if it cannot be written; the file that was there before is as it was then
     */
    public static void write(Path file, Tensor tensor) throws IOException {
        NpyWriter.check(tensor);
        AtomicFile.write(file, to -> NpyWriter.write(tensor, to));
    }

    /**
     * Writes to a stream; does not close it.
     *
     * @throws IllegalArgumentException if the tensor has more than 64 dimensions
     * @throws IOException              if it cannot be written
     */
    public static void write(OutputStream out, Tensor tensor) throws IOException {
        NpyWriter.check(tensor);
        NpyWriter.write(tensor, Channels.newChannel(out));
    }
}
