package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a zip file of arrays from its start to its end. */
final class NpzReader {
    private static final String FIRST_ENTRY = "PK\u0003\u0004";
    private static final String NO_ENTRY = "PK\u0005\u0006";

    private static final int MOST_LISTED = 10;

    private final FileInput in;
    private final Set<String> wanted;
    private final Set<String> found = new LinkedHashSet<>();
    private final List<Tensor> tensors = new ArrayList<>();

    /** @param wanted names of the arrays to read; all if there are none */
    NpzReader(FileInput in, Set<String> wanted) {
        this.in = in;
        this.wanted = wanted;
    }

    /** Whether a stream at its start is that of a zip file. */
    static boolean isNpz(FileInput in) throws IOException {
        return in.startsWith(FIRST_ENTRY) || in.startsWith(NO_ENTRY);
    }

    /** In the order of the file. */
    List<Tensor> read() throws IOException {
        if (!isNpz(in)) {
            throw in.failure(
                    0,
                    in.startsWith(NpyHeader.MAGIC)
                            ? "this is an .npy file of one array; read it with Npy.read."
                            : "this is no .npz file, which is a zip file and begins with PK.");
        }
        Optional<String> other = OtherFormat.ofZip(in.peek(OtherFormat.MOST_BYTES));
        if (other.isPresent()) {
            throw in.failure(0, "this is no .npz file, but " + other.get());
        }
        new ZipReader(in).read(this::readEntry);
        for (String name : wanted) {
            if (!found.contains(name)) {
                throw new DataFormatException(
                        in.part().source(),
                        "its arrays",
                        "there is none of the name " + JsonText.quote(name) + "; " + names() + ".");
            }
        }
        return tensors;
    }

    /** Of a file that may have any number of them. */
    private String names() {
        if (found.isEmpty()) {
            return "there are none at all";
        }
        String first = found.stream().limit(MOST_LISTED).map(JsonText::quote).collect(Collectors.joining(", "));
        return "there are " + first
                + (found.size() > MOST_LISTED ? " and " + (found.size() - MOST_LISTED) + " more" : "");
    }

    private void readEntry(String entry, InputStream content) throws IOException {
        String name = Npy.withoutEnding(entry);
        boolean isArray = entry.endsWith(Npy.ENDING);
        if (isArray) {
            found.add(name);
        }
        if (!wanted.isEmpty() && !(isArray && wanted.contains(name))) {
            content.transferTo(OutputStream.nullOutputStream());
            return;
        }
        if (!isArray) {
            throw in.failure(
                    in.position(),
                    "the entry " + JsonText.quote(entry)
                            + " is no array, whose name ends with .npy; to read some arrays alone, name them.");
        }
        if (name.equals(HeaderParser.METADATA)) {
            throw in.failure(in.position(), "the name \"" + name + "\" is that of a safetensors file's metadata.");
        }
        tensors.add(
                NpyReader.read(new FileInput(content, FilePart.array(in.part().source(), name)), name));
    }
}
