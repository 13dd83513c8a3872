package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arrays with names in NumPy's {@code .npz} format, a zip file of {@code .npy} files, as {@code np.savez} and {@code np.savez_compressed}
 * write and {@code np.load} reads it.
 *
 * <pre>{@code
 * TensorFile file = Npz.read(Path.of("flowers.npz"));
 * Dataset flowers = Dataset.ofLabels(file.tensor("x").toFloats(), 4, file.tensor("y").toInts(), 3);
 * }</pre>
 *
 * <p>{@link Npy} says which arrays can be read. A file with an entry that is none of these is refused, unless the arrays that are wanted
 * are named. Reading trusts nothing: every entry must have the checksum and the sizes that it is said to have, and be in the directory at
 * the end once. Memory is taken for what is unpacked, not for what is claimed; but as in every compressed file, a thousand bytes may really
 * be in one.
 */
public final class Npz {
    private Npz() {}

    /**
     * Reads a file.
     *
     * @param names of the arrays to read, whatever else is in the file; none for all
     * @throws DataFormatException if it is damaged, truncated, goes on behind its end, lacks a named array, or what is to be read is no
     *                             array of numbers
     * @throws NoSuchFileException if there is none of this name; the message has its absolute path
     * @throws IOException         if it cannot be read
     */
    public static TensorFile read(Path file, String... names) throws IOException {
        try (InputStream in = InputFile.open(file, "an .npz file")) {
            return read(in, file.toString(), names);
        }
    }

    /**
     * Reads a stream to its end; does not close it.
     *
     * @param source what messages call it
     * @param names  of the arrays to read, whatever else is in the file; none for all
     * @throws DataFormatException as {@link #read(Path, String...)}
     * @throws IOException         if it cannot be read
     */
    public static TensorFile read(InputStream in, String source, String... names) throws IOException {
        FileInput input = new FileInput(InputFile.present(in, source), FilePart.file(source));
        Set<String> wanted = Set.copyOf(List.of(names));
        return new TensorFile(Map.of(), new NpzReader(input, wanted).read(), source);
    }

    /**
     * Writes a file, not compressed, as {@code np.savez} does; wholly or not at all, as {@link TensorFile#write(Path)} does. The same
     * tensors give the same bytes everywhere.
     *
     * @throws IllegalArgumentException if two tensors have the same name, or one has more than 64 dimensions or a name that no zip file can have
     * @throws IOException              if it cannot be written; the file that was there before is as it was then
     */
    public static void write(Path file, List<Tensor> tensors) throws IOException {
        write(file, new NpzWriter(tensors, false));
    }

    /**
     * Writes to a stream; does not close it.
     *
     * @throws IllegalArgumentException as {@link #write(Path, List)}
     * @throws IOException              if it cannot be written
     */
    public static void write(OutputStream out, List<Tensor> tensors) throws IOException {
        new NpzWriter(tensors, false).write(out);
    }

    /**
     * Writes a file, compressed, as {@code np.savez_compressed} does. Numbers that are often the same become much smaller, learnt
     * parameters hardly. How well is the JDK's own affair, so the bytes are the same on the same JDK alone; the numbers always.
     *
     * @throws IllegalArgumentException as {@link #write(Path, List)}
     * @throws IOException              if it cannot be written; the file that was there before is as it was then
     */
    public static void writeCompressed(Path file, List<Tensor> tensors) throws IOException {
        write(file, new NpzWriter(tensors, true));
    }

    /**
     * Writes to a stream, compressed; does not close it.
     *
     * @throws IllegalArgumentException as {@link #write(Path, List)}
     * @throws IOException              if it cannot be written
     */
    public static void writeCompressed(OutputStream out, List<Tensor> tensors) throws IOException {
        new NpzWriter(tensors, true).write(out);
    }

    private static void write(Path file, NpzWriter writer) throws IOException {
        AtomicFile.write(file, to -> writer.write(Channels.newOutputStream(to)));
    }
}
