package dev.netwright.runtime.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Goes through the directory at the end of a zip file, which must say what was found in it: every entry, each once, and nothing behind. */
final class ZipDirectory {
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int LARGE_END_BYTES = 56;
    private static final int LARGE_LOCATOR_BYTES = 20;

    /** What stands before the entries' count in each of the two records that end a file. */
    private static final int DISKS = Integer.BYTES;

    private static final int LARGE_DISKS = 24;

    /** Of a large end, the bytes whose number it does not count: its signature and that number. */
    private static final int UNCOUNTED = Integer.BYTES + Long.BYTES;

    private final FileInput in;
    private final Map<String, ZipItem> items;
    private final long start;
    private long end;

    /** @param items what was found, by name; each is taken out when it is met */
    ZipDirectory(FileInput in, Map<String, ZipItem> items) {
        this.in = in;
        this.items = items;
        start = in.position();
    }

    void check() throws IOException {
        int count = items.size();
        while (nextSignature() == ZipFields.CENTRAL) {
            checkEntry();
        }
        if (!items.isEmpty()) {
            throw in.failure(
                    in.position(),
                    "the directory has no entry "
                            + JsonText.quote(items.keySet().iterator().next()) + ", which is in the file.");
        }
        end = in.position();
        boolean isLarge = nextSignature() == ZipFields.LARGE_END;
        if (isLarge) {
            checkLargeEnd(count);
        }
        checkEnd(count, isLarge);
    }

    private int nextSignature() throws IOException {
        ByteBuffer next = in.next(Integer.BYTES, "the directory");
        return next.getInt(next.position());
    }

    private void checkEntry() throws IOException {
        long position = in.position();
        ByteBuffer header = in.next(CENTRAL_BYTES, "the directory");
        header.getInt();
        header.getInt();
        header.getShort();
        int method = ZipFields.unsignedShort(header);
        header.getInt();
        long crc = ZipFields.unsignedInt(header);
        long packed = ZipFields.unsignedInt(header);
        long size = ZipFields.unsignedInt(header);
        int nameLength = ZipFields.unsignedShort(header);
        int extraLength = ZipFields.unsignedShort(header);
        int commentLength = ZipFields.unsignedShort(header);
        header.getLong();
        long offset = ZipFields.unsignedInt(header);
        String name = ZipFields.name(in, nameLength);
        ByteBuffer large = ZipFields.largeNumbers(in, extraLength);
        size = ZipFields.large(size, large);
        packed = ZipFields.large(packed, large);
        offset = ZipFields.large(offset, large);
        in.bytes(commentLength, "the comment of an entry");
        ZipItem said = new ZipItem(name, offset, method, crc, packed, size);
        ZipItem found = items.remove(name);
        if (found == null) {
            throw in.failure(
                    position,
                    "the directory has the entry " + JsonText.quote(name)
                            + " here, which is not in the file, or not twice.");
        }
        if (!found.equals(said)) {
            throw ZipReader.mismatch(in, found, said, "the directory", position);
        }
    }

    private void checkLargeEnd(int count) throws IOException {
        ByteBuffer record = in.next(LARGE_END_BYTES, "the end of the directory");
        record.getInt();
        long bytes = record.getLong();
        record.position(record.position() + LARGE_DISKS - UNCOUNTED);
        checkCounts(end, count, record.getLong(), record.getLong(), record.getLong(), record.getLong());
        if (bytes != LARGE_END_BYTES - UNCOUNTED) {
            throw in.failure(
                    end,
                    "the end of the directory is said to have " + bytes + " bytes; it has "
                            + (LARGE_END_BYTES - UNCOUNTED) + ".");
        }
        long position = in.position();
        ByteBuffer locator = in.next(LARGE_LOCATOR_BYTES, "the end of the directory");
        int signature = locator.getInt();
        locator.getInt();
        long offset = locator.getLong();
        locator.getInt();
        if (signature != ZipFields.LARGE_LOCATOR || offset != end) {
            throw in.failure(position, "where the directory ends is not said here, or wrongly; the file is damaged.");
        }
    }

    /** @param isLarge whether numbers that are too small here stand in another record */
    private void checkEnd(int count, boolean isLarge) throws IOException {
        long position = in.position();
        ByteBuffer record = in.next(END_BYTES, "the end of the directory");
        if (record.getInt() != ZipFields.END) {
            throw in.failure(position, "neither an entry nor the directory goes on here; the file is damaged.");
        }
        record.position(record.position() + DISKS);
        long here = ZipFields.unsignedShort(record);
        long all = ZipFields.unsignedShort(record);
        long size = ZipFields.unsignedInt(record);
        long offset = ZipFields.unsignedInt(record);
        int commentLength = ZipFields.unsignedShort(record);
        checkCounts(
                position,
                count,
                isLarge && here == ZipFields.LARGE_COUNT ? count : here,
                isLarge && all == ZipFields.LARGE_COUNT ? count : all,
                isLarge && size == ZipFields.LARGE ? end - start : size,
                isLarge && offset == ZipFields.LARGE ? start : offset);
        in.bytes(commentLength, "the file's comment");
        if (!in.isAtEnd()) {
            throw in.failure(in.position(), "the file goes on behind its end.");
        }
    }

    private void checkCounts(long position, int count, long here, long all, long size, long offset) throws IOException {
        if (here != count || all != count || size != end - start || offset != start) {
            throw in.failure(
                    position,
                    "the directory is said to have " + all + " entries in " + size + " bytes at " + offset
                            + ", but it has " + count + " in " + (end - start) + " at " + start
                            + "; the file is damaged.");
        }
    }
}
