package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** The bytes of one entry of a zip file, unpacked as they are read. */
final class ZipContent extends InputStream {
    private final FileInput in;
    private final String what;
    private final long start;
    private final CRC32 crc = new CRC32();
    private final Inflater inflater = new Inflater(true);
    private final boolean isStored;
    private long left;
    private long size;

    /**
     * @param name   of the entry, for messages
     * @param stored bytes of an entry that is not compressed
     */
    ZipContent(FileInput in, String name, boolean isStored, long stored) {
        this.in = in;
        this.isStored = isStored;
        what = "the entry " + JsonText.quote(name);
        start = in.position();
        left = stored;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int found = isStored ? copy(to, offset, length) : inflate(to, offset, length);
        if (found > 0) {
            crc.update(to, offset, found);
            size += found;
        }
        return found;
    }

    private int copy(byte[] to, int offset, int length) throws IOException {
        // A long number of a damaged file may be negative: it then differs from what is found here.
        if (left <= 0) {
            return -1;
        }
        ByteBuffer bytes = in.some(what);
        int found = (int) Math.min(left, Math.min(length, bytes.remaining()));
        bytes.get(to, offset, found);
        left -= found;
        return found;
    }

    private int inflate(byte[] to, int offset, int length) throws IOException {
        try {
            while (true) {
                int found = inflater.inflate(to, offset, length);
                if (found > 0) {
                    return found;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw in.failure(in.position(), what + " is damaged: it needs a dictionary.");
                }
                // It moves the position of the buffer, which then stands behind the last byte that it took.
                inflater.setInput(in.some(what));
            }
        } catch (java.util.zip.DataFormatException e) {
            DataFormatException failure = in.failure(
                    in.position(), what + " is damaged: its data cannot be unpacked, " + e.getMessage() + ".");
            failure.initCause(e);
            throw failure;
        }
    }

    /** Bytes of it in the file, as far as it was read. */
    long packed() {
        return in.position() - start;
    }

    /** Bytes that were read. */
    long size() {
        return size;
    }

    /** Their checksum. */
    long crc() {
        return crc.getValue();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
