package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tensors and texts, as the safetensors format keeps them: the length of a header in 8 bytes, little-endian, the header in JSON, and the
 * numbers, little-endian, tensor after tensor. Python's libraries read and write it. NumPy's {@code .npz} files are read too, which have no
 * texts; {@link Npz} writes them.
 *
 * <pre>{@code
 * TensorFile file = TensorFile.read(Path.of("model.safetensors"));
 * float[] weights = file.tensor("hidden.weight").floats();
 * }</pre>
 *
 * <p>Reading trusts nothing that a file says: every number of a header is checked before it is used, and memory is taken for what is there,
 * not for what is claimed. Writing never harms the file that was there before. Immutable but for the tensors' arrays, which are live.
 */
public final class TensorFile {
    private final Map<String, String> metadata;
    private final List<Tensor> tensors;
    private final String source;

    /**
     * Of these.
     *
     * @param metadata texts by their names, in the order in which they are written
     * @param tensors  of different names
     * @throws IllegalArgumentException if two tensors have the same name, or one has that of the metadata, {@code __metadata__}
     */
    public TensorFile(Map<String, String> metadata, List<Tensor> tensors) {
        this(metadata, tensors, "These tensors");
        Set<String> names = new HashSet<>();
        for (Tensor tensor : tensors) {
            checkUnique(tensor.name(), names);
        }
        if (names.contains(HeaderParser.METADATA)) {
            throw new IllegalArgumentException("The name " + JsonText.quote(HeaderParser.METADATA)
                    + " is that of a file's metadata; give the tensor another.");
        }
    }

    static void checkUnique(String name, Set<String> names) {
        if (!names.add(name)) {
            throw new IllegalArgumentException(
                    "The name " + JsonText.quote(name) + " is that of two tensors; give each its own.");
        }
    }

    TensorFile(Map<String, String> metadata, List<Tensor> tensors, String source) {
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        this.tensors = List.copyOf(tensors);
        this.source = source;
    }

    /**
     * Reads a file, in the safetensors format or NumPy's {@code .npz}; its first bytes tell which.
     *
     * @throws DataFormatException if it is truncated, goes on behind its last tensor, or is no such file
     * @throws NoSuchFileException if there is none of this name; the message has its absolute path
     * @throws IOException         if it cannot be read
     */
    public static TensorFile read(Path file) throws IOException {
        try (InputStream in = InputFile.open(file, "a file of tensors")) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a stream to its end; does not close it.
     *
     * @param source what messages call it
     * @throws DataFormatException as {@link #read(Path)}
     * @throws IOException         if it cannot be read
     */
    public static TensorFile read(InputStream in, String source) throws IOException {
        FileInput input = new FileInput(InputFile.present(in, source), FilePart.file(source));
        if (NpzReader.isNpz(input)) {
            return new TensorFile(Map.of(), new NpzReader(input, Set.of()).read(), source);
        }
        TensorReader reader = new TensorReader(input);
        TensorHeader header = reader.header();
        return new TensorFile(header.metadata(), reader.tensors(header), source);
    }

    /**
     * Writes a file, wholly or not at all: whatever happens meanwhile, under this name there is either what was there before or all of this.
     * It is first written beside under another name, {@code .name.….tmp}; one that a killed program left is removed by a later call.
     *
     * @throws IOException if it cannot be written; the file that was there before is as it was then
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, this::write);
    }

    /**
     * Writes to a stream; does not close it.
     *
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        write(Channels.newChannel(out));
    }

    private void write(WritableByteChannel to) throws IOException {
        // Wider numbers first: then all are aligned.
        List<Tensor> ordered = tensors.stream()
                .sorted(Comparator.comparingInt(
                        tensor -> -tensor.numbers().type().bytes()))
                .toList();
        byte[] header = HeaderWriter.write(metadata, ordered);
        NumberWriter writer = new NumberWriter(to);
        writer.write(header.length);
        writer.write(header);
        for (Tensor tensor : ordered) {
            writer.write(tensor.numbers());
        }
    }

    /** Texts by their names; unmodifiable. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** All tensors, in the order of the file; unmodifiable. */
    public List<Tensor> tensors() {
        return tensors;
    }

    /** The tensor of a name, if there is one. */
    public Optional<Tensor> find(String name) {
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }

    /**
     * The tensor of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor tensor(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        source + " has no tensor " + JsonText.quote(name) + "; it has " + names() + "."));
    }

    private String names() {
        return tensors.isEmpty()
                ? "none"
                : String.join(", ", tensors.stream().map(Tensor::name).toList());
    }

    /** Where it was read from, for messages. */
    public String source() {
        return source;
    }
}
