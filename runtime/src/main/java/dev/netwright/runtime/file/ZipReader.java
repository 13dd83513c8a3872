package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Goes through a zip file once, from its first byte to its last. Entries lie one behind the other, so none can share bytes with another;
 * what is said at an entry must be so, and what the directory at the end says must be what was there. The JDK's own stream looks at no
 * directory.
 */
final class ZipReader {
    private static final int LOCAL_BYTES = 30;
    private static final int ENCRYPTED = 1;
    private static final int HAS_DESCRIPTOR = 1 << 3;

    private final FileInput in;
    private final Map<String, ZipItem> items = new LinkedHashMap<>();

    ZipReader(FileInput in) {
        this.in = in;
    }

    /** What is done with the bytes of an entry, which are read to their end. */
    interface EntryReader {
        void read(String name, InputStream content) throws IOException;
    }

    void read(EntryReader reader) throws IOException {
        while (nextSignature() == ZipFields.LOCAL) {
            readEntry(reader);
        }
        new ZipDirectory(in, items).check();
    }

    private int nextSignature() throws IOException {
        ByteBuffer next = in.next(Integer.BYTES, "the next entry or the directory");
        return next.getInt(next.position());
    }

    private void readEntry(EntryReader reader) throws IOException {
        long offset = in.position();
        ByteBuffer header = in.next(LOCAL_BYTES, "the header of an entry");
        header.getInt();
        header.getShort();
        int flags = ZipFields.unsignedShort(header);
        int method = ZipFields.unsignedShort(header);
        header.getInt();
        long crc = ZipFields.unsignedInt(header);
        long packed = ZipFields.unsignedInt(header);
        long size = ZipFields.unsignedInt(header);
        int nameLength = ZipFields.unsignedShort(header);
        int extraLength = ZipFields.unsignedShort(header);
        String name = ZipFields.name(in, nameLength);
        ByteBuffer large = ZipFields.largeNumbers(in, extraLength);
        boolean isLarge = large.hasRemaining();
        size = ZipFields.large(size, large);
        packed = ZipFields.large(packed, large);
        boolean hasDescriptor = (flags & HAS_DESCRIPTOR) != 0;
        checkReadable(name, offset, flags, method);
        ZipItem found;
        try (ZipContent content = new ZipContent(in, name, method == ZipItem.STORED, packed)) {
            reader.read(name, content);
            if (content.read() >= 0) {
                throw new IllegalStateException("The entry " + name + " was not read to its end.");
            }
            found = new ZipItem(name, offset, method, content.crc(), content.packed(), content.size());
        }
        ZipItem said =
                hasDescriptor ? descriptor(found, isLarge) : new ZipItem(name, offset, method, crc, packed, size);
        check(found, said, "its header", offset);
        items.put(name, found);
    }

    private void checkReadable(String name, long offset, int flags, int method) throws DataFormatException {
        String what = "the entry " + JsonText.quote(name);
        if (items.containsKey(name)) {
            throw in.failure(offset, what + " stands here a second time.");
        }
        if ((flags & ENCRYPTED) != 0) {
            throw in.failure(offset, what + " is encrypted, which NumPy's files are not.");
        }
        if (method != ZipItem.STORED && method != ZipItem.DEFLATED) {
            throw in.failure(
                    offset,
                    what + " is packed by method " + method
                            + "; 0, stored, and 8, deflated, can be read, which np.savez and np.savez_compressed write.");
        }
        if (method == ZipItem.STORED && (flags & HAS_DESCRIPTOR) != 0) {
            throw in.failure(
                    offset,
                    what
                            + " does not say how long it is, as it was written to a stream; write it to a file, or compressed.");
        }
    }

    /** What stands behind an entry whose writer did not know its size before. Its sizes are long where those of the header are. */
    private ZipItem descriptor(ZipItem found, boolean isLarge) throws IOException {
        if (nextSignature() == ZipFields.DESCRIPTOR) {
            in.next(Integer.BYTES, "").getInt();
        }
        boolean hasLongs = isLarge || found.size() >= ZipFields.LARGE || found.packed() >= ZipFields.LARGE;
        ByteBuffer bytes =
                in.next(Integer.BYTES + (hasLongs ? 2 * Long.BYTES : 2 * Integer.BYTES), "a data descriptor");
        long crc = ZipFields.unsignedInt(bytes);
        long packed = hasLongs ? bytes.getLong() : ZipFields.unsignedInt(bytes);
        long size = hasLongs ? bytes.getLong() : ZipFields.unsignedInt(bytes);
        return new ZipItem(found.name(), found.offset(), found.method(), crc, packed, size);
    }

    private void check(ZipItem found, ZipItem said, String where, long position) throws DataFormatException {
        if (!found.equals(said)) {
            throw mismatch(in, found, said, where, position);
        }
    }

    static DataFormatException mismatch(FileInput in, ZipItem found, ZipItem said, String where, long position) {
        return in.failure(
                position,
                "the entry " + JsonText.quote(found.name()) + " is " + text(found) + ", but " + where + " says "
                        + text(said) + "; the file is damaged.");
    }

    private static String text(ZipItem item) {
        return item.packed() + " bytes at " + item.offset() + " by method " + item.method() + ", unpacked "
                + item.size() + ", with the checksum " + String.format("%08x", item.crc());
    }
}
