package dev.netwright.runtime.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip file of arrays. Every entry has the same age, so that the same tensors give the same bytes. */
final class NpzWriter {
    /** Zip files begin with 1980, but for its first moment the JDK adds a time that depends on the time zone. */
    private static final LocalDateTime AGE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int LONGEST_NAME = 0xffff;
    private static final int BUFFER = 1 << 16;

    private final List<Tensor> tensors;
    private final boolean isCompressed;

    /** @throws IllegalArgumentException if two tensors have the same name, or one cannot be in such a file */
    NpzWriter(List<Tensor> tensors, boolean isCompressed) {
        this.tensors = List.copyOf(tensors);
        this.isCompressed = isCompressed;
        Set<String> names = new HashSet<>();
        for (Tensor tensor : tensors) {
            NpyWriter.check(tensor);
            checkName(tensor.name());
            TensorFile.checkUnique(tensor.name(), names);
        }
    }

    private static void checkName(String name) {
        int bytes;
        try {
            bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(name + Npy.ENDING))
                    .remaining();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "The name " + JsonText.quote(name) + " has half of a character; give the tensor another.", e);
        }
        if (bytes > LONGEST_NAME) {
            throw new IllegalArgumentException("The name " + JsonText.quote(name) + " has " + name.length()
                    + " characters; a name in a zip file has at most " + LONGEST_NAME + " bytes.");
        }
    }

    void write(OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        // Not closed, as the stream below is the caller's; what compresses is freed with it, soon enough.
        ZipOutputStream zip = new ZipOutputStream(buffered);
        for (Tensor tensor : tensors) {
            zip.putNextEntry(entry(tensor));
            NpyWriter.write(tensor, Channels.newChannel(zip));
            zip.closeEntry();
        }
        zip.finish();
        buffered.flush();
    }

    private ZipEntry entry(Tensor tensor) throws IOException {
        ZipEntry entry = new ZipEntry(tensor.name() + Npy.ENDING);
        entry.setTimeLocal(AGE);
        if (isCompressed) {
            return entry;
        }
        // An entry that is not compressed says its size and checksum before its bytes.
        CRC32 crc = new CRC32();
        NpyWriter.write(tensor, Channels.newChannel(new CheckedOutputStream(OutputStream.nullOutputStream(), crc)));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(NpyWriter.bytes(tensor));
        entry.setCompressedSize(NpyWriter.bytes(tensor));
        entry.setCrc(crc.getValue());
        return entry;
    }
}
