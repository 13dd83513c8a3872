package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads the numbers of one tensor, which are of any type and in either order of bytes. */
final class NumberReader {
    private final FileInput in;
    private final String name;
    private final ElementType type;
    private final ByteOrder order;
    private final int count;

    /** @param name the tensor's, for messages */
    NumberReader(FileInput in, String name, ElementType type, ByteOrder order, int count) {
        this.in = in;
        this.name = name;
        this.type = type;
        this.order = order;
        this.count = count;
    }

    NumberArray read() throws IOException {
        if (type.isFloat()) {
            return new NumberArray.Floats(floats());
        }
        return type == ElementType.F64 ? new NumberArray.Doubles(doubles()) : new NumberArray.Longs(longs());
    }

    private float[] floats() throws IOException {
        float[] values = {};
        for (int filled = 0; filled < count; ) {
            int part = part(filled);
            ByteBuffer bytes = next(part);
            if (filled + part > values.length) {
                values = Arrays.copyOf(values, grown(filled + part));
            }
            for (int i = 0; i < part; i++) {
                values[filled + i] = type.readFloat(bytes);
            }
            filled += part;
        }
        return values;
    }

    private double[] doubles() throws IOException {
        double[] values = {};
        for (int filled = 0; filled < count; ) {
            int part = part(filled);
            ByteBuffer bytes = next(part);
            if (filled + part > values.length) {
                values = Arrays.copyOf(values, grown(filled + part));
            }
            for (int i = 0; i < part; i++) {
                values[filled + i] = bytes.getDouble();
            }
            filled += part;
        }
        return values;
    }

    private long[] longs() throws IOException {
        long[] values = {};
        for (int filled = 0; filled < count; ) {
            int part = part(filled);
            ByteBuffer bytes = next(part);
            if (filled + part > values.length) {
                values = Arrays.copyOf(values, grown(filled + part));
            }
            for (int i = 0; i < part; i++) {
                values[filled + i] = integer(bytes, filled + i);
            }
            filled += part;
        }
        return values;
    }

    private long integer(ByteBuffer bytes, int index) throws DataFormatException {
        long value = type.readLong(bytes);
        boolean isBeyond = switch (type) {
            case U64 -> value < 0;
            case BOOL -> value > 1;
            default -> false;
        };
        if (isBeyond) {
            throw new DataFormatException(
                    in.part().source(),
                    "tensor " + JsonText.quote(name) + ", element " + index,
                    type == ElementType.BOOL
                            ? "the byte of a BOOL is " + value + "; it is 0 or 1."
                            : "the number is " + Long.toUnsignedString(value) + ", beyond " + Long.MAX_VALUE + ".");
        }
        return value;
    }

    /** The length of an array that grows with what is there, up to the tensor's own: claims alone take no memory. */
    private int grown(int needed) {
        return (int) Math.min(count, Math.max(2L * needed, FileInput.CHUNK));
    }

    private int part(int filled) {
        return Math.min(count - filled, FileInput.CHUNK / type.bytes());
    }

    private ByteBuffer next(int numbers) throws IOException {
        return in.next(numbers * type.bytes(), "tensor " + JsonText.quote(name)).order(order);
    }
}
