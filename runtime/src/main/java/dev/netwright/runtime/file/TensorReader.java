package dev.netwright.runtime.file;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads one stream in the safetensors format from its start to its end. */
final class TensorReader {
    /** Bytes of the header's length. */
    private static final int LENGTH_BYTES = 8;

    /** The longest header that the format's own library accepts. */
    private static final long LONGEST_HEADER = 100_000_000;

    private final FileInput in;

    TensorReader(FileInput in) {
        this.in = in;
    }

    /** What the stream begins with. */
    TensorHeader header() throws IOException {
        String first = in.peek(OtherFormat.MOST_BYTES);
        long length = in.next(LENGTH_BYTES, "the header's length").getLong();
        if (length < 0 || length > LONGEST_HEADER) {
            throw in.failure(
                    0,
                    "this is no safetensors file"
                            + OtherFormat.of(first)
                                    .map(format -> ", but " + format)
                                    .orElseGet(() -> ": one begins with the length of its header, at most "
                                            + LONGEST_HEADER + ", and these bytes would be "
                                            + Long.toUnsignedString(length) + ". An .npz file begins with PK."));
        }
        byte[] header = in.bytes(length, "the header of " + length + " bytes");
        return HeaderParser.parse(header, in.part(), LENGTH_BYTES);
    }

    /** All numbers, which follow the header. */
    List<Tensor> tensors(TensorHeader header) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (TensorHeader.Entry entry : header.entries()) {
            NumberReader numbers =
                    new NumberReader(in, entry.name(), entry.type(), ByteOrder.LITTLE_ENDIAN, entry.count());
            tensors.add(new Tensor(
                    entry.name(), entry.shape(), numbers.read(), in.part().source()));
        }
        if (!in.isAtEnd()) {
            throw in.failure(in.position(), "the file goes on behind its last tensor.");
        }
        return tensors;
    }
}
