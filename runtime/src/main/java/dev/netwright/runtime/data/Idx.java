package dev.netwright.runtime.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The unsigned bytes of an IDX file, the format of the MNIST database (LeCun, Cortes and Burges 1998): two zero bytes, a
 * type, the number of dimensions, each dimension as a big-endian 32-bit number, and the values, row-major. Plain or
 * gzipped; the first bytes tell which. What follows gzipped data is ignored, as gzip does.
 */
public final class Idx {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;
    private static final int CHUNK = 1 << 16;

    private final List<Integer> dimensions;
    private final byte[] values;

    private Idx(List<Integer> dimensions, byte[] values) {
        this.dimensions = List.copyOf(dimensions);
        this.values = values;
    }

    /**
     * Reads a file.
     *
     * @throws DataFormatException if it is truncated, goes on after its values, or is no IDX file of unsigned bytes
     * @throws IOException         if it cannot be read
     */
    public static Idx read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder, not an IDX file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            NoSuchFileException failure = new NoSuchFileException(
                    file.toString(),
                    null,
                    "there is no such file; an IDX file was looked for at " + file.toAbsolutePath()
                            + ". Check the name.");
            failure.initCause(e);
            throw failure;
        }
    }

    /**
     * Reads a stream to its end; does not close it.
     *
     * @param source what messages call it
     * @throws DataFormatException as {@link #read(Path)}
     */
    public static Idx read(InputStream in, String source) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, CHUNK);
        return new Reader(source, isGzip(buffered) ? unzip(buffered, source) : buffered).read();
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
        in.reset();
        return gzip;
    }

    private static InputStream unzip(InputStream in, String source) throws IOException {
        try {
            return new GZIPInputStream(in, CHUNK);
        } catch (EOFException | ZipException e) {
            DataFormatException failure =
                    new DataFormatException(source, "byte 0", "the gzip header is damaged or cut off.");
            failure.initCause(e);
            throw failure;
        }
    }

    /** The sizes, outermost first. */
    public List<Integer> dimensions() {
        return dimensions;
    }

    /** The live values, row-major; each byte stands for 0 to 255. */
    public byte[] values() {
        return values;
    }

    /** Where in the file the values begin. */
    int valuesPosition() {
        return 4 + 4 * dimensions.size();
    }

    /** Reads one stream and counts its bytes. */
    private static final class Reader {
        private final String source;
        private final InputStream in;
        private long position;

        Reader(String source, InputStream in) {
            this.source = source;
            this.in = in;
        }

        Idx read() throws IOException {
            int dimensionCount = readMagic();
            long headerEnd = 4L + 4L * dimensionCount;
            List<Integer> dimensions = new ArrayList<>();
            long count = 1;
            for (int d = 0; d < dimensionCount; d++) {
                long start = position;
                int size = ByteBuffer.wrap(readExactly(4, headerEnd)).getInt();
                if (size < 0 || count * size > Values.MOST) {
                    throw failure(
                            start,
                            "dimension " + (d + 1) + " is " + Integer.toUnsignedString(size)
                                    + ", so that the values would not fit an array of " + Values.MOST
                                    + ".");
                }
                dimensions.add(size);
                count *= size;
            }
            byte[] values = readExactly((int) count, headerEnd + count);
            if (readSome(new byte[1], 0, 1) > 0) {
                throw failure(
                        headerEnd + count,
                        "the file goes on after its " + count + " values; dimensions " + dimensions + " need a file of "
                                + (headerEnd + count) + " bytes.");
            }
            return new Idx(dimensions, values);
        }

        private int readMagic() throws IOException {
            byte[] magic = readExactly(4, 4);
            if (magic[0] != 0 || magic[1] != 0) {
                throw failure(
                        0,
                        String.format(
                                "this is no IDX file: it begins with %02x %02x %02x %02x instead of 00 00 08.",
                                magic[0], magic[1], magic[2], magic[3]));
            }
            if (magic[2] != UNSIGNED_BYTE) {
                throw failure(
                        2, String.format("the type is 0x%02x; only 0x08, unsigned bytes, can be read.", magic[2]));
            }
            if (magic[3] < 1) {
                throw failure(3, "the file has " + (magic[3] & 0xff) + " dimensions; 1 to 127 can be read.");
            }
            return magic[3];
        }

        /** Grows with what is there, so that a header cannot make it allocate what the file does not have. */
        private byte[] readExactly(int count, long needed) throws IOException {
            byte[] bytes = new byte[Math.min(count, CHUNK)];
            int filled = 0;
            while (filled < count) {
                if (filled == bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * filled));
                }
                int read = readSome(bytes, filled, bytes.length - filled);
                if (read <= 0) {
                    throw failure(
                            position,
                            "the file ends after " + position + " bytes, but needs " + needed + "; it is truncated.");
                }
                filled += read;
                position += read;
            }
            return bytes;
        }

        /** Bytes read; none at the end. */
        private int readSome(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (EOFException e) {
                throw failure(position, "the gzipped data are cut off; the file is truncated.", e);
            } catch (ZipException e) {
                throw failure(position, "the gzipped data are damaged: " + e.getMessage() + ".", e);
            }
        }

        private DataFormatException failure(long at, String problem) {
            return new DataFormatException(source, "byte " + at, problem);
        }

        private DataFormatException failure(long at, String problem, IOException cause) {
            DataFormatException failure = failure(at, problem);
            failure.initCause(cause);
            return failure;
        }
    }
}
