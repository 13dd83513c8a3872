package dev.netwright.runtime.file;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes an array in NumPy's format, version 1.0, little-endian and row-major. */
final class NpyWriter {
    /** The most dimensions that an array of NumPy has, since version 2. */
    private static final int MOST_DIMENSIONS = 64;

    /** The numbers begin at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private static final int LENGTH_BYTES = 2;

    private NpyWriter() {}

    /** @throws IllegalArgumentException if the tensor has more dimensions than an array of NumPy can have */
    static void check(Tensor tensor) {
        if (tensor.shape().size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("Tensor " + JsonText.quote(tensor.name()) + " has "
                    + tensor.shape().size() + " dimensions; an array of NumPy has at most " + MOST_DIMENSIONS + ".");
        }
    }

    static void write(Tensor tensor, WritableByteChannel to) throws IOException {
        NumberWriter writer = new NumberWriter(to);
        writer.write(header(tensor));
        writer.write(tensor.numbers());
    }

    /** How many are written. */
    static long bytes(Tensor tensor) {
        return header(tensor).length
                + (long) tensor.count() * tensor.numbers().type().bytes();
    }

    private static byte[] header(Tensor tensor) {
        String sizes = tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String text = "{'" + NpyHeader.TYPE + "': '"
                + NpyType.name(tensor.numbers().type()) + "', '" + NpyHeader.FORTRAN + "': False, '" + NpyHeader.SHAPE
                + "': (" + sizes + (tensor.shape().size() == 1 ? ",)" : ")") + ", }";
        int start = NpyHeader.MAGIC.length() + 2 + LENGTH_BYTES;
        int end = (start + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        int length = end - start;
        String header = NpyHeader.MAGIC + "\u0001\u0000" + (char) (length & 0xff) + (char) (length >> Byte.SIZE) + text
                + " ".repeat(length - text.length() - 1) + "\n";
        return header.getBytes(StandardCharsets.ISO_8859_1);
    }
}
