package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads one stream of tensors from its start to its end. */
final class TensorReader {
    /** Bytes of the header's length. */
    private static final int LENGTH_BYTES = 8;

    /** The longest header that the format's own library accepts. */
    private static final long LONGEST_HEADER = 100_000_000;

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final String source;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private long position;

    TensorReader(InputStream in, String source) {
        this.in = in;
        this.source = source;
    }

    /** What the stream begins with. */
    TensorHeader header() throws IOException {
        fill(LENGTH_BYTES, "the header's length");
        long length = buffer.getLong();
        if (length < 0 || length > LONGEST_HEADER) {
            throw failure(
                    0,
                    "the header is said to have " + Long.toUnsignedString(length) + " bytes; it has at most "
                            + LONGEST_HEADER + " in a safetensors file.");
        }
        byte[] header = {};
        int filled = 0;
        // Grows with what is there, so that a length cannot make it allocate what the stream does not have.
        while (filled < length) {
            int part = (int) Math.min(length - filled, Math.max(CHUNK, filled));
            header = Arrays.copyOf(header, filled + part);
            int read = in.readNBytes(header, filled, part);
            position += read;
            if (read < part) {
                throw truncated("the header of " + length + " bytes", LENGTH_BYTES + length);
            }
            filled += part;
        }
        return HeaderParser.parse(header, source, LENGTH_BYTES);
    }

    /** All numbers, which follow the header. */
    List<Tensor> tensors(TensorHeader header) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (TensorHeader.Entry entry : header.entries()) {
            tensors.add(new Tensor(entry.name(), entry.shape(), numbers(entry)));
        }
        if (in.read() >= 0) {
            throw failure(position, "the file goes on behind its last tensor.");
        }
        return tensors;
    }

    private NumberArray numbers(TensorHeader.Entry entry) throws IOException {
        if (entry.type().isFloat()) {
            return new NumberArray.Floats(floats(entry));
        }
        return entry.type() == ElementType.F64
                ? new NumberArray.Doubles(doubles(entry))
                : new NumberArray.Longs(longs(entry));
    }

    private float[] floats(TensorHeader.Entry entry) throws IOException {
        float[] values = {};
        for (int filled = 0; filled < entry.count(); ) {
            int part = fill(entry, filled);
            if (filled + part > values.length) {
                values = Arrays.copyOf(values, grown(entry, filled + part));
            }
            for (int i = 0; i < part; i++) {
                values[filled + i] = entry.type().readFloat(buffer);
            }
            filled += part;
        }
        return values;
    }

    private double[] doubles(TensorHeader.Entry entry) throws IOException {
        double[] values = {};
        for (int filled = 0; filled < entry.count(); ) {
            int part = fill(entry, filled);
            if (filled + part > values.length) {
                values = Arrays.copyOf(values, grown(entry, filled + part));
            }
            for (int i = 0; i < part; i++) {
                values[filled + i] = buffer.getDouble();
            }
            filled += part;
        }
        return values;
    }

    private long[] longs(TensorHeader.Entry entry) throws IOException {
        long[] values = {};
        for (int filled = 0; filled < entry.count(); ) {
            int part = fill(entry, filled);
            if (filled + part > values.length) {
                values = Arrays.copyOf(values, grown(entry, filled + part));
            }
            for (int i = 0; i < part; i++) {
                values[filled + i] = integer(entry, filled + i);
            }
            filled += part;
        }
        return values;
    }

    private long integer(TensorHeader.Entry entry, int index) throws DataFormatException {
        long value = entry.type().readLong(buffer);
        boolean isBeyond = switch (entry.type()) {
            case U64 -> value < 0;
            case BOOL -> value > 1;
            default -> false;
        };
        if (isBeyond) {
            throw new DataFormatException(
                    source,
                    "tensor " + JsonText.quote(entry.name()) + ", element " + index,
                    entry.type() == ElementType.BOOL
                            ? "the byte of a BOOL is " + value + "; it is 0 or 1."
                            : "the number is " + Long.toUnsignedString(value) + ", beyond " + Long.MAX_VALUE + ".");
        }
        return value;
    }

    /** The length of an array that grows with what is there, up to the tensor's own: claims alone take no memory. */
    private static int grown(TensorHeader.Entry entry, int needed) {
        return (int) Math.min(entry.count(), Math.max(2L * needed, CHUNK));
    }

    /** Puts the tensor's next numbers into the buffer; tells how many. */
    private int fill(TensorHeader.Entry entry, int first) throws IOException {
        int part = Math.min(entry.count() - first, CHUNK / entry.type().bytes());
        fill(part * entry.type().bytes(), "tensor " + JsonText.quote(entry.name()));
        return part;
    }

    private void fill(int bytes, String what) throws IOException {
        int read = in.readNBytes(buffer.array(), 0, bytes);
        position += read;
        if (read < bytes) {
            throw truncated(what, position - read + bytes);
        }
        buffer.position(0).limit(bytes);
    }

    private DataFormatException truncated(String what, long needed) {
        return failure(
                position,
                "the file ends after " + position + " bytes, within " + what + ", which needs " + needed
                        + " or more; it is truncated.");
    }

    private DataFormatException failure(long at, String problem) {
        return new DataFormatException(source, "byte " + at, problem);
    }
}
