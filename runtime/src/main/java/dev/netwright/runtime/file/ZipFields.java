package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The notations of a zip file's headers (PKWARE's APPNOTE 6.3). */
final class ZipFields {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int DESCRIPTOR = 0x08074b50;
    static final int END = 0x06054b50;
    static final int LARGE_END = 0x06064b50;
    static final int LARGE_LOCATOR = 0x07064b50;

    /** Stands where a number of 32 bits is too small, which is then a longer one elsewhere. */
    static final long LARGE = 0xffffffffL;

    /** The same for 16 bits. */
    static final int LARGE_COUNT = 0xffff;

    private static final int LARGE_FIELD = 1;

    private ZipFields() {}

    static int unsignedShort(ByteBuffer from) {
        return from.getShort() & 0xffff;
    }

    static long unsignedInt(ByteBuffer from) {
        return from.getInt() & 0xffffffffL;
    }

    static String name(FileInput in, int length) throws IOException {
        long position = in.position();
        byte[] bytes = in.bytes(length, "the name of an entry");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            DataFormatException failure = in.failure(position, "the name of an entry is no UTF-8.");
            failure.initCause(e);
            throw failure;
        }
    }

    /** The long numbers in the extra field of an entry, in their order; empty where it has none. */
    static ByteBuffer largeNumbers(FileInput in, int length) throws IOException {
        long position = in.position();
        ByteBuffer extra =
                ByteBuffer.wrap(in.bytes(length, "the extra field of an entry")).order(ByteOrder.LITTLE_ENDIAN);
        while (extra.remaining() >= 2 * Short.BYTES) {
            int kind = unsignedShort(extra);
            int size = unsignedShort(extra);
            if (size > extra.remaining()) {
                throw in.failure(
                        position + extra.position(),
                        "a part of the extra field is said to have " + size + " bytes, but " + extra.remaining()
                                + " are left.");
            }
            if (kind == LARGE_FIELD) {
                return extra.limit(extra.position() + size);
            }
            extra.position(extra.position() + size);
        }
        return extra.limit(extra.position());
    }

    /** A number, or the next of the long ones where it is too small for that. */
    static long large(long number, ByteBuffer largeNumbers) {
        return number == LARGE && largeNumbers.remaining() >= Long.BYTES ? largeNumbers.getLong() : number;
    }
}
